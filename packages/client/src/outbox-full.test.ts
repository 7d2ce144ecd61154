import { expect } from '@open-wc/testing';
import { ClientError } from './errors.js';
import { correctAndResend, resendUnderNewId, withdraw } from './manage.js';
import { memoryBackend, type MemoryBackend, type MemoryCall } from './memory.js';
import { memoryStore } from './memory-store.js';
import type { Outbox } from './outbox.js';
import type { Store } from './store.js';
import { failureOf } from './testing/backend-suite.js';
import { pageOf, Site, until } from './testing/fake-page.js';
import { faultyStore } from './testing/faults.js';
import { payloadOf } from './testing/fixtures.js';
import { describeKinds, known } from './testing/kinds.js';

describeKinds('Outbox on a store that is read and takes nothing', ({ draftOf }) => {
  let site: Site;
  let device: Store;
  let network: (call: MemoryCall) => void | Promise<void>;
  let backend: MemoryBackend;
  let full: boolean;
  /** How many changes were begun since it is full. */
  let refused: number;
  /** False: what is stored next is the last thing there is room for. */
  let leavesRoom: boolean;
  let outbox: Outbox;

  const down = () => {
    throw new ClientError('network', 'no network');
  };
  const up = () => undefined;
  const queued = async () => {
    const outcome = await outbox.submit(backend, draftOf());
    if (outcome.state !== 'queued') throw new Error(outcome.state);
    return outcome.entry;
  };

  beforeEach(() => {
    site = new Site();
    device = { ...memoryStore(), durable: true };
    full = false;
    leavesRoom = true;
    refused = 0;
    network = up;
    backend = memoryBackend('outbox-full', {
      ...known,
      now: () => site.now,
      intercept: (call) => network(call),
    });
    const store = faultyStore(device, (operation) => {
      if (operation !== 'change') return false;
      if (full) refused++;
      const fails = full;
      full ||= !leavesRoom;
      return fails;
    });
    outbox = pageOf(site, store, backend).outbox;
  });
  afterEach(() => outbox.stop());

  it('sends what may have been received already, and a later visit finds one row of it', async () => {
    network = down;
    const { id } = await queued();
    full = true;
    network = up;
    const outcome = await outbox.resend(id);
    expect(outcome.state).to.equal('received');
    expect((await outbox.entries())[0]).to.include({ state: 'received', durable: false });
    const later = pageOf(site, device, backend).outbox;
    expect((await later.entries())[0]?.state).to.equal('waiting');
    await later.flush({ force: true });
    expect((await later.entries())[0]?.receipt?.code).to.equal(outcome.receipt?.code);
    expect(backend.rows()).to.have.length(1);
  });

  it('waits for its time between attempts that all fail', async () => {
    network = down;
    await queued();
    full = true;
    let calls = 0;
    network = ({ moment }) => {
      if (moment === 'before') calls++;
      down();
    };
    site.advance(60_000);
    outbox.start();
    await until(() => calls === 1);
    await until(async () => (await outbox.entries())[0]?.lastError?.at === new Date(site.now).toISOString());
    await outbox.flush();
    expect(calls).to.equal(1);
    expect((await outbox.entries())[0]).to.deep.include({ state: 'waiting', attempts: 2, durable: true });
  });

  it('does not send what stands there as never sent: it names the reason, and asks again a minute later', async () => {
    leavesRoom = false;
    const { id, lastError } = await queued();
    expect(lastError?.code).to.equal('storage');
    expect(backend.rows()).to.have.length(0);
    expect((await outbox.resend(id)).entry?.lastError?.code).to.equal('storage');
    const before = refused;
    site.advance(59_000);
    await outbox.flush();
    expect(refused).to.equal(before);
    leavesRoom = true;
    full = false;
    site.advance(5000);
    await outbox.flush();
    expect((await outbox.entries())[0]).to.include({ state: 'received', durable: true });
    expect(backend.rows()).to.have.length(1);
  });

  it('leaves alone what another page is sending', async () => {
    let release: (() => void) | undefined;
    network = ({ moment }) =>
      moment === 'before' ? new Promise<void>((resolve) => (release = resolve)) : undefined;
    const other = pageOf(site, device, backend, { locks: undefined }).outbox;
    const sent = other.submit(backend, draftOf());
    await until(() => release !== undefined);
    full = true;
    site.advance(61_000); // Its lease is over, and it is alive.
    await outbox.flush();
    expect(refused).to.equal(1);
    expect(backend.rows()).to.have.length(0);
    release?.();
    await sent;
    await until(async () => (await outbox.entries())[0]?.state === 'received');
    expect(backend.rows()).to.have.length(1);
  });

  it('says storage, not that nothing is there, where it cannot be read either', async () => {
    network = down;
    const { id } = await queued();
    let failing = true;
    const blind = pageOf(
      site,
      faultyStore(device, () => failing),
      backend,
    ).outbox;
    const correction = { definitionVersion: 2, payload: payloadOf() };
    for (const act of [
      () => blind.resend(id),
      () => resendUnderNewId(blind, id),
      () => correctAndResend(blind, id, correction),
      () => withdraw(blind, id),
    ]) {
      expect((await failureOf(act())).code).to.equal('storage');
    }
    failing = false;
    network = up;
    expect((await blind.resend(id)).state).to.equal('received');
    expect((await failureOf(blind.resend('rien'))).code).to.equal('unknown-entry');
  });
});
