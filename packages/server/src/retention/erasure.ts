import type { Results } from '@cnr-widgets/contract';
import type { Database } from '../database.js';

/** What is known of a consultation whose contributions were erased. */
export interface Erasure {
  beganAt: Date;
  /** Null while there is more to erase. */
  endedAt: Date | null;
  answers: number;
  proposals: number;
  authors: number;
  results: Results | null;
}

/** Undefined while nothing of it was erased, but what moderators had refused. */
export async function erasureOf(db: Database, consultation: string): Promise<Erasure | undefined> {
  const row = await db
    .selectFrom('erasures')
    .selectAll()
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  if (!row) return undefined;
  const { began_at: beganAt, ended_at: endedAt, answers, proposals, authors, results } = row;
  return { beganAt, endedAt, answers, proposals, authors, results };
}
