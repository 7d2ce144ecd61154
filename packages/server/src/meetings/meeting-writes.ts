import { canonicalJson, endOf, startOf, type Attendance, type Meeting } from '@cnr-widgets/contract';
import { sql, type Insertable, type Selectable, type Transaction } from 'kysely';
import type { Tables } from '../database.js';

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const ROWS = 1_000;

/** A meeting that is another now, and that people are registered for. */
export interface RegisteredMeeting {
  before: Meeting;
  after: Meeting;
  registrations: number;
}

/** Ids of the meetings, by what became of each; `overbooked`: more places are given already than there are now. */
export interface SavedMeetings {
  added: string[];
  changed: string[];
  unchanged: string[];
  overbooked: { id: string; attendance: Attendance; places: number; taken: number }[];
  /** Of those that changed. */
  registered: RegisteredMeeting[];
}

type Known = Pick<
  Selectable<Tables['meetings']>,
  'id' | 'content' | 'sequence' | 'taken_on_site' | 'taken_remote' | 'erased_at'
>;

/**
 * Adds meetings to a consultation, or changes those that it has, by their id. Meetings that are not named stay. What
 * was taken stays as well, even where there are fewer places now, unless those who took it were erased and the meeting
 * is still to come. `sequence` rises with what a calendar shows.
 * @param meetings each id once
 * @throws the database's error 23503 where there is no such consultation
 */
export async function saveMeetings(
  transaction: Transaction<Tables>,
  consultation: string,
  meetings: readonly Meeting[],
  now: Date,
): Promise<SavedMeetings> {
  await holdImports(transaction, consultation);
  const known = await knownMeetings(transaction, consultation, meetings);
  const registrations = await registrationsOf(transaction, consultation);
  const saved: SavedMeetings = { added: [], changed: [], unchanged: [], overbooked: [], registered: [] };
  const rows: Insertable<Tables['meetings']>[] = [];
  for (const meeting of meetings) {
    const before = known.get(meeting.id);
    const unchanged = before !== undefined && canonicalJson(before.content) === canonicalJson(meeting);
    saved[before ? (unchanged ? 'unchanged' : 'changed') : 'added'].push(meeting.id);
    if (before && !isNewRound(before, meeting, now)) saved.overbooked.push(...overbooked(meeting, before));
    if (unchanged) continue;
    rows.push(rowOf(consultation, meeting, before, now));
    const count = registrations.get(meeting.id);
    if (before && count)
      saved.registered.push({ before: before.content, after: meeting, registrations: count });
  }
  for (let first = 0; first < rows.length; first += ROWS) {
    await write(transaction, rows.slice(first, first + ROWS));
  }
  return saved;
}

/** Of two imports at once, the second waits here, and then compares with what the first wrote. */
export async function holdImports(transaction: Transaction<Tables>, consultation: string): Promise<void> {
  await transaction
    .selectFrom('consultations')
    .select('id')
    .where('id', '=', consultation)
    .forNoKeyUpdate()
    .execute();
}

/** Locked in the order of their ids: registrations wait, and take places of what was imported. */
async function knownMeetings(
  transaction: Transaction<Tables>,
  consultation: string,
  meetings: readonly Meeting[],
): Promise<Map<string, Known>> {
  const wanted = new Set(meetings.map(({ id }) => id));
  const rows = await transaction
    .selectFrom('meetings')
    .select(['id', 'content', 'sequence', 'taken_on_site', 'taken_remote', 'erased_at'])
    .where('consultation', '=', consultation)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return new Map(rows.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row]));
}

/** How many are live, by meeting: those are locked already, so that none comes or goes meanwhile. */
async function registrationsOf(
  transaction: Transaction<Tables>,
  consultation: string,
): Promise<Map<string, number>> {
  const rows = await transaction
    .selectFrom('registrations')
    .select(['meeting', sql<number>`count(*)::integer`.as('count')])
    .where('consultation', '=', consultation)
    .groupBy('meeting')
    .execute();
  return new Map(rows.map(({ meeting, count }) => [meeting, count]));
}

function rowOf(
  consultation: string,
  meeting: Meeting,
  before: Known | undefined,
  now: Date,
): Insertable<Tables['meetings']> {
  const shown = before && canonicalJson(inCalendar(before.content)) === canonicalJson(inCalendar(meeting));
  return {
    consultation,
    id: meeting.id,
    content: JSON.stringify(meeting),
    sequence: before ? before.sequence + (shown ? 0 : 1) : 0,
    starts_at: startOf(meeting),
    ends_at: endOf(meeting),
    department: meeting.place?.departement ?? null,
    places_on_site: meeting.places.onSite ?? null,
    places_remote: meeting.places.remote ?? null,
    updated_at: now,
    end_set_at: now,
  };
}

/** What an entry of a calendar is made of (`calendar.ts`). */
function inCalendar({ title, sessions, timeZone, place, remote, status }: Meeting): unknown {
  return {
    title,
    sessions,
    timeZone,
    place,
    remote: remote !== undefined,
    cancelled: status === 'cancelled',
  };
}

async function write(
  transaction: Transaction<Tables>,
  rows: readonly Insertable<Tables['meetings']>[],
): Promise<void> {
  await transaction
    .insertInto('meetings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['consultation', 'id']).doUpdateSet((row) => ({
        content: row.ref('excluded.content'),
        sequence: row.ref('excluded.sequence'),
        starts_at: row.ref('excluded.starts_at'),
        ends_at: row.ref('excluded.ends_at'),
        department: row.ref('excluded.department'),
        places_on_site: row.ref('excluded.places_on_site'),
        places_remote: row.ref('excluded.places_remote'),
        updated_at: row.ref('excluded.updated_at'),
        end_set_at: sql<Date>`case when meetings.ends_at = excluded.ends_at
          then meetings.end_set_at else excluded.end_set_at end`,
        taken_on_site: stillTaken('taken_on_site'),
        taken_remote: stillTaken('taken_remote'),
        // It may have been put off: whoever registers from now on is erased in their turn.
        erased_at: null,
      })),
    )
    .execute();
}

/** Nobody is registered any more, and people may register again: an old meeting's id, or one put off for long. */
function isNewRound({ erased_at }: Known, meeting: Meeting, now: Date): boolean {
  return erased_at !== null && endOf(meeting) > now;
}

/** In a statement, what `isNewRound` says: those places are free. */
function stillTaken(column: 'taken_on_site' | 'taken_remote') {
  const taken = sql.ref(`meetings.${column}`);
  return sql<number>`case when meetings.erased_at is not null and excluded.ends_at > excluded.updated_at
    then 0 else ${taken} end`;
}

function overbooked({ id, places }: Meeting, before: Known): SavedMeetings['overbooked'] {
  const over = (attendance: Attendance, of: number | undefined, taken: number) =>
    of !== undefined && taken > of ? [{ id, attendance, places: of, taken }] : [];
  return [
    ...over('on-site', places.onSite, before.taken_on_site),
    ...over('remote', places.remote, before.taken_remote),
  ];
}
