import { expect } from '@open-wc/testing';
import { contentHashOf } from './content-hash.js';
import { ClientError } from './errors.js';
import { memoryBackend, type MemoryBackend, type MemoryCall } from './memory.js';
import type { Outbox } from './outbox.js';
import type { OutboxChange } from './outbox-events.js';
import { deviceStore, type Store } from './store.js';
import { pageOf, Site, until, type FakePage } from './testing/fake-page.js';
import { deleteDatabase } from './testing/faults.js';
import { DURING } from './testing/fixtures.js';
import { describeKinds, known } from './testing/kinds.js';

describeKinds('Outbox', ({ draftOf, mark }) => {
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
  const answering = (status: number, code: string, retryAfter?: number) => () => {
    throw new ClientError(code, code, { status, retryAfter });
  };
  const lostAnswer = ({ moment, name: call }: MemoryCall) => {
    if (call === 'put' && moment === 'after') down();
  };
  const up = () => undefined;
  const stored = async () => JSON.stringify(await store.entries());
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

  it('sends at once where it can, and then keeps the receipt and forgets the content', async () => {
    const outcome = await outbox.submit(backend, draftOf('Secret à garder'));
    if (outcome.state !== 'received') throw new Error(outcome.state);
    expect(backend.rows()).to.have.length(1);
    expect(outcome.entry).to.include({ state: 'received', contribution: null, durable: true, attempts: 1 });
    expect(outcome.receipt.code).to.match(/^[0-9A-Z-]{19}$/);
    expect(await stored())
      .to.include(outcome.receipt.code)
      .and.not.include(mark('Secret à garder'));
  });

  it('keeps nothing with a receipt by which a short answer could be guessed and proved', async () => {
    await outbox.submit(backend, draftOf('oui'));
    const [sent] = backend.rows();
    if (!sent) throw new Error('no row');
    expect(await stored())
      .to.include(sent.id)
      .and.not.include(await contentHashOf(sent));
    // What stands there is still read as a receipt, by an older version as well.
    expect((await onlyEntry()).state).to.equal('received');
  });

  it('has stored id and content before the first byte leaves', async () => {
    let seen = '';
    network = async ({ name: call, moment }) => {
      if (call === 'put' && moment === 'before') seen = await stored();
    };
    const outcome = await outbox.submit(backend, draftOf('Écrit d’abord'));
    expect(seen)
      .to.include(mark('Écrit d’abord'))
      .and.include('"state":"sending"')
      .and.include('"attempts":1');
    expect(seen).to.include(backend.rows()[0]?.id ?? 'no row');
    expect(outcome.state).to.equal('received');
  });

  it('queues without a network, and sends when the network is back', async () => {
    network = down;
    outbox.start();
    const outcome = await outbox.submit(backend, draftOf());
    expect(outcome.state).to.equal('queued');
    expect(await onlyEntry()).to.deep.include({ state: 'waiting', attempts: 1, durable: true });
    expect((await onlyEntry()).lastError?.code).to.equal('network');
    network = up;
    page.signal('back');
    await until(async () => (await onlyEntry()).state === 'received');
    expect(backend.rows()).to.have.length(1);
  });

  it('sends on its timer, with full jitter, and no earlier', async () => {
    network = answering(503, 'unavailable');
    outbox.start();
    await outbox.submit(backend, draftOf());
    network = up;
    // random() is 0.5: half of 2 s doubled once.
    expect((await onlyEntry()).nextAttemptAt).to.equal(new Date(DURING + 2000).toISOString());
    await outbox.flush({ networkBack: true });
    expect((await onlyEntry()).attempts).to.equal(1);
    site.advance(2000);
    await until(async () => (await onlyEntry()).state === 'received');
  });

  it('waits as long as Retry-After asks, unless the citizen asks for more', async () => {
    network = answering(429, 'rate-limited', 3600);
    await outbox.submit(backend, draftOf());
    network = up;
    site.advance(3_599_000);
    await outbox.flush();
    expect((await onlyEntry()).state).to.equal('waiting');
    await outbox.flush({ force: true });
    expect((await onlyEntry()).state).to.equal('received');
  });

  it('makes one row of an answer whose receipt was lost', async () => {
    network = lostAnswer;
    expect((await outbox.submit(backend, draftOf())).state).to.equal('queued');
    expect(backend.rows()).to.have.length(1);
    network = up;
    await outbox.flush({ networkBack: true });
    expect((await onlyEntry()).receipt?.id).to.equal(backend.rows()[0]?.id);
    expect(backend.rows()).to.have.length(1);
  });

  for (const status of [400, 401, 403, 404, 409, 410, 413, 415, 422]) {
    it(`parks ${status} as refused, content kept, until the citizen decides`, async () => {
      network = answering(status, 'some-reason');
      const outcome = await outbox.submit(backend, draftOf('Gardé'));
      if (outcome.state !== 'refused') throw new Error(outcome.state);
      expect(outcome.error.code).to.equal('some-reason');
      network = up;
      site.advance(3_600_000);
      await outbox.flush({ force: true });
      expect(backend.rows()).to.have.length(0);
      expect(await stored()).to.include(mark('Gardé'));
      expect((await outbox.resend(outcome.entry.id)).state).to.equal('received');
      expect(backend.rows()).to.have.length(1);
    });
  }

  for (const status of [408, 425, 429, 500, 502, 503]) {
    it(`lets ${status} wait`, async () => {
      network = answering(status, 'some-reason');
      expect((await outbox.submit(backend, draftOf())).state).to.equal('queued');
    });
  }

  it('does not take a receipt for something else', async () => {
    const others = [
      { id: crypto.randomUUID() },
      { consultation: 'une-autre' },
      { contentHash: '0'.repeat(64) },
    ];
    for (const other of others) {
      const liar = {
        ...backend,
        put: async (...call: Parameters<MemoryBackend['put']>) => ({
          ...(await backend.put(...call)),
          ...other,
        }),
      };
      const outcome = await outbox.submit(liar, draftOf('Toujours là'));
      if (outcome.state !== 'queued') throw new Error(outcome.state);
      expect(outcome.entry.lastError?.code).to.equal('lying-receipt');
      expect(await stored()).to.include(mark('Toujours là'));
      await outbox.erase(outcome.entry.id);
    }
  });

  it('says queued after its limit and goes on', async () => {
    let answer: (() => void) | undefined;
    network = ({ moment }) =>
      moment === 'before' ? new Promise((resolve) => (answer = resolve)) : undefined;
    const submitted = outbox.submit(backend, draftOf(), { waitMs: 5000 });
    await until(() => answer !== undefined);
    site.advance(5000);
    expect((await submitted).state).to.equal('queued');
    answer?.();
    await until(async () => (await onlyEntry()).state === 'received');
  });

  it('tells every change of state', async () => {
    const changes: unknown[] = [];
    outbox.addEventListener('change', ({ from, to }: OutboxChange) => changes.push([from, to]));
    network = down;
    await outbox.submit(backend, draftOf());
    network = up;
    await outbox.flush({ force: true });
    await outbox.erase((await onlyEntry()).id);
    expect(changes).to.deep.equal([
      [undefined, 'waiting'],
      ['waiting', 'sending'],
      ['sending', 'waiting'],
      ['waiting', 'sending'],
      ['sending', 'received'],
      ['received', undefined],
    ]);
  });

  it('does not bring back what the citizen erased while it was on its way', async () => {
    network = async ({ name: call, moment }) => {
      if (call === 'put' && moment === 'before') await outbox.erase((await onlyEntry()).id);
    };
    expect((await outbox.submit(backend, draftOf())).state).to.equal('received');
    expect(await outbox.entries()).to.deep.equal([]);
  });

  it('keeps a copy of what was handed over, whatever becomes of the original', async () => {
    network = down;
    const draft = draftOf('avant');
    const submitted = outbox.submit(backend, draft);
    Object.assign(draft.payload, draftOf('après').payload);
    await submitted;
    network = up;
    await outbox.flush({ force: true });
    expect(JSON.stringify(backend.rows())).to.include(mark('avant')).and.not.include(mark('après'));
  });
});
