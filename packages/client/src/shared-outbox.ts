import { Outbox } from './outbox.js';

export { Outbox } from './outbox.js';
export { OutboxChange, OutboxProof } from './outbox-events.js';
export { type Correction, type DraftOf, type OutboxDraft } from './make-entry.js';
export { type Outcome } from './outcome.js';
export {
  type OutboxEntry,
  type EntryFault,
  type EntryState,
  type Kept,
  type UnreadableEntry,
  type OutboxExport,
} from './entry.js';
export { type OutboxEnvironment, type OutboxNews, type PageSignal } from './outbox-environment.js';
export { type TryOptions } from './sender.js';

/**
 * The page's one outbox, started: shared by all elements, and by all copies of the library, on the page.
 * @throws ClientError `not-supported` without a page, as `start` does: on a server all visitors would share it. A
 * program of its own takes `new Outbox({ store: memoryStore() })`, and does not start it.
 */
export function sharedOutbox(): Outbox {
  const key = Symbol.for('cnr-widgets.outbox.1');
  const page = globalThis as unknown as Record<symbol, Outbox | undefined>;
  if (page[key]) return page[key];
  const outbox = new Outbox();
  outbox.start();
  return (page[key] = outbox);
}
