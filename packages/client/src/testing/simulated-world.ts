import type { Contribution, Receipt } from '@cnr-widgets/contract';
import type { Backend, CallOptions } from '../backend.js';
import { ClientError, clientErrorOf } from '../errors.js';
import type { OutboxEnvironment, OutboxNews, PageSignal } from '../outbox-environment.js';
import { Outbox } from '../outbox.js';
import type { Store } from '../store.js';
import { DURING } from './fixtures.js';
import { quickHash, refusal, SimulatedServer } from './simulated-server.js';

/** A seeded generator (mulberry32): the same seed, the same numbers. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One open page. What a dead one asks for never comes. */
export interface Tab {
  outbox: Outbox;
  alive: boolean;
  signals: Set<(signal: PageSignal) => void>;
}

const NETWORK = new Set([
  'ok',
  'ok',
  'ok',
  'lost',
  'lost-answer',
  'busy',
  'down',
  'hiccup',
  'garbage',
  'liar',
]);

/**
 * Owns clock, network, storage, locks, timers and messages of a site whose pages run the real outbox. Nothing happens
 * by itself: every effect is a pending task, and `runTask` picks which one happens next.
 */
export class SimulatedWorld {
  readonly random: () => number;
  readonly server = new SimulatedServer();
  readonly disk = new Map<string, string>();
  /** The store of pseudonyms. */
  readonly people = new Map<string, string>();
  /** Told of what a change of the outbox's store takes away and what it writes. */
  onStored: (removed: unknown[], written: unknown[]) => void = () => undefined;
  readonly tabs: Tab[] = [];
  now = DURING;
  /** False: the device has no network, and says so. */
  online = true;
  /** True: what is on the disk can be read and removed, and nothing be written. */
  full = false;
  /** False: every fault is over. */
  faults = true;
  readonly #tasks: { tab: Tab; run: () => void }[] = [];
  readonly #timers = new Set<{ tab: Tab; at: number; run: () => void }>();
  readonly #locks = new Map<string, Tab>();
  readonly #channels = new Map<Tab, (news: OutboxNews) => void>();
  #ids = 0;

  constructor(seed: number) {
    this.random = randomOf(seed);
  }

  pick<T>(options: Iterable<T>): T | undefined {
    const all = [...options];
    return all[Math.floor(this.random() * all.length)];
  }

  chance(probability: number): boolean {
    return this.faults && this.random() < probability;
  }

  open(): Tab {
    const tab: Tab = { outbox: undefined as unknown as Outbox, alive: true, signals: new Set() };
    tab.outbox = new Outbox(this.#environment(tab));
    this.tabs.push(tab);
    tab.outbox.start();
    return tab;
  }

  /** The process is gone: nothing of it goes on, its locks are free, what it committed stays. */
  kill(tab: Tab): void {
    tab.alive = false;
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    this.#channels.delete(tab);
    for (const [name, holder] of this.#locks) if (holder === tab) this.#locks.delete(name);
    for (const timer of this.#timers) if (timer.tab === tab) this.#timers.delete(timer);
  }

  /** Lets one pending effect happen. False where none is pending. */
  runTask(): boolean {
    const [task] = this.#tasks.splice(Math.floor(this.random() * this.#tasks.length), 1);
    if (task?.tab.alive) task.run();
    return task !== undefined;
  }

  advance(ms: number): void {
    this.now += ms;
    for (const timer of [...this.#timers].sort((a, b) => a.at - b.at)) {
      if (timer.at <= this.now && this.#timers.delete(timer)) timer.run();
    }
  }

  backendFor(tab: Tab): Backend {
    const missing = () => Promise.reject(new ClientError('not-supported', 'not simulated'));
    return {
      descriptor: { adapter: 'memory', name: 'simulated' },
      put: async (contribution, options = {}) => {
        if (this.chance(0.2)) await this.#prove(tab, options);
        return this.#put(tab, contribution);
      },
      ...{ consultation: missing, counts: missing, results: missing, retrieve: missing, withdraw: missing },
      ...{ proposals: missing, similar: missing, proposal: missing, comments: missing, supports: missing },
      calendarUrl: () => undefined,
      ...{ meetings: missing, meeting: missing, places: missing, contours: missing },
      ...{ registration: missing, leaveContact: missing, eraseContact: missing },
    };
  }

  /** A task that does something, then another that tells of it: a crash may fall between the two. */
  #effect<T>(tab: Tab, act: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#tasks.push({
        tab,
        run: () => {
          let tell: () => void;
          try {
            const result = act();
            tell = () => resolve(result);
          } catch (error) {
            tell = () => reject(clientErrorOf(error, 'network'));
          }
          this.#tasks.push({ tab, run: tell });
        },
      });
    });
  }

  /** A proof of work that the backend asked for: it goes on for as long as the world lets it. */
  async #prove(tab: Tab, { onProof, signal }: CallOptions): Promise<void> {
    for (let done = 0; done < 5; done++) {
      await this.#effect(tab, () => {
        if (signal?.aborted) throw new ClientError('aborted', 'the entry is gone');
        onProof?.({ done, most: 5, waitSeconds: 120, waiting: false, waitInstead: () => undefined });
      });
    }
  }

  #put(tab: Tab, sent: Contribution): Promise<Receipt> {
    const luck = this.faults ? this.pick(NETWORK) : 'ok';
    const fate = this.online ? luck : 'lost';
    const contribution = structuredClone(sent);
    return this.#effect(tab, () => {
      if (fate === 'lost') throw new ClientError('network', fate);
      if (fate === 'busy') throw new ClientError('rate-limited', fate, { status: 429, retryAfter: 600 });
      if (fate === 'down') throw new ClientError('unexpected-status', fate, { status: 503 });
      if (fate === 'hiccup') throw new ClientError('unexpected-status', fate, { status: 404 });
      if (this.chance(0.03)) throw refusal(403, 'origin-not-allowed');
      const receipt = this.server.record(contribution);
      if (fate === 'lost-answer') throw new ClientError('timeout', fate);
      if (fate === 'garbage') throw new ClientError('malformed-response', fate);
      return fate === 'liar' ? { ...receipt, contentHash: 'f'.repeat(64) } : receipt;
    });
  }

  #store(tab: Tab, disk: Map<string, string>): Store {
    const read = (key: string): unknown => {
      const text = disk.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    };
    // A failure means that nothing was done: that is what IndexedDB's `abort` promises.
    const use = <T>(act: () => T) =>
      this.#effect(tab, () => {
        if (this.chance(0.07)) throw new ClientError('storage', 'failed on purpose');
        return act();
      });
    return {
      durable: true,
      get: (key) => use(() => read(key)),
      entries: () => use(() => [...disk.keys()].map((key): [string, unknown] => [key, read(key)])),
      change: (key, decide) =>
        use(() => {
          const change = decide(read(key));
          const { put = [], remove = [] } = change ?? {};
          if (this.full && put.length > 0) throw new ClientError('storage', 'full');
          const removed = remove.map(read);
          for (const [at, value] of put) disk.set(at, JSON.stringify(value));
          for (const at of remove) disk.delete(at);
          if (disk === this.disk)
            this.onStored(
              removed,
              put.map(([at]) => read(at)),
            );
        }),
    };
  }

  #lockManager(tab: Tab): OutboxEnvironment['locks'] {
    const kind = this.pick(['real', 'real', 'absent', 'refused', 'never', 'stolen']);
    if (kind === 'absent') return undefined;
    const request = async (name: string, _options: LockOptions, run: LockGrantedCallback<unknown>) => {
      if (kind === 'refused') throw new DOMException('no locks here', 'SecurityError');
      if (kind === 'never' || (this.#locks.has(name) && kind !== 'stolen')) return run(null);
      this.#locks.set(name, tab);
      try {
        return await run({ name, mode: 'exclusive' });
      } finally {
        if (this.#locks.get(name) === tab) this.#locks.delete(name);
      }
    };
    return { request } as unknown as OutboxEnvironment['locks'];
  }

  #environment(tab: Tab): Partial<OutboxEnvironment> {
    return {
      store: this.#store(tab, this.disk),
      pseudonyms: this.#store(tab, this.people),
      open: () => Promise.resolve(this.backendFor(tab)),
      now: () => this.now,
      uuid: () => `id-${this.#ids++}`,
      online: () => this.online,
      random: this.random,
      hash: (contribution) => Promise.resolve(quickHash(contribution)),
      locks: this.#lockManager(tab),
      persist: () => undefined,
      schedule: (run, ms) => {
        const timer = { tab, at: this.now + ms, run };
        if (tab.alive) this.#timers.add(timer);
        return () => this.#timers.delete(timer);
      },
      listen: (onSignal) => {
        tab.signals.add(onSignal);
        return () => tab.signals.delete(onSignal);
      },
      channel: (onNews) => {
        this.#channels.set(tab, onNews);
        return {
          post: (news) => {
            if (!tab.alive) return;
            for (const [other, hear] of this.#channels) {
              if (other !== tab) this.#tasks.push({ tab: other, run: () => hear(news) });
            }
          },
          close: () => this.#channels.delete(tab),
        };
      },
    };
  }
}
