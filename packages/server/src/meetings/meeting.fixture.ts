import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  meeting as schema,
  type Consultation,
  type ContributionOf,
  type Meeting,
  type MeetingRules,
  type RegistrationPayload,
} from '@cnr-widgets/contract';
import type * as z from 'zod/mini';
import type { TestApp } from '../app.fixture.js';
import { definition, DURING } from '../definition.fixture.js';
import { importConsultation } from '../publishing.js';
import { saveMeetings, type SavedMeetings } from './meeting-writes.js';

type Written = z.input<typeof schema>;

/** A meeting eleven days after `DURING`, of two evenings, on site and remote, that takes registrations. */
export function meeting(changes: Partial<Written> = {}): Meeting {
  return schema.parse({
    id: 'laval-soir',
    title: 'Se soigner près de chez soi',
    timeZone: 'Europe/Paris',
    sessions: [
      { start: '2026-12-03T18:30:00+01:00', end: '2026-12-03T20:30:00+01:00' },
      { start: '2026-12-04T18:30:00+01:00', end: '2026-12-04T20:30:00+01:00' },
    ],
    place: {
      name: 'Salle polyvalente',
      address: '3 place de Hercé',
      postalCode: '53000',
      city: 'Laval',
      departement: '53',
    },
    remote: { link: 'https://visio.example/laval-soir' },
    registration: {},
    ...changes,
  });
}

let made = 0;

/** A consultation of its own that has meetings and nothing else. */
export async function openMeetings(
  t: TestApp,
  meetings: readonly Meeting[],
  rules: Partial<MeetingRules> = {},
  changes: Partial<Consultation> = {},
) {
  made += 1;
  const id = `rencontres-${made}`;
  const { questionnaire: _, ...rest } = definition();
  const whole: Consultation = {
    ...rest,
    id,
    draft: false,
    meetings: { retentionDays: 30, peopleMax: 5, contact: true, ...rules },
    ...changes,
  };
  await importConsultation(t.db, whole, DURING);
  const save = (...saved: Meeting[]): Promise<SavedMeetings> =>
    t.db.transaction().execute((transaction) => saveMeetings(transaction, id, saved, t.clock.now));
  await save(...meetings);
  const at = `/v1/consultations/${id}`;
  return {
    id,
    /** Imports meetings again. */
    save,
    read: async <T>(path = '/meetings'): Promise<T> => {
      const { status, text } = await t.call('GET', `${at}${path}`);
      assert.equal(status, 200, text);
      return JSON.parse(text) as T;
    },
    /** Places that the row says are taken. */
    taken: async (meetingId = 'laval-soir'): Promise<{ onSite: number; remote: number }> => {
      const [row] = await t.query<{ onSite: number; remote: number }>(
        `select taken_on_site as "onSite", taken_remote as remote from meetings
         where consultation = $1 and id = $2`,
        [id, meetingId],
      );
      assert.ok(row);
      return row;
    },
  };
}

/** A valid contribution with a new id and, unless one is given, of a new person. */
export function registration(
  consultation: string,
  changes: Partial<RegistrationPayload> = {},
  id: string = randomUUID(),
): ContributionOf<'registration'> {
  return {
    id,
    kind: 'registration',
    consultation,
    definitionVersion: 1,
    createdAt: '2026-11-22T12:00:00.000+01:00',
    payload: {
      pseudonym: randomUUID(),
      meeting: 'laval-soir',
      attendance: 'on-site',
      firstName: 'Awa',
      people: 1,
      ...changes,
    },
  };
}

/** Makes a meeting one that the database lets nobody change. @returns lets it be changed again */
export async function holdBack(t: TestApp, consultation: string, id: string): Promise<() => Promise<void>> {
  await t.query(`create function hold_back() returns trigger language plpgsql as $$
    begin raise exception 'held back by a test'; end $$`);
  await t.query(`create trigger hold_back before update on meetings for each row
    when (old.consultation = '${consultation}' and old.id = '${id}') execute function hold_back()`);
  return async () => {
    await t.query('drop function hold_back cascade');
  };
}
