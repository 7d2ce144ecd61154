import { deviceStore, type Store } from './store.js';

/** What drafts take from their surroundings. */
export interface DraftOptions {
  store?: Store | undefined;
  /** Milliseconds since the epoch. */
  now?: (() => number) | undefined;
}

/** How long a draft is kept. */
const DRAFT_HOURS = 24;

export function draftStore({ store }: DraftOptions): Store {
  return store ?? deviceStore('drafts');
}

/** When it was kept, while it still counts. A date in the future comes from a clock that was put back. */
export function keptAt(value: unknown, now: number): string | undefined {
  if (typeof value !== 'object' || value === null || !('savedAt' in value)) return undefined;
  const { savedAt } = value;
  if (typeof savedAt !== 'string') return undefined;
  return Math.abs(now - Date.parse(savedAt)) < DRAFT_HOURS * 3_600_000 ? savedAt : undefined;
}
