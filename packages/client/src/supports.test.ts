import { expect } from '@open-wc/testing';
import { ClientError } from './errors.js';
import { memoryBackend, type MemoryBackend, type MemoryCall } from './memory.js';
import { memoryStore } from './memory-store.js';
import type { Outbox } from './outbox.js';
import { pseudonymFor } from './pseudonyms.js';
import { deviceStore, type Store } from './store.js';
import { pseudonymsOf, supportOf, toggleSupport, type SupportPress, type SupportState } from './supports.js';
import { pageOf, Site, until } from './testing/fake-page.js';
import { databaseNames, deleteDatabase, faultyStore } from './testing/faults.js';
import { AFTER } from './testing/fixtures.js';
import { known, OTHER, seeds, SUBJECT } from './testing/kinds.js';

const press: SupportPress = { consultation: 'le-gymnase', definitionVersion: 2, subject: SUBJECT };
const proposal = seeds[0]?.id ?? '';

describe('toggleSupport', () => {
  let site: Site;
  let name: string;
  let network: (call: MemoryCall) => void | Promise<void>;
  let online: boolean;
  let backend: MemoryBackend;
  let outbox: Outbox;

  const down = () => {
    throw new ClientError('network', 'no network');
  };
  const up = () => undefined;
  const offline = () => {
    network = down;
    online = false;
  };
  const back = () => {
    network = up;
    online = true;
  };
  const lostAnswer = ({ moment }: MemoryCall) => {
    if (moment === 'after') down();
  };
  const refusing = (status: number, code: string) => () => {
    throw new ClientError(code, code, {
      status,
      problem: { type: 'about:blank', title: code, status, code },
    });
  };
  /** A page of this site on this device. */
  const open = (store: Store = deviceStore('outbox', { name })) =>
    pageOf(site, store, backend, {
      pseudonyms: deviceStore('pseudonyms', { name }),
      online: () => online,
    }).outbox;
  const toggle = (page: Outbox = outbox, more: Partial<SupportPress> = {}) =>
    toggleSupport(page, backend, { ...press, ...more });
  const stateIn = async (page: Outbox, subject = SUBJECT): Promise<SupportState> =>
    supportOf(await page.entries(), { descriptor: backend.descriptor, consultation: 'le-gymnase' }, subject);
  const told = async (page: Outbox = outbox) => {
    const { on, counted, state } = await stateIn(page);
    return [on, counted, state];
  };
  const count = async (subject = SUBJECT) => {
    const before = network;
    network = up;
    const { supports } = await backend.supports('le-gymnase', [subject]);
    network = before;
    return supports[0]?.count;
  };

  beforeEach(() => {
    site = new Site();
    name = `cnr-test-${crypto.randomUUID()}`;
    back();
    backend = memoryBackend('supports', {
      ...known,
      now: () => site.now,
      intercept: (call) => network(call),
    });
    outbox = open();
  });
  afterEach(async () => {
    outbox.stop();
    await deleteDatabase(name);
  });

  it('supports and takes back, and keeps the receipt of the last press alone', async () => {
    expect(await told()).to.deep.equal([false, undefined, 'none']);
    expect((await toggle(outbox, { title: 'Un mur' })).state).to.equal('received');
    expect(await told()).to.deep.equal([true, true, 'received']);
    expect(await count()).to.equal(1);
    const [entry] = await outbox.entries();
    expect(entry?.keep).to.deep.equal({ subject: SUBJECT, title: 'Un mur', on: true, revision: 1 });
    expect(entry?.contribution).to.equal(null);
    expect((await toggle()).state).to.equal('received');
    expect(await told()).to.deep.equal([false, false, 'received']);
    expect(await count()).to.equal(0);
    await toggle();
    expect(await count()).to.equal(1);
    expect((await outbox.entries()).map(({ keep }) => keep?.revision)).to.deep.equal([3]);
  });

  it('leaves nothing on the device before the first press', async () => {
    await told();
    await outbox.flush({ force: true });
    expect(await databaseNames()).not.to.include(name);
  });

  it('is one person for all subjects of a consultation, and another for what one writes there', async () => {
    await toggle();
    await toggle(outbox, { subject: OTHER });
    const people = new Set(backend.rows('support').map(({ payload }) => payload.pseudonym));
    expect(people.size).to.equal(1);
    const author = await pseudonymFor(
      { descriptor: backend.descriptor, consultation: 'le-gymnase' },
      'proposal',
      { store: pseudonymsOf(outbox) },
    );
    expect(people.has(author)).to.equal(false);
  });

  it('cancels out before anything left, and sends nothing', async () => {
    offline();
    expect((await toggle()).state).to.equal('queued');
    expect(await told()).to.deep.equal([true, undefined, 'waiting']);
    expect((await toggle()).state).to.equal('cancelled');
    expect(await told()).to.deep.equal([false, undefined, 'none']);
    let calls = 0;
    back();
    network = ({ name: call }) => {
      if (call === 'put') calls++;
    };
    await outbox.flush({ force: true });
    expect([calls, await count()]).to.deep.equal([0, 0]);
  });

  it('cancels the removal of a support that was counted', async () => {
    await toggle();
    offline();
    expect((await toggle()).state).to.equal('queued');
    expect(await told()).to.deep.equal([false, true, 'waiting']);
    expect((await toggle()).state).to.equal('cancelled');
    expect(await told()).to.deep.equal([true, true, 'received']);
    back();
    await outbox.flush({ force: true });
    expect(await count()).to.equal(1);
  });

  it('sends the removal of what may have been received', async () => {
    network = lostAnswer;
    expect((await toggle()).state).to.equal('queued');
    expect(await count()).to.equal(1);
    network = down; // And not known to be offline.
    expect((await toggle()).state).to.equal('queued');
    expect((await outbox.entries()).map(({ keep }) => keep?.revision)).to.deep.equal([2]);
    back();
    await outbox.flush({ force: true });
    expect(await count()).to.equal(0);
    expect(await told()).to.deep.equal([false, false, 'received']);
  });

  it('does not take a device for offline that was so at one end of the call only', async () => {
    network = ({ name: call, moment }) => {
      if (call !== 'put' || moment === 'before') return;
      online = false;
      down();
    };
    await toggle();
    expect(await count()).to.equal(1);
    expect((await toggle()).state).to.equal('queued');
    back();
    await outbox.flush({ force: true });
    expect(await count()).to.equal(0);
  });

  it('leaves alone what is on its way, and has the last word', async () => {
    let answer: (() => void) | undefined;
    network = ({ name: call, moment }) =>
      call === 'put' && moment === 'before' ? new Promise((resolve) => (answer ??= resolve)) : undefined;
    const first = toggle();
    await until(() => answer !== undefined);
    const release = answer;
    network = up;
    expect((await toggle()).state).to.equal('received');
    expect(await count()).to.equal(0);
    release?.();
    await first;
    // The older press came last, and changes nothing.
    expect(await count()).to.equal(0);
    expect(await told()).to.deep.equal([false, false, 'received']);
  });

  it('does not cancel while an earlier press may still arrive', async () => {
    let answer: (() => void) | undefined;
    network = ({ name: call, moment }) =>
      call === 'put' && moment === 'before' ? new Promise((resolve) => (answer ??= resolve)) : undefined;
    const first = toggle();
    await until(() => answer !== undefined);
    const release = answer;
    offline();
    await toggle();
    await toggle();
    expect((await toggle()).state).to.equal('queued');
    back();
    release?.();
    await first;
    await outbox.flush({ force: true });
    expect(await count()).to.equal(0);
    expect(await told()).to.deep.equal([false, false, 'received']);
  });

  it('says that a refused support does not stand, and sends it anew when it is pressed again', async () => {
    network = refusing(403, 'limit-reached');
    const outcome = await toggle();
    if (outcome.state !== 'refused') throw new Error(outcome.state);
    expect(outcome.error.code).to.equal('limit-reached');
    expect(await told()).to.deep.equal([false, undefined, 'refused']);
    network = up;
    expect((await toggle()).state).to.equal('received');
    expect(await told()).to.deep.equal([true, true, 'received']);
    expect(await outbox.entries()).to.have.length(1);
    network = refusing(403, 'closed');
    await toggle();
    expect(await told()).to.deep.equal([true, true, 'refused']);
  });

  it('does what is wished where that is said, once', async () => {
    await toggle(outbox, { on: true });
    const again = await toggle(open(), { on: true });
    expect(again.state).to.equal('received');
    expect(backend.rows('support')).to.have.length(1);
    expect((await toggle(outbox, { subject: OTHER, on: false })).state).to.equal('cancelled');
    expect(backend.rows('support')).to.have.length(1);
  });

  it('still has the higher revision after its receipt was erased here', async () => {
    await toggle();
    await toggle();
    for (const { id } of await outbox.entries()) await outbox.erase(id);
    await toggle();
    expect(await count()).to.equal(1);
  });

  it('is one person in two tabs that press at once, and the later press stands', async () => {
    const tabs = [outbox, open(), open()];
    await Promise.all(tabs.map((tab) => toggle(tab, { on: true })));
    expect(await count()).to.equal(1);
    await Promise.all(tabs.map((tab, at) => toggle(tab, { on: at === 1 })));
    const [on, counted, state] = await told();
    expect([counted, state]).to.deep.equal([on, 'received']);
    expect(await count()).to.equal(on ? 1 : 0);
  });

  it('does not cancel what another tab began to send in between', async () => {
    offline();
    await toggle();
    back();
    // The other tab sends while this one erases.
    const other = open();
    const racing = open({
      ...deviceStore('outbox', { name }),
      async change(key, decide) {
        await other.flush({ force: true });
        return deviceStore('outbox', { name }).change(key, decide);
      },
    });
    expect((await toggle(racing)).state).to.equal('received');
    expect(await count()).to.equal(0);
    expect(await told()).to.deep.equal([false, false, 'received']);
  });

  it('sends nothing, and says unsaved, where it cannot know who it is', async () => {
    const lost = pageOf(site, deviceStore('outbox', { name }), backend, {
      pseudonyms: faultyStore(memoryStore(), () => true),
    }).outbox;
    const blind = open(faultyStore(deviceStore('outbox', { name }), () => true));
    for (const page of [lost, blind]) {
      const outcome = await toggle(page);
      if (outcome.state !== 'unsaved') throw new Error(outcome.state);
      expect([outcome.error.code, outcome.entry]).to.deep.equal(['storage', undefined]);
    }
    expect(backend.rows()).to.deep.equal([]);
  });

  it('sends from memory what the store would not take, and says so until it is received', async () => {
    let failing = false;
    const page = open(
      faultyStore(deviceStore('outbox', { name }), (operation) => failing && operation === 'change'),
    );
    await toggle(page);
    failing = true;
    network = down;
    expect((await toggle(page)).state).to.equal('unsaved');
    expect(await told(page)).to.deep.equal([false, true, 'unsaved']);
    network = up;
    await page.flush({ force: true });
    expect(await told(page)).to.deep.equal([false, false, 'received']);
    expect(await count()).to.equal(0);
  });

  it('keeps nothing of a person on a shared device, and can be undone there', async () => {
    const shared = pageOf(site, memoryStore(), backend).outbox;
    await toggle(shared);
    expect(await count()).to.equal(1);
    await toggle(shared);
    expect(await count()).to.equal(0);
    const next = pageOf(site, memoryStore(), backend).outbox;
    await toggle(next);
    expect(await count()).to.equal(1);
    expect(await databaseNames()).not.to.include('cnr-widgets');
  });

  it('takes back a support of a proposal that was answered, and refuses one', async () => {
    await toggle();
    backend.moderate(proposal, 'answered');
    expect((await toggle()).state).to.equal('received');
    expect(await count()).to.equal(0);
    const outcome = await toggle();
    expect(outcome.state === 'refused' && outcome.error.code).to.equal('subject-closed');
  });

  it('does not count after closing what was pressed then', async () => {
    site.now = AFTER;
    const outcome = await toggle();
    expect(outcome.state === 'refused' && outcome.error.code).to.equal('closed');
  });

  it('loses no press and invents none wherever the page is killed', async () => {
    let finished = false;
    for (let lastStep = 0; !finished; lastStep++) {
      const device = `${name}-${lastStep}`;
      const outboxStore = deviceStore('outbox', { name: device });
      const pseudonyms = deviceStore('pseudonyms', { name: device });
      backend = memoryBackend('killed', { ...known, now: () => site.now });
      const ready = pageOf(site, outboxStore, backend, { pseudonyms }).outbox;
      await toggle(ready);
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
        ...backend,
        put: (...call: Parameters<MemoryBackend['put']>) => live(() => backend.put(...call)),
      };
      const killed = pageOf(site, dying(outboxStore), wire, {
        pseudonyms: dying(pseudonyms),
        locks: undefined,
      }).outbox;
      let claim = '';
      void toggleSupport(killed, wire, press).then(({ state }) => (claim = state));
      await until(() => step > lastStep || claim !== '');
      await until(() => new Promise((resolve) => setTimeout(() => resolve(true), 0)));
      finished = step <= lastStep;

      site.advance(60_000);
      const next = pageOf(site, deviceStore('outbox', { name: device }), backend, { pseudonyms }).outbox;
      await next.flush();
      const { on, counted, state } = await stateIn(next);
      expect([counted, state], `killed at ${lastStep}`).to.deep.equal([on, 'received']);
      expect(await count(), `killed at ${lastStep}`).to.equal(on ? 1 : 0);
      if (claim !== '') expect(on, `killed at ${lastStep}`).to.equal(false);
      await deleteDatabase(device);
    }
  });
});
