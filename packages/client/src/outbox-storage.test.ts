import { expect } from '@open-wc/testing';
import { ClientError } from './errors.js';
import { memoryBackend, type MemoryBackend, type MemoryCall } from './memory.js';
import { sharedOutbox } from './shared-outbox.js';
import { Outbox } from './outbox.js';
import { deviceStore, type Store } from './store.js';
import { failureOf } from './testing/backend-suite.js';
import { pageOf, Site, until } from './testing/fake-page.js';
import { databaseNames, deleteDatabase, faultyStore } from './testing/faults.js';
import { describeKinds, known } from './testing/kinds.js';
import { exportFile } from './manage.js';

type Operation = 'get' | 'entries' | 'change';

describeKinds('Outbox on storage that fails', ({ draftOf, mark }) => {
  let site: Site;
  let name: string;
  let device: Store;
  let network: (call: MemoryCall) => void | Promise<void>;
  let backend: MemoryBackend;
  let failing: (operation: Operation) => boolean;
  let outbox: Outbox;

  const down = () => {
    throw new ClientError('network', 'no network');
  };
  const up = () => undefined;

  beforeEach(() => {
    site = new Site();
    name = `cnr-test-${crypto.randomUUID()}`;
    device = deviceStore('outbox', { name });
    failing = () => false;
    network = up;
    backend = memoryBackend('outbox-storage', {
      ...known,
      now: () => site.now,
      intercept: (call) => network(call),
    });
    outbox = pageOf(
      site,
      faultyStore(device, (operation) => failing(operation)),
      backend,
    ).outbox;
  });

  afterEach(async () => {
    outbox.stop();
    await deleteDatabase(name);
  });

  it('still sends what it could not store, and says that nothing is on the device', async () => {
    const told: boolean[] = [];
    outbox.addEventListener('storage', () => told.push(outbox.durable));
    failing = () => true;
    const outcome = await outbox.submit(backend, draftOf());
    expect(outcome.state).to.equal('received');
    expect((await outbox.entries())[0]).to.include({ state: 'received', durable: false });
    expect(told).to.deep.equal([false]);
    expect(backend.rows()).to.have.length(1);
  });

  it('says unsaved where it could neither store nor send, and makes one row when it can', async () => {
    failing = () => true;
    network = down;
    const outcome = await outbox.submit(backend, draftOf());
    if (outcome.state !== 'unsaved' || !outcome.entry) throw new Error(outcome.state);
    expect(outcome.error.code).to.equal('storage');
    expect((await outbox.entries())[0]).to.include({ state: 'waiting', durable: false });
    expect((await outbox.resend(outcome.entry.id)).state).to.equal('unsaved');
    network = up;
    expect((await outbox.resend(outcome.entry.id)).state).to.equal('received');
    expect(backend.rows()).to.have.length(1);
  });

  it('stores what was in memory as soon as the store takes it', async () => {
    failing = () => true;
    network = down;
    await outbox.submit(backend, draftOf());
    failing = () => false;
    await outbox.flush({ force: true });
    expect((await outbox.entries())[0]).to.include({ state: 'waiting', durable: true });
    expect(outbox.durable).to.equal(true);
    expect(await device.entries()).to.have.length(1);
  });

  it('says received though the receipt could not be stored, and finds one row at the next visit', async () => {
    network = ({ moment }) => {
      if (moment === 'after') failing = () => true;
    };
    const outcome = await outbox.submit(backend, draftOf());
    expect(outcome.state).to.equal('received');
    expect((await outbox.entries())[0]).to.include({ state: 'received', durable: false });
    network = up;
    site.advance(60_000);
    const later = pageOf(site, deviceStore('outbox', { name }), backend).outbox;
    expect((await later.entries())[0]?.state).to.equal('waiting');
    await later.flush();
    const [entry] = await later.entries();
    expect(entry?.receipt?.code).to.equal(outcome.state === 'received' && outcome.receipt.code);
    expect(backend.rows()).to.have.length(1);
  });

  it('keeps saying that the content is on the device where only a later state was not stored', async () => {
    network = ({ moment }) => {
      if (moment === 'before') failing = () => true;
      down();
    };
    expect((await outbox.submit(backend, draftOf())).state).to.equal('queued');
    expect((await outbox.entries())[0]).to.include({ state: 'waiting', durable: true });
  });

  it('does not bring back from memory what another tab erased', async () => {
    network = ({ moment }) => {
      if (moment === 'before') failing = () => true;
      down();
    };
    const outcome = await outbox.submit(backend, draftOf());
    if (outcome.state !== 'queued') throw new Error(outcome.state);
    failing = () => false;
    network = up;
    await pageOf(site, device, backend).outbox.erase(outcome.entry.id);
    await outbox.flush({ force: true });
    expect(await outbox.entries()).to.deep.equal([]);
    expect(backend.rows()).to.have.length(0);
  });

  it('does not say that it erased what it could not erase', async () => {
    network = down;
    const outcome = await outbox.submit(backend, draftOf());
    if (outcome.state !== 'queued') throw new Error(outcome.state);
    failing = (operation) => operation === 'change';
    expect((await failureOf(outbox.erase(outcome.entry.id))).code).to.equal('storage');
    expect(await outbox.entries()).to.have.length(1);
  });

  it('loses nothing and doubles nothing wherever the page is killed', async () => {
    // Each use of the store and each call of the network is a place to die in, before and after it took effect.
    let finished = false;
    for (let lastStep = 0; !finished; lastStep++) {
      const database = `${name}-${lastStep}`;
      const rows = backend.rows().length;
      let step = 0;
      const live = async <T>(run: () => Promise<T>): Promise<T> => {
        const never = () => new Promise<never>(() => undefined);
        if (step++ >= lastStep) return never();
        const result = await run();
        return step++ >= lastStep ? never() : result;
      };
      const inner = deviceStore('outbox', { name: database });
      const dying: Store = {
        durable: true,
        get: (key) => live(() => inner.get(key)),
        entries: () => live(() => inner.entries()),
        change: (key, decide) => live(() => inner.change(key, decide)),
      };
      const wire = {
        ...backend,
        put: (...call: Parameters<MemoryBackend['put']>) => live(() => backend.put(...call)),
      };
      const killed = pageOf(site, dying, wire, { locks: undefined }).outbox;
      let claimed = '';
      void killed.submit(wire, draftOf()).then(({ state }) => (claimed = state));
      const stuck = () => step > lastStep || claimed !== '';
      await until(stuck);
      await until(() => new Promise((resolve) => setTimeout(() => resolve(true), 0)));
      finished = step <= lastStep;

      site.advance(60_000);
      const saved = (await inner.entries()).length;
      const next = pageOf(site, deviceStore('outbox', { name: database }), backend).outbox;
      await next.flush();
      const states = (await next.entries()).map(({ state }) => state);
      expect(states, `killed at ${lastStep}`).to.deep.equal(saved === 0 ? [] : ['received']);
      expect(backend.rows().length - rows, `killed at ${lastStep}`).to.equal(saved);
      if (claimed !== '') expect(saved, `killed at ${lastStep}`).to.equal(1);
      await deleteDatabase(database);
    }
    expect(backend.rows().length).to.be.greaterThan(3);
  });

  describe('with what it did not write', () => {
    const plant = (key: string, value: unknown) => device.change(key, () => ({ put: [[key, value]] }));

    it('keeps, lists, exports and erases what it cannot read, and is not stopped by it', async () => {
      const foreign = [
        [
          'plus-tard',
          { schema: 2, id: 'plus-tard', state: 'parked', contribution: { id: 'plus-tard', text: 'futur' } },
        ],
        ['jadis', { v: 0, answers: ['ancien'] }],
        ['nul', null],
        ['texte', 'abîmé'],
        ['etat', { schema: 1, id: 'etat', state: 'waiting', contribution: null }],
        ['lien', linkTo('javascript:alert(1)//', 'lien')],
      ] as const;
      for (const [key, value] of foreign) await plant(key, value);
      expect((await outbox.submit(backend, draftOf())).state).to.equal('received');
      await outbox.flush({ force: true });
      expect(await outbox.entries()).to.have.length(1);
      const unreadable = (await exportFile(outbox)).unreadable;
      expect(unreadable).to.have.deep.members(foreign.map(([key, value]) => ({ key, value })));
      expect((await failureOf(outbox.resend('jadis'))).code).to.equal('unknown-entry');
      await outbox.erase('jadis');
      expect(await outbox.unreadable()).to.have.length(5);
      await plant('page', linkTo('https://participation.example', 'page'));
      expect(await outbox.unreadable()).to.have.length(5);
    });

    /** A receipt, whose backend's address becomes a link. */
    function linkTo(url: string, id: string) {
      const texts = { consultation: 'c', kind: 'answer', savedAt: 'x', contentHash: '' };
      const known = { state: 'received', attempts: 1, contribution: null, receipt: { id } };
      return { schema: 1, id, ...texts, ...known, descriptor: { adapter: 'http', url } };
    }

    it('does not send a content that was changed in the store, and says so', async () => {
      network = down;
      const outcome = await outbox.submit(backend, draftOf('avant'));
      if (outcome.state !== 'queued') throw new Error(outcome.state);
      const tampered = JSON.parse(JSON.stringify(outcome.entry).replace(mark('avant'), mark('après'))) as {
        id: string;
      };
      await plant(tampered.id, tampered);
      network = up;
      await outbox.flush({ force: true });
      expect((await outbox.entries())[0]).to.deep.include({ state: 'refused' });
      expect((await outbox.entries())[0]?.lastError?.code).to.equal('damaged');
      expect(backend.rows()).to.have.length(0);
    });

    it('lets an entry wait whose adapter only a newer version knows', async () => {
      network = down;
      const outcome = await outbox.submit(backend, draftOf());
      if (outcome.state !== 'queued') throw new Error(outcome.state);
      await plant(outcome.entry.id, { ...outcome.entry, descriptor: { adapter: 'pigeon', name: 'gris' } });
      const later = new Outbox({ store: device, now: () => site.now });
      await later.flush({ force: true });
      const [entry] = await later.entries();
      expect([entry?.state, entry?.lastError?.code]).to.deep.equal(['waiting', 'not-supported']);
    });
  });
});

describe('sharedOutbox', () => {
  it('is one a page, for every copy of the library, and looking leaves no trace', async () => {
    const before = await databaseNames();
    const outbox = sharedOutbox();
    expect(sharedOutbox()).to.equal(outbox);
    const page = globalThis as unknown as Record<symbol, unknown>;
    expect(page[Symbol.for('cnr-widgets.outbox.1')]).to.equal(outbox);
    expect(await outbox.entries()).to.deep.equal([]);
    expect(await outbox.unreadable()).to.deep.equal([]);
    await outbox.flush({ force: true });
    await outbox.erase('rien');
    expect(await databaseNames()).to.deep.equal(before);
    outbox.stop();
  });
});
