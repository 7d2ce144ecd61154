import { sql } from 'kysely';
import type { Database } from '../database.js';

/** What a consultation holds of what citizens sent, registrations left aside. */
export interface Held {
  answers: number;
  proposals: number;
  comments: number;
  supports: number;
  reports: number;
}

/** Counts what `eraseAll` would erase. */
export async function countHeld(db: Database, consultation: string): Promise<Held> {
  const { rows } = await sql<Held>`
    select
      (select count(*) from answers where consultation = ${consultation} and state = 'live')::integer as answers,
      (select count(*) from proposals where consultation = ${consultation} and not withdrawn)::integer as proposals,
      (select count(*) from comments where consultation = ${consultation} and not withdrawn)::integer as comments,
      (
        select count(*) from supports join proposals on proposals.id = supports.proposal
        where consultation = ${consultation} and active
      )::integer as supports,
      (select count(*) from reports where consultation = ${consultation})::integer as reports`.execute(db);
  const [held] = rows;
  if (!held) throw new Error('a count has one row');
  return held;
}
