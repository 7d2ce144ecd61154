import {
  calendarDay,
  type Proposal,
  type ProposalPage,
  type ProposalSort,
  type ProposalSummary,
} from '@cnr-widgets/contract';
import { sql, type RawBuilder } from 'kysely';
import type { PublicConsultation } from './consultations.js';
import type { Database } from './database.js';
import { BriefCache } from './brief-cache.js';
import { ProblemError } from './problems.js';
import { instantOf, MICROSECONDS, writeCursor, type ListQuery, type Place } from './proposal-query.js';
import { VISIBLE } from './statuses.js';

/** In UTF-16 code units. */
const EXCERPT = 280;
const SIMILAR = 5;
/** How much of what is typed a title must resemble, from 0 to 1 (`word_similarity` of `pg_trgm`). */
const ALIKE = 0.4;
/** What it is worth that a proposal has every word of it, on the same scale. */
const ALL_WORDS = 0.5;
/** Of those, no more are compared: what so many say can be found by searching. */
const LIKELY = 200;

type Status = ProposalSummary['status'];

interface Row {
  id: string;
  title: string;
  beginning: string;
  theme: string | null;
  territory: string | null;
  name: string | null;
  status: Status;
  published_at: Date;
  supports: number;
  comments: number;
}

interface ListedRow extends Row {
  weight: string | null;
  at: string;
}

/** What everybody sees, and the condition of the indexes. */
export const SHOWN = sql`proposals.status in ${VISIBLE} and not proposals.withdrawn`;

/** Those that are folded already, and those that are not. */
export const SUPPORTS = sql<number>`(proposals.supports + coalesce(
  (select sum(delta) from support_deltas where support_deltas.proposal = proposals.id), 0))::integer`;

const COMMENTS = sql<number>`(select count(*)::integer from comments
  where comments.proposal = proposals.id and comments.status = 'published' and not comments.withdrawn)`;

const SUMMARY = sql`proposals.id, title, left(body, ${sql.lit(EXCERPT + 1)}) as beginning, theme, territory,
  name, proposals.status, proposals.published_at, ${SUPPORTS} as supports, ${COMMENTS} as comments`;

/** What comes before `published_at` in an order, highest first. */
const WEIGHT: Record<ProposalSort, RawBuilder<unknown> | undefined> = {
  supported: sql`proposals.supports`,
  trending: sql`proposals.trend`,
  latest: undefined,
};

/** Reads what everybody may see of the proposals of a consultation. */
export class ProposalReader {
  private readonly totals = new BriefCache<number>({ atMost: 5_000 });

  constructor(private readonly db: Database) {}

  async list({ definition }: PublicConsultation, query: ListQuery): Promise<ProposalPage> {
    const { sort, limit, after } = query;
    const wanted = filters(definition.id, query);
    const weight = WEIGHT[sort];
    const keys = sql.join([...(weight ? [weight] : []), sql`published_at`, sql`id`], sql` desc, `);
    // What is counted for each is counted for those of the page alone: hence the inner query.
    const { rows } = await sql<ListedRow>`
      select ${SUMMARY}, ${weight ?? sql`null`}::text as weight, ${MICROSECONDS} as at
      from (
        select proposals.* from proposals where ${wanted} ${after ? sql`and ${beyond(after)}` : sql``}
        order by ${keys} desc limit ${limit + 1}
      ) proposals
      order by ${keys} desc`.execute(this.db);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next =
      last && rows.length > limit
        ? writeCursor({
            sort,
            at: last.at,
            id: last.id,
            ...(last.weight !== null && { weight: last.weight }),
          })
        : undefined;
    return {
      proposals: page.map((row) => summaryOf(row, definition.timeZone)),
      total: await this.count(definition.id, query, wanted),
      ...(next !== undefined && { next }),
    };
  }

  /** At most five that say something like `text`, the most alike first. */
  async similar({ definition }: PublicConsultation, text: string): Promise<ProposalPage> {
    const rows = await this.db.transaction().execute(async (transaction) => {
      await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(ALIKE)}, true)`.execute(
        transaction,
      );
      const words = sql`plainto_tsquery('cnr_french', translate(${text}, '’', ' '))`;
      const here = sql`consultation = ${definition.id} and ${SHOWN}`;
      // Titles that resemble it, whatever the spelling; and whatever has all of its words in title or text.
      const found = await sql<Row>`
        select ${SUMMARY} from (
          select proposals.*, greatest(
            word_similarity(cnr_plain(${text}), plain), case when words @@ ${words} then ${ALL_WORDS}::real end
          ) as alike
          from proposals join proposal_search on proposal_search.proposal = proposals.id
          where ${here} and proposals.id in (
            select proposal from proposal_search where cnr_plain(${text}) <% plain
            union all (
              select proposal from proposal_search join proposals on proposals.id = proposal
              where ${here} and words @@ ${words} limit ${LIKELY}
            )
          )
          order by alike desc, id limit ${SIMILAR}
        ) proposals
        order by alike desc, id`.execute(transaction);
      return found.rows;
    });
    return {
      proposals: rows.map((row) => summaryOf(row, definition.timeZone)),
      total: rows.length,
    };
  }

  /** @throws ProblemError `unknown-subject` where there is none that everybody may see */
  async one({ definition }: PublicConsultation, id: string): Promise<Proposal> {
    const { timeZone } = definition;
    const { rows } = await sql<Row & { body: string; answer: Proposal['answer'] | null }>`
      select ${SUMMARY}, body, answer from proposals
      where id = ${id} and consultation = ${definition.id} and ${SHOWN}`.execute(this.db);
    const [row] = rows;
    if (!row) throw new ProblemError('unknown-subject');
    return {
      ...summaryOf(row, timeZone),
      text: row.body,
      history: await this.history(row, timeZone),
      ...(row.answer && { answer: row.answer }),
    };
  }

  /** What became of it day by day: the first publication, then what moderators made of it, each status once in a row. */
  private async history({ id, published_at }: Row, timeZone: string): Promise<Proposal['history']> {
    const { rows } = await sql<{ after: Status; at: Date }>`
      select after, at from moderation_journal
      where subject = ${`proposal:${id}`} and act not in ('accept', 'keep', 'refuse') order by id`.execute(
      this.db,
    );
    const steps = [{ after: 'published' as const, at: published_at }, ...rows];
    return steps
      .filter(({ after }, place) => after !== steps[place - 1]?.after)
      .map(({ after, at }) => ({ status: after, date: calendarDay(at, timeZone) }));
  }

  /** Counting all of them costs more than reading a page, and is the same for every page and order. */
  private count(consultation: string, query: ListQuery, wanted: RawBuilder<unknown>): Promise<number> {
    const { search, theme, territory, answered, ids } = query;
    const key = JSON.stringify([consultation, search, theme, territory, answered, ids]);
    return this.totals.get(key, async () => {
      const { rows } = await sql<{ total: number }>`
        select count(*)::integer as total from proposals where ${wanted}`.execute(this.db);
      return rows[0]?.total ?? 0;
    });
  }
}

function filters(consultation: string, query: ListQuery): RawBuilder<unknown> {
  const { search, theme, territory, answered, ids } = query;
  const found = [sql`consultation = ${consultation} and ${SHOWN}`];
  if (theme !== undefined) found.push(sql`theme = ${theme}`);
  if (territory !== undefined) found.push(sql`territory = ${territory}`);
  if (answered) found.push(sql`proposals.status = 'answered'`);
  if (ids) found.push(sql`proposals.id = any(${ids}::uuid[])`);
  if (search !== undefined) {
    found.push(sql`proposals.id in (
      select proposal from proposal_search
      where words @@ websearch_to_tsquery('cnr_french', translate(${search}, '’', ' ')))`);
  }
  return sql.join(found, sql` and `);
}

/** What comes after the place where a page ended: keyset, so that a deep page costs no more than the first. */
function beyond({ sort, weight, at, id }: Place): RawBuilder<unknown> {
  const place = sql`${instantOf(at)}, ${id}::uuid`;
  if (sort === 'supported') {
    return sql`(proposals.supports, published_at, id) < (${weight}::integer, ${place})`;
  }
  if (sort === 'trending') {
    return sql`(proposals.trend, published_at, id) < (${weight}::double precision, ${place})`;
  }
  return sql`(published_at, id) < (${place})`;
}

function summaryOf(row: Row, timeZone: string): ProposalSummary {
  const { id, title, beginning, theme, territory, name, status, published_at, supports, comments } = row;
  return {
    id,
    title,
    excerpt: excerptOf(beginning),
    ...(theme !== null && { theme }),
    ...(territory !== null && { territory }),
    ...(name !== null && { name }),
    status,
    publishedOn: calendarDay(published_at, timeZone),
    supports,
    comments,
  };
}

/** Cut between words, or at least not within a character. */
function excerptOf(beginning: string): string {
  if (beginning.length <= EXCERPT) return beginning;
  return `${beginning.slice(0, EXCERPT).replace(/\s+\S*$|[\ud800-\udbff]$/, '')}…`;
}
