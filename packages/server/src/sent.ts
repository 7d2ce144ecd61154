import { createHash } from 'node:crypto';
import type { ProposalRules } from '@cnr-widgets/contract';
import { sql, type Insertable, type Transaction } from 'kysely';
import type { Acknowledgeable } from './acknowledgement.js';
import type { Database, Tables } from './database.js';
import type { SentContribution } from './proposal-tables.js';
import { ProblemError } from './problems.js';
import { receivedColumns, replaceRow, rowByCode, type Incoming } from './received.js';

/** A contribution about proposals, with the rules for them. */
export interface InForum<Sent extends SentContribution = SentContribution> extends Incoming<Sent> {
  /** Of the version that is served. */
  rules: ProposalRules;
  /** Of the version that the citizen saw. */
  seen: ProposalRules;
}

/** @throws ProblemError `not-offered` where it asks, or asked, for no proposals */
export function inForum<Sent extends SentContribution>(incoming: Incoming<Sent>): InForum<Sent> {
  const { proposals: rules } = incoming.consultation.definition;
  const { proposals: seen } = incoming.version;
  if (!rules || !seen) throw new ProblemError('not-offered', { detail: 'it asks for no proposals' });
  return { ...incoming, rules, seen };
}

/** @param subject what it made, or is about: the same through every correction */
export function sentRow(incoming: Incoming<SentContribution>, subject: string): Insertable<Tables['sent']> {
  return { ...receivedColumns(incoming), kind: incoming.contribution.kind, subject };
}

/**
 * Records a correction. Undefined when the id is taken.
 * @param replaces the receipt code of what it corrects
 * @param change corrects what the first one made, once it is sure that it may
 * @throws ProblemError `unknown-receipt-code`, `withdrawn`, `already-replaced`, and whatever `change` throws
 */
export function correctSent(
  db: Database,
  incoming: Incoming<SentContribution>,
  replaces: string,
  change: (transaction: Transaction<Tables>, subject: string) => Promise<void>,
): Promise<Acknowledgeable | undefined> {
  const { kind, consultation } = incoming.contribution;
  return db.transaction().execute(async (transaction) => {
    const first = await rowByCode(transaction, 'sent', replaces, consultation);
    if (first?.kind !== kind) throw new ProblemError('unknown-receipt-code');
    const { subject } = first;
    return replaceRow(transaction, 'sent', sentRow(incoming, subject), replaces, () =>
      change(transaction, subject),
    );
  });
}

/** The one person of a pseudonym, as it is stored. */
export function personOf({ payload }: { payload: { pseudonym: string } }): Buffer {
  return createHash('sha256').update(payload.pseudonym.toLowerCase(), 'utf8').digest();
}

/** Until the transaction ends, no other one counts what this person did: of two at once, one sees the other. */
export async function lockPerson(transaction: Transaction<Tables>, person: Buffer): Promise<void> {
  // A statement of its own: what counts afterwards must see what was committed while this waited.
  await sql`select pg_advisory_xact_lock(${person.readBigInt64BE()}::bigint)`.execute(transaction);
}
