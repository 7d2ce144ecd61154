import { descriptorKey, type BackendDescriptor } from './backend.js';
import type { DraftOptions } from './draft-place.js';
import { eraseDraft } from './drafts.js';
import type { Outbox } from './outbox.js';
import { forgetPseudonyms } from './pseudonyms.js';
import { pseudonymsOf } from './supports.js';

/**
 * Erases all that this device holds of a consultation: what waits, receipts, the draft, and who the device was. What
 * was received stays received, and can be changed with its receipt code alone; without the pseudonym, this device is
 * a new person there.
 * @throws ClientError `storage`: something is still on the device.
 */
export async function forgetDevice(
  outbox: Outbox,
  place: { descriptor: BackendDescriptor; consultation: string },
  drafts: DraftOptions = {},
): Promise<void> {
  const backend = descriptorKey(place.descriptor);
  for (const { id, consultation, descriptor } of await outbox.entries()) {
    if (consultation === place.consultation && descriptorKey(descriptor) === backend) await outbox.erase(id);
  }
  await eraseDraft(place, drafts);
  await forgetPseudonyms(place, { store: pseudonymsOf(outbox) });
}
