import { expect } from '@open-wc/testing';
import type { CallOptions } from './backend.js';
import { ClientError } from './errors.js';
import { memoryBackend, type MemoryBackend } from './memory.js';
import type { OutboxProof } from './outbox-events.js';
import { memoryStore, type Store } from './store.js';
import { pageOf, Site, until, type FakePage } from './testing/fake-page.js';
import { draftOf, published } from './testing/fixtures.js';

describe('Outbox, while a proof of work is made', () => {
  let site: Site;
  let store: Store;
  let backend: MemoryBackend;
  let page: FakePage;
  /** What is being computed for each `put` under way, and how it ends. */
  let proofs: { options: CallOptions; solve: () => void }[];
  let told: OutboxProof[];

  const tell = (done: number) => {
    const progress = { done, most: 100, waitSeconds: 120, waiting: false, waitInstead: () => undefined };
    proofs[0]?.options.onProof?.(progress);
  };
  const onlyEntry = async () => {
    const [entry] = await page.outbox.entries();
    if (!entry) throw new Error('no entry');
    return entry;
  };
  const open = () => pageOf(site, store, backend);

  beforeEach(() => {
    site = new Site();
    store = memoryStore();
    proofs = [];
    told = [];
    backend = memoryBackend('outbox-proof', {
      consultations: [published],
      now: () => site.now,
      intercept({ name, moment }, options = {}) {
        if (name !== 'put' || moment !== 'before') return undefined;
        return new Promise((solve, reject) => {
          proofs.push({ options, solve });
          options.signal?.addEventListener('abort', () => reject(new ClientError('aborted', 'given up')));
        });
      },
    });
    page = open();
    page.outbox.start();
    page.outbox.addEventListener('proof', (event) => told.push(event));
  });

  afterEach(() => page.outbox.stop());

  it('tells of it, and says what became of the entry only when it ends', async () => {
    const outcome = page.outbox.submit(backend, draftOf());
    await until(() => proofs.length === 1);
    tell(40);
    const { id } = await onlyEntry();
    expect(told.map((event) => [event.id, event.progress.done])).to.deep.equal([[id, 40]]);
    // Longer than `submit` would wait for an answer of the network.
    site.advance(50_000);
    tell(80);
    proofs[0]?.solve();
    expect((await outcome).state).to.equal('received');
    expect(backend.rows()).to.have.length(1);
  });

  it('keeps the entry to itself for as long as it takes', async () => {
    const outcome = page.outbox.submit(backend, draftOf());
    await until(() => proofs.length === 1);
    const other = open();
    for (let seconds = 0; seconds < 300; seconds += 25) {
      const { leaseUntil } = await onlyEntry();
      tell(seconds);
      site.advance(25_000);
      tell(seconds);
      await until(async () => (await onlyEntry()).leaseUntil !== leaseUntil);
      await other.outbox.flush();
      expect([proofs.length, (await onlyEntry()).state]).to.deep.equal([1, 'sending']);
    }
    proofs[0]?.solve();
    expect((await outcome).entry?.attempts).to.equal(1);
  });

  it('waits on the device when the tab is closed half-way, and the next page sends it', async () => {
    void page.outbox.submit(backend, draftOf());
    await until(() => proofs.length === 1);
    tell(40);
    page.outbox.stop();
    // Nothing of a closed tab goes on: its proof is never solved, its lease runs out.
    site.advance(60_001);
    page = open();
    expect((await onlyEntry()).state).to.equal('waiting');
    const sending = page.outbox.flush();
    await until(() => proofs.length === 2);
    proofs[1]?.solve();
    await sending;
    expect((await onlyEntry()).state).to.equal('received');
    expect(backend.rows()).to.have.length(1);
  });

  for (const [where, erase] of [
    ['here', (id: string) => page.outbox.erase(id)],
    [
      'in another tab',
      (id: string) => {
        const other = open();
        other.outbox.start();
        return other.outbox.erase(id).then(() => other.outbox.stop());
      },
    ],
  ] as const) {
    it(`sends nothing of what is erased ${where} meanwhile`, async () => {
      void page.outbox.submit(backend, draftOf());
      await until(() => proofs.length === 1);
      tell(40);
      await erase((await onlyEntry()).id);
      await until(() => proofs[0]?.options.signal?.aborted === true);
      proofs[0]?.solve();
      await page.outbox.flush();
      expect([(await page.outbox.entries()).length, backend.rows().length]).to.deep.equal([0, 0]);
    });
  }
});
