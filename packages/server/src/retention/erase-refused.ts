import { sql } from 'kysely';
import type { Database } from '../database.js';
import { erasedColumns } from '../moderated-rows.js';
import { blankReasons, deleteFrom, forgetReceived } from './erase-all.js';
import { MEND_DAYS } from './terms.js';

const AT_ONCE = 1_000;

/**
 * Erases the proposals and comments of a consultation that moderators refused, with what was reported of them and the
 * supports that they had. What was refused within the last week stays: a moderator may still change their mind.
 * @returns how many
 */
export async function eraseRefused(db: Database, consultation: string, now: Date): Promise<number> {
  let erased = 0;
  let found: number;
  do {
    const { rows } = await sql<{ subject: string; id: string }>`
      select kind || ':' || id as subject, id from (
        select 'proposal' as kind, id, consultation, status, withdrawn, changed_at from proposals
        union all select 'comment', id, consultation, status, withdrawn, changed_at from comments
      ) as written
      where consultation = ${consultation} and status = 'refused' and not withdrawn
        and changed_at + make_interval(days => ${MEND_DAYS}) <= ${now}::timestamptz
      order by id limit ${AT_ONCE}`.execute(db);
    found = rows.length;
    if (found > 0) erased += await erase(db, rows, now);
  } while (found === AT_ONCE);
  if (erased > 0) await blankReasons(db, consultation);
  return erased;
}

function erase(db: Database, written: { subject: string; id: string }[], now: Date): Promise<number> {
  const ids = written.map(({ id }) => id);
  const subjects = written.map(({ subject }) => subject);
  return db.transaction().execute(async (transaction) => {
    // What was sent first, as everywhere. Of supports and reports the subject is what they are about.
    await forgetReceived(transaction, 'sent', sql`subject = any(${ids}::uuid[])`);
    await deleteFrom(transaction, 'reports', sql`subject = any(${subjects})`);
    for (const table of ['supports', 'support_deltas']) {
      await deleteFrom(transaction, table, sql`proposal = any(${ids}::uuid[])`);
    }
    const proposals = await transaction
      .updateTable('proposals')
      .set({ ...erasedColumns(now), title: '', theme: null, territory: null, answer: null })
      .where('id', 'in', ids)
      .where('status', '=', 'refused')
      .executeTakeFirst();
    const comments = await transaction
      .updateTable('comments')
      .set(erasedColumns(now))
      .where('id', 'in', ids)
      .where('status', '=', 'refused')
      .executeTakeFirst();
    return Number(proposals.numUpdatedRows + comments.numUpdatedRows);
  });
}
