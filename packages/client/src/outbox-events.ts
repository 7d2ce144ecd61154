import type { ProofProgress } from './backend.js';
import type { EntryState, OutboxEntry } from './entry.js';

/** `change`: an entry came, changed its state, or went, here or in another tab. */
export class OutboxChange extends Event {
  readonly id: string;
  /** Undefined for a new entry, and where another tab made the change. */
  readonly from: EntryState | undefined;
  /** Undefined for an entry that is gone. */
  readonly to: EntryState | undefined;
  readonly entry: OutboxEntry | undefined;

  constructor(id: string, from: OutboxEntry | undefined, to: OutboxEntry | undefined) {
    super('change');
    this.id = id;
    this.from = from?.state;
    this.to = to?.state;
    this.entry = to;
  }
}

/** `proof`: this page makes the proof of work that the backend asked for an entry. A `change` tells of its end. */
export class OutboxProof extends Event {
  readonly id: string;
  readonly progress: ProofProgress;

  constructor(id: string, progress: ProofProgress) {
    super('proof');
    this.id = id;
    this.progress = progress;
  }
}

/** The events of an `Outbox`, by name. `storage`: its `durable` changed. */
interface OutboxEventMap {
  change: OutboxChange;
  proof: OutboxProof;
  storage: Event;
}

/** An event target that knows its events' types. */
export const TypedEventTarget = EventTarget as new () => Omit<
  EventTarget,
  'addEventListener' | 'removeEventListener'
> & {
  addEventListener<T extends keyof OutboxEventMap>(
    type: T,
    listener: (event: OutboxEventMap[T]) => void,
    options?: AddEventListenerOptions,
  ): void;
  removeEventListener<T extends keyof OutboxEventMap>(
    type: T,
    listener: (event: OutboxEventMap[T]) => void,
    options?: EventListenerOptions,
  ): void;
};
