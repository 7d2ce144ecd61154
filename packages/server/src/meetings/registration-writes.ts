import { registrationState, type Attendance, type ContributionOf } from '@cnr-widgets/contract';
import { sql, type Selectable, type Transaction } from 'kysely';
import type { Acknowledgeable } from '../acknowledgement.js';
import type { Database, Tables } from '../database.js';
import { ProblemError } from '../problems.js';
import { insertRow, type Incoming } from '../received.js';
import { correctSent, personOf, sentRow } from '../sent.js';
import { listed } from './shown.js';

type MeetingRow = Selectable<Tables['meetings']>;

/** Places that somebody takes, or gives back. */
interface Seats {
  attendance: Attendance;
  people: number;
}

/**
 * Records a registration, or the correction of one: the place is given in the same transaction, or nothing is
 * recorded. A transaction locks what was sent, then the meeting, then the registration, in this order everywhere.
 * @throws ProblemError `not-offered`, `invalid-contribution`, `unknown-subject`, `already-registered`,
 * `registration-closed`, `meeting-full`; for a correction `unknown-receipt-code`, `withdrawn`, `already-replaced`
 */
export async function recordRegistration(
  db: Database,
  incoming: Incoming<ContributionOf<'registration'>>,
): Promise<Acknowledgeable | undefined> {
  const { meetings: rules } = incoming.consultation.definition;
  if (!rules) throw new ProblemError('not-offered', { detail: 'it has no meetings' });
  const { people, replaces } = incoming.contribution.payload;
  if (people > rules.peopleMax) {
    const message = JSON.stringify({ max: rules.peopleMax });
    throw new ProblemError('invalid-contribution', {
      errors: [{ path: 'people', code: 'too-many', message }],
    });
  }
  return replaces === undefined
    ? register(db, incoming)
    : correctSent(db, incoming, replaces, (transaction, subject) => correct(transaction, incoming, subject));
}

function register(
  db: Database,
  incoming: Incoming<ContributionOf<'registration'>>,
): Promise<Acknowledgeable | undefined> {
  const { contribution, receivedAt } = incoming;
  const { id, consultation, payload } = contribution;
  const { meeting, attendance, people, firstName } = payload;
  return db.transaction().execute(async (transaction) => {
    // The row first: of two copies in flight, the second waits here and is then a replay.
    const inserted = await insertRow(transaction, 'sent', sentRow(incoming, id));
    if (!inserted) return undefined;
    const row = await lockMeeting(transaction, consultation, meeting);
    const pseudonym = personOf(contribution);
    refuseClosed(row, attendance, receivedAt);
    await refuseSecond(transaction, row, pseudonym);
    const number = await moveSeats(transaction, row, { attendance, people });
    await transaction
      .insertInto('registrations')
      .values({
        id,
        consultation,
        meeting,
        number,
        pseudonym,
        attendance,
        first_name: firstName,
        people,
        received_at: receivedAt,
      })
      .execute();
    return inserted;
  });
}

/** It stays with its meeting, and keeps its number. Who takes no more places than before needs no room. */
async function correct(
  transaction: Transaction<Tables>,
  { contribution, receivedAt }: Incoming<ContributionOf<'registration'>>,
  id: string,
): Promise<void> {
  const { meeting, attendance, people, firstName } = contribution.payload;
  const before = await registrationById(transaction, id);
  if (before.meeting !== meeting) throw new ProblemError('unknown-subject');
  const row = await lockMeeting(transaction, before.consultation, meeting);
  refuseClosed(row, attendance, receivedAt);
  await moveSeats(transaction, row, { attendance, people }, before);
  await transaction
    .updateTable('registrations')
    .set({ attendance, people, first_name: firstName })
    .where('id', '=', id)
    .execute();
}

/** The place is free again; what was left of an address and of needs goes with the registration. */
export async function withdrawRegistration(transaction: Transaction<Tables>, id: string): Promise<void> {
  const { consultation, meeting, attendance, people } = await registrationById(transaction, id);
  const row = await lockMeeting(transaction, consultation, meeting);
  await moveSeats(transaction, row, { attendance, people: 0 }, { attendance, people });
  await transaction.deleteFrom('registrations').where('id', '=', id).execute();
}

/** Whoever changes a registration has locked what was sent of it: nobody else changes it meanwhile. */
function registrationById(
  transaction: Transaction<Tables>,
  id: string,
): Promise<Selectable<Tables['registrations']>> {
  return transaction.selectFrom('registrations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** Until the transaction ends, nobody else takes a place, and no import changes the meeting. */
async function lockMeeting(
  transaction: Transaction<Tables>,
  consultation: string,
  id: string,
): Promise<MeetingRow> {
  const row = await transaction
    .selectFrom('meetings')
    .selectAll()
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new ProblemError('unknown-subject');
  return row;
}

/** The window is the meeting's own. Nobody comes late: what waited on a device for too long is told so. */
function refuseClosed(row: MeetingRow, attendance: Attendance, now: Date): void {
  const { place, remote } = row.content;
  const state = registrationState(listed(row), now);
  if (state === 'none') throw new ProblemError('not-offered', { detail: 'it takes no registrations' });
  if (attendance === 'remote' ? !remote : !place) {
    throw new ProblemError('not-offered', { detail: `nobody takes part ${attendance}` });
  }
  if (state !== 'open' && state !== 'full') throw new ProblemError('registration-closed', { detail: state });
}

async function refuseSecond(
  transaction: Transaction<Tables>,
  { consultation, id }: MeetingRow,
  pseudonym: Buffer,
): Promise<void> {
  const other = await transaction
    .selectFrom('registrations')
    .select('id')
    .where('consultation', '=', consultation)
    .where('meeting', '=', id)
    .where('pseudonym', '=', pseudonym)
    .executeTakeFirst();
  if (other) throw new ProblemError('already-registered');
}

/**
 * Takes places, if there are enough, and gives back those that were held.
 * @returns how many registrations were given a place so far, with this one if it is new
 */
async function moveSeats(
  transaction: Transaction<Tables>,
  { consultation, id, content }: MeetingRow,
  wanted: Seats,
  held?: Seats,
): Promise<number> {
  const of = (attendance: Attendance) =>
    (wanted.attendance === attendance ? wanted.people : 0) -
    (held?.attendance === attendance ? held.people : 0);
  const onSite = of('on-site');
  const remote = of('remote');
  // The organiser may say so before the places are counted out.
  const full = content.status === 'full' && (onSite > 0 || remote > 0);
  const { rows } = await sql<{ given: number }>`
    update meetings set taken_on_site = taken_on_site + ${onSite}::integer,
      taken_remote = taken_remote + ${remote}::integer, given = given + ${held ? 0 : 1}::integer
    where consultation = ${consultation} and id = ${id} and not ${full}::boolean
      and (${onSite}::integer <= 0 or places_on_site is null or taken_on_site + ${onSite}::integer <= places_on_site)
      and (${remote}::integer <= 0 or places_remote is null or taken_remote + ${remote}::integer <= places_remote)
    returning given`.execute(transaction);
  const [row] = rows;
  if (!row) throw new ProblemError('meeting-full');
  return row.given;
}
