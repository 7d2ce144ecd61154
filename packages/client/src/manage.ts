// What becomes of an entry besides being sent. Few citizens come to it, so that no page loads it to answer.
import { replacedBy } from '@cnr-widgets/contract';
import type { Kept, OutboxEntry, OutboxExport } from './entry.js';
import { ClientError, clientErrorOf } from './errors.js';
import { makeEntry, type Correction, type OutboxDraft } from './make-entry.js';
import type { Outbox } from './outbox.js';
import { outcomeOf, type Outcome } from './outcome.js';

/**
 * Sends the same content as a new contribution, for an id that is spoilt (`content-conflict`, `withdrawn`). Where the
 * old one may have been received it is tried once more first, and nothing new is made unless that settles it: the
 * outcome is then the old one's.
 * @throws ClientError `unknown-entry`, `storage`
 */
export async function resendUnderNewId(
  outbox: Outbox,
  id: string,
  options: { waitMs?: number } = {},
): Promise<Outcome> {
  const old = await settled(outbox, id, options.waitMs);
  return old.receipt ? outcomeOf(old) : renew(outbox, old, undefined, options.waitMs);
}

/**
 * Sends a corrected answer in place of one that is on this device. One that was received is replaced at the backend,
 * by its receipt code. One that may have been received is settled first, as by `resendUnderNewId`.
 * @throws ClientError `unknown-entry`, `storage`
 */
export async function correctAndResend(
  outbox: Outbox,
  id: string,
  correction: Correction,
  options: { waitMs?: number } = {},
): Promise<Outcome> {
  const old = await settled(outbox, id, options.waitMs);
  if (!old.receipt) return renew(outbox, old, correction, options.waitMs);
  const { kind, consultation, consultationTitle, receipt } = old;
  const payload = { ...correction.payload, replaces: receipt.code };
  const keep = keptFrom(old, correction);
  const backend = await outbox.parts.sender.open(old);
  const draft = { ...correction, kind, consultation, consultationTitle, payload, keep } as OutboxDraft;
  return outbox.submit(backend, draft, options);
}

/**
 * Withdraws what was received, at the backend and then here. Online only.
 * @throws ClientError `unknown-entry`, `storage`, or the call's.
 */
export async function withdraw(outbox: Outbox, id: string): Promise<void> {
  const { known, sender } = outbox.parts;
  const entry = await known(id);
  if (!entry.receipt) throw new ClientError('unknown-entry', 'nothing was received that could be withdrawn');
  const backend = await sender.open(entry);
  try {
    await backend.withdraw(entry.consultation, id, entry.receipt.code);
  } catch (error) {
    if (clientErrorOf(error, 'network').code !== 'withdrawn') throw error;
  }
  await outbox.erase(id);
}

/** All that this device holds, as plain data for a file. */
export async function exportFile(outbox: Outbox): Promise<OutboxExport> {
  const [entries, unreadable] = await Promise.all([outbox.entries(), outbox.unreadable()]);
  const exportedAt = new Date(outbox.parts.env.now()).toISOString();
  return { format: 'cnr-widgets-outbox', version: 1, exportedAt, entries, unreadable };
}

/** What the new entry keeps: a corrected proposal has another title, and the same subject. */
function keptFrom({ keep }: OutboxEntry, correction: Correction | undefined): Kept | undefined {
  return (keep ?? correction?.keep) && { ...keep, ...correction?.keep };
}

/** The entry, tried once more where it may have been received. */
async function settled({ parts }: Outbox, id: string, waitMs: number | undefined): Promise<OutboxEntry> {
  const old = await parts.known(id);
  if (!old.maybeReceived || old.state === 'received') return old;
  await parts.tryNow(old, { force: true }, waitMs);
  return parts.known(id);
}

async function renew(
  { parts: { env, ledger, known, tryNow } }: Outbox,
  old: OutboxEntry,
  correction: Correction | undefined,
  waitMs: number | undefined,
): Promise<Outcome> {
  const { id, contribution, attempts, state } = old;
  if (!contribution || old.maybeReceived) return outcomeOf(old);
  // What corrects a correction still replaces what that one was to replace.
  const replaces = replacedBy(contribution);
  const payload = { ...(replaces && { replaces }), ...(correction ?? contribution).payload };
  const keep = keptFrom(old, correction);
  const draft = { ...old, ...contribution, ...correction, payload, keep };
  const made = await makeEntry(env, old.descriptor, draft);
  if (made.state === 'unsaved') return made;
  try {
    const entry = await ledger.change(id, (current) =>
      current.state === state && current.attempts === attempts ? made : undefined,
    );
    return await tryNow(entry ?? (await known(id)), {}, waitMs);
  } catch (cause) {
    return {
      state: 'unsaved',
      contribution: made.contribution ?? contribution,
      error: clientErrorOf(cause, 'storage'),
    };
  }
}
