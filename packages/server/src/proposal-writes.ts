import {
  isDepartement,
  type ContributionOf,
  type ProposalRules,
  type ProposalPayload,
} from '@cnr-widgets/contract';
import { sql, type Transaction } from 'kysely';
import { stillLive, type Acknowledgeable } from './acknowledgement.js';
import type { Database, Tables } from './database.js';
import { ProblemError } from './problems.js';
import {
  insertSent,
  lockByCode,
  lockPerson,
  markReplaced,
  personOf,
  sentRow,
  subjectOf,
  type Incoming,
} from './sent.js';

const WEEK = 7 * 86_400_000;

/**
 * Records a deposit, or the correction of one.
 * @throws ProblemError `invalid-contribution`, `limit-reached`; for a correction `unknown-receipt-code`, `withdrawn`,
 * `already-replaced`, `not-correctable`
 */
export async function recordProposal(
  db: Database,
  incoming: Incoming<ContributionOf<'proposal'>>,
): Promise<Acknowledgeable | undefined> {
  const { contribution, seen } = incoming;
  refuseUnfit(contribution.payload, seen);
  return contribution.payload.replaces === undefined
    ? deposit(db, incoming)
    : correct(db, incoming, contribution.payload.replaces);
}

function refuseUnfit({ title, text, theme, territory }: ProposalPayload, seen: ProposalRules): void {
  const tooLong = (path: string, value: string, max: number) =>
    value.length > max ? [{ path, code: 'too-long', message: JSON.stringify({ max }) }] : [];
  const errors = [
    ...tooLong('title', title, seen.titleMaxLength),
    ...tooLong('text', text, seen.textMaxLength),
    ...(theme === undefined || seen.themes.some(({ id }) => id === theme)
      ? []
      : [{ path: 'theme', code: 'unknown-choice' }]),
    ...(territory === undefined || isDepartement(territory)
      ? []
      : [{ path: 'territory', code: 'unknown-choice' }]),
  ];
  if (errors.length > 0) throw new ProblemError('invalid-contribution', { errors });
}

async function deposit(
  db: Database,
  incoming: Incoming<ContributionOf<'proposal'>>,
): Promise<Acknowledgeable | undefined> {
  const { contribution, receivedAt, rules } = incoming;
  const { id, consultation, definitionVersion, createdAt } = contribution;
  const person = personOf(contribution);
  const atOnce = rules.moderation === 'after';
  return db.transaction().execute(async (transaction) => {
    await lockPerson(transaction, person);
    const inserted = await insertSent(transaction, sentRow(incoming, id));
    if (!inserted) return undefined;
    await refuseMany(transaction, incoming, person);
    await transaction
      .insertInto('proposals')
      .values({
        id,
        consultation,
        definition_version: definitionVersion,
        pseudonym: person,
        ...contentOf(contribution.payload),
        status: atOnce ? 'published' : 'submitted',
        reason: null,
        created_at: new Date(createdAt),
        received_at: receivedAt,
        published_at: atOnce ? receivedAt : null,
        changed_at: receivedAt,
      })
      .execute();
    return inserted;
  });
}

/** Those that were withdrawn count as well: otherwise withdrawing would be a way around the limit. */
async function refuseMany(
  transaction: Transaction<Tables>,
  { contribution, receivedAt, rules: { perWeek } }: Incoming<ContributionOf<'proposal'>>,
  person: Buffer,
): Promise<void> {
  const oldest = await transaction
    .selectFrom('proposals')
    .select('received_at')
    .where('pseudonym', '=', person)
    .where('consultation', '=', contribution.consultation)
    .where('received_at', '>', new Date(receivedAt.getTime() - WEEK))
    .orderBy('received_at', 'desc')
    .offset(perWeek - 1)
    .limit(1)
    .executeTakeFirst();
  if (!oldest) return;
  const until = new Date(oldest.received_at.getTime() + WEEK).toISOString();
  throw new ProblemError('limit-reached', { limit: { max: perWeek, until } });
}

async function correct(
  db: Database,
  incoming: Incoming<ContributionOf<'proposal'>>,
  replaces: string,
): Promise<Acknowledgeable | undefined> {
  const { contribution, receivedAt } = incoming;
  return db.transaction().execute(async (transaction) => {
    const subject = await subjectOf(transaction, incoming, replaces);
    // The row first: of two copies of one correction in flight, the second waits here and is then a replay.
    const inserted = await insertSent(transaction, sentRow(incoming, subject));
    if (!inserted) return undefined;
    const replaced = stillLive(await lockByCode(transaction, replaces, contribution.consultation));
    await refuseReliedUpon(transaction, subject);
    await transaction
      .updateTable('proposals')
      .set({
        ...contentOf(contribution.payload),
        definition_version: contribution.definitionVersion,
        changed_at: receivedAt,
      })
      .where('id', '=', subject)
      .execute();
    await markReplaced(transaction, replaced.id, contribution.id);
    return inserted;
  });
}

/** People support what they read, and moderators publish what they read: it must not become something else. */
async function refuseReliedUpon(transaction: Transaction<Tables>, id: string): Promise<void> {
  // Locked by a statement of its own, so that the next one sees what a moderator did while this waited.
  await transaction.selectFrom('proposals').select('id').where('id', '=', id).forUpdate().execute();
  const { rows } = await sql<{ relied: boolean }>`
    select exists (select from supports where proposal = ${id} and active)
      or exists (select from moderation_journal where subject = ${`proposal:${id}`}) as relied`.execute(
    transaction,
  );
  if (rows[0]?.relied !== false) throw new ProblemError('not-correctable');
}

function contentOf({ title, text, theme, territory, name }: ProposalPayload) {
  return {
    title,
    body: text,
    theme: theme ?? null,
    territory: territory ?? null,
    name: name ?? null,
  };
}

/** What it said is erased; that there was one stays, for the limit. */
export async function withdrawProposal(
  transaction: Transaction<Tables>,
  id: string,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('proposals')
    .set({
      withdrawn: true,
      title: '',
      body: '',
      name: null,
      theme: null,
      territory: null,
      reason: null,
      changed_at: now,
    })
    .where('id', '=', id)
    .execute();
}
