import { expect } from '@open-wc/testing';
import { memoryBackend, type MemoryBackend } from './memory.js';
import { memoryStore } from './memory-store.js';
import { deviceStore, type Store } from './store.js';
import { toggleSupport } from './supports.js';
import { pageOf, until } from './testing/fake-page.js';
import { databaseNames, deleteDatabase, faultyStore } from './testing/faults.js';
import { known } from './testing/kinds.js';
import { down, press, SupportStage, up } from './testing/support-stage.js';

describe('toggleSupport between tabs, on storage that fails, and where the page dies', () => {
  let stage: SupportStage;

  beforeEach(() => {
    stage = new SupportStage();
  });
  afterEach(() => stage.close());

  it('leaves alone what is on its way, and has the last word', async () => {
    let answer: (() => void) | undefined;
    stage.network = ({ name: call, moment }) =>
      call === 'put' && moment === 'before' ? new Promise((resolve) => (answer ??= resolve)) : undefined;
    const first = stage.toggle();
    await until(() => answer !== undefined);
    const release = answer;
    stage.network = up;
    expect((await stage.toggle()).state).to.equal('received');
    expect(await stage.count()).to.equal(0);
    release?.();
    await first;
    // The older press came last, and changes nothing.
    expect(await stage.count()).to.equal(0);
    expect(await stage.told()).to.deep.equal([false, false, 'received']);
  });

  it('does not cancel while an earlier press may still arrive', async () => {
    let answer: (() => void) | undefined;
    stage.network = ({ name: call, moment }) =>
      call === 'put' && moment === 'before' ? new Promise((resolve) => (answer ??= resolve)) : undefined;
    const first = stage.toggle();
    await until(() => answer !== undefined);
    const release = answer;
    stage.offline();
    await stage.toggle();
    await stage.toggle();
    expect((await stage.toggle()).state).to.equal('queued');
    stage.back();
    release?.();
    await first;
    await stage.outbox.flush({ force: true });
    expect(await stage.count()).to.equal(0);
    expect(await stage.told()).to.deep.equal([false, false, 'received']);
  });

  it('is one person in two tabs that press at once, and the later press stands', async () => {
    const tabs = [stage.outbox, stage.open(), stage.open()];
    await Promise.all(tabs.map((tab) => stage.toggle(tab, { on: true })));
    expect(await stage.count()).to.equal(1);
    await Promise.all(tabs.map((tab, at) => stage.toggle(tab, { on: at === 1 })));
    const [on, counted, state] = await stage.told();
    expect([counted, state]).to.deep.equal([on, 'received']);
    expect(await stage.count()).to.equal(on ? 1 : 0);
  });

  it('does not cancel what another tab began to send in between', async () => {
    stage.offline();
    await stage.toggle();
    stage.back();
    // The other tab sends while this one erases.
    const other = stage.open();
    const racing = stage.open({
      ...deviceStore('outbox', { name: stage.name }),
      async change(key, decide) {
        await other.flush({ force: true });
        return deviceStore('outbox', { name: stage.name }).change(key, decide);
      },
    });
    expect((await stage.toggle(racing)).state).to.equal('received');
    expect(await stage.count()).to.equal(0);
    expect(await stage.told()).to.deep.equal([false, false, 'received']);
  });

  it('sends nothing, and says unsaved, where it cannot know who it is', async () => {
    const lost = pageOf(stage.site, deviceStore('outbox', { name: stage.name }), stage.backend, {
      pseudonyms: faultyStore(memoryStore(), () => true),
    }).outbox;
    const blind = stage.open(faultyStore(deviceStore('outbox', { name: stage.name }), () => true));
    for (const page of [lost, blind]) {
      const outcome = await stage.toggle(page);
      if (outcome.state !== 'unsaved') throw new Error(outcome.state);
      expect([outcome.error.code, outcome.entry]).to.deep.equal(['storage', undefined]);
    }
    expect(stage.backend.rows()).to.deep.equal([]);
  });

  it('sends from memory what the store would not take, and says so until it is received', async () => {
    let failing = false;
    const page = stage.open(
      faultyStore(
        deviceStore('outbox', { name: stage.name }),
        (operation) => failing && operation === 'change',
      ),
    );
    await stage.toggle(page);
    failing = true;
    stage.network = down;
    expect((await stage.toggle(page)).state).to.equal('unsaved');
    expect(await stage.told(page)).to.deep.equal([false, true, 'unsaved']);
    stage.network = up;
    await page.flush({ force: true });
    expect(await stage.told(page)).to.deep.equal([false, false, 'received']);
    expect(await stage.count()).to.equal(0);
  });

  it('keeps nothing of a person on a shared device, and can be undone there', async () => {
    const shared = pageOf(stage.site, memoryStore(), stage.backend).outbox;
    await stage.toggle(shared);
    expect(await stage.count()).to.equal(1);
    await stage.toggle(shared);
    expect(await stage.count()).to.equal(0);
    const next = pageOf(stage.site, memoryStore(), stage.backend).outbox;
    await stage.toggle(next);
    expect(await stage.count()).to.equal(1);
    expect(await databaseNames()).not.to.include('cnr-widgets');
  });

  it('loses no press and invents none wherever the page is killed', async () => {
    let finished = false;
    for (let lastStep = 0; !finished; lastStep++) {
      const device = `${stage.name}-${lastStep}`;
      const outboxStore = deviceStore('outbox', { name: device });
      const pseudonyms = deviceStore('pseudonyms', { name: device });
      stage.backend = memoryBackend('killed', { ...known, now: () => stage.site.now });
      const ready = pageOf(stage.site, outboxStore, stage.backend, { pseudonyms }).outbox;
      await stage.toggle(ready);
      let step = 0;
      const live = async <T>(run: () => Promise<T>): Promise<T> => {
        const never = () => new Promise<never>(() => undefined);
        if (step++ >= lastStep) return never();
        const result = await run();
        return step++ >= lastStep ? never() : result;
      };
      const dying = ({ durable, ...store }: Store): Store => ({
        durable,
        get: (key) => live(() => store.get(key)),
        entries: () => live(() => store.entries()),
        change: (key, decide) => live(() => store.change(key, decide)),
      });
      const wire = {
        ...stage.backend,
        put: (...call: Parameters<MemoryBackend['put']>) => live(() => stage.backend.put(...call)),
      };
      const killed = pageOf(stage.site, dying(outboxStore), wire, {
        pseudonyms: dying(pseudonyms),
        locks: undefined,
      }).outbox;
      let claim = '';
      void toggleSupport(killed, wire, press).then(({ state }) => (claim = state));
      await until(() => step > lastStep || claim !== '');
      await until(() => new Promise((resolve) => setTimeout(() => resolve(true), 0)));
      finished = step <= lastStep;

      stage.site.advance(60_000);
      const next = pageOf(stage.site, deviceStore('outbox', { name: device }), stage.backend, {
        pseudonyms,
      }).outbox;
      await next.flush();
      const { on, counted, state } = await stage.stateIn(next);
      expect([counted, state], `killed at ${lastStep}`).to.deep.equal([on, 'received']);
      expect(await stage.count(), `killed at ${lastStep}`).to.equal(on ? 1 : 0);
      if (claim !== '') expect(on, `killed at ${lastStep}`).to.equal(false);
      await deleteDatabase(device);
    }
  });
});
