import { idIn, isOpen, VISIBLE_STATUSES, type ContributionOf } from '@cnr-widgets/contract';
import type { Transaction } from 'kysely';
import type { Acknowledgeable } from './acknowledgement.js';
import type { Database, Tables } from './database.js';
import { erasedColumns, isDecided, wordsOf, writtenColumns } from './moderated-rows.js';
import { ProblemError } from './problems.js';
import { insertRow } from './received.js';
import { correctSent, sentRow, type InForum } from './sent.js';

/**
 * Records a comment, or the correction of one.
 * @throws ProblemError `not-offered`, `unknown-subject`, `subject-closed`; for a correction `unknown-receipt-code`,
 * `withdrawn`, `already-replaced`, `not-correctable`
 */
export async function recordComment(
  db: Database,
  incoming: InForum<ContributionOf<'comment'>>,
): Promise<Acknowledgeable | undefined> {
  const { contribution, rules, receivedAt } = incoming;
  if (!rules.comments) throw new ProblemError('not-offered', { detail: 'comments are off' });
  await refuseClosed(db, contribution);
  const { payload } = contribution;
  const { replaces, subject } = payload;
  if (replaces === undefined) return write(db, incoming);
  return correctSent(db, incoming, replaces, async (transaction, id) => {
    await refuseRead(transaction, id, idIn(subject));
    await transaction
      .updateTable('comments')
      .set({ ...wordsOf(payload), changed_at: receivedAt })
      .where('id', '=', id)
      .execute();
  });
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
    .where('status', 'in', VISIBLE_STATUSES)
    .where('withdrawn', '=', false)
    .executeTakeFirst();
  if (!proposal) throw new ProblemError('unknown-subject');
  if (!isOpen(proposal.status)) throw new ProblemError('subject-closed');
}

async function write(
  db: Database,
  incoming: InForum<ContributionOf<'comment'>>,
): Promise<Acknowledgeable | undefined> {
  const { id, payload } = incoming.contribution;
  return db.transaction().execute(async (transaction) => {
    const inserted = await insertRow(transaction, 'sent', sentRow(incoming, id));
    if (!inserted) return undefined;
    await transaction
      .insertInto('comments')
      .values({ ...writtenColumns(incoming), proposal: idIn(payload.subject) })
      .execute();
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
  if (await isDecided(transaction, `comment:${id}`)) throw new ProblemError('not-correctable');
}

export async function withdrawComment(
  transaction: Transaction<Tables>,
  id: string,
  now: Date,
): Promise<void> {
  await transaction.updateTable('comments').set(erasedColumns(now)).where('id', '=', id).execute();
}
