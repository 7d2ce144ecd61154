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
    const { rows } = await sql<{ id: string }>`
      select id from (
        select id, consultation, status, withdrawn, changed_at from proposals
        union all select id, consultation, status, withdrawn, changed_at from comments
      ) as written
      where consultation = ${consultation} and status = 'refused' and not withdrawn
        and changed_at + make_interval(days => ${MEND_DAYS}) <= ${now}::timestamptz
      order by id limit ${AT_ONCE}`.execute(db);
    found = rows.length;
    const ids = rows.map(({ id }) => id);
    if (found > 0) erased += await erase(db, ids, now);
  } while (found === AT_ONCE);
  if (erased > 0) await blankReasons(db, consultation);
  return erased;
}

/** What was sent is locked first, then the texts, then what is about them, as everywhere. */
function erase(db: Database, ids: readonly string[], now: Date): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await sql`select from sent where subject = any(${ids}::uuid[]) order by id for update`.execute(
      transaction,
    );
    const proposals = await transaction
      .updateTable('proposals')
      .set({ ...erasedColumns(now), title: '', theme: null, territory: null, answer: null })
      .where('id', 'in', ids)
      // A moderator may have put it back meanwhile, or its author withdrawn it.
      .where('status', '=', 'refused')
      .where('withdrawn', '=', false)
      .returning('id')
      .execute();
    const comments = await transaction
      .updateTable('comments')
      .set(erasedColumns(now))
      .where('id', 'in', ids)
      .where('status', '=', 'refused')
      .where('withdrawn', '=', false)
      .returning('id')
      .execute();
    const erased = [...proposals, ...comments].map(({ id }) => id);
    const subjects = [
      ...proposals.map(({ id }) => `proposal:${id}`),
      ...comments.map(({ id }) => `comment:${id}`),
    ];
    // Of supports and reports the subject is what they are about.
    await forgetReceived(transaction, 'sent', sql`subject = any(${erased}::uuid[])`);
    await deleteFrom(transaction, 'reports', sql`subject = any(${subjects})`);
    for (const table of ['supports', 'support_deltas']) {
      await deleteFrom(transaction, table, sql`proposal = any(${erased}::uuid[])`);
    }
    return erased.length;
  });
}
