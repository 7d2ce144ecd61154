import { descriptorKey } from './backend.js';
import { draftKey, draftStore, keptAt, type DraftOptions, type DraftPlace } from './draft-place.js';
import { readEntry, type OutboxEntry } from './entry.js';
import { deviceStore, type Store } from './store.js';

/**
 * What this device holds of a consultation, a backend, or at all, without creating anything and without the code that
 * sends. Empty where the store cannot be read: whoever only looks has nothing to tell.
 */
export async function peekEntries(
  filter: Partial<DraftPlace> = {},
  store: Store = deviceStore('outbox'),
): Promise<OutboxEntry[]> {
  const found = await store.entries().catch(() => []);
  return found.flatMap(([key, value]) => readEntry(key, value) ?? []).filter((entry) => isOf(entry, filter));
}

/** The answer that stands for a place among these entries, oldest first: what is not received yet, else the latest. */
export function latestAnswer(entries: readonly OutboxEntry[], place: DraftPlace): OutboxEntry | undefined {
  const own = entries.filter((entry) => entry.kind === 'answer' && isOf(entry, place));
  return own.find(({ receipt }) => !receipt) ?? own.at(-1);
}

function isOf(entry: OutboxEntry, { consultation, descriptor }: Partial<DraftPlace>): boolean {
  return (
    (consultation === undefined || entry.consultation === consultation) &&
    (descriptor === undefined || descriptorKey(entry.descriptor) === descriptorKey(descriptor))
  );
}

/** When a draft was kept here (RFC 3339), while it counts; undefined without one. Creates nothing. */
export async function peekDraft(place: DraftPlace, options: DraftOptions = {}): Promise<string | undefined> {
  const { now = Date.now } = options;
  const value = await draftStore(options)
    .get(draftKey(place))
    .catch(() => undefined);
  return keptAt(value, now());
}
