import {
  checkProposal,
  WEEK,
  type ContributionOf,
  type ProposalPayload,
  type ProposalRules,
} from '@cnr-widgets/contract';
import { sql, type Transaction } from 'kysely';
import type { Acknowledgeable } from './acknowledgement.js';
import type { Database, Tables } from './database.js';
import { erasedColumns, isDecided, wordsOf, writtenColumns } from './moderated-rows.js';
import { ProblemError } from './problems.js';
import { insertRow } from './received.js';
import { correctSent, lockPerson, personOf, sentRow, type InForum } from './sent.js';

/**
 * Records a deposit, or the correction of one.
 * @throws ProblemError `invalid-contribution`, `limit-reached`; for a correction `unknown-receipt-code`, `withdrawn`,
 * `already-replaced`, `not-correctable`
 */
export async function recordProposal(
  db: Database,
  incoming: InForum<ContributionOf<'proposal'>>,
): Promise<Acknowledgeable | undefined> {
  const { contribution, seen, receivedAt } = incoming;
  const { payload, definitionVersion } = contribution;
  refuseUnfit(payload, seen);
  if (payload.replaces === undefined) return deposit(db, incoming);
  return correctSent(db, incoming, payload.replaces, async (transaction, id) => {
    await refuseReliedUpon(transaction, id);
    await transaction
      .updateTable('proposals')
      .set({
        ...contentOf(payload),
        ...wordsOf(payload),
        definition_version: definitionVersion,
        changed_at: receivedAt,
      })
      .where('id', '=', id)
      .execute();
  });
}

function refuseUnfit(payload: ProposalPayload, seen: ProposalRules): void {
  const errors = checkProposal(seen, payload).map(({ field, code, max }) => ({
    path: field,
    code,
    ...(max !== undefined && { message: JSON.stringify({ max }) }),
  }));
  if (errors.length > 0) throw new ProblemError('invalid-contribution', { errors });
}

async function deposit(
  db: Database,
  incoming: InForum<ContributionOf<'proposal'>>,
): Promise<Acknowledgeable | undefined> {
  const { id, definitionVersion, payload } = incoming.contribution;
  const person = personOf(incoming.contribution);
  return db.transaction().execute(async (transaction) => {
    await lockPerson(transaction, person);
    const inserted = await insertRow(transaction, 'sent', sentRow(incoming, id));
    if (!inserted) return undefined;
    await refuseMany(transaction, incoming, person);
    await transaction
      .insertInto('proposals')
      .values({
        ...writtenColumns(incoming),
        ...contentOf(payload),
        definition_version: definitionVersion,
      })
      .execute();
    return inserted;
  });
}

/** Those that were withdrawn count as well: otherwise withdrawing would be a way around the limit. */
async function refuseMany(
  transaction: Transaction<Tables>,
  { contribution, receivedAt, rules: { perWeek } }: InForum<ContributionOf<'proposal'>>,
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

/** People support what they read, and moderators publish what they read: it must not become something else. */
async function refuseReliedUpon(transaction: Transaction<Tables>, id: string): Promise<void> {
  // Locked by a statement of its own, so that the next one sees what a moderator did while this waited.
  await transaction.selectFrom('proposals').select('id').where('id', '=', id).forUpdate().execute();
  const { rows } = await sql<{ supported: boolean }>`
    select exists (select from supports where proposal = ${id} and active) as supported`.execute(transaction);
  if (rows[0]?.supported !== false || (await isDecided(transaction, `proposal:${id}`))) {
    throw new ProblemError('not-correctable');
  }
}

/** What it has besides its text and its author's name. */
function contentOf({ title, theme, territory }: ProposalPayload) {
  return { title, theme: theme ?? null, territory: territory ?? null };
}

/** What it said is erased; that there was one stays, for the limit. */
export async function withdrawProposal(
  transaction: Transaction<Tables>,
  id: string,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('proposals')
    .set({ ...erasedColumns(now), title: '', theme: null, territory: null })
    .where('id', '=', id)
    .execute();
}
