import type { Database } from '../database.js';
import type { View } from './page.js';
import { findItem, type Item, type Within } from './queue.js';

/** A text of a consultation that somebody's token is not for. */
export class ScopeError extends Error {
  override readonly name = 'ScopeError';
  readonly code = 'insufficient-scope';

  constructor(readonly view: View) {
    super('the token is for other consultations');
  }
}

/** What of a place somebody may see: the consultation that they chose, else all that their token is for. */
export function ownPart<Place extends { consultation?: string | undefined }>(
  { within }: View,
  place: Place,
): Place & { consultation?: Within } {
  return { ...place, consultation: place.consultation ?? within };
}

/** One item; undefined when there is none, or when its author withdrew it. @throws ScopeError */
export async function findOwnItem(db: Database, view: View, subject = ''): Promise<Item | undefined> {
  const item = await findItem(db, subject);
  if (item && view.within && !view.within.includes(item.consultation)) throw new ScopeError(view);
  return item;
}
