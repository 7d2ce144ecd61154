import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { Database, Tables } from '../database.js';
import type { Scope } from './scope.js';

/** Wrong secrets that one token may be tried with, within `WINDOW`. */
const MAX_FAILURES = 10;
/** ms */
const WINDOW = 15 * 60_000;
/** How long somebody stays signed in, in ms. */
export const SESSION_LASTS = 12 * 3_600_000;

/** A person who moderates, or reads who registered. The name stands in the journal beside each act. */
export interface Operator extends Scope {
  id: number;
  name: string;
}

export interface ListedOperator extends Scope {
  name: string;
  createdAt: Date;
  revokedAt: Date | null;
}

export interface Session {
  /** What the cookie holds: 64 hexadecimal digits. */
  key: string;
  expiresAt: Date;
}

/**
 * `token-ended`: it was right, and its time is over; `not-a-moderator`: it is for registrations. `retryAfter`: seconds,
 * with `too-many-attempts`.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';

  constructor(
    readonly code: 'name-taken' | 'wrong-token' | 'token-ended' | 'not-a-moderator' | 'too-many-attempts',
    readonly retryAfter = 0,
  ) {
    super(code);
  }
}

/**
 * Makes a token for a new operator. It is given back here and never again: the database keeps its SHA-256 alone,
 * which is enough for 160 random bits.
 * @throws OperatorError `name-taken` while an operator of this name has a token
 */
export async function addOperator(db: Database, name: string, scope: Scope, now: Date): Promise<string> {
  const selector = randomBytes(4).toString('hex');
  const token = `cnr_${selector}_${randomBytes(20).toString('hex')}`;
  // What has ended keeps nobody's name.
  await db
    .updateTable('operator_tokens')
    .set({ revoked_at: now })
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .where('ends_at', '<=', now)
    .execute();
  const { consultations, moderates, readsNames, endsAt } = scope;
  const added = await db
    .insertInto('operator_tokens')
    .values({
      name,
      selector,
      token_hash: sha256(token),
      created_at: now,
      consultations,
      moderates,
      reads_names: readsNames,
      ends_at: endsAt,
    })
    .onConflict((conflict) => conflict.column('name').where('revoked_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new OperatorError('name-taken');
  return token;
}

/** Every operator, those whose token was revoked included; the oldest first. */
export async function listOperators(db: Database): Promise<ListedOperator[]> {
  const rows = await db.selectFrom('operator_tokens').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    name: row.name,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    ...scopeOf(row),
  }));
}

/** Ends a token, and whatever was signed in with it. @returns false when nobody of this name has one */
export async function revokeOperator(db: Database, name: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('operator_tokens')
    .set({ revoked_at: now })
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Whose token this is.
 * @throws OperatorError `wrong-token`, `token-ended`, or `too-many-attempts` once this token's selector was tried with ten wrong
 * secrets in a quarter of an hour
 */
export async function operatorOfToken(db: Database, token: string, now: Date): Promise<Operator> {
  const selector = /^cnr_([0-9a-f]{8})_[0-9a-f]{40}$/.exec(token)?.[1] ?? '';
  const found = await db
    .selectFrom('operator_tokens')
    .selectAll()
    .where('selector', '=', selector)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!found) throw new OperatorError('wrong-token');
  const since = found.failures_since?.getTime() ?? 0;
  if (found.failures >= MAX_FAILURES && now.getTime() < since + WINDOW) {
    throw new OperatorError('too-many-attempts', Math.ceil((since + WINDOW - now.getTime()) / 1000));
  }
  if (!timingSafeEqual(sha256(token), found.token_hash)) {
    await countFailure(db, found.id, now);
    throw new OperatorError('wrong-token');
  }
  if (found.ends_at && found.ends_at <= now) throw new OperatorError('token-ended');
  return operatorIn(found);
}

/** Signs in for twelve hours, to moderate. @throws OperatorError as `operatorOfToken`, and `not-a-moderator` */
export async function signIn(db: Database, token: string, now: Date): Promise<Session> {
  const { id, moderates } = await operatorOfToken(db, token, now);
  if (!moderates) throw new OperatorError('not-a-moderator');
  const key = randomBytes(32).toString('hex');
  const expiresAt = new Date(now.getTime() + SESSION_LASTS);
  await db.deleteFrom('operator_sessions').where('expires_at', '<=', now).execute();
  await db
    .insertInto('operator_sessions')
    .values({ id_hash: sha256(key), operator: id, created_at: now, expires_at: expiresAt })
    .execute();
  return { key, expiresAt };
}

/** Who is signed in; undefined once the twelve hours are over, the token has ended or is revoked, or they signed out. */
export async function operatorOf(db: Database, key: string, now: Date): Promise<Operator | undefined> {
  const found = await db
    .selectFrom('operator_sessions as signed')
    .innerJoin('operator_tokens as operator', 'operator.id', 'signed.operator')
    .selectAll('operator')
    .where('signed.id_hash', '=', sha256(key))
    .where('signed.expires_at', '>', now)
    .where('operator.revoked_at', 'is', null)
    .where(({ eb }) => eb.or([eb('operator.ends_at', 'is', null), eb('operator.ends_at', '>', now)]))
    .executeTakeFirst();
  return found && operatorIn(found);
}

export async function signOut(db: Database, key: string): Promise<void> {
  await db.deleteFrom('operator_sessions').where('id_hash', '=', sha256(key)).execute();
}

type TokenRow = Selectable<Tables['operator_tokens']>;

function operatorIn(row: TokenRow): Operator {
  return { id: row.id, name: row.name, ...scopeOf(row) };
}

function scopeOf({ consultations, moderates, reads_names, ends_at }: TokenRow): Scope {
  return { consultations, moderates, readsNames: reads_names, endsAt: ends_at };
}

async function countFailure(db: Database, id: number, now: Date): Promise<void> {
  const old = new Date(now.getTime() - WINDOW);
  await sql`
    update operator_tokens set
      failures = case when failures_since > ${old} then failures + 1 else 1 end,
      failures_since = case when failures_since > ${old} then failures_since else ${now} end
    where id = ${id}`.execute(db);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
