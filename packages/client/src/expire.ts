// A module of its own: a card, which does this at each visit, knows nobody's pseudonym.
import { deviceStore, type Store } from './store.js';

/**
 * Forgets who this device was where nothing is taken any more, on whatever page of the site it happens to be. Creates
 * nothing, and never rejects: what the store does not let go goes at a later visit.
 * @param now milliseconds since the epoch
 */
export async function forgetExpired(
  now = Date.now(),
  store: Store = deviceStore('pseudonyms'),
): Promise<void> {
  const isOver = (person: unknown) => Date.parse((person as { until?: string } | null)?.until ?? '') < now;
  const people = await store.entries().catch(() => []);
  for (const [key, person] of people) {
    if (!isOver(person)) continue;
    // Somebody may act in another tab meanwhile.
    await store
      .change(key, (value) => (isOver(value) ? { remove: [key] } : undefined))
      .catch(() => undefined);
  }
}
