import { expect } from '@open-wc/testing';
import { memoryStore } from './memory-store.js';
import { deviceStore, type Store } from './store.js';
import { failureOf } from './testing/backend-suite.js';
import { deleteDatabase, patch } from './testing/faults.js';

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

  describe('whose put fails by an event, after the call', () => {
    let store: Store;
    let restore: () => void;
    let fails: boolean;
    /** Has a key that is there already refused, as a disk would; `before` sees the request first. */
    const failPuts = (before: (request: IDBRequest) => void = () => undefined) => {
      fails = true;
      restore = patch(IDBObjectStore.prototype, 'put', (original, call, self) => {
        if (!fails) return original(...call);
        const request = self.add(...call);
        before(request);
        return request;
      });
    };

    beforeEach(async () => {
      store = deviceStore('outbox', { name });
      await put(store, 'a', 1);
    });
    afterEach(() => restore());

    it('names what it failed of', async () => {
      failPuts();
      const failure = await failureOf(put(store, 'a', 2));
      expect(failure.code).to.equal('storage');
      expect((failure.cause as DOMException).name).to.equal('ConstraintError');
      expect(await store.get('a')).to.equal(1);
    });

    it('opens another handle where the browser lost the files', async () => {
      const own = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'error');
      failPuts(({ transaction }) => {
        fails = false;
        const lost = new DOMException('lost', 'UnknownError');
        Object.defineProperty(transaction, 'error', {
          get: () => (own?.get?.call(transaction) ? lost : null),
        });
      });
      await put(store, 'a', 2);
      expect(await store.get('a')).to.equal(2);
    });
  });
});
