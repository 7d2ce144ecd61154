import type { ContributionOf } from '@cnr-widgets/contract';
import { sql, type Transaction } from 'kysely';
import type { Tables } from './database.js';
import { personOf, type InForum } from './sent.js';

/** What a proposal and a comment have in common, as they arrive: by the rules, everybody sees it at once or later. */
export function writtenColumns({
  contribution,
  receivedAt,
  rules,
}: InForum<ContributionOf<'proposal'> | ContributionOf<'comment'>>) {
  const { id, consultation, createdAt, payload } = contribution;
  const atOnce = rules.moderation === 'after';
  return {
    id,
    consultation,
    pseudonym: personOf(contribution),
    ...wordsOf(payload),
    status: atOnce ? ('published' as const) : ('submitted' as const),
    reason: null,
    created_at: new Date(createdAt),
    received_at: receivedAt,
    published_at: atOnce ? receivedAt : null,
    changed_at: receivedAt,
  };
}

/** What its author wrote, of which a correction is made as well. */
export function wordsOf({ text, name }: { text: string; name?: string | undefined }) {
  return { body: text, name: name ?? null };
}

/** What its author wrote is erased; that there was something stays. */
export function erasedColumns(now: Date) {
  return { withdrawn: true, body: '', name: null, reason: null, changed_at: now };
}

/** Whether a moderator decided upon it: then it stays as it was read. */
export async function isDecided(transaction: Transaction<Tables>, subject: string): Promise<boolean> {
  const { rows } = await sql<{ decided: boolean }>`
    select exists (select from moderation_journal where subject = ${subject}) as decided`.execute(
    transaction,
  );
  return rows[0]?.decided !== false;
}
