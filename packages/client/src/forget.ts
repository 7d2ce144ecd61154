import { draftStore, type DraftOptions } from './draft-place.js';
import { isAt, placeKey, type Place } from './place.js';
import type { Outbox } from './outbox.js';
import { forgetPseudonyms, hasPseudonyms } from './pseudonyms.js';
import { pseudonymsOf } from './supports.js';

/** What a device holds besides entries. */
export interface Remains {
  /** Who it was: a random UUID for each consultation and kind. */
  pseudonyms: boolean;
  drafts: boolean;
}

/** Looks for it, of one consultation or of all. Creates nothing. @throws ClientError `storage` */
export async function remainsOf(outbox: Outbox, place?: Place, drafts: DraftOptions = {}): Promise<Remains> {
  return {
    pseudonyms: await hasPseudonyms(place, { store: pseudonymsOf(outbox) }),
    drafts: (await draftKeys(place, drafts)).length > 0,
  };
}

/**
 * Erases all that this device holds of a consultation: what waits, receipts, the draft, and who the device was. What
 * was received stays received, and can be changed with its receipt code alone; without the pseudonym, this device is
 * a new person there.
 * @throws ClientError `storage`: something is still on the device.
 */
export async function forgetDevice(outbox: Outbox, place: Place, drafts: DraftOptions = {}): Promise<void> {
  await forget(outbox, place, drafts);
}

/**
 * The same of every consultation on this site, what this version cannot read included.
 * @throws ClientError `storage`: something is still on the device.
 */
export async function forgetEverything(outbox: Outbox, drafts: DraftOptions = {}): Promise<void> {
  await forget(outbox, undefined, drafts);
  for (const { key } of await outbox.unreadable()) await outbox.erase(key);
}

/**
 * Forgets under which pseudonym this device registered for meetings, once it holds no registration of that place any
 * more: to be called when one is erased. Other pseudonyms stay until everything is forgotten, or somebody who erases a
 * receipt could support once more.
 * @throws ClientError `storage`
 */
export async function forgetRegistrant(outbox: Outbox, place: Place): Promise<void> {
  const entries = await outbox.entries();
  if (entries.some((entry) => entry.kind === 'registration' && isAt(entry, place))) return;
  await forgetPseudonyms(place, { store: pseudonymsOf(outbox), kinds: ['registration'] });
}

async function forget(outbox: Outbox, place: Place | undefined, drafts: DraftOptions): Promise<void> {
  for (const entry of await outbox.entries()) if (isAt(entry, place ?? {})) await outbox.erase(entry.id);
  const store = draftStore(drafts);
  for (const key of await draftKeys(place, drafts)) await store.change(key, () => ({ remove: [key] }));
  await forgetPseudonyms(place, { store: pseudonymsOf(outbox) });
}

/** Of those that are there: to erase another would create a database. */
async function draftKeys(place: Place | undefined, drafts: DraftOptions): Promise<string[]> {
  const keys = (await draftStore(drafts).entries()).map(([key]) => key);
  return keys.filter((key) => !place || key === placeKey(place));
}
