import type { DraftOptions } from './draft-place.js';
import { eraseDraft } from './drafts.js';
import type { Outbox } from './outbox.js';
import { isAt, type Place } from './place.js';
import { forgetPseudonyms } from './pseudonyms.js';
import { pseudonymsOf } from './supports.js';

/**
 * Erases all that this device holds of a consultation: what waits, receipts, the draft, and who the device was. What
 * was received stays received, and can be changed with its receipt code alone; without the pseudonym, this device is
 * a new person there.
 * @throws ClientError `storage`: something is still on the device.
 */
export async function forgetDevice(outbox: Outbox, place: Place, drafts: DraftOptions = {}): Promise<void> {
  for (const entry of await outbox.entries()) if (isAt(entry, place)) await outbox.erase(entry.id);
  await eraseDraft(place, drafts);
  await forgetPseudonyms(place, { store: pseudonymsOf(outbox) });
}
