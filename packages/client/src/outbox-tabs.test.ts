import { expect } from '@open-wc/testing';
import { ClientError } from './errors.js';
import { memoryBackend, type MemoryBackend, type MemoryCall } from './memory.js';
import type { OutboxEnvironment } from './outbox-environment.js';
import type { OutboxChange } from './outbox-events.js';
import { deviceStore } from './store.js';
import { pageOf, Site, until, type FakePage } from './testing/fake-page.js';
import { deleteDatabase } from './testing/faults.js';
import { describeKinds, known } from './testing/kinds.js';

type Locks = OutboxEnvironment['locks'];
type Request = (name: string, options: LockOptions, run: LockGrantedCallback<unknown>) => Promise<unknown>;
const locksOf = (request: Request) => ({ request }) as unknown as Locks;

const LOCKS: Record<string, () => Locks> = {
  'as the browser has them': () => navigator.locks,
  absent: () => undefined,
  refused: () => locksOf(() => Promise.reject(new DOMException('opaque origin', 'SecurityError'))),
  'never available': () => locksOf(async (_name, _options, run) => run(null)),
  stolen: () => locksOf((name, _options, run) => navigator.locks.request(name, { steal: true }, run)),
};

describeKinds('Outbox in several tabs', ({ kind, draftOf, mark }) => {
  let site: Site;
  let name: string;
  let network: (call: MemoryCall) => void | Promise<void>;
  let backend: MemoryBackend;
  let pages: FakePage[];

  const open = (locks?: Locks) => {
    const page = pageOf(site, deviceStore('outbox', { name }), backend, locks === undefined ? {} : { locks });
    page.outbox.start();
    pages.push(page);
    return page;
  };
  const down = () => {
    throw new ClientError('network', 'no network');
  };

  beforeEach(() => {
    site = new Site();
    name = `cnr-test-${crypto.randomUUID()}`;
    network = () => undefined;
    pages = [];
    backend = memoryBackend('tabs', {
      ...known,
      now: () => site.now,
      intercept: (call) => network(call),
    });
  });
  afterEach(async () => {
    for (const { outbox } of pages) outbox.stop();
    await deleteDatabase(name);
  });

  for (const [how, locks] of Object.entries(LOCKS)) {
    it(`makes one row of each answer with ten tabs and locks ${how}`, async () => {
      const tabs = Array.from({ length: 10 }, () => {
        const page = pageOf(site, deviceStore('outbox', { name }), backend, { locks: locks() });
        pages.push(page);
        return page.outbox;
      });
      network = down;
      const [first] = tabs;
      for (const text of ['un', 'deux', 'trois']) await first?.submit(backend, draftOf(text));
      network = ({ moment }) => {
        // Every third answer of the backend is lost on its way.
        if (moment === 'after' && answers++ % 3 === 0) down();
      };
      let answers = 0;
      await until(async () => {
        await Promise.all(tabs.map((tab) => tab.flush({ force: true })));
        site.advance(60_000);
        return ((await first?.entries()) ?? []).every(({ state }) => state === 'received');
      });
      expect(backend.rows()).to.have.length(3);
      const left = JSON.stringify(await deviceStore('outbox', { name }).entries());
      for (const text of ['un', 'deux', 'trois']) expect(left).not.to.include(`"${mark(text)}"`);
    });
  }

  it('tells the other tabs', async () => {
    const [here, there] = [open(), open()];
    const heard: unknown[] = [];
    there.outbox.addEventListener('change', ({ to, from, entry }: OutboxChange) =>
      heard.push([from, to, entry?.kind]),
    );
    await here.outbox.submit(backend, draftOf());
    await until(() => heard.some((change) => String(change) === `,received,${kind}`));
    const [entry] = await there.outbox.entries();
    await here.outbox.erase(entry?.id ?? '');
    await until(() => String(heard.at(-1)) === ',,');
  });

  it('waits for the tab that is sending, and reports what it got', async () => {
    const [here, there] = [open(), open()];
    let answer: (() => void) | undefined;
    network = ({ moment }) =>
      moment === 'before' ? new Promise((resolve) => (answer = resolve)) : undefined;
    const sent = there.outbox.submit(backend, draftOf());
    await until(() => answer !== undefined);
    const [entry] = await here.outbox.entries();
    const asked = here.outbox.resend(entry?.id ?? '');
    answer?.();
    expect((await asked).state).to.equal('received');
    expect((await sent).state).to.equal('received');
    expect(backend.rows()).to.have.length(1);
  });

  it('lets go of its lock when the page is hidden, and finishes all the same', async () => {
    const page = open();
    let answer: (() => void) | undefined;
    network = ({ moment }) =>
      moment === 'before' ? new Promise((resolve) => (answer = resolve)) : undefined;
    const held = async () =>
      ((await navigator.locks.query()).held ?? []).filter((lock) => lock.name?.startsWith('cnr-widgets'));
    const sent = page.outbox.submit(backend, draftOf());
    await until(() => answer !== undefined);
    expect(await held()).to.have.length(1);
    page.signal('hidden');
    await until(async () => (await held()).length === 0);
    answer?.();
    expect((await sent).state).to.equal('received');
  });

  it('does not let a late failure in one tab undo the receipt of another', async () => {
    const [slow, quick] = [open(locksOf(async (_name, _options, run) => run(null))), open()];
    let fail: (() => void) | undefined;
    network = ({ moment }) =>
      moment === 'before'
        ? new Promise((_resolve, reject) => (fail = () => reject(new ClientError('timeout', 'late'))))
        : undefined;
    const sent = slow.outbox.submit(backend, draftOf());
    await until(() => fail !== undefined);
    network = () => undefined;
    site.now += 60_000; // The lease is over: the quick tab takes the slow one for dead.
    await quick.outbox.flush();
    fail?.();
    expect((await sent).state).to.equal('received');
    expect((await quick.outbox.entries())[0]?.state).to.equal('received');
    expect(backend.rows()).to.have.length(1);
  });
});
