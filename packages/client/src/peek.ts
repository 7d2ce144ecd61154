import { draftStore, keptAt, type DraftOptions } from './draft-place.js';
import { readEntry, type OutboxEntry } from './entry.js';
import { isAt, placeKey, type Place } from './place.js';
import { deviceStore, type Store } from './store.js';

/**
 * What this device holds of a consultation, a backend, or at all, without creating anything and without the code that
 * sends. Empty where the store cannot be read: whoever only looks has nothing to tell.
 */
export async function peekEntries(
  filter: Partial<Place> = {},
  store: Store = deviceStore('outbox'),
): Promise<OutboxEntry[]> {
  const found = await store.entries().catch(() => []);
  return found.flatMap(([key, value]) => readEntry(key, value) ?? []).filter((entry) => isAt(entry, filter));
}

/** The answer that stands for a place among these entries, oldest first: what is not received yet, else the latest. */
export function latestAnswer(entries: readonly OutboxEntry[], place: Place): OutboxEntry | undefined {
  const own = entries.filter((entry) => entry.kind === 'answer' && isAt(entry, place));
  return own.find(({ receipt }) => !receipt) ?? own.at(-1);
}

/** When a draft was kept here (RFC 3339), while it counts; undefined without one. Creates nothing. */
export async function peekDraft(place: Place, options: DraftOptions = {}): Promise<string | undefined> {
  const { now = Date.now } = options;
  const value = await draftStore(options)
    .get(placeKey(place))
    .catch(() => undefined);
  return keptAt(value, now());
}
