import { expect } from '@open-wc/testing';
import { memoryStore } from './memory-store.js';
import { deviceStore, type Store } from './store.js';
import { failureOf } from './testing/backend-suite.js';
import { databaseNames, deleteDatabase } from './testing/faults.js';

type Open = (name: string, version?: number) => IDBOpenDBRequest;

/** The browser's own IndexedDB but for `open`. */
function withOpen(open: Open): IDBFactory {
  return { open } as unknown as IDBFactory;
}

/** Opens the database past the store, as another version of the library would. */
function openAs(
  name: string,
  version: number | undefined,
  upgrade: (database: IDBDatabase) => void = () => undefined,
) {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}

type Method = (...call: never[]) => unknown;

/** Puts `stand` in place of a method until the returned function is called. */
function patch<K extends string, T extends Record<K, Method>>(
  target: T,
  name: K,
  stand: (original: T[K], call: Parameters<T[K]>) => unknown,
): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name) ?? {};
  const value = function (this: T, ...call: Parameters<T[K]>) {
    return stand((before.value as T[K]).bind(this) as T[K], call);
  };
  Object.defineProperty(target, name, { ...before, value });
  return () => Object.defineProperty(target, name, before);
}

const put = (store: Store, key: string, value: unknown) => store.change(key, () => ({ put: [[key, value]] }));

for (const kind of ['device', 'memory'] as const) {
  describe(`store: ${kind}`, () => {
    let name: string;
    let store: Store;

    beforeEach(() => {
      name = `cnr-test-${crypto.randomUUID()}`;
      store = kind === 'device' ? deviceStore('outbox', { name }) : memoryStore();
    });
    afterEach(() => deleteDatabase(name));

    it('reads nothing where nothing is', async () => {
      expect(await store.get('a')).to.equal(undefined);
      expect(await store.entries()).to.deep.equal([]);
    });

    it('writes, reads, replaces and removes', async () => {
      await put(store, 'a', { text: 'un' });
      await store.change('a', (value) => ({ put: [['b', { was: value }]], remove: ['a'] }));
      expect(await store.entries()).to.deep.equal([['b', { was: { text: 'un' } }]]);
    });

    it('leaves everything as it is where nothing is decided', async () => {
      await put(store, 'a', 1);
      await store.change('a', () => undefined);
      expect(await store.get('a')).to.equal(1);
    });

    it('lets no reader change what it holds', async () => {
      await put(store, 'a', { text: 'un' });
      Object.assign((await store.get('a')) as object, { text: 'deux' });
      expect(await store.get('a')).to.deep.equal({ text: 'un' });
    });

    it('decides on what is there, one change after the other', async () => {
      await put(store, 'n', 0);
      const add = () => store.change('n', (value) => ({ put: [['n', Number(value) + 1]] }));
      await Promise.all(Array.from({ length: 50 }, add));
      expect(await store.get('n')).to.equal(50);
    });
  });
}

describe('deviceStore', () => {
  let name: string;
  beforeEach(() => {
    name = `cnr-test-${crypto.randomUUID()}`;
  });
  afterEach(() => deleteDatabase(name));

  it('creates no database by looking', async () => {
    const store = deviceStore('outbox', { name });
    await store.entries();
    await store.get('a');
    expect(await databaseNames()).not.to.include(name);
    await put(store, 'a', 1);
    expect(await databaseNames()).to.include(name);
    expect(await store.get('a')).to.equal(1);
  });

  it('asks for strict durability', async () => {
    const seen: (string | undefined)[] = [];
    const restore = patch(IDBDatabase.prototype, 'transaction', (original, call) => {
      seen.push(call[2]?.durability);
      return original(...call);
    });
    await put(deviceStore('outbox', { name }), 'a', 1).finally(restore);
    expect(seen).to.deep.equal(['strict']);
  });

  it('does not say written before the transaction is complete', async () => {
    const store = deviceStore('outbox', { name });
    await put(store, 'a', 1);
    // The put succeeds; the commit does not.
    const restore = patch(IDBObjectStore.prototype, 'put', (original, call) => {
      const request = original(...call);
      request.addEventListener('success', () => request.transaction?.abort());
      return request;
    });
    expect((await failureOf(put(store, 'a', 2)).finally(restore)).code).to.equal('storage');
    expect(await store.get('a')).to.equal(1);
  });

  it('says that a put was refused, as for want of room', async () => {
    const store = deviceStore('outbox', { name });
    await put(store, 'a', 1);
    const restore = patch(IDBObjectStore.prototype, 'put', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect((await failureOf(put(store, 'a', 2)).finally(restore)).code).to.equal('storage');
    expect(await store.get('a')).to.equal(1);
  });

  it('reopens a handle that died', async () => {
    const handles: IDBDatabase[] = [];
    const open: Open = (...call) => {
      const request = indexedDB.open(...call);
      request.addEventListener('success', () => handles.push(request.result));
      return request;
    };
    const store = deviceStore('outbox', { name, indexedDB: withOpen(open) });
    await put(store, 'a', 1);
    handles[0]?.close(); // Every transaction throws InvalidStateError from now on.
    await put(store, 'a', 2);
    expect(await store.get('a')).to.equal(2);
    expect(handles).to.have.length(2);
  });

  it('gives up after a bounded number of reopenings', async () => {
    let opened = 0;
    const open: Open = (...call) => {
      opened++;
      const request = indexedDB.open(...call);
      request.addEventListener('success', () => request.result.close());
      return request;
    };
    const store = deviceStore('outbox', { name, indexedDB: withOpen(open) });
    expect((await failureOf(put(store, 'a', 1))).code).to.equal('storage');
    expect(opened).to.equal(3);
  });

  it('says storage where the browser forbids it, and where it never answers', async () => {
    const forbidden = withOpen(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const silent = withOpen(() => ({}) as IDBOpenDBRequest);
    for (const indexedDB of [forbidden, silent]) {
      const store = deviceStore('outbox', { name, indexedDB, openTimeoutMs: 1 });
      expect((await failureOf(put(store, 'a', 1))).code).to.equal('storage');
      expect((await failureOf(store.entries())).code).to.equal('storage');
    }
  });

  it('lets go when a newer version upgrades, and goes on after it', async () => {
    const store = deviceStore('outbox', { name });
    await put(store, 'a', 1);
    const newer = await openAs(name, 7, (database) => database.createObjectStore('supports'));
    newer.close();
    expect(await store.get('a')).to.equal(1);
    await put(store, 'b', 2);
    expect(await store.entries()).to.have.length(2);
  });

  it('adds to the database of an older version, and keeps what is in it', async () => {
    const older = await openAs(name, 1, (database) =>
      database.createObjectStore('outbox').put('ancien', 'a'),
    );
    older.close();
    const pseudonyms = deviceStore('pseudonyms', { name });
    expect(await pseudonyms.entries()).to.deep.equal([]);
    await put(pseudonyms, 'qui', 1);
    expect(await pseudonyms.get('qui')).to.equal(1);
    expect(await deviceStore('outbox', { name }).get('a')).to.equal('ancien');
  });

  it('reads a database that lacks a store, and says what it cannot keep there', async () => {
    const older = await openAs(name, 2, (database) =>
      database.createObjectStore('outbox').put('ancien', 'a'),
    );
    older.close();
    expect(await deviceStore('outbox', { name }).get('a')).to.equal('ancien');
    expect((await failureOf(put(deviceStore('drafts', { name }), 'd', 1))).code).to.equal('storage');
  });
});
