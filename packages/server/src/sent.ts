import { createHash } from 'node:crypto';
import type { ProposalRules } from '@cnr-widgets/contract';
import { sql, type Insertable, type Selectable, type Transaction } from 'kysely';
import type { Acknowledgeable } from './acknowledgement.js';
import type { PublicConsultation } from './consultations.js';
import type { Database, Tables } from './database.js';
import type { SentContribution } from './proposal-tables.js';
import { ProblemError } from './problems.js';
import { newReceiptCode, readReceiptCode } from './receipt-code.js';

export type SentRow = Selectable<Tables['sent']>;

/** A contribution of one kind on its way to its tables, with what was found out of it already. */
export interface Incoming<Sent extends SentContribution = SentContribution> {
  contribution: Sent;
  hash: string;
  receivedAt: Date;
  late: boolean;
  consultation: PublicConsultation;
  /** Of the version that is served. */
  rules: ProposalRules;
  /** Of the version that the citizen saw. */
  seen: ProposalRules;
}

/** @param subject the proposal or comment that it made, or is about */
export function sentRow(
  { contribution, hash, receivedAt, late }: Incoming,
  subject: string,
): Insertable<Tables['sent']> {
  return {
    id: contribution.id,
    consultation: contribution.consultation,
    kind: contribution.kind,
    contribution: JSON.stringify(contribution),
    content_hash: hash,
    code: newReceiptCode(),
    received_at: receivedAt,
    late,
    state: 'live',
    replaced_by: null,
    subject,
  };
}

/** Undefined when the id is taken. */
export function insertSent(
  db: Database,
  row: Insertable<Tables['sent']>,
): Promise<Acknowledgeable | undefined> {
  return db
    .insertInto('sent')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(['consultation', 'received_at', 'late', 'code'])
    .executeTakeFirst();
}

export function sentById(db: Database, id: string): Promise<SentRow | undefined> {
  return db.selectFrom('sent').selectAll().where('id', '=', id).executeTakeFirst();
}

export function sentByCode(db: Database, typedCode: string, consultation?: string) {
  const query = db
    .selectFrom('sent')
    .selectAll()
    .where('code', '=', readReceiptCode(typedCode) ?? '');
  return consultation === undefined ? query : query.where('consultation', '=', consultation);
}

/** Locked until the transaction ends: of two that change one contribution, the second sees what the first did. */
export async function lockByCode(
  transaction: Transaction<Tables>,
  typedCode: string,
  consultation?: string,
): Promise<SentRow> {
  const row = await sentByCode(transaction, typedCode, consultation).forUpdate().executeTakeFirst();
  if (!row) throw new ProblemError('unknown-receipt-code');
  return row;
}

/** What the contribution of a receipt code made: it stays the same through every correction. */
export async function subjectOf(
  transaction: Transaction<Tables>,
  { contribution }: Incoming,
  replaces: string,
): Promise<string> {
  const row = await sentByCode(transaction, replaces, contribution.consultation).executeTakeFirst();
  if (row?.kind !== contribution.kind) throw new ProblemError('unknown-receipt-code');
  return row.subject;
}

/** What a correction replaces loses its content; its hash stays, so that a replay of it hears its receipt. */
export async function markReplaced(
  transaction: Transaction<Tables>,
  replaced: string,
  by: string,
): Promise<void> {
  await transaction
    .updateTable('sent')
    .set({ state: 'replaced', replaced_by: by, contribution: null })
    .where('id', '=', replaced)
    .execute();
}

/** Erases what a contribution said, and the hash of whatever it had replaced. */
export async function markWithdrawn(transaction: Transaction<Tables>, id: string): Promise<void> {
  await sql`
    with recursive chain (id) as (
      select ${id}::uuid
      union select sent.id from sent join chain on sent.replaced_by = chain.id
    )
    update sent set state = 'withdrawn', contribution = null, content_hash = null
    where id in (select id from chain)`.execute(transaction);
}

/** The one person of a pseudonym, as it is stored. */
export function personOf({ payload }: Pick<SentContribution, 'payload'>): Buffer {
  return createHash('sha256').update(payload.pseudonym.toLowerCase(), 'utf8').digest();
}

/** Until the transaction ends, no other one counts what this person did: of two at once, one sees the other. */
export async function lockPerson(transaction: Transaction<Tables>, person: Buffer): Promise<void> {
  // A statement of its own: what counts afterwards must see what was committed while this waited.
  await sql`select pg_advisory_xact_lock(${person.readBigInt64BE()}::bigint)`.execute(transaction);
}

/** The id in `proposal:<uuid>` or `comment:<uuid>`. */
export function idIn(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1);
}
