import { sql, type RawBuilder } from 'kysely';
import { latestVersions } from '../consultations.js';
import type { Database } from '../database.js';
import { ProblemError } from '../problems.js';
import { frozenResults } from '../results.js';
import { countAuthors, countParticipants, countProposals } from '../tally-queries.js';
import { erasureOf } from './erasure.js';

/** Rows of one statement: those of a large consultation would take longer than a statement may. */
const AT_ONCE = 5_000;

/**
 * Erases all that citizens sent to a consultation, registrations left aside: those have days of their own. First its
 * numbers are taken down, as everybody could read them, and stand from then on. What was stopped half way goes on;
 * doing it again changes nothing.
 */
export async function eraseAll(db: Database, consultation: string, now: Date): Promise<void> {
  await takeDown(db, consultation, now);
  await forgetReceived(db, 'answers', sql`consultation = ${consultation}`);
  const sent = sql`consultation = ${consultation} and kind <> 'registration'`;
  await forgetReceived(db, 'sent', sent);
  const theirs = sql`proposal in (select id from proposals where consultation = ${consultation})`;
  for (const table of ['supports', 'support_deltas']) await deleteFrom(db, table, theirs);
  for (const table of ['reports', 'comments']) {
    await deleteFrom(db, table, sql`consultation = ${consultation}`);
  }
  await deleteFrom(db, 'proposal_search', theirs);
  await deleteFrom(db, 'proposals', sql`consultation = ${consultation}`);
  // While there was something to see it could be reported, and decided upon.
  await forgetReceived(db, 'sent', sent);
  await deleteFrom(db, 'reports', sql`consultation = ${consultation}`);
  await blankReasons(db, consultation);
  await db.updateTable('erasures').set({ ended_at: now }).where('consultation', '=', consultation).execute();
}

/** What was withdrawn stays so. The id and the receipt code stay, to be told apart from what never was. */
export async function forgetReceived(
  db: Database,
  table: 'answers' | 'sent',
  which: RawBuilder<unknown>,
): Promise<void> {
  const rows = sql.table(table);
  await inParts(
    db,
    sql`
      update ${rows} set state = 'erased', contribution = null, content_hash = null
      where id in (
        select id from ${rows} where state in ('live', 'replaced') and ${which}
        order by id limit ${AT_ONCE} for update
      )`,
  );
}

/** What a moderator wrote of a text can quote it: the reason goes when the text is erased, the line stays. */
export async function blankReasons(db: Database, consultation: string): Promise<void> {
  await sql`
    update moderation_journal entry set reason = '' from sent
    where sent.consultation = ${consultation} and entry.consultation = ${consultation} and reason <> ''
      and kind in ('proposal', 'comment') and state = 'erased' and entry.subject = kind || ':' || sent.subject`.execute(
    db,
  );
}

export function deleteFrom(db: Database, table: string, which: RawBuilder<unknown>): Promise<void> {
  const rows = sql.table(table);
  return inParts(
    db,
    sql`delete from ${rows} where ctid = any(array(select ctid from ${rows} where ${which} limit ${AT_ONCE}))`,
  );
}

async function inParts(db: Database, statement: RawBuilder<unknown>): Promise<void> {
  let done = AT_ONCE;
  while (done === AT_ONCE) {
    const { numAffectedRows = 0n } = await statement.execute(db);
    done = Number(numAffectedRows);
  }
}

async function takeDown(db: Database, consultation: string, now: Date): Promise<void> {
  if (await erasureOf(db, consultation)) return;
  const { definition } = await latestVersions(db)
    .select('definition')
    .where('id', '=', consultation)
    .executeTakeFirstOrThrow();
  const results = await frozenResults(db, definition, now).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'not-offered') return null;
    throw error;
  });
  await db
    .insertInto('erasures')
    .values({
      consultation,
      began_at: now,
      answers: await countParticipants(db, consultation),
      proposals: await countProposals(db, consultation),
      authors: await countAuthors(db, consultation),
      results: results && JSON.stringify(results),
    })
    .onConflict((conflict) => conflict.column('consultation').doNothing())
    .execute();
}
