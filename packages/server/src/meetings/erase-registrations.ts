import { sql } from 'kysely';
import type { Database } from '../database.js';

/** Meetings that one look finds. */
const AT_ONCE = 100;

/** What was erased. */
interface Erased {
  meetings: number;
  registrations: number;
  /** What is due and could not be: one that cannot be erased keeps none of the others. */
  failures: { consultation: string; meeting: string; error: unknown }[];
}

interface Due {
  consultation: string;
  id: string;
  ends_at: Date;
  end_set_at: Date;
}

/**
 * Erases the registrations of meetings that ended longer ago than their consultation keeps them (`retentionDays`):
 * names, addresses, needs, and what was sent. How many places were taken stays. The days count from when an import
 * said this end, where that is later: a wrong date can be mended as long.
 */
export async function eraseRegistrations(db: Database, now: Date): Promise<Erased> {
  const erased: Erased = { meetings: 0, registrations: 0, failures: [] };
  let due: Due[] = [];
  do {
    due = await overdue(db, now, due.at(-1));
    for (const one of due) {
      try {
        const registrations = await eraseMeeting(db, one, now);
        if (registrations === undefined) continue;
        erased.registrations += registrations;
        erased.meetings += 1;
      } catch (error) {
        erased.failures.push({ consultation: one.consultation, meeting: one.id, error });
      }
    }
  } while (due.length === AT_ONCE);
  return erased;
}

/** @param last found by the look before */
async function overdue(db: Database, now: Date, last: Due | undefined): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select meetings.consultation, meetings.id, ends_at, end_set_at
    from meetings
      join consultations on consultations.id = meetings.consultation
      join consultation_versions versions
        on versions.consultation = consultations.id and versions.version = consultations.version
    where erased_at is null and ends_at <= ${now}::timestamptz
      and greatest(ends_at, end_set_at) + make_interval(days => coalesce((definition->'meetings'->>'retentionDays')::integer, 30))
        <= ${now}::timestamptz
      and (meetings.consultation, meetings.id) > (${last?.consultation ?? ''}, ${last?.id ?? ''})
    order by meetings.consultation, meetings.id limit ${AT_ONCE}`.execute(db);
  return rows;
}

/**
 * What was sent is locked first, then the meeting, then the registrations, as everywhere.
 * @returns how many; undefined where it was erased, or its end changed by an import, since it was found to be due
 */
function eraseMeeting(
  db: Database,
  { consultation, id, ends_at, end_set_at }: Due,
  now: Date,
): Promise<number | undefined> {
  return db.transaction().execute(async (transaction) => {
    const theirs = sql`kind = 'registration' and subject in (
      select registrations.id from registrations
      where registrations.consultation = ${consultation} and meeting = ${id})`;
    await sql`select from sent where ${theirs} for update`.execute(transaction);
    const { numUpdatedRows } = await transaction
      .updateTable('meetings')
      .set({ erased_at: now })
      .where('consultation', '=', consultation)
      .where('id', '=', id)
      .where('erased_at', 'is', null)
      .where('ends_at', '=', ends_at)
      .where('end_set_at', '=', end_set_at)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return undefined;
    // Every contribution of theirs, replaced ones too: with the id known, a hash lets a short content be guessed.
    await sql`
      update sent set state = 'withdrawn', contribution = null, content_hash = null
      where ${theirs}`.execute(transaction);
    const { numDeletedRows } = await transaction
      .deleteFrom('registrations')
      .where('consultation', '=', consultation)
      .where('meeting', '=', id)
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}
