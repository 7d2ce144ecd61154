import { expect } from '@open-wc/testing';
import { ClientError } from './errors.js';
import { memoryBackend, type MemoryBackend, type MemoryCall } from './memory.js';
import type { Outbox } from './outbox.js';
import type { Outcome } from './outcome.js';
import { deviceStore, type Store } from './store.js';
import { failureOf } from './testing/backend-suite.js';
import { pageOf, Site } from './testing/fake-page.js';
import { deleteDatabase, faultyStore } from './testing/faults.js';
import { contributionOf, draftOf, payloadOf, published } from './testing/fixtures.js';
import { correctAndResend, resendUnderNewId } from './manage.js';

describe('Outbox: correcting and sending anew', () => {
  let site: Site;
  let name: string;
  let store: Store;
  let network: (call: MemoryCall) => void;
  let backend: MemoryBackend;
  let outbox: Outbox;

  const refusing = (status: number, code: string) => () => {
    throw new ClientError(code, code, { status });
  };
  const down = () => {
    throw new ClientError('network', 'no network');
  };
  const lostAnswer = ({ moment }: MemoryCall) => {
    if (moment === 'after') down();
  };
  const up = () => undefined;
  const correction = (text: string) => ({ definitionVersion: 2, payload: payloadOf(text) });
  const texts = () => backend.rows().map((row) => row.kind === 'answer' && row.payload.answers[0]?.value);
  const idOf = (outcome: Outcome) => {
    if (outcome.state === 'unsaved') throw new Error('unsaved');
    return outcome.entry.id;
  };
  const text = (value: string) => ({ kind: 'text', text: value });

  beforeEach(() => {
    site = new Site();
    name = `cnr-test-${crypto.randomUUID()}`;
    store = deviceStore('outbox', { name });
    network = up;
    const intercept = (call: MemoryCall) => network(call);
    backend = memoryBackend('corrections', { consultations: [published], now: () => site.now, intercept });
    outbox = pageOf(site, store, backend).outbox;
  });
  afterEach(() => deleteDatabase(name));

  it('sends a corrected answer in place of a refused one', async () => {
    network = refusing(422, 'invalid-contribution');
    const id = idOf(await outbox.submit(backend, draftOf('trop long')));
    network = up;
    const outcome = await correctAndResend(outbox, id, correction('court'));
    expect(outcome.state).to.equal('received');
    expect(idOf(outcome)).not.to.equal(id);
    expect(texts()).to.deep.equal([text('court')]);
    expect((await outbox.entries()).map((entry) => entry.id)).to.deep.equal([idOf(outcome)]);
  });

  it('sends the same content under a new id where the old one is taken', async () => {
    network = down;
    const first = await outbox.submit(backend, draftOf('le mien'));
    const id = idOf(first);
    const [entry] = await outbox.entries();
    network = up;
    // Something else got recorded under this id: one draft edited in two tabs of another system.
    if (entry) await backend.put(contributionOf('un autre', entry.id));
    await outbox.flush({ force: true });
    expect((await outbox.entries())[0]?.lastError?.code).to.equal('content-conflict');
    const outcome = await resendUnderNewId(outbox, id);
    expect(outcome.state).to.equal('received');
    expect(texts()).to.deep.equal([text('un autre'), text('le mien')]);
  });

  it('makes no second row of an answer that had been received after all', async () => {
    network = lostAnswer;
    const id = idOf(await outbox.submit(backend, draftOf()));
    network = refusing(404, 'unexpected-status'); // A hiccup in between, so that the citizen sees "refused".
    await outbox.flush({ force: true });
    expect((await outbox.entries())[0]?.state).to.equal('refused');
    network = up;
    const outcome = await resendUnderNewId(outbox, id);
    expect([outcome.state, idOf(outcome)]).to.deep.equal(['received', id]);
    expect(backend.rows()).to.have.length(1);
  });

  it('makes nothing new while a refusal leaves open what became of an earlier attempt', async () => {
    network = lostAnswer;
    const id = idOf(await outbox.submit(backend, draftOf()));
    network = refusing(404, 'unexpected-status');
    const outcome = await resendUnderNewId(outbox, id);
    expect([outcome.state, idOf(outcome)]).to.deep.equal(['refused', id]);
    expect(await outbox.entries()).to.have.length(1);
  });

  it('corrects what never left without asking anybody', async () => {
    network = down;
    const id = idOf(await outbox.submit(backend, draftOf('avant')));
    const [entry] = await store.entries();
    await store.change(id, () => ({
      put: [[id, { ...(entry?.[1] as object), attempts: 0, maybeReceived: false }]],
    }));
    const outcome = await correctAndResend(outbox, id, correction('après'));
    expect(outcome.state).to.equal('queued');
    network = up;
    await outbox.flush({ force: true });
    expect(texts()).to.deep.equal([text('après')]);
  });

  it('makes nothing new while nobody knows whether the old one was received', async () => {
    network = lostAnswer;
    const id = idOf(await outbox.submit(backend, draftOf('avant')));
    network = down;
    const outcome = await correctAndResend(outbox, id, correction('après'));
    expect([outcome.state, idOf(outcome)]).to.deep.equal(['queued', id]);
    network = up;
    expect((await correctAndResend(outbox, id, correction('après'))).state).to.equal('received');
    expect(texts()).to.deep.equal([text('après')]);
  });

  it('replaces what was received, by its receipt code, and forgets the old receipt', async () => {
    const id = idOf(await outbox.submit(backend, draftOf('avant')));
    const outcome = await correctAndResend(outbox, id, correction('après'));
    expect(outcome.state).to.equal('received');
    expect(texts()).to.deep.equal([text('après')]);
    expect((await outbox.entries()).map((entry) => entry.id)).to.deep.equal([idOf(outcome)]);
  });

  it('keeps the old receipt while the correction waits', async () => {
    const id = idOf(await outbox.submit(backend, draftOf('avant')));
    network = down;
    expect((await correctAndResend(outbox, id, correction('après'))).state).to.equal('queued');
    expect((await outbox.entries()).map(({ state }) => state)).to.have.members(['received', 'waiting']);
    network = up;
    await outbox.flush({ force: true });
    expect((await outbox.entries()).map(({ state }) => state)).to.deep.equal(['received']);
    expect(texts()).to.deep.equal([text('après')]);
  });

  it('still replaces the first answer where a waiting correction is itself corrected', async () => {
    const id = idOf(await outbox.submit(backend, draftOf('avant')));
    network = refusing(429, 'rate-limited');
    const second = idOf(await correctAndResend(outbox, id, correction('après')));
    expect((await correctAndResend(outbox, second, correction('enfin'))).state).to.equal('queued');
    network = up;
    await outbox.flush({ force: true });
    expect(texts()).to.deep.equal([text('enfin')]);
    expect(await outbox.entries()).to.have.length(1);
  });

  it('makes one new entry where two tabs ask for it at once', async () => {
    network = refusing(422, 'content-conflict');
    const id = idOf(await outbox.submit(backend, draftOf()));
    const other = pageOf(site, store, backend).outbox;
    outbox.start();
    other.start();
    const ask = (tab: Outbox) =>
      resendUnderNewId(tab, id).catch((error: unknown) => (error as ClientError).code);
    await Promise.all([ask(outbox), ask(other)]);
    expect(await outbox.entries()).to.have.length(1);
    outbox.stop();
    other.stop();
  });

  it('leaves the old entry where the store does not take the new one, and sends nothing', async () => {
    let failing = false;
    const page = pageOf(
      site,
      faultyStore(store, (operation) => failing && operation === 'change'),
      backend,
    );
    network = refusing(422, 'content-conflict');
    const id = idOf(await page.outbox.submit(backend, draftOf('avant')));
    network = up;
    failing = true;
    const outcome = await correctAndResend(page.outbox, id, correction('après'));
    expect(outcome.state).to.equal('unsaved');
    expect(backend.rows()).to.have.length(0);
    expect((await outbox.entries()).map((entry) => entry.id)).to.deep.equal([id]);
  });

  it('knows what it does not know', async () => {
    expect((await failureOf(outbox.resend('rien'))).code).to.equal('unknown-entry');
    expect((await failureOf(resendUnderNewId(outbox, 'rien'))).code).to.equal('unknown-entry');
    expect((await failureOf(correctAndResend(outbox, 'rien', correction('a')))).code).to.equal(
      'unknown-entry',
    );
  });
});
