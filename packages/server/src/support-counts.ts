import { graceEnds, phaseOf, type SupportCounts } from '@cnr-widgets/contract';
import { sql } from 'kysely';
import type { PublicConsultation } from './consultations.js';
import type { Database } from './database.js';
import { SHOWN, SUPPORTS } from './proposal-reader.js';
import { OPEN } from './statuses.js';

/** What buttons need to know of the proposals with these ids, in their order; what nobody may see is left out. */
export async function countSupports(
  db: Database,
  { version, definition }: PublicConsultation,
  ids: readonly string[],
  now: Date,
): Promise<SupportCounts> {
  const { rows } = await sql<{ id: string; title: string; open: boolean; count: number }>`
    select id, title, status in ${OPEN} as open, ${SUPPORTS} as count from proposals
    where id = any(${ids}::uuid[]) and consultation = ${definition.id} and ${SHOWN}`.execute(db);
  const found = new Map(rows.map((row) => [row.id, row]));
  const phase = phaseOf(definition, now);
  const max = definition.proposals?.supportsPerPerson;
  return {
    version,
    phase,
    ...(max !== undefined && { supportsPerPerson: max }),
    supports: ids.flatMap((id) => {
      const row = found.get(id);
      if (!row) return [];
      const { title, count } = row;
      return [{ subject: `proposal:${id}`, title, count, open: row.open && phase === 'open' }];
    }),
    countedAt: now.toISOString(),
    takenUntil: graceEnds(definition).toISOString(),
  };
}
