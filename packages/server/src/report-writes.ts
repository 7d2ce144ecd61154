import { idIn, type ContributionOf } from '@cnr-widgets/contract';
import { sql, type Transaction } from 'kysely';
import type { Acknowledgeable } from './acknowledgement.js';
import type { Database, Tables } from './database.js';
import { ProblemError } from './problems.js';
import { insertRow } from './received.js';
import { personOf, sentRow, type InForum } from './sent.js';
import { VISIBLE } from './statuses.js';

/**
 * Records that somebody found what should not stand. Of one person and subject there is one, with the words of the
 * last; what the moderators settled is not opened again by whoever told them before.
 * @throws ProblemError `unknown-subject`
 */
export async function recordReport(
  db: Database,
  incoming: InForum<ContributionOf<'report'>>,
): Promise<Acknowledgeable | undefined> {
  const { contribution, receivedAt } = incoming;
  const { id, consultation, payload } = contribution;
  await refuseUnseen(db, contribution);
  return db.transaction().execute(async (transaction) => {
    const inserted = await insertRow(transaction, 'sent', sentRow(incoming, idIn(payload.subject)));
    if (!inserted) return undefined;
    await transaction
      .insertInto('reports')
      .values({
        id,
        consultation,
        subject: payload.subject,
        pseudonym: personOf(contribution),
        reason: payload.reason,
        body: payload.text ?? null,
        received_at: receivedAt,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['subject', 'pseudonym'])
          .doUpdateSet((row) => ({
            id: row.ref('excluded.id'),
            reason: row.ref('excluded.reason'),
            body: row.ref('excluded.body'),
          }))
          .where('reports.handled_at', 'is', null),
      )
      .execute();
    return inserted;
  });
}

/** Only what everybody sees can be reported; whether the consultation is open does not matter. */
async function refuseUnseen(
  db: Database,
  { consultation, payload: { subject } }: ContributionOf<'report'>,
): Promise<void> {
  const id = idIn(subject);
  const visible = sql`status in ${VISIBLE} and not withdrawn`;
  const { rows } = await sql<{ seen: boolean }>`
    select exists (
      select from proposals where consultation = ${consultation} and ${visible} and id = ${
        subject.startsWith('proposal:')
          ? sql`${id}::uuid`
          : sql`(select proposal from comments where id = ${id} and ${visible})`
      }) as seen`.execute(db);
  if (!rows[0]?.seen) throw new ProblemError('unknown-subject');
}

/** By whichever of the contributions of this person that were about it. */
export async function withdrawReport(
  transaction: Transaction<Tables>,
  contribution: ContributionOf<'report'>,
): Promise<void> {
  await transaction
    .deleteFrom('reports')
    .where('subject', '=', contribution.payload.subject)
    .where('pseudonym', '=', personOf(contribution))
    .execute();
}
