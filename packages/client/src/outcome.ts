import type { Contribution, Receipt } from '@cnr-widgets/contract';
import type { EntryFault, OutboxEntry } from './entry.js';
import { ClientError } from './errors.js';

/**
 * What became of something that was handed to the outbox.
 * - received: the backend acknowledged it, once.
 * - queued: it is on this device for certain, and goes out when it can.
 * - refused: the backend will not take it as it is; it stays on the device until the citizen decides, in this page alone
 *   where `entry.durable` is false.
 * - unsaved: neither on the device for certain, nor acknowledged. Where `entry` is given, the page keeps trying from
 *   memory for as long as it is open, and the way to try again is `resend(entry.id)` or `correctAndResend(entry.id, …)`:
 *   a second `submit` would be a second contribution. Without `entry` nothing was sent.
 */
export type Outcome =
  | { state: 'received'; entry: OutboxEntry; receipt: Receipt; error?: undefined }
  | { state: 'queued'; entry: OutboxEntry; receipt?: undefined; error?: undefined }
  | { state: 'refused'; entry: OutboxEntry; receipt?: undefined; error: EntryFault }
  | {
      state: 'unsaved';
      contribution: Contribution;
      entry?: OutboxEntry;
      receipt?: undefined;
      error: ClientError;
    };

/** The outcome that an entry's state means. */
export function outcomeOf(entry: OutboxEntry): Outcome {
  const { receipt, contribution, lastError } = entry;
  if (entry.state === 'received' && receipt) return { state: 'received', entry, receipt };
  if (entry.state === 'refused' && lastError) return { state: 'refused', entry, error: lastError };
  if (entry.durable || !contribution) return { state: 'queued', entry };
  const error = new ClientError('storage', 'the device did not store it, and it has no receipt yet');
  return { state: 'unsaved', contribution, entry, error };
}
