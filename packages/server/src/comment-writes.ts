import type { ContributionOf } from '@cnr-widgets/contract';
import { sql, type Transaction } from 'kysely';
import { stillLive, type Acknowledgeable } from './acknowledgement.js';
import type { Database, Tables } from './database.js';
import { ProblemError } from './problems.js';
import {
  idIn,
  insertSent,
  lockByCode,
  markReplaced,
  personOf,
  sentRow,
  subjectOf,
  type Incoming,
} from './sent.js';

/**
 * Records a comment, or the correction of one.
 * @throws ProblemError `not-offered`, `unknown-subject`, `subject-closed`; for a correction `unknown-receipt-code`,
 * `withdrawn`, `already-replaced`, `not-correctable`
 */
export async function recordComment(
  db: Database,
  incoming: Incoming<ContributionOf<'comment'>>,
): Promise<Acknowledgeable | undefined> {
  const { contribution, rules } = incoming;
  if (!rules.comments) throw new ProblemError('not-offered', { detail: 'comments are off' });
  const { replaces } = contribution.payload;
  await refuseClosed(db, contribution);
  return replaces === undefined ? write(db, incoming) : correct(db, incoming, replaces);
}

async function refuseClosed(
  db: Database,
  { consultation, payload }: ContributionOf<'comment'>,
): Promise<void> {
  const proposal = await db
    .selectFrom('proposals')
    .select('status')
    .where('id', '=', idIn(payload.subject))
    .where('consultation', '=', consultation)
    .where('status', 'not in', ['submitted', 'refused'])
    .where('withdrawn', '=', false)
    .executeTakeFirst();
  if (!proposal) throw new ProblemError('unknown-subject');
  if (proposal.status !== 'published' && proposal.status !== 'selected') {
    throw new ProblemError('subject-closed');
  }
}

async function write(
  db: Database,
  incoming: Incoming<ContributionOf<'comment'>>,
): Promise<Acknowledgeable | undefined> {
  const { contribution, receivedAt, rules } = incoming;
  const { id, consultation, createdAt, payload } = contribution;
  const atOnce = rules.moderation === 'after';
  return db.transaction().execute(async (transaction) => {
    const inserted = await insertSent(transaction, sentRow(incoming, id));
    if (!inserted) return undefined;
    await transaction
      .insertInto('comments')
      .values({
        id,
        proposal: idIn(payload.subject),
        consultation,
        pseudonym: personOf(contribution),
        body: payload.text,
        name: payload.name ?? null,
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

async function correct(
  db: Database,
  incoming: Incoming<ContributionOf<'comment'>>,
  replaces: string,
): Promise<Acknowledgeable | undefined> {
  const { contribution, receivedAt } = incoming;
  const { payload, consultation } = contribution;
  return db.transaction().execute(async (transaction) => {
    const id = await subjectOf(transaction, incoming, replaces);
    const inserted = await insertSent(transaction, sentRow(incoming, id));
    if (!inserted) return undefined;
    const replaced = stillLive(await lockByCode(transaction, replaces, consultation));
    await refuseRead(transaction, id, idIn(payload.subject));
    await transaction
      .updateTable('comments')
      .set({ body: payload.text, name: payload.name ?? null, changed_at: receivedAt })
      .where('id', '=', id)
      .execute();
    await markReplaced(transaction, replaced.id, contribution.id);
    return inserted;
  });
}

/** What a moderator decided upon stays as it was read. A correction stays with its proposal. */
async function refuseRead(transaction: Transaction<Tables>, id: string, proposal: string): Promise<void> {
  const comment = await transaction
    .selectFrom('comments')
    .select('proposal')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (comment.proposal !== proposal) throw new ProblemError('unknown-subject');
  const { rows } = await sql<{ read: boolean }>`
    select exists (select from moderation_journal where subject = ${`comment:${id}`}) as read`.execute(
    transaction,
  );
  if (rows[0]?.read !== false) throw new ProblemError('not-correctable');
}

export async function withdrawComment(
  transaction: Transaction<Tables>,
  id: string,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('comments')
    .set({ withdrawn: true, body: '', name: null, reason: null, changed_at: now })
    .where('id', '=', id)
    .execute();
}
