import { sql } from 'kysely';
import type { Database } from '../database.js';

/** Within which a wrong date, or a wrong number of months, can be mended after it was imported or decided, in days. */
export const MEND_DAYS = 7;

/** When what a consultation received is erased. */
export interface Terms {
  consultation: string;
  /** When nothing more arrives: the end of its days of grace. */
  graceEndsAt: Date;
  /** Null where its notice says it in words alone, as `refusedDueAt` is. */
  dueAt: Date | null;
  refusedDueAt: Date | null;
}

/**
 * Of every public consultation that is not erased yet. Months count from closing, and nothing goes while it may
 * still arrive, nor within a week after an import said these terms: a wrong one can be mended until then, and an
 * import that changes something else puts nothing off.
 * @param only of one of them
 */
export async function readTerms(db: Database, only?: string): Promise<Terms[]> {
  const terms = (of: string) => {
    const definition = sql.ref(`${of}.definition`);
    return sql`(${definition} ->> 'closesAt', ${definition} -> 'notice' ->> 'retentionMonths',
      ${definition} -> 'notice' ->> 'refusedRetentionMonths')`;
  };
  const due = (months: string) =>
    sql`greatest(closes_at + make_interval(months => ${sql.ref(months)}::integer), grace_ends_at,
      said_at + make_interval(days => ${MEND_DAYS}))`;
  const { rows } = await sql<Terms>`
    select consultation, grace_ends_at as "graceEndsAt",
      case when all_months is not null then ${due('all_months')} end as "dueAt",
      case when refused_months is not null then ${due('refused_months')} end as "refusedDueAt"
    from (
      select consultations.id as consultation, closes_at,
        closes_at + make_interval(days => coalesce((served.definition ->> 'graceDays')::integer, 7)) as grace_ends_at,
        served.definition -> 'notice' ->> 'retentionMonths' as all_months,
        served.definition -> 'notice' ->> 'refusedRetentionMonths' as refused_months,
        (
          select min(same.imported_at) from consultation_versions same
          where same.consultation = consultations.id and same.version > coalesce((
            select max(other.version) from consultation_versions other
            where other.consultation = consultations.id and ${terms('other')} is distinct from ${terms('served')}
          ), 0)
        ) as said_at
      from consultations
        join consultation_versions served
          on served.consultation = consultations.id and served.version = consultations.version
        cross join lateral (select (served.definition ->> 'closesAt')::timestamptz as closes_at) as closing
      where not draft and not exists (
          select from erasures where erasures.consultation = consultations.id and ended_at is not null
        ) and ${only === undefined ? sql`true` : sql`consultations.id = ${only}`}
    ) as known
    order by consultation`.execute(db);
  return rows;
}
