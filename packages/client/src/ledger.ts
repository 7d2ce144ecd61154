import { readEntry, type OutboxEntry, type UnreadableEntry } from './entry.js';
import { clientErrorOf, type ClientError } from './errors.js';
import type { Store } from './store.js';
import { prevails } from './transitions.js';

/** Told of every change: undefined before an entry's first state and after it was erased. */
export type Announce = (id: string, from: OutboxEntry | undefined, to: OutboxEntry | undefined) => void;

/**
 * The entries of this device: those in the store, and over them those whose newest state the store would not take,
 * which float in this page's memory until a later change of theirs is stored.
 */
export class Ledger {
  readonly #store: Store;
  readonly #announce: Announce;
  readonly #onStorage: () => void;
  readonly #floating = new Map<string, OutboxEntry>();
  #failing = false;

  constructor(store: Store, announce: Announce, onStorage: () => void) {
    this.#store = store;
    this.#announce = announce;
    this.#onStorage = onStorage;
  }

  /** Whether the last use of a store that outlives the page succeeded. */
  get durable(): boolean {
    return this.#store.durable && !this.#failing;
  }

  /** Whether the last use of the store succeeded: where not, what it holds is not known. */
  get reachable(): boolean {
    return !this.#failing;
  }

  /** @throws ClientError `storage` where the store is out of reach, and nothing of it is in this page */
  async find(id: string): Promise<OutboxEntry | undefined> {
    try {
      return this.#newest(id, readEntry(id, await this.#use(() => this.#store.get(id))));
    } catch (error) {
      const floating = this.#floating.get(id);
      if (floating) return floating;
      throw error;
    }
  }

  /** As `find`; nothing where the store is out of reach. */
  read(id: string): Promise<OutboxEntry | undefined> {
    return this.find(id).catch(() => undefined);
  }

  /** All of them, oldest first. Where the store cannot be read: what this page knows. */
  async entries(): Promise<OutboxEntry[]> {
    const stored = await this.#stored();
    const values = new Map(stored);
    const found = stored
      ? [...new Set([...values.keys(), ...this.#floating.keys()])].flatMap(
          (key) => this.#newest(key, readEntry(key, values.get(key))) ?? [],
        )
      : [...this.#floating.values()];
    return found.sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1));
  }

  async unreadable(): Promise<UnreadableEntry[]> {
    return ((await this.#stored()) ?? []).flatMap(([key, value]) =>
      readEntry(key, value) ? [] : { key, value },
    );
  }

  /** Returns it as it was stored. @throws ClientError `storage` */
  async add(entry: OutboxEntry): Promise<OutboxEntry> {
    const added = { ...entry, durable: this.#store.durable };
    await this.#use(() => this.#store.change(entry.id, () => ({ put: [[entry.id, added]] })));
    this.#announce(entry.id, undefined, added);
    return added;
  }

  /** Keeps an entry in this page alone: the store did not take it. */
  float(entry: OutboxEntry, from?: OutboxEntry): OutboxEntry {
    // A content that was stored is still there in an older state; a receipt that was not stored is not.
    const floating = { ...entry, durable: entry.durable && entry.state !== 'received' };
    this.#floating.set(entry.id, floating);
    this.#announce(entry.id, from, floating);
    return floating;
  }

  /**
   * Reads the entry, decides, and writes its next state as one; one of another id takes its place. Nothing happens
   * where there is no entry, where this version cannot read it, or where `decide` returns undefined; then undefined is
   * returned. Where the store does not take the next state it floats; `decide` is told by `written`.
   * @throws ClientError `storage` where the store cannot be read either, or does not take an entry of another id
   */
  async change(
    id: string,
    decide: (current: OutboxEntry, written: boolean) => OutboxEntry | undefined,
  ): Promise<OutboxEntry | undefined> {
    let from: OutboxEntry | undefined;
    let next: OutboxEntry | undefined;
    try {
      await this.#use(() =>
        this.#store.change(id, (value) => {
          const stored = readEntry(id, value);
          from = value === undefined || stored ? this.#newest(id, stored) : undefined;
          next = from && decide(from, true);
          if (next) next = { ...next, durable: this.#store.durable };
          return next && { put: [[next.id, next]], remove: next.id === id ? [] : [id] };
        }),
      );
    } catch (error) {
      const known = this.#floating.get(id) ?? (await this.find(id));
      next = known && decide(known, false);
      if (next && next.id !== id) throw error;
      return next && this.float(next, known);
    }
    if (!next) return undefined;
    this.#floating.delete(id);
    if (next.id !== id) {
      this.#announce(id, from, undefined);
      from = undefined;
    }
    this.#announce(next.id, from, next);
    return next;
  }

  /**
   * Forgets an entry; where `still` is given, only if that holds of it when it goes. Returns whether it is gone.
   * @throws ClientError `storage`: it is still on the device.
   */
  async erase(id: string, still: (entry: OutboxEntry) => boolean = () => true): Promise<boolean> {
    const before = await this.read(id);
    const floating = this.#floating.get(id);
    let goes = !before || still(before);
    try {
      // Nothing there, or no database at all: a `change` would create one.
      if (goes && (await this.#use(() => this.#store.get(id))) !== undefined) {
        await this.#use(() =>
          this.#store.change(id, (value) => {
            const newest = this.#newest(id, readEntry(id, value));
            goes = !newest || still(newest);
            return goes ? { remove: [id] } : undefined;
          }),
        );
      }
    } catch (error) {
      const neverStored = floating && !floating.durable && floating.state !== 'received';
      if (!neverStored) throw error;
    }
    if (!goes) return false;
    this.#floating.delete(id);
    this.#announce(id, before, undefined);
    return true;
  }

  #newest(id: string, stored: OutboxEntry | undefined): OutboxEntry | undefined {
    const floating = this.#floating.get(id);
    // Stored once and gone now: another tab erased or replaced it, and sending it from memory would undo that.
    const gone = !stored && floating?.durable;
    return floating && !gone && (!stored || prevails(floating, stored)) ? floating : stored;
  }

  /** Undefined where the store is out of reach. */
  #stored(): Promise<[string, unknown][] | undefined> {
    return this.#use(() => this.#store.entries()).catch(() => undefined);
  }

  async #use<T>(operation: () => Promise<T>): Promise<T> {
    let error: ClientError | undefined;
    try {
      return await operation();
    } catch (cause) {
      throw (error = clientErrorOf(cause, 'storage'));
    } finally {
      const failing = error !== undefined;
      if (failing !== this.#failing) {
        this.#failing = failing;
        this.#onStorage();
      }
    }
  }
}
