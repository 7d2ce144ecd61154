import { expect } from '@open-wc/testing';
import { eraseDraft, loadDraft, saveDraft, sweepDrafts } from './drafts.js';
import { memoryBackend } from './memory.js';
import { peekDraft, peekEntries } from './peek.js';
import { deviceStore, type Store } from './store.js';
import { pageOf, Site } from './testing/fake-page.js';
import { databaseNames, deleteDatabase } from './testing/faults.js';
import { DURING, draftOf, published } from './testing/fixtures.js';

const HOUR = 3_600_000;

describe('drafts', () => {
  const place = {
    descriptor: { adapter: 'http', url: 'https://a.example' },
    consultation: 'le-gymnase',
  } as const;
  const content = {
    definitionVersion: 2,
    answers: new Map([
      ['pourquoi', { kind: 'text', text: 'Brouillon 🏀' } as const],
      ['age', null],
    ]),
    profile: { as: 'elected' } as const,
    pageId: 'age',
  };
  let name: string;
  let store: Store;
  let now: number;
  const at = () => ({ store, now: () => now });

  beforeEach(() => {
    name = `cnr-test-${crypto.randomUUID()}`;
    store = deviceStore('drafts', { name });
    now = DURING;
  });
  afterEach(() => deleteDatabase(name));

  it('are found again as they were, at their place alone', async () => {
    const saved = await saveDraft(place, content, at());
    expect(saved.savedAt).to.equal(new Date(DURING).toISOString());
    expect(await loadDraft(place, at())).to.deep.equal({ ...content, savedAt: saved.savedAt });
    expect(await peekDraft(place, at())).to.equal(saved.savedAt);
    const elsewhere = { ...place, descriptor: { adapter: 'http', url: 'https://b.example' } } as const;
    expect(await loadDraft(elsewhere, at())).to.equal(undefined);
    expect(await loadDraft({ ...place, consultation: 'la-cantine' }, at())).to.equal(undefined);
  });

  it('are copies: later answers do not reach them', async () => {
    const answers = new Map(content.answers);
    await saveDraft(place, { ...content, answers }, at());
    answers.clear();
    expect((await loadDraft(place, at()))?.answers.size).to.equal(2);
  });

  it('are erased on demand', async () => {
    await saveDraft(place, content, at());
    await eraseDraft(place, at());
    expect(await store.entries()).to.deep.equal([]);
  });

  it('end after 24 hours, and are gone from the device then', async () => {
    await saveDraft(place, content, at());
    now += 24 * HOUR - 1;
    expect(await loadDraft(place, at())).not.to.equal(undefined);
    now += 1;
    expect(await peekDraft(place, at())).to.equal(undefined);
    expect(await loadDraft(place, at())).to.equal(undefined);
    expect(await store.entries()).to.deep.equal([]);
  });

  it('are swept wherever they belong, those in use excepted', async () => {
    await saveDraft({ ...place, consultation: 'ancienne' }, content, at());
    now += 20 * HOUR;
    await saveDraft(place, content, at());
    now += 5 * HOUR;
    await sweepDrafts(at());
    expect((await store.entries()).map(([key]) => key)).to.deep.equal(['le-gymnase http https://a.example']);
  });

  it('of another form are not read, and are swept', async () => {
    await saveDraft(place, content, at());
    const [[key] = ['']] = await store.entries();
    for (const value of [
      null,
      'texte',
      { savedAt: 7 },
      { savedAt: new Date(now).toISOString(), answers: [] },
    ]) {
      await store.change(key, () => ({ put: [[key, value]] }));
      expect(await loadDraft(place, at())).to.equal(undefined);
    }
  });

  it('create no database by being looked for, erased or swept', async () => {
    expect(await peekDraft(place, at())).to.equal(undefined);
    expect(await loadDraft(place, at())).to.equal(undefined);
    await eraseDraft(place, at());
    await sweepDrafts(at());
    expect(await databaseNames()).not.to.include(name);
  });
});

describe('peekEntries', () => {
  let name: string;
  beforeEach(() => {
    name = `cnr-test-${crypto.randomUUID()}`;
  });
  afterEach(() => deleteDatabase(name));

  it('creates no database, and is empty where the store fails', async () => {
    expect(await peekEntries({}, deviceStore('outbox', { name }))).to.deep.equal([]);
    expect(await databaseNames()).not.to.include(name);
    const silent = { open: () => ({}) } as unknown as IDBFactory;
    const broken = deviceStore('outbox', { name, indexedDB: silent, openTimeoutMs: 1 });
    expect(await peekEntries({}, broken)).to.deep.equal([]);
  });

  it('finds what the outbox holds, by consultation and backend', async () => {
    const site = new Site();
    const store = deviceStore('outbox', { name });
    const backend = memoryBackend('peek', { consultations: [published], now: () => site.now });
    await pageOf(site, store, backend).outbox.submit(backend, draftOf());
    await store.change('illisible', () => ({ put: [['illisible', 1]] }));
    const { descriptor } = backend;
    const count = async (filter: Parameters<typeof peekEntries>[0]) =>
      (await peekEntries(filter, store)).length;
    expect(await count({})).to.equal(1);
    expect(await count({ consultation: 'le-gymnase', descriptor })).to.equal(1);
    expect(await count({ consultation: 'la-cantine' })).to.equal(0);
    expect(await count({ descriptor: { adapter: 'memory', name: 'autre' } })).to.equal(0);
  });
});
