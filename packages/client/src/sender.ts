import { replacedBy, type Receipt } from '@cnr-widgets/contract';
import { descriptorKey, type Backend, type CallOptions, type ProofProgress } from './backend.js';
import type { OutboxEntry } from './entry.js';
import { ClientError, clientErrorOf } from './errors.js';
import type { Ledger } from './ledger.js';
import type { OutboxEnvironment } from './outbox-environment.js';
import { isAt } from './place.js';
import { claimed, failed, isDue, prevails, received, renewed } from './transitions.js';

/** Seconds until a store that took nothing is tried again: a full disk stays full for a while. */
const FULL_FOR = 60;

/** How often the lease is renewed while a proof of work is made: well before it runs out. */
const RENEW_MS = 20_000;

/** `force`: the citizen asks. `networkBack`: what failed for want of a network need not wait any longer. */
export interface TryOptions {
  force?: boolean | undefined;
  networkBack?: boolean | undefined;
}

/**
 * Sends entries, each by one page at a time: a Web Lock an entry tells at once that its holder died, and the lease in
 * the entry stands in where locks are missing, refused or stolen. Neither is what keeps an answer from being doubled:
 * the backend's is, which records an id once.
 */
export class Sender {
  readonly #env: OutboxEnvironment;
  readonly #ledger: Ledger;
  readonly #backends = new Map<string, Backend>();
  readonly #attempts = new Map<string, Promise<OutboxEntry | undefined>>();
  readonly #releases = new Set<() => void>();
  /** What stops an attempt that makes a proof of work. */
  readonly #proofs = new Map<string, AbortController>();
  readonly #onProof: (id: string, progress: ProofProgress) => void;

  constructor(
    env: OutboxEnvironment,
    ledger: Ledger,
    onProof: (id: string, progress: ProofProgress) => void,
  ) {
    this.#env = env;
    this.#ledger = ledger;
    this.#onProof = onProof;
  }

  /** Gives up a proof of work that is being made for an entry, and with it the attempt: the entry is gone. */
  stop(id: string): void {
    this.#proofs.get(id)?.abort();
  }

  /** Entries of this backend are sent through this very object from now on. */
  use(backend: Backend): void {
    this.#backends.set(descriptorKey(backend.descriptor), backend);
  }

  async open(entry: OutboxEntry): Promise<Backend> {
    return this.#backends.get(descriptorKey(entry.descriptor)) ?? (await this.#env.open(entry.descriptor));
  }

  /** Lets go of every lock, not of the calls under way: a held lock keeps a page out of the back/forward cache. */
  release(): void {
    for (const release of this.#releases) release();
  }

  /** Whether this very page sends it now. */
  isSending(id: string): boolean {
    return this.#attempts.has(id);
  }

  /** Tries once. Returns the state that this led to, undefined where it was not this page's turn. Never rejects. */
  attempt(id: string, options: TryOptions): Promise<OutboxEntry | undefined> {
    const running = this.#attempts.get(id);
    if (running) return running;
    const attempt = this.#exclusively(id, (locked) => this.#send(id, { ...options, locked })).finally(() => {
      this.#attempts.delete(id);
      this.#proofs.delete(id);
    });
    this.#attempts.set(id, attempt);
    return attempt;
  }

  async #exclusively<T>(id: string, run: (locked: boolean) => Promise<T>): Promise<T> {
    let running: Promise<T> | undefined;
    let release: (() => void) | undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const letGo = () => release?.();
    this.#releases.add(letGo);
    try {
      await this.#env.locks?.request(`cnr-widgets ${id}`, { ifAvailable: true }, (lock) => {
        running = run(lock !== null);
        return Promise.race([running, released]);
      });
    } catch {
      // Refused (an opaque origin) or stolen (the call goes on).
    } finally {
      this.#releases.delete(letGo);
    }
    return running ?? run(false);
  }

  async #send(id: string, options: TryOptions & { locked: boolean }): Promise<OutboxEntry | undefined> {
    const { now, random, hash, online } = this.#env;
    let before: Pick<OutboxEntry, 'attempts' | 'maybeReceived'> = { attempts: 0 };
    let entry: OutboxEntry | undefined;
    try {
      entry = await this.#ledger.change(id, (current, written) => {
        if (!current.contribution || !isDue(current, now(), options)) return undefined;
        before = current;
        const goes =
          written || !current.durable || (current.state === 'waiting' && current.maybeReceived === true);
        return goes ? claimed(current, now()) : this.#stalled(current);
      });
    } catch {
      return undefined; // The store is out of reach: a later visit finds the entry there.
    }
    if (!entry?.contribution || entry.attempts === before.attempts) return entry; // Nothing, or nothing that goes.
    const wasOnline = online();
    try {
      if ((await hash(entry.contribution)) !== entry.contentHash) {
        throw new ClientError('damaged', 'what is stored is not what was saved');
      }
      const backend = await this.open(entry);
      const receipt = await backend.put(entry.contribution, this.#provingFor(entry));
      if (!matches(receipt, entry))
        throw new ClientError('lying-receipt', 'the receipt is for something else');
      const settled = await this.#settle(entry, received(entry, receipt));
      await this.#forgetReplaced(entry, replacedBy(entry.contribution));
      return settled;
    } catch (cause) {
      const error = clientErrorOf(cause, 'network');
      const next = failed(entry, before, error, now(), random());
      // Without a network from beginning to end nothing left, as far as a device can know. A support may rely on it,
      // so that its removal can cancel it out; for anything that could be doubled it is not certain enough.
      const kept = entry.kind === 'support' && error.code === 'network' && !wasOnline && !online();
      return this.#settle(entry, kept ? { ...next, maybeReceived: before.maybeReceived } : next);
    }
  }

  /**
   * What is stored as never sent, or as being sent by another page, does not go while the store cannot be told: were
   * this page to die, the store would hold for certain that it was not received, and a correction under a new id would
   * be a second row. What may have been received already goes from memory. A refused one keeps its reason.
   */
  #stalled(entry: OutboxEntry): OutboxEntry | undefined {
    const { now, random } = this.#env;
    if (entry.state === 'sending') return renewed(entry, now());
    if (entry.state === 'refused') return undefined;
    const error = new ClientError('storage', 'the device did not take the attempt', { retryAfter: FULL_FOR });
    return failed(entry, entry, error, now(), random());
  }

  /** Tells of a proof of work, and keeps the entry leased as long as it takes. */
  #provingFor({ id, attempts }: OutboxEntry): CallOptions {
    const stop = new AbortController();
    let renewedAt = this.#env.now();
    return {
      signal: stop.signal,
      onProof: (progress) => {
        this.#proofs.set(id, stop);
        this.#onProof(id, progress);
        const now = this.#env.now();
        if (now - renewedAt < RENEW_MS) return;
        renewedAt = now;
        // Where another page took over meanwhile the lease is its own; the backend records an id once.
        const renew = (current: OutboxEntry) =>
          current.state === 'sending' && current.attempts === attempts ? renewed(current, now) : undefined;
        this.#ledger.change(id, renew).catch(() => undefined);
      },
    };
  }

  /**
   * What was received puts an end to others: to the receipt that a correction used up, and to every earlier press of
   * the same support button.
   */
  async #forgetReplaced(by: OutboxEntry, code: string | undefined): Promise<void> {
    if (code === undefined && by.kind !== 'support') return;
    for (const entry of await this.#ledger.entries()) {
      const replaced = code === undefined ? isEarlierPress(entry, by) : entry.receipt?.code === code;
      // What the store will not let go now still shows; the backend answers `already-replaced` to its code.
      if (replaced) await this.#ledger.erase(entry.id).catch(() => undefined);
    }
  }

  async #settle(from: OutboxEntry, next: OutboxEntry): Promise<OutboxEntry> {
    try {
      const written = await this.#ledger.change(next.id, (current) =>
        prevails(next, current) ? next : undefined,
      );
      // Nothing written: it was erased or evicted meanwhile, or another tab got further.
      return written ?? (await this.#ledger.read(next.id)) ?? next;
    } catch {
      return this.#ledger.float(next, from);
    }
  }
}

function isEarlierPress(entry: OutboxEntry, than: OutboxEntry): boolean {
  const { keep, kind } = entry;
  return (
    kind === 'support' &&
    keep?.subject === than.keep?.subject &&
    (keep?.revision ?? 0) < (than.keep?.revision ?? 0) &&
    isAt(entry, than)
  );
}

function matches(receipt: Receipt, { id, contribution, contentHash }: OutboxEntry): boolean {
  return (
    receipt.id === id &&
    receipt.consultation === contribution?.consultation &&
    receipt.contentHash === contentHash
  );
}
