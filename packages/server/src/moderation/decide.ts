import { idIn, isSubject, isVisible, type OfficialAnswer, type ProposalStatus } from '@cnr-widgets/contract';
import { sql, type Transaction } from 'kysely';
import type { Database, Tables } from '../database.js';
import { findItem, readJournal, type Item, type JournalEntry } from './queue.js';
import { statusAfter, type Act } from './rules.js';

/** The longest reason, in UTF-16 code units. */
export const MAX_REASON = 2000;

export interface Decision {
  /** Who decides: the operator's name, as it will stand in the journal. */
  actor: string;
  consultation: string;
  /** `proposal:` or `comment:`, and its id. */
  subject: string;
  act: Act;
  /** Why: said to the author. Needed to refuse, welcome elsewhere. */
  reason?: string | undefined;
  /** What the organiser answers. Needed for `answer`, and for nothing else. */
  answer?: OfficialAnswer | undefined;
  /** What the moderator had before them; a change since then is told instead of being overwritten. */
  seen?: { revision: string; openReports: number } | undefined;
  now: Date;
}

export interface Decided {
  item: Item;
  before: ProposalStatus;
  after: ProposalStatus;
  /** Of the entry in the journal. */
  entry: number;
}

/**
 * A decision that was not taken. `not-possible`: not from the status that it has; `changed-since`: somebody was
 * faster, or the author corrected the text. `item` is as it stands now, `last` what was last done with it.
 */
export class ModerationError extends Error {
  override readonly name = 'ModerationError';

  constructor(
    readonly code:
      | 'unknown-subject'
      | 'not-possible'
      | 'changed-since'
      | 'reason-required'
      | 'reason-too-long'
      | 'answer-required',
    readonly item?: Item,
    readonly last?: JournalEntry,
  ) {
    super(code);
  }
}

/**
 * Takes one decision: the item and the journal's line, or neither.
 * @throws ModerationError
 */
export function decide(db: Database, decision: Decision): Promise<Decided> {
  return db.transaction().execute((transaction) => decideWithin(transaction, decision));
}

/** The same, within a transaction of the caller's. @throws ModerationError */
export async function decideWithin(
  transaction: Transaction<Tables>,
  { actor, consultation, subject, act, reason: given, answer: givenAnswer, seen, now }: Decision,
): Promise<Decided> {
  const reason = given?.trim() || null;
  // The row first: of two who decide at once, the second waits here, and then reads what the first did.
  const table = await lock(transaction, subject);
  const item = await findItem(transaction, subject);
  if (!table || item?.consultation !== consultation) throw new ModerationError('unknown-subject');
  const refuse = async (code: ModerationError['code']) => {
    const [last] = await readJournal(transaction, { subject, limit: 1 });
    return new ModerationError(code, item, last);
  };
  const stale =
    seen && (seen.revision !== item.revision || (act === 'keep' && seen.openReports < item.openReports));
  if (stale) throw await refuse('changed-since');
  const after = statusAfter(act, { ...item, answered: item.answer !== null });
  if (!after) throw await refuse('not-possible');
  if (act === 'refuse' && reason === null) throw await refuse('reason-required');
  if ((reason?.length ?? 0) > MAX_REASON) throw await refuse('reason-too-long');
  const answer = act === 'answer' ? givenAnswer : undefined;
  if (act === 'answer' && !answer) throw await refuse('answer-required');

  if (act !== 'keep') {
    await setStatus(transaction, table, item, { status: after, reason, answer, now });
  }
  if (act === 'keep' || act === 'refuse') {
    await transaction
      .updateTable('reports')
      .set({ handled_at: now })
      .where('subject', '=', subject)
      .where('handled_at', 'is', null)
      .execute();
  }
  const entry = await transaction
    .insertInto('moderation_journal')
    .values({
      at: now,
      actor,
      consultation,
      subject,
      act,
      reason,
      before: item.status,
      after,
      answer: answer ? JSON.stringify(answer) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { item, before: item.status, after, entry: Number(entry.id) };
}

/** Locks the row; undefined when there is none. */
async function lock(
  transaction: Transaction<Tables>,
  subject: string,
): Promise<'proposals' | 'comments' | undefined> {
  if (!isSubject(subject)) return undefined;
  const table = subject.startsWith('proposal:') ? 'proposals' : 'comments';
  const row = await transaction
    .selectFrom(table)
    .select('id')
    .where('id', '=', idIn(subject))
    .forUpdate()
    .executeTakeFirst();
  return row && table;
}

async function setStatus(
  transaction: Transaction<Tables>,
  table: 'proposals' | 'comments',
  { subject }: Item,
  { status, reason, answer, now }: Changes,
): Promise<void> {
  const id = idIn(subject);
  const published_at = isVisible(status)
    ? sql<Date>`coalesce(published_at, ${now})`
    : sql<Date>`published_at`;
  // The author reads why it was refused; what is said with another act is for the journal alone.
  const common = { reason: status === 'refused' ? reason : null, changed_at: now, published_at };
  if (table === 'comments') {
    if (status !== 'published' && status !== 'refused') throw new Error(`a comment is never ${status}`);
    await transaction
      .updateTable('comments')
      .set({ ...common, status })
      .where('id', '=', id)
      .execute();
    return;
  }
  await transaction
    .updateTable('proposals')
    .set({ ...common, status, ...(answer && { answer: JSON.stringify(answer) }) })
    .where('id', '=', id)
    .execute();
}

interface Changes {
  status: ProposalStatus;
  reason: string | null;
  answer: OfficialAnswer | undefined;
  now: Date;
}
