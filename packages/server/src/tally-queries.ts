import type { Questionnaire } from '@cnr-widgets/contract';
import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Database, Tables } from './database.js';
import { ProblemError } from './problems.js';

/** How many live answers of one version hold one value of one question. `value` null: seen, left empty. */
export interface ValueCount {
  version: number;
  question: string;
  value: string | null;
  count: number;
}

/** The same for what is inside a list: a choice, a row's column, a choice's place. */
export interface PartCount extends Omit<ValueCount, 'value'> {
  kind: 'multiple' | 'matrix' | 'ranking';
  /** `matrix`: the row. `ranking`: the place, from 1. */
  within: string | null;
  value: string;
}

export interface Counted {
  values: ValueCount[];
  parts: PartCount[];
  territories: { departement: string | null; count: number }[];
}

/** What `String.prototype.trim` keeps, as a PostgreSQL expression: "answered" means the same on the device and here. */
const INK = '[^\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]';

/**
 * The questions as each version put them, newest first.
 * @throws ProblemError `not-offered` where no version ever asked one
 */
export async function questionnairesOf(
  db: Database,
  consultation: string,
): Promise<{ version: number; questionnaire: Questionnaire }[]> {
  const versions = await db
    .selectFrom('consultation_versions')
    .select(['version', 'definition'])
    .where('consultation', '=', consultation)
    .orderBy('version', 'desc')
    .execute();
  const asked = versions.flatMap(({ version, definition: { questionnaire } }) =>
    questionnaire ? [{ version, questionnaire }] : [],
  );
  if (asked.length === 0) throw new ProblemError('not-offered', { detail: 'it asks no questions' });
  return asked;
}

/** Reads all of it as of one moment, so that numbers agree with each other. */
export function inSnapshot<T>(db: Database, read: (snapshot: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

/**
 * Counts the live answers of a consultation inside the database: 100,000 of them would take the server's one thread
 * for seconds.
 * @param before only what was received before
 */
export async function countAnswers(
  snapshot: Transaction<Tables>,
  consultation: string,
  before?: Date,
): Promise<Counted> {
  const until = before === undefined ? sql`` : sql`and received_at < ${before}`;
  const live = sql`consultation = ${consultation} and state = 'live' ${until}`;
  return {
    values: await valueCounts(snapshot, live),
    parts: await partCounts(snapshot, live),
    territories: await territoryCounts(snapshot, live),
  };
}

/** Answers that are neither withdrawn nor replaced. */
export async function countParticipants(db: Database, consultation: string): Promise<number> {
  const row = await db
    .selectFrom('answers')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('consultation', '=', consultation)
    .where('state', '=', 'live')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** People who proposed something that they did not withdraw, whatever the moderators, or time, made of it. */
export async function countAuthors(db: Database, consultation: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct pseudonym)::integer as count from proposals
    where consultation = ${consultation} and (not withdrawn or exists (
      select from sent where kind = 'proposal' and subject = proposals.id and state = 'erased'
    ))`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Proposals that their authors did not withdraw. */
export async function countProposals(db: Database, consultation: string): Promise<number> {
  const row = await db
    .selectFrom('proposals')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('consultation', '=', consultation)
    .where('withdrawn', '=', false)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

async function valueCounts(db: Transaction<Tables>, live: RawBuilder<unknown>): Promise<ValueCount[]> {
  // A list, or a text, is counted as "answered" alone: its words, or its combination, are no tally.
  const { rows } = await sql<ValueCount>`
    select definition_version as version, cell ->> 'question' as question, case cell -> 'value' ->> 'kind'
        when 'single' then cell -> 'value' ->> 'choice'
        when 'scale' then cell -> 'value' ->> 'value'
        when 'number' then cell -> 'value' ->> 'value'
        when 'territory' then cell -> 'value' ->> 'departement'
        when 'text' then case when cell -> 'value' ->> 'text' ~ ${INK} then 'answered' end
        when 'texts' then case when (
          select string_agg(line, '') from jsonb_array_elements_text(cell -> 'value' -> 'texts') line
        ) ~ ${INK} then 'answered' end
        else case when cell -> 'value' ->> 'kind' is not null then 'answered' end
      end as value,
      count(*)::int as count
    from answers, jsonb_array_elements(contribution -> 'payload' -> 'answers') cell
    where ${live}
    group by 1, 2, 3`.execute(db);
  return rows;
}

async function partCounts(db: Transaction<Tables>, live: RawBuilder<unknown>): Promise<PartCount[]> {
  const cells = (kind: PartCount['kind']) => sql`
    (select definition_version as version, cell ->> 'question' as question, cell -> 'value' as value
     from answers, jsonb_array_elements(contribution -> 'payload' -> 'answers') cell
     where ${live} and cell -> 'value' ->> 'kind' = ${kind}) cells`;
  const { rows } = await sql<PartCount>`
    select version, question, 'multiple' as kind, null as within, part as value, count(*)::int as count
      from ${cells('multiple')}, jsonb_array_elements_text(value -> 'choices') part group by 1, 2, 5
    union all
    select version, question, 'matrix', part ->> 'row', part ->> 'column', count(*)::int
      from ${cells('matrix')}, jsonb_array_elements(value -> 'rows') part group by 1, 2, 4, 5
    union all
    select version, question, 'ranking', place::text, part, count(*)::int
      from ${cells('ranking')}, jsonb_array_elements_text(value -> 'order') with ordinality parts (part, place)
      group by 1, 2, 4, 5`.execute(db);
  return rows;
}

async function territoryCounts(
  db: Transaction<Tables>,
  live: RawBuilder<unknown>,
): Promise<Counted['territories']> {
  const { rows } = await sql<{ departement: string | null; count: number }>`
    select contribution -> 'payload' -> 'profile' ->> 'departement' as departement, count(*)::int as count
    from answers where ${live}
    group by 1 order by 1 nulls last`.execute(db);
  return rows;
}
