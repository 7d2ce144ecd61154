// Fills the demo's public meetings, around the day on which it is first started.
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { meeting } from '../../packages/contract/dist/index.js';
import { openDatabase } from '../../packages/server/dist/database.js';
import { saveMeetings } from '../../packages/server/dist/meetings/meeting-writes.js';
import { makeMeetings, readTowns } from './make.mjs';

const CONSULTATION = 'rencontres-services-publics';
const COUNT = 450;
const WEEK = 7 * 86_400_000;

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
    const meetings = made.map((one) => z.parse(meeting, one));
    await db.transaction().execute((transaction) => saveMeetings(transaction, CONSULTATION, meetings, now));
  } finally {
    await db.destroy();
  }
}
