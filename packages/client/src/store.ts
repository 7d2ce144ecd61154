import { promisifyRequest } from 'idb-keyval';
import { openStore, type DatabaseOptions, type StoreName } from './database.js';

export { memoryStore } from './memory-store.js';

/** What a change writes, as one: all of it or nothing. */
export interface Change {
  put?: readonly (readonly [key: string, value: unknown])[];
  remove?: readonly string[];
}

/** Where the outbox and the drafts keep things. Every method rejects with a `ClientError` `storage`. */
export interface Store {
  /** Whether what is written outlives the page. */
  readonly durable: boolean;
  /** Never creates anything on the device. */
  get(key: string): Promise<unknown>;
  entries(): Promise<[key: string, value: unknown][]>;
  /**
   * Reads `key`, decides, and writes what was decided, in one transaction; resolves once that is committed.
   * `decide` returns nothing to leave everything as it is. It may run more than once.
   */
  change(key: string, decide: (value: unknown) => Change | undefined): Promise<void>;
}

/**
 * The store on the device. It comes into being with its first `change`. Without `options` it is the page's: all of them
 * share one handle, however many are made.
 */
export function deviceStore(name: StoreName, options?: DatabaseOptions): Store {
  const { read, write } = openStore(name, options);
  return {
    durable: true,
    get: (key) => read('readonly', (store) => promisifyRequest<unknown>(store.get(key))),
    entries: async () => {
      const [keys, values] =
        (await read('readonly', (store) =>
          Promise.all([promisifyRequest(store.getAllKeys()), promisifyRequest<unknown[]>(store.getAll())]),
        )) ?? [];
      return (keys ?? []).map((key, at) => [keyText(key), values?.[at]]);
    },
    change: (key, decide) =>
      write('readwrite', async (store) => {
        const committed = commitOf(store.transaction);
        // Awaited below; until then a failed read would leave its rejection without a handler.
        committed.catch(() => undefined);
        const change = decide(await promisifyRequest<unknown>(store.get(key)));
        for (const [at, value] of change?.put ?? []) store.put(value, at);
        for (const at of change?.remove ?? []) store.delete(at);
        // Not the request's success: what counts is the transaction's `complete`.
        await committed;
      }),
  };
}

/** Not by its `error` event: a request's comes up to it while the transaction has no `error` of its own yet. */
function commitOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
}

/** Our keys are strings; another's is shown as what it is, so that it can be named and erased. */
function keyText(key: IDBValidKey): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}
