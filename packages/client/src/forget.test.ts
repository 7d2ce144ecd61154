import { expect } from '@open-wc/testing';
import { loadDraft, saveDraft } from './drafts.js';
import { forgetDevice, forgetEverything, forgetRegistrant, remainsOf } from './forget.js';
import { memoryBackend } from './memory.js';
import { pseudonymFor } from './pseudonyms.js';
import { deviceStore } from './store.js';
import { toggleSupport } from './supports.js';
import { failureOf } from './testing/backend-suite.js';
import { pageOf, Site } from './testing/fake-page.js';
import { databaseNames, deleteDatabase, faultyStore } from './testing/faults.js';
import { DURING, draftOf, published } from './testing/fixtures.js';
import { known, proposalDraft, SUBJECT } from './testing/kinds.js';

describe('forgetDevice', () => {
  const other = { ...published, consultation: { ...published.consultation, id: 'une-autre' } };
  const backend = memoryBackend('forget', {
    ...known,
    consultations: [published, other],
    now: () => DURING,
  });
  const place = { descriptor: backend.descriptor, consultation: published.consultation.id };
  const elsewhere = { ...place, consultation: other.consultation.id };
  let name: string;

  const pageOver = (outboxStore = deviceStore('outbox', { name })) =>
    pageOf(new Site(), outboxStore, backend, { pseudonyms: deviceStore('pseudonyms', { name }) }).outbox;
  const drafts = () => ({ store: deviceStore('drafts', { name }), now: () => DURING });
  const stored = async () =>
    JSON.stringify(
      await Promise.all(
        (['outbox', 'drafts', 'pseudonyms'] as const).map((store) => deviceStore(store, { name }).entries()),
      ),
    );

  beforeEach(() => {
    name = `cnr-test-${crypto.randomUUID()}`;
  });
  afterEach(() => deleteDatabase(name));

  it('erases all of one consultation, and who the device was there', async () => {
    const outbox = pageOver();
    await outbox.submit(backend, draftOf());
    await outbox.submit(backend, proposalDraft());
    await toggleSupport(outbox, backend, {
      consultation: place.consultation,
      definitionVersion: 2,
      subject: SUBJECT,
    });
    await saveDraft(place, { definitionVersion: 2, answers: new Map() }, drafts());
    await forgetDevice(outbox, place, drafts());
    expect(await stored()).to.equal('[[],[],[]]');
    expect(await outbox.entries()).to.deep.equal([]);
  });

  it('leaves what belongs to another', async () => {
    const outbox = pageOver();
    await outbox.submit(backend, { ...draftOf(), consultation: elsewhere.consultation });
    await saveDraft(elsewhere, { definitionVersion: 2, answers: new Map() }, drafts());
    const kept = { store: deviceStore('pseudonyms', { name }) };
    const person = await pseudonymFor(elsewhere, 'support', kept);
    await forgetDevice(outbox, place, drafts());
    expect(await outbox.entries()).to.have.length(1);
    expect(await loadDraft(elsewhere, drafts())).not.to.equal(undefined);
    expect(await pseudonymFor(elsewhere, 'support', kept)).to.equal(person);
  });

  it('tells what is left once entries are erased one by one, and erases that of every consultation', async () => {
    const outbox = pageOver();
    const kept = { store: deviceStore('pseudonyms', { name }) };
    const nothing = { pseudonyms: false, drafts: false };
    expect(await remainsOf(outbox, undefined, drafts())).to.deep.equal(nothing);
    const press = { consultation: place.consultation, definitionVersion: 2, subject: SUBJECT };
    await toggleSupport(outbox, backend, press);
    for (const { id } of await outbox.entries()) await outbox.erase(id);
    const left = { pseudonyms: true, drafts: false };
    expect(await remainsOf(outbox, undefined, drafts())).to.deep.equal(left);
    expect(await remainsOf(outbox, place, drafts())).to.deep.equal(left);
    expect(await remainsOf(outbox, elsewhere, drafts())).to.deep.equal(nothing);
    await pseudonymFor(elsewhere, 'comment', kept);
    await saveDraft(elsewhere, { definitionVersion: 2, answers: new Map() }, drafts());
    await outbox.submit(backend, draftOf());
    await deviceStore('outbox', { name }).change('jadis', () => ({ put: [['jadis', { v: 0 }]] }));
    await forgetEverything(outbox, drafts());
    expect(await stored()).to.equal('[[],[],[]]');
  });

  it('forgets who registered with the last registration, and nobody else', async () => {
    const outbox = pageOver();
    const kept = { store: deviceStore('pseudonyms', { name }) };
    const supporter = await pseudonymFor(place, 'support', kept);
    const registrant = await pseudonymFor(place, 'registration', kept);
    const payload = {
      pseudonym: registrant,
      meeting: 'soir',
      attendance: 'on-site',
      firstName: 'Ana',
      people: 1,
    };
    const frame = { consultation: place.consultation, definitionVersion: 2 };
    const ids: string[] = [];
    for (const meeting of ['soir', 'matin']) {
      // Not received, for want of such meetings: it stands on the device all the same.
      const sent = await outbox.submit(backend, {
        ...frame,
        kind: 'registration',
        payload: { ...payload, meeting, attendance: 'on-site' },
      });
      if (sent.entry) ids.push(sent.entry.id);
    }
    await outbox.erase(ids[0] ?? '');
    await forgetRegistrant(outbox, place);
    expect(await pseudonymFor(place, 'registration', kept)).to.equal(registrant);
    await outbox.erase(ids[1] ?? '');
    await forgetRegistrant(outbox, elsewhere);
    expect(await pseudonymFor(place, 'registration', kept)).to.equal(registrant);
    await forgetRegistrant(outbox, place);
    expect(await pseudonymFor(place, 'support', kept)).to.equal(supporter);
    expect(await pseudonymFor(place, 'registration', kept)).not.to.equal(registrant);
  });

  it('makes no database where nothing was stored', async () => {
    await forgetDevice(pageOver(), place, drafts());
    await forgetEverything(pageOver(), drafts());
    await remainsOf(pageOver(), place, drafts());
    expect(await databaseNames()).not.to.include(name);
  });

  it('does not say that it forgot what it could not erase', async () => {
    let failing = false;
    const outbox = pageOver(
      faultyStore(deviceStore('outbox', { name }), (operation) => failing && operation === 'change'),
    );
    await outbox.submit(backend, draftOf());
    failing = true;
    expect((await failureOf(forgetDevice(outbox, place, drafts()))).code).to.equal('storage');
    expect(await outbox.entries()).to.have.length(1);
  });
});
