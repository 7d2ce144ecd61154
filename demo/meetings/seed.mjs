// Fills the demo's public meetings, around the day on which it is first started. Made people have registered for some.
import { readFileSync } from 'node:fs';
import { meeting, registrationState } from '../../packages/contract/dist/index.js';
import { Consultations } from '../../packages/server/dist/consultations.js';
import { Contributions } from '../../packages/server/dist/contributions.js';
import { openDatabase } from '../../packages/server/dist/database.js';
import { saveMeetings } from '../../packages/server/dist/meetings/meeting-writes.js';
import { chance } from '../chance.mjs';
import { uuid } from '../made-of-text.mjs';
import { makeMeetings, readTowns } from './make.mjs';

const CONSULTATION = 'rencontres-services-publics';
const COUNT = 450;
const WEEK = 7 * 86_400_000;
const NAMES = ['Ana', 'Bastien', 'Chloé', 'Driss', 'Élise', 'Fanny', 'Guillaume', 'Hina', 'Ismaël', 'Jeanne'];

/**
 * Does nothing where it was done before, as long as there is something left to come to.
 * @param {{ databaseUrl: string, now?: Date }} options
 */
export async function seedMeetings({ databaseUrl, now = new Date() }) {
  const db = openDatabase(databaseUrl, { connections: 1 });
  try {
    const toCome = await db
      .selectFrom('meetings')
      .select('id')
      .where('consultation', '=', CONSULTATION)
      .where('starts_at', '>', new Date(now.getTime() + WEEK))
      .limit(1)
      .execute();
    if (toCome.length > 0) return;
    const towns = readTowns(readFileSync(new URL('towns.csv', import.meta.url), 'utf8'));
    const made = makeMeetings({ towns, count: COUNT, today: now });
    const meetings = made.map((one) => meeting.parse(one));
    await db.transaction().execute((transaction) => saveMeetings(transaction, CONSULTATION, meetings, now));
    await register(db, meetings, now);
  } finally {
    await db.destroy();
  }
}

/** In the small halls most places are taken, and in some all: by the road that every citizen's registration takes. */
async function register(db, meetings, now) {
  const consultations = new Consultations(db, () => now);
  const contributions = new Contributions(db, consultations, () => now);
  const { version } = await consultations.find(CONSULTATION);
  const random = chance(11);
  const small = meetings.filter(
    ({ places, ...one }) =>
      places.onSite === 12 && registrationState({ ...one, remote: false, left: {} }, now) === 'open',
  );
  for (const { id } of small) {
    let left = Math.ceil(random() * 12);
    for (let number = 0; left > 0; number += 1) {
      const people = Math.min(left, 1 + Math.floor(random() * 5));
      left -= people;
      await contributions.accept({
        id: uuid(`${id} ${number}`),
        consultation: CONSULTATION,
        definitionVersion: version,
        createdAt: now.toISOString(),
        kind: 'registration',
        payload: {
          pseudonym: uuid(`person ${id} ${number}`),
          meeting: id,
          attendance: 'on-site',
          firstName: NAMES[Math.floor(random() * NAMES.length)],
          people,
        },
      });
    }
  }
}
