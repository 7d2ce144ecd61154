import { Outbox } from '@cnr-widgets/client/outbox';
import { memoryStore } from '@cnr-widgets/client/store';

let inMemory: Outbox | undefined;

/** One for the page: an answer that waits outlives the element it was given in, but not the tab. */
export function outboxInMemory(): Outbox {
  if (!inMemory) {
    inMemory = new Outbox({ store: memoryStore() });
    inMemory.start();
  }
  return inMemory;
}
