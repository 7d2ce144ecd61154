import { Outbox, sharedOutbox } from '@cnr-widgets/client/outbox';
import { memoryStore } from '@cnr-widgets/client/store';
import type { DevicePolicy } from './context.js';

let inMemory: Outbox | undefined;

/**
 * The outbox of this page; on a shared device one that forgets with the tab. What waits there outlives the element it
 * was given in. It comes with whoever sends: a file of its own might be the one that does not arrive, and is no smaller.
 */
export function outboxOf(device: DevicePolicy): Outbox {
  if (device !== 'shared') return sharedOutbox();
  if (!inMemory) {
    inMemory = new Outbox({ store: memoryStore() });
    inMemory.start();
  }
  return inMemory;
}
