import { PROPOSAL_SORTS, type ProposalQuery, type ProposalSort } from '@cnr-widgets/contract';
import { sql, type RawBuilder } from 'kysely';
import { ProblemError } from './problems.js';
import { isUuid } from './uuid.js';

const MAX_SEARCH = 200;
/** The most of a page, and of what is asked for by its id. */
export const MAX_LISTED = 50;

/** What a list is asked for, read and checked. */
export interface ListQuery extends Omit<ProposalQuery, 'sort' | 'cursor' | 'ids'> {
  /** Those alone. */
  ids?: string[];
  sort: ProposalSort;
  after: Place | undefined;
  limit: number;
}

/**
 * Where a page ended: what it was sorted by, in the order of the sort. `at`: when the last one was published, in
 * microseconds since 1970, as PostgreSQL keeps them.
 */
export interface Place {
  sort: ProposalSort | 'comments';
  /** How many supports, or the trend; absent where `at` decides alone. */
  weight?: string;
  at: string;
  id: string;
}

/** Reads the query string of a list. @throws ProblemError `invalid-request` */
export function readListQuery(params: URLSearchParams): ListQuery {
  const value = (name: string) => params.get(name) ?? undefined;
  const search = value('search')?.trim() || undefined;
  if (search !== undefined && search.length > MAX_SEARCH) throw wrong('search is too long');
  const sort = PROPOSAL_SORTS.find((one) => one === (value('sort') ?? 'trending'));
  if (!sort) throw wrong(`sort is one of ${PROPOSAL_SORTS.join(', ')}`);
  const limit = value('limit') ?? '20';
  if (!/^\d{1,2}$/.test(limit) || Number(limit) < 1 || Number(limit) > MAX_LISTED) {
    throw wrong(`limit is from 1 to ${MAX_LISTED}`);
  }
  const cursor = value('cursor');
  // Left out in silence it would be everybody's list that is taken for somebody's own.
  if (params.has('ids')) throw wrong('ids are posted to /proposals/by-id');
  return {
    search,
    theme: value('theme'),
    territory: value('territory'),
    answered: value('answered') === 'true',
    sort,
    after: cursor === undefined ? undefined : readCursor(cursor, sort),
    limit: Number(limit),
  };
}

/** Lower case, each once. @throws ProblemError `invalid-request` */
export function readIds(ids: readonly unknown[]): string[] {
  if (ids.length > MAX_LISTED) throw wrong(`at most ${MAX_LISTED} at a time`);
  const texts = ids.filter(isText);
  if (texts.length < ids.length || !texts.every(isUuid)) throw wrong('not a UUID');
  return [...new Set(texts.map((id) => id.toLowerCase()))];
}

/** Opaque to everybody else. */
export function writeCursor({ sort, weight, at, id }: Place): string {
  return Buffer.from(JSON.stringify([sort, weight ?? null, at, id])).toString('base64url');
}

/** @throws ProblemError `invalid-request` for what this server did not write, or wrote for another order */
export function readCursor(cursor: string, sort: Place['sort']): Place {
  const [order, weight, at, id] = parsed(cursor);
  const weighed = {
    supported: /^\d{1,9}$/,
    trending: /^(-Infinity|-?\d{1,15}(\.\d{1,20})?)$/,
    latest: undefined,
    comments: undefined,
  }[sort];
  const fits = weighed ? typeof weight === 'string' && weighed.test(weight) : weight === null;
  const written = order === sort && fits && isText(at) && /^\d{1,16}$/.test(at) && isText(id) && isUuid(id);
  if (!written) throw wrong('the cursor is none of ours');
  return { sort, at, id, ...(isText(weight) && { weight }) };
}

const isText = (value: unknown): value is string => typeof value === 'string';

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function wrong(detail: string): ProblemError {
  return new ProblemError('invalid-request', { detail });
}

/** When something was published, as it stands in a cursor. */
export const MICROSECONDS = sql<string>`(extract(epoch from published_at) * 1000000)::bigint::text`;

/** The way back from there. */
export function instantOf(microseconds: string): RawBuilder<Date> {
  return sql`(timestamptz 'epoch' + ${microseconds}::bigint * interval '1 microsecond')`;
}
