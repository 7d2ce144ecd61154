import type { Meeting } from '@cnr-widgets/contract';
import type { Transaction } from 'kysely';
import type { Database, Tables } from '../database.js';
import { saveMeetings, type SavedMeetings } from './meeting-writes.js';

/** What an import did, or would do. */
export interface ImportedMeetings extends SavedMeetings {
  /** Those to come that the file does not name any more, in the order of time. */
  absent: { id: string; title: string }[];
}

/** Ends a transaction whose work is only looked at. */
class OnlyLooked extends Error {
  override readonly name = 'OnlyLooked';

  constructor(readonly imported: ImportedMeetings) {
    super('nothing is to be kept');
  }
}

/**
 * Records the meetings of a file, all of them or none.
 * @param options `cancelAbsent`: those to come that the file does not name are cancelled. `dryRun`: nothing is kept.
 * @throws the database's error 23503 where there is no such consultation
 */
export async function importMeetings(
  db: Database,
  consultation: string,
  meetings: readonly Meeting[],
  now: Date,
  { cancelAbsent = false, dryRun = false },
): Promise<ImportedMeetings> {
  try {
    return await db.transaction().execute(async (transaction) => {
      const saved = await saveMeetings(transaction, consultation, meetings, now);
      const absent = await absentOf(transaction, consultation, meetings, now);
      if (cancelAbsent) {
        const cancelled = absent.map((one): Meeting => ({ ...one, status: 'cancelled' }));
        const { changed } = await saveMeetings(transaction, consultation, cancelled, now);
        saved.changed.push(...changed);
      }
      const imported = { ...saved, absent: absent.map(({ id, title }) => ({ id, title })) };
      if (dryRun) throw new OnlyLooked(imported);
      return imported;
    });
  } catch (error) {
    if (error instanceof OnlyLooked) return error.imported;
    throw error;
  }
}

async function absentOf(
  transaction: Transaction<Tables>,
  consultation: string,
  meetings: readonly Meeting[],
  now: Date,
): Promise<Meeting[]> {
  const named = new Set(meetings.map(({ id }) => id));
  const rows = await transaction
    .selectFrom('meetings')
    .select('content')
    .where('consultation', '=', consultation)
    .where('ends_at', '>', now)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return rows
    .map(({ content }) => content)
    .filter(({ id, status }) => !named.has(id) && status !== 'cancelled');
}
