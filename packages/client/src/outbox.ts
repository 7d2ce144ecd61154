import type { Backend } from './backend.js';
import type { OutboxEntry, UnreadableEntry } from './entry.js';
import { ClientError } from './errors.js';
import { Ledger } from './ledger.js';
import { makeEntry, type OutboxDraft } from './make-entry.js';
import { browserEnvironment, type OutboxChannel, type OutboxEnvironment } from './outbox-environment.js';
import { OutboxChange, OutboxProof, TypedEventTarget } from './outbox-events.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { Sender, type TryOptions } from './sender.js';
import { isDue, nextWake, settledView } from './transitions.js';

/** How long `submit` and its like wait for the receipt before they say `queued`. */
const WAIT_MS = 10_000;

/** The inside of an outbox. */
export interface OutboxParts {
  readonly env: OutboxEnvironment;
  readonly ledger: Ledger;
  readonly sender: Sender;
  /** @throws ClientError `unknown-entry`; `storage` where the store is out of reach, so that nobody knows */
  readonly known: (id: string) => Promise<OutboxEntry>;
  readonly tryNow: (entry: OutboxEntry, options: TryOptions, waitMs?: number) => Promise<Outcome>;
}

/**
 * Keeps what a citizen sends until it is acknowledged, once. Nothing is written before `submit`, and looking creates
 * nothing. Events: `change` for every change of an entry, `proof` while a proof of work is made,
 * `storage` when `durable` changed.
 */
export class Outbox extends TypedEventTarget {
  readonly #env: OutboxEnvironment;
  readonly #ledger: Ledger;
  readonly #sender: Sender;
  #stop: (() => void) | undefined;
  #channel: OutboxChannel | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(environment: Partial<OutboxEnvironment> = {}) {
    super();
    this.#env = { ...browserEnvironment(), ...environment };
    this.#ledger = new Ledger(
      this.#env.store,
      (id, from, to) => {
        this.dispatchEvent(new OutboxChange(id, from, to));
        this.#channel?.post({ id });
      },
      () => this.dispatchEvent(new Event('storage')),
    );
    this.#sender = new Sender(this.#env, this.#ledger, (id, progress) =>
      this.dispatchEvent(new OutboxProof(id, progress)),
    );
  }

  /** False: new entries are in this page's memory only, and the citizen must be told. */
  get durable(): boolean {
    return this.#ledger.durable;
  }

  /** False: the store could not be used last time, and what it holds is not known. */
  get reachable(): boolean {
    return this.#ledger.reachable;
  }

  /** Listens to the page and to other tabs, and sends what waits. Again: no effect. */
  start(): void {
    if (this.#stop) return;
    const stopListening = this.#env.listen((signal) => {
      if (signal === 'hidden') this.#sender.release();
      else void this.flush({ networkBack: true });
    });
    this.#channel = this.#env.channel(({ id }) => void this.#hear(id));
    this.#stop = () => {
      stopListening();
      this.#channel?.close();
      this.#channel = undefined;
      this.#cancelTimer?.();
    };
    void this.flush({ networkBack: true });
  }

  /** Ends what `start` began. Calls under way go on. */
  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Stores it, then sends it, and waits for the receipt for `waitMs` at most. Never rejects. */
  async submit(backend: Backend, draft: OutboxDraft, { waitMs = WAIT_MS } = {}): Promise<Outcome> {
    this.#env.persist();
    this.#sender.use(backend);
    const made = await makeEntry(this.#env, backend.descriptor, draft);
    if (made.state === 'unsaved') return made;
    const entry = await this.#ledger.add(made).catch(() => this.#ledger.float(made));
    return this.#tryNow(entry, {}, waitMs);
  }

  /** What this device holds, oldest first. */
  async entries(): Promise<OutboxEntry[]> {
    return (await this.#ledger.entries()).map((entry) => settledView(entry, this.#env.now()));
  }

  /** What the store holds that this version cannot read: kept as it is, and exported. */
  unreadable(): Promise<UnreadableEntry[]> {
    return this.#ledger.unreadable();
  }

  /** Sends what is due, one after the other; with `force` all that waits. Resolves when each was tried. */
  async flush(options: TryOptions = {}): Promise<void> {
    for (const entry of await this.#ledger.entries()) {
      // What another page was sending may be tried at once: where that page died, its lock tells.
      const left = entry.state === 'sending' && !this.#sender.isSending(entry.id);
      const due = entry.state === 'waiting' && isDue(entry, this.#env.now(), options);
      if (left || due) await this.#sender.attempt(entry.id, options);
    }
    await this.#arm();
  }

  /**
   * Tries an entry again now, refused ones too, under the same id: always safe.
   * @throws ClientError `unknown-entry`; `storage` where the store is out of reach, so that nobody knows
   */
  async resend(id: string, { waitMs = WAIT_MS } = {}): Promise<Outcome> {
    return this.#tryNow(await this.#known(id), { force: true }, waitMs);
  }

  /**
   * Forgets an entry, readable or not, whatever its state. One that was sent may have been received all the same.
   * @throws ClientError `storage`: it is still there.
   */
  async erase(id: string): Promise<void> {
    await this.#ledger.erase(id);
    this.#sender.stop(id);
  }

  /** What `manage.ts` works on: it is apart because most pages never need it. */
  get parts(): OutboxParts {
    return {
      env: this.#env,
      ledger: this.#ledger,
      sender: this.#sender,
      known: (id) => this.#known(id),
      tryNow: (entry, options, waitMs = WAIT_MS) => this.#tryNow(entry, options, waitMs),
    };
  }

  async #known(id: string): Promise<OutboxEntry> {
    const entry = await this.#ledger.find(id);
    if (!entry) throw new ClientError('unknown-entry', `no entry ${id} on this device`);
    return entry;
  }

  async #tryNow(entry: OutboxEntry, options: TryOptions, waitMs: number): Promise<Outcome> {
    const { id } = entry;
    const stop = new AbortController();
    // Another tab may be the one that sends it; its news comes as a change.
    const elsewhere = new Promise<OutboxEntry | undefined>((resolve) => {
      const onChange = (change: OutboxChange) => {
        if (change.id === id && change.to !== 'sending') resolve(change.entry);
      };
      this.addEventListener('change', onChange, { signal: stop.signal });
    });
    let cancel: (() => void) | undefined;
    const limit = new Promise<undefined>((resolve) => {
      cancel = this.#env.schedule(() => resolve(undefined), waitMs);
    });
    const attempt = async () => {
      const settled = (await this.#sender.attempt(id, options)) ?? (await this.#ledger.read(id));
      return settled?.state === 'sending' ? elsewhere : settled;
    };
    // A proof of work takes as long as it takes, and is seen to go on.
    const onProof = (proof: OutboxProof) => {
      if (proof.id === id) cancel?.();
    };
    this.addEventListener('proof', onProof, { signal: stop.signal });
    const settled = await Promise.race([attempt(), limit]);
    cancel?.();
    stop.abort();
    void this.#arm();
    return outcomeOf(settled ?? (await this.#ledger.read(id)) ?? entry);
  }

  /** Another tab changed an entry. */
  async #hear(id: string): Promise<void> {
    const entry = await this.#ledger.read(id);
    if (!entry && this.#ledger.reachable) this.#sender.stop(id);
    this.dispatchEvent(new OutboxChange(id, undefined, entry));
    await this.#arm();
  }

  /** Sets the timer to the next entry that will be due. */
  async #arm(): Promise<void> {
    const wait = nextWake(await this.#ledger.entries(), this.#env.now());
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    if (wait === undefined || !this.#stop) return;
    this.#cancelTimer = this.#env.schedule(() => void this.flush(), wait);
  }
}
