import { isSubject } from '@cnr-widgets/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.js';
import {
  inQueue,
  items,
  LAST_ENTRY,
  toItem,
  type Item,
  type ItemRow,
  type Queue,
  type Within,
} from './queue.js';

/** What a queue can be put in order by, besides its own order. */
export const SORTS = ['supports'] as const;
export type Sort = (typeof SORTS)[number];

/** A part of what waits or was decided. */
interface Asked {
  queue: Queue;
  consultation?: Within;
  /** The queue's own order when absent. */
  sort?: Sort | undefined;
}

/** Items that are fetched at once of a whole queue. */
const PART = 500;

/** Where an item stands: what it is ordered by, the lowest first. Items of the same rank go by their subjects. */
interface Mark {
  rank: number[];
  subject: string;
}

type RankedRow = ItemRow & Mark;

/**
 * The beginning of a queue. What waits comes first, the oldest at the top; then what was reported, the most reported
 * at the top. Other queues have the newest at the top. With `sort`, the most supported is at the top of any.
 */
export async function listQueue(db: Database, asked: Asked, limit: number): Promise<Item[]> {
  return (await ranked(db, asked, { limit })).map(itemOf);
}

/** All of a queue in its order, by parts, as it is at one moment: what is decided meanwhile shifts nothing. */
export async function wholeQueue(
  db: Database,
  asked: Asked,
  take: (part: Item[]) => Promise<void>,
): Promise<void> {
  await db
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => {
      // One statement, so one look at the tables and one sort; pages would sort all of it again for each.
      await sql`declare whole_queue no scroll cursor for ${listing(asked)}`.execute(transaction);
      for (;;) {
        const { rows } = await sql<RankedRow>`fetch ${sql.lit(PART)} from whole_queue`.execute(transaction);
        if (rows.length === 0) return;
        await take(rows.map(itemOf));
      }
    });
}

/** Where a page begins or ends, as its addresses say it; what cannot be meant is no place at all. */
export interface PagePlace {
  after?: string | undefined;
  before?: string | undefined;
}

export interface QueuePage {
  items: Item[];
  /** `before` of the page before and `after` of the one behind; absent where there is none. */
  previous?: string;
  next?: string;
}

/**
 * A page of a queue. It hangs on an item and not on a number: what is decided meanwhile by anybody, on pages read
 * before, makes nobody miss what comes next. Where nothing is left there, it is the first page.
 */
export async function pageOfQueue(
  db: Database,
  asked: Asked,
  place: PagePlace,
  limit: number,
): Promise<QueuePage> {
  const [after, before] = [readMark(place.after), readMark(place.before)];
  const some = { limit: limit + 1 };
  if (before) {
    const found = await ranked(db, asked, { ...some, before });
    // With no more than a page before it, that is the first one.
    if (found.length > limit)
      return pageFrom(found.slice(0, limit).reverse(), { previous: true, next: true });
  } else if (after) {
    const found = await ranked(db, asked, { ...some, after });
    const next = found.length > limit;
    if (found.length > 0) return pageFrom(found.slice(0, limit), { previous: true, next });
  }
  const found = await ranked(db, asked, some);
  return pageFrom(found.slice(0, limit), { previous: false, next: found.length > limit });
}

/** What stands behind an item in its queue, or else at its top; undefined when there is nothing else. */
export async function nextInQueue(
  db: Database,
  { queue, consultation, sort }: Asked,
  subject: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ subject: string }>`
    with queue as (
      select subject, row_number() over (order by ${rankOf(queue, sort)}, subject) as place
      from (${items({ consultation })}) as item where ${inQueue(queue)}
    ), here as (select coalesce((select place from queue where subject = ${subject}), 0) as place)
    select subject from queue, here where subject <> ${subject}
    order by queue.place < here.place, queue.place limit 1`.execute(db);
  return rows[0]?.subject;
}

function pageFrom(rows: readonly RankedRow[], more: { previous: boolean; next: boolean }): QueuePage {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    items: rows.map(itemOf),
    ...(more.previous && first && { previous: writeMark(first) }),
    ...(more.next && last && { next: writeMark(last) }),
  };
}

/** All of them unless limited: behind a mark, or the nearest before one, which comes first then. */
interface Wanted {
  after?: Mark;
  before?: Mark;
  limit?: number;
}

async function ranked(db: Database, asked: Asked, wanted: Wanted): Promise<RankedRow[]> {
  const { rows } = await sql<RankedRow>`${listing(asked, wanted)}`.execute(db);
  return rows;
}

/** What is looked up for each item is looked up for those that are wanted alone: hence the inner query. */
function listing(
  { queue, consultation, sort }: Asked,
  { after, before, limit }: Wanted = {},
): RawBuilder<unknown> {
  const order = before ? sql`order by rank desc, subject desc` : sql`order by rank, subject`;
  const placed = ({ rank, subject }: Mark) => sql`(${rank}::float8[], ${subject})`;
  return sql`
    select item.*, ${LAST_ENTRY}
    from (
      select * from (
        select item.*, ${rankOf(queue, sort)} as rank
        from (${items({ consultation })}) as item where ${inQueue(queue)}
      ) as item
      where ${after ? sql`(rank, subject) > ${placed(after)}` : sql`true`}
        and ${before ? sql`(rank, subject) < ${placed(before)}` : sql`true`}
      ${order} limit ${limit ?? null}
    ) as item
    ${order}`;
}

/** One list of numbers for any order, so that a place in it is one comparison. */
function rankOf(queue: Queue, sort: Sort | undefined): RawBuilder<unknown> {
  const received = sql`extract(epoch from "receivedAt")`;
  const own =
    queue === 'todo' || queue === 'submitted' || queue === 'reported'
      ? [
          sql`(status <> 'submitted')::int`,
          sql`case when status = 'submitted' then 0 else -"openReports" end`,
          received,
        ]
      : [sql`-${received}`];
  // A comment, which nobody can support, comes behind what nobody supports.
  const supported = sort === undefined ? [] : [sql`(supports is null)::int`, sql`-coalesce(supports, 0)`];
  return sql`array[${sql.join([...supported, ...own])}]::float8[]`;
}

function writeMark({ rank, subject }: Mark): string {
  return [...rank, subject].join();
}

/** An address may be anything. */
function readMark(text = ''): Mark | undefined {
  const parts = text.split(',');
  const subject = parts.pop() ?? '';
  const rank = parts.map(Number);
  const meant = isSubject(subject) && rank.length > 0 && rank.every(Number.isFinite);
  return meant ? { rank, subject } : undefined;
}

function itemOf({ rank: _, ...row }: RankedRow): Item {
  return toItem(row);
}
