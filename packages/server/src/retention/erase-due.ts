import type { Database } from '../database.js';
import { eraseAll } from './erase-all.js';
import { eraseRefused } from './erase-refused.js';
import { readTerms } from './terms.js';

/** What was erased. */
export interface ErasedContributions {
  /** Whose time was over. */
  consultations: number;
  /** Refused proposals and comments of others. */
  refused: number;
  /** What is due and could not be: one that cannot be erased keeps none of the others. */
  failures: { consultation: string; error: unknown }[];
}

/** Erases what citizens sent once the time that a notice promised is over (`retentionMonths`). */
export async function eraseContributions(db: Database, now: Date): Promise<ErasedContributions> {
  const erased: ErasedContributions = { consultations: 0, refused: 0, failures: [] };
  const isDue = (at: Date | null) => at !== null && at <= now;
  for (const { consultation, dueAt, refusedDueAt } of await readTerms(db)) {
    try {
      if (isDue(dueAt)) {
        await eraseAll(db, consultation, now);
        erased.consultations += 1;
      } else if (isDue(refusedDueAt)) {
        erased.refused += await eraseRefused(db, consultation, now);
      }
    } catch (error) {
      erased.failures.push({ consultation, error });
    }
  }
  return erased;
}
