import { expect } from '@open-wc/testing';
import { ClientError } from './errors.js';
import { memoryBackend, type MemoryBackend, type MemoryCall } from './memory.js';
import type { Outbox } from './outbox.js';
import { memoryStore } from './memory-store.js';
import { deviceStore, type Store } from './store.js';
import { failureOf } from './testing/backend-suite.js';
import { pageOf, Site, until, type FakePage } from './testing/fake-page.js';
import { deleteDatabase } from './testing/faults.js';
import { AFTER, DURING } from './testing/fixtures.js';
import { describeKinds, known } from './testing/kinds.js';
import { exportFile, withdraw } from './manage.js';

describeKinds('Outbox from visit to visit', ({ draftOf, mark }) => {
  let site: Site;
  let name: string;
  let store: Store;
  let network: (call: MemoryCall) => void | Promise<void>;
  let backend: MemoryBackend;
  let page: FakePage;
  let outbox: Outbox;

  const down = () => {
    throw new ClientError('network', 'no network');
  };
  const up = () => undefined;
  const onlyEntry = async () => {
    const [entry, ...others] = await outbox.entries();
    if (!entry || others.length > 0)
      throw new Error(`expected one entry, found ${others.length + (entry ? 1 : 0)}`);
    return entry;
  };

  beforeEach(() => {
    site = new Site();
    name = `cnr-test-${crypto.randomUUID()}`;
    store = deviceStore('outbox', { name });
    network = up;
    backend = memoryBackend('outbox-test', {
      ...known,
      now: () => site.now,
      intercept: (call) => network(call),
    });
    page = pageOf(site, store, backend);
    outbox = page.outbox;
  });

  afterEach(async () => {
    outbox.stop();
    await deleteDatabase(name);
  });

  it('sends what an earlier page left', async () => {
    network = down;
    await outbox.submit(backend, draftOf());
    outbox.stop();
    network = up;
    const later = pageOf(site, deviceStore('outbox', { name }), backend).outbox;
    later.start();
    await until(async () => (await later.entries())[0]?.state === 'received');
    later.stop();
    expect(backend.rows()).to.have.length(1);
  });

  it('takes over from a sender that died, once its lease is over', async () => {
    let calls = 0;
    network = () => {
      calls++;
      return new Promise(() => undefined);
    };
    const dying = pageOf(site, store, backend, { locks: undefined }).outbox;
    void dying.submit(backend, draftOf());
    // Not before the call has left: it is the one that never comes back.
    await until(() => calls > 0);
    network = up;
    const next = pageOf(site, store, backend, { locks: undefined }).outbox;
    await next.flush({ force: true });
    expect((await onlyEntry()).state).to.equal('sending');
    site.advance(60_000);
    expect((await onlyEntry()).state).to.equal('waiting');
    await next.flush();
    expect((await onlyEntry()).state).to.equal('received');
  });

  it('is not held up by a clock that jumps back', async () => {
    site.now = AFTER;
    network = down;
    await outbox.submit(backend, draftOf());
    site.now = DURING;
    network = up;
    await outbox.flush();
    expect((await onlyEntry()).state).to.equal('received');
  });

  it('withdraws what was received, there and here', async () => {
    await outbox.submit(backend, draftOf());
    network = down;
    const { id } = await onlyEntry();
    expect((await failureOf(withdraw(outbox, id))).code).to.equal('network');
    expect((await onlyEntry()).state).to.equal('received');
    network = up;
    await withdraw(outbox, id);
    expect([backend.rows().length, (await outbox.entries()).length]).to.deep.equal([0, 0]);
    expect((await failureOf(withdraw(outbox, id))).code).to.equal('unknown-entry');
  });

  it('exports what it holds', async () => {
    network = down;
    await outbox.submit(backend, draftOf('À emporter'));
    const file = JSON.parse(JSON.stringify(await exportFile(outbox))) as Awaited<
      ReturnType<typeof exportFile>
    >;
    expect(JSON.stringify(file.entries[0]?.contribution)).to.include(mark('À emporter'));
    expect(file).to.deep.include({ format: 'cnr-widgets-outbox', version: 1, unreadable: [] });
  });

  it('says unsaved where there is no Web Crypto, and stores and sends nothing', async () => {
    const insecure = pageOf(site, store, backend, {
      hash: () => Promise.reject(new ClientError('insecure-context', 'http')),
    }).outbox;
    const outcome = await insecure.submit(backend, draftOf());
    if (outcome.state !== 'unsaved') throw new Error(outcome.state);
    expect([outcome.error.code, outcome.entry]).to.deep.equal(['insecure-context', undefined]);
    expect([backend.rows().length, (await store.entries()).length]).to.deep.equal([0, 0]);
  });

  it('promises nothing on a shared device, and still sends', async () => {
    const shared = pageOf(site, memoryStore(), backend).outbox;
    expect(shared.durable).to.equal(false);
    network = down;
    const outcome = await shared.submit(backend, draftOf());
    if (outcome.state !== 'unsaved' || !outcome.entry) throw new Error(outcome.state);
    network = up;
    expect((await shared.resend(outcome.entry.id)).state).to.equal('received');
    await shared.erase(outcome.entry.id);
    expect(await shared.entries()).to.deep.equal([]);
    expect(backend.rows()).to.have.length(1);
  });
});
