import type { UseStore } from 'idb-keyval';
import { ClientError, clientErrorOf } from './errors.js';

/** The database on the host page's origin, and what it holds. */
const DATABASE = 'cnr-widgets';
const VERSION = 2;
const STORES = ['outbox', 'drafts', 'pseudonyms'] as const;
export type StoreName = (typeof STORES)[number];

export interface DatabaseOptions {
  name?: string | undefined;
  /** Of a browser that lacks `databases` (Firefox before 126) one looks by an upgrade that is aborted. */
  indexedDB?: (Pick<IDBFactory, 'open'> & Partial<Pick<IDBFactory, 'databases'>>) | undefined;
  /** Some browsers never answer `open` (WebKit 226547): then it counts as failed. Default 5,000 ms. */
  openTimeoutMs?: number | undefined;
}

/** How often one operation may reopen a database whose handle died. */
const REOPENS = 2;

/** A `UseStore` that leaves no trace: `undefined` where there is no database, which reading does not create. */
export type UseExisting = <T>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => T | PromiseLike<T>,
) => Promise<T | undefined>;

/** The page's own database, of which all that is made without options share one handle. */
let shared: ReturnType<typeof connect> | undefined;

/**
 * One object store, in idb-keyval's form but for what its own `createStore` lacks: strict durability, a version,
 * letting go when another tab upgrades, and a bounded number of reopenings after the browser dropped the handle.
 * `run` may be called again after a reopening, so it must be able to.
 * Rejects with a `ClientError` `storage`.
 */
export function openStore(
  store: StoreName,
  options?: DatabaseOptions,
): { write: UseStore; read: UseExisting } {
  const connection = options ? connect(options) : (shared ??= connect({}));
  const use = async <T>(
    create: boolean,
    mode: IDBTransactionMode,
    run: (store: IDBObjectStore) => T | PromiseLike<T>,
  ): Promise<T | undefined> => {
    for (let reopened = 0; ; reopened++) {
      let database: IDBDatabase | undefined;
      try {
        database = await connection.open(create);
        const transaction = database?.transaction(store, mode, { durability: 'strict' });
        return transaction && (await run(transaction.objectStore(store)));
      } catch (error) {
        // What goes on over this handle is finished first; the next operation opens another.
        if (database) connection.close(database);
        if (reopened >= REOPENS || !isDeadHandle(error)) throw clientErrorOf(error, 'storage');
      }
    }
  };
  return {
    read: (mode, run) => use(false, mode, run),
    // Creating leaves no other way out than a database or an error.
    write: (mode, run) => use(true, mode, run) as Promise<never>,
  };
}

/** `UnknownError`: the browser lost the files or the process; `InvalidStateError`: the handle is closed. */
function isDeadHandle(error: unknown): boolean {
  return error instanceof DOMException && ['UnknownError', 'InvalidStateError'].includes(error.name);
}

/** The handle of a database, one at a time: opened when it is needed, whoever needs it, and again once it is closed. */
function connect(options: DatabaseOptions) {
  let handle: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase | undefined> | undefined;
  const close = (database: IDBDatabase) => {
    database.close();
    if (handle === database) handle = undefined;
  };
  const openAfter = async (before: typeof opening, create: boolean) =>
    (await before) ?? openDatabase(create, options, close);
  return {
    close,
    /** Undefined where there is none and `create` is false. */
    async open(create: boolean): Promise<IDBDatabase | undefined> {
      if (handle) return handle;
      // Who only looks takes what is being opened; who creates opens what was not found.
      const mine = opening && !create ? opening : openAfter(opening, create);
      opening = mine;
      try {
        return (handle = await mine);
      } finally {
        if (opening === mine) opening = undefined;
      }
    },
  };
}

function openDatabase(
  create: boolean,
  options: DatabaseOptions,
  close: (database: IDBDatabase) => void,
): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const { name = DATABASE, indexedDB = globalThis.indexedDB, openTimeoutMs = 5000 } = options;
    const request = (version?: number) => {
      const opening = indexedDB.open(name, version);
      let absent = false;
      opening.onupgradeneeded = ({ oldVersion }) => {
        absent = oldVersion === 0 && !create;
        if (absent) opening.transaction?.abort();
        else for (const store of missingStores(opening.result)) opening.result.createObjectStore(store);
      };
      opening.onerror = (event) => {
        // An aborted upgrade is an error that nobody needs to hear of; Firefox reports it on window otherwise.
        event.preventDefault();
        if (absent) resolve(undefined);
        // A newer library raised the version. It only ever adds stores, so ours still mean the same.
        else if (version !== undefined && opening.error?.name === 'VersionError') request();
        else reject(opening.error ?? new Error('the database did not open'));
      };
      opening.onsuccess = () => {
        const database = opening.result;
        database.onversionchange = database.onclose = () => close(database);
        if (late) database.close();
        else resolve(database);
        clearTimeout(timer);
      };
    };
    const look = async () => {
      // An aborted upgrade leaves an empty database behind in WebKit, for good: it is asked first whether there is one.
      const listed = create ? undefined : await indexedDB.databases?.();
      if (late) return;
      if (listed?.every((found) => found.name !== name)) resolve(undefined);
      else request(VERSION);
    };
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new ClientError('storage', 'the database did not open in time'));
    }, openTimeoutMs);
    look().catch(reject);
  });
}

function missingStores(database: IDBDatabase): readonly StoreName[] {
  return STORES.filter((store) => !database.objectStoreNames.contains(store));
}
