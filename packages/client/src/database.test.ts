import { expect } from '@open-wc/testing';
import { promisifyRequest } from 'idb-keyval';
import { eraseDraft, saveDraft } from './drafts.js';
import { peekDraft, peekEntries } from './peek.js';
import { forgetPseudonyms, pseudonymFor } from './pseudonyms.js';
import { deviceStore, type Store } from './store.js';
import { failureOf } from './testing/backend-suite.js';
import { databaseNames, deleteDatabase, patch } from './testing/faults.js';

type Open = IDBFactory['open'];

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

const put = (store: Store, key: string, value: unknown) => store.change(key, () => ({ put: [[key, value]] }));

describe('database', () => {
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

  it('looks where the browser cannot list its databases, by an upgrade that is aborted', async () => {
    const open: Open = (...call) => indexedDB.open(...call);
    const store = deviceStore('outbox', { name, indexedDB: { open } });
    expect(await store.entries()).to.deep.equal([]);
    // WebKit shows an empty database of version 0 after that.
    let stores: unknown;
    const made = await openAs(name, 1, (database) => (stores = [...database.objectStoreNames]));
    made.close();
    expect(stores).to.deep.equal([]);
  });

  it('says storage where the list of databases is refused, or never comes', async () => {
    const open: Open = (...call) => indexedDB.open(...call);
    const refused = () => Promise.reject(new DOMException('opaque', 'SecurityError'));
    const silent = () => new Promise<never>(() => undefined);
    for (const databases of [refused, silent]) {
      const store = deviceStore('outbox', { name, indexedDB: { open, databases }, openTimeoutMs: 1 });
      expect((await failureOf(store.entries())).code).to.equal('storage');
    }
    expect(await databaseNames()).not.to.include(name);
  });

  it('reopens a handle that died', async () => {
    const handles: IDBDatabase[] = [];
    const open: Open = (...call) => {
      const request = indexedDB.open(...call);
      request.addEventListener('success', () => handles.push(request.result));
      return request;
    };
    const store = deviceStore('outbox', { name, indexedDB: { open } });
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
    const store = deviceStore('outbox', { name, indexedDB: { open } });
    expect((await failureOf(put(store, 'a', 1))).code).to.equal('storage');
    expect(opened).to.equal(3);
  });

  it('says storage where the browser forbids it, and where it never answers', async () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const silent = () => ({}) as IDBOpenDBRequest;
    for (const open of [forbidden, silent]) {
      const store = deviceStore('outbox', { name, indexedDB: { open }, openTimeoutMs: 1 });
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

describe('database of the page', () => {
  const place = { descriptor: { adapter: 'memory', name: 'page' }, consultation: 'le-gymnase' } as const;
  const keep = () => saveDraft(place, { definitionVersion: 1, answers: new Map() });
  let opened: IDBDatabase[];
  let restore: () => void;

  beforeEach(async () => {
    await deleteDatabase('cnr-widgets');
    opened = [];
    restore = patch(IDBFactory.prototype, 'open', (original, call) => {
      const request = original(...call);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    });
  });
  afterEach(async () => {
    restore();
    await deleteDatabase('cnr-widgets');
  });

  it('is opened once, whoever asks for it, and at the same time', async () => {
    const calls = () => [peekEntries(), keep(), pseudonymFor(place, 'comment'), peekDraft(place), keep()];
    for (let round = 0; round < 5; round++) await Promise.all(calls());
    expect(opened).to.have.length(1);
    await forgetPseudonyms(place);
    await eraseDraft(place);
    expect(opened).to.have.length(1);
    expect(await deviceStore('drafts').entries()).to.deep.equal([]);
    expect(await deviceStore('pseudonyms').entries()).to.deep.equal([]);
  });

  it('is opened anew after it was removed, and not made by looking', async () => {
    await keep();
    await deleteDatabase('cnr-widgets');
    expect(await peekDraft(place)).to.equal(undefined);
    expect(await databaseNames()).not.to.include('cnr-widgets');
    await keep();
    expect(await peekDraft(place)).to.be.a('string');
    expect(opened).to.have.length(2);
  });

  it('is let go of by every copy of the library on the page when a newer one upgrades', async () => {
    const address = './database.js?copy';
    const copy = (await import(address)) as typeof import('./database.js');
    await keep();
    const count = () => copy.openStore('drafts').read('readonly', (store) => promisifyRequest(store.count()));
    expect(await count()).to.equal(1);
    expect(await count()).to.equal(1);
    expect(opened).to.have.length(2);
    (await openAs('cnr-widgets', 7)).close();
    expect(await count()).to.equal(1);
    await keep();
    expect(await peekDraft(place)).to.be.a('string');
  });

  it('is opened by the next one where a failure closed it for the one before', async () => {
    await keep();
    opened[0]?.close();
    await Promise.all([keep(), peekDraft(place), peekEntries()]);
    expect(await peekDraft(place)).to.be.a('string');
    expect(opened).to.have.length(2);
  });
});
