import { endOf, type Meeting } from '@cnr-widgets/contract';
import type { Transaction } from 'kysely';
import type { Database, Tables } from '../database.js';
import { holdImports, saveMeetings, type RegisteredMeeting, type SavedMeetings } from './meeting-writes.js';

/** What an import did, or would do. */
export interface ImportedMeetings extends SavedMeetings {
  /** Those to come that the file does not name any more, in the order of time. */
  absent: { id: string; title: string }[];
}

/** More than half of the meetings to come would be cancelled: the file may be another one. Nothing was recorded. */
export class TooManyAbsentError extends Error {
  override readonly name = 'TooManyAbsentError';
  readonly code = 'too-many-absent';

  /** @param toCome how many meetings were to come, those in the file among them */
  constructor(
    readonly absent: ImportedMeetings['absent'],
    readonly toCome: number,
  ) {
    super(`${absent.length} of ${toCome} meetings to come are not in the file`);
  }
}

/** Meetings to come that people are registered for would be over: their dates may be wrong. Nothing was recorded. */
export class MovedIntoPastError extends Error {
  override readonly name = 'MovedIntoPastError';
  readonly code = 'moved-into-past';

  constructor(readonly moved: RegisteredMeeting[]) {
    super(`${moved.length} meetings with registrations would be over already`);
  }
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
 * @param options `cancelAbsent`: those to come that the file does not name are cancelled. `sure`: even when they are more
 * than half of those to come, and even when the file moves into the past what people are registered for. `dryRun`:
 * nothing is kept.
 * @throws TooManyAbsentError, MovedIntoPastError, of a dry run as well
 * @throws the database's error 23503 where there is no such consultation
 */
export async function importMeetings(
  db: Database,
  consultation: string,
  meetings: readonly Meeting[],
  now: Date,
  { cancelAbsent = false, sure = false, dryRun = false },
): Promise<ImportedMeetings> {
  try {
    return await db.transaction().execute(async (transaction) => {
      await holdImports(transaction, consultation);
      // Before the file adds its own: those of a wrong file must not make up for all that it would cancel.
      const toCome = await meetingsToCome(transaction, consultation, now);
      const inFile = new Set(meetings.map(({ id }) => id));
      const absent = toCome.filter(({ id }) => !inFile.has(id));
      const names = absent.map(({ id, title }) => ({ id, title }));
      if (cancelAbsent && !sure && absent.length > toCome.length / 2) {
        throw new TooManyAbsentError(names, toCome.length);
      }
      const saved = await saveMeetings(transaction, consultation, meetings, now);
      const moved = saved.registered.filter(
        ({ before, after }) => endOf(before) > now && endOf(after) <= now,
      );
      if (!sure && moved.length > 0) throw new MovedIntoPastError(moved);
      if (cancelAbsent) {
        const cancelled = absent.map((one): Meeting => ({ ...one, status: 'cancelled' }));
        const { changed, registered } = await saveMeetings(transaction, consultation, cancelled, now);
        saved.changed.push(...changed);
        saved.registered.push(...registered);
      }
      const imported = { ...saved, absent: names };
      if (dryRun) throw new OnlyLooked(imported);
      return imported;
    });
  } catch (error) {
    if (error instanceof OnlyLooked) return error.imported;
    throw error;
  }
}

/** In the order of time, the cancelled ones left out. */
async function meetingsToCome(
  transaction: Transaction<Tables>,
  consultation: string,
  now: Date,
): Promise<Meeting[]> {
  const rows = await transaction
    .selectFrom('meetings')
    .select('content')
    .where('consultation', '=', consultation)
    .where('ends_at', '>', now)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return rows.map(({ content }) => content).filter(({ status }) => status !== 'cancelled');
}
