import { createHash } from 'node:crypto';
import {
  idIn,
  isSubject,
  type OfficialAnswer,
  type ProposalStatus,
  type ReportReason,
} from '@cnr-widgets/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.js';
import { SUPPORTS } from '../proposal-reader.js';
import { VISIBLE } from '../statuses.js';
import type { Act, ModeratedKind } from './rules.js';

/** What can be listed: `todo` is what waits, then what was reported. */
export const QUEUES = [
  'todo',
  'submitted',
  'reported',
  'published',
  'selected',
  'answered',
  'archived',
  'refused',
] as const;
export type Queue = (typeof QUEUES)[number];

/** What a citizen wrote, as a moderator reads it. */
export interface Item {
  /** `proposal:` or `comment:`, and its id. */
  subject: string;
  kind: ModeratedKind;
  consultation: string;
  /** The proposal itself, or the one that is commented on. */
  proposal: string;
  /** The proposal's; a comment has none of its own. */
  title: string;
  text: string;
  theme: string | null;
  territory: string | null;
  /** The name that the author chose to be shown under. */
  name: string | null;
  status: ProposalStatus;
  /** Why it was refused, as the author reads it. */
  reason: string | null;
  answer: OfficialAnswer | null;
  receivedAt: Date;
  openReports: number;
  /** Exact, as everybody reads it; null for a comment, which cannot be supported. */
  supports: number | null;
  /** Changes whenever the author or a moderator changes anything: what a decision was made about. */
  revision: string;
}

export interface Report {
  reason: ReportReason;
  text: string | null;
  receivedAt: Date;
}

export interface JournalEntry {
  id: number;
  at: Date;
  actor: string;
  consultation: string;
  subject: string;
  act: Act | 'read-names';
  reason: string | null;
  /** Null where nothing was decided. */
  before: ProposalStatus | null;
  after: ProposalStatus | null;
}

export type ItemRow = Omit<Item, 'revision'> & { lastEntry: string | null };

/** One consultation, several, or all where it is absent. */
export type Within = string | readonly string[] | undefined;

/** Narrows before the two tables are put together, so that their indexes serve. */
interface Narrowed {
  consultation?: Within;
  /** The id alone, or its beginning with a `%` behind. */
  id?: string;
}

/** Proposals and comments alike. What its author withdrew is in no list. */
export function items({ consultation, id }: Narrowed): RawBuilder<unknown> {
  const narrowed = (table: string) => sql`
    ${consultation === undefined ? sql`true` : sql`${sql.ref(`${table}.consultation`)} = any(${[consultation].flat()})`}
    and ${id === undefined ? sql`true` : matching(sql.ref(`${table}.id`), id)}`;
  return sql`
    select written.*, coalesce(reported.count, 0) as "openReports"
    from (
      select 'proposal:' || id as subject, 'proposal' as kind, consultation, id as proposal, title, body as text,
        theme, territory, name, status, reason, answer, received_at as "receivedAt", ${SUPPORTS} as supports
      from proposals where not withdrawn and ${narrowed('proposals')}
      union all
      select 'comment:' || comments.id, 'comment', comments.consultation, proposal, title, comments.body,
        null, null, comments.name, comments.status, comments.reason, null, comments.received_at,
        null
      from comments join proposals on proposals.id = proposal
      where not comments.withdrawn and not proposals.withdrawn and ${narrowed('comments')}
    ) as written
    left join (
      select subject, count(*)::int as count from reports where handled_at is null group by subject
    ) as reported using (subject)`;
}

function matching(column: RawBuilder<unknown>, id: string): RawBuilder<unknown> {
  return id.endsWith('%') ? sql`${column}::text like ${id}` : sql`${column} = ${id}::uuid`;
}

export const LAST_ENTRY = sql`
  (select max(id) from moderation_journal as entry where entry.subject = item.subject) as "lastEntry"`;

const REPORTED = sql`(status in ${VISIBLE} and "openReports" > 0)`;

export function inQueue(queue: Queue): RawBuilder<unknown> {
  if (queue === 'todo') return sql`(status = 'submitted' or ${REPORTED})`;
  return queue === 'reported' ? REPORTED : sql`status = ${queue}`;
}

/** How many there are in each queue. */
export async function countQueues(db: Database, consultation: Within): Promise<Record<Queue, number>> {
  const counted = QUEUES.map(
    (queue) => sql`(count(*) filter (where ${inQueue(queue)}))::int as ${sql.ref(queue)}`,
  );
  const { rows } = await sql<Record<Queue, number>>`
    select ${sql.join(counted)} from (${items({ consultation })}) as item`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('a count has one row');
  return counts;
}

/** One item; undefined when there is none, or when its author withdrew it. */
export async function findItem(db: Database, subject: string): Promise<Item | undefined> {
  if (!isSubject(subject)) return undefined;
  const found = await findById(db, { id: idIn(subject) });
  return found.find((item) => item.subject === subject);
}

/** The items whose id begins so, two at most: one is meant, or the beginning is too short. */
export async function findByPrefix(db: Database, consultation: string, prefix: string): Promise<Item[]> {
  return findById(db, { consultation, id: `${prefix.replace(/[^0-9a-f-]/g, '')}%` });
}

async function findById(db: Database, narrowed: Narrowed): Promise<Item[]> {
  const { rows } = await sql<ItemRow>`
    select item.*, ${LAST_ENTRY} from (${items(narrowed)}) as item order by subject limit 2`.execute(db);
  return rows.map(toItem);
}

/** The open reports of an item, the oldest first. */
export async function openReports(db: Database, subject: string): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select reason, body as text, received_at as "receivedAt" from reports
    where subject = ${subject} and handled_at is null order by received_at, id`.execute(db);
  return rows;
}

/** The journal, the newest first. @param before only what is older than this entry */
export async function readJournal(
  db: Database,
  {
    consultation,
    subject,
    before,
    limit,
  }: { consultation?: Within; subject?: string; before?: number | undefined; limit: number },
): Promise<JournalEntry[]> {
  let query = db
    .selectFrom('moderation_journal')
    .select(['id', 'at', 'actor', 'consultation', 'subject', 'act', 'reason', 'before', 'after'])
    .orderBy('id', 'desc')
    .limit(limit);
  if (consultation !== undefined) query = query.where('consultation', 'in', [consultation].flat());
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (before !== undefined) query = query.where('id', '<', String(before));
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

export function toItem({ lastEntry, ...item }: ItemRow): Item {
  const { status, title, text, name, theme, territory } = item;
  // Whatever everybody will see of it: the name is the author's own words, too.
  const seen = JSON.stringify([status, title, text, name, theme, territory, lastEntry]);
  return { ...item, revision: createHash('sha256').update(seen).digest('hex').slice(0, 16) };
}
