import { expect } from '@open-wc/testing';
import { forgetExpired } from './expire.js';
import { memoryStore } from './memory-store.js';
import type { Place } from './place.js';
import { forgetPseudonyms, nextPress, pseudonymFor, rememberTakenBack, takenBack } from './pseudonyms.js';
import { deviceStore, type Store } from './store.js';
import { failureOf } from './testing/backend-suite.js';
import { databaseNames, deleteDatabase, faultyStore } from './testing/faults.js';

const place: Place = {
  descriptor: { adapter: 'http', url: 'https://participation.example' },
  consultation: 'le-gymnase',
};

describe('pseudonyms', () => {
  let name: string;
  let store: Store;

  beforeEach(() => {
    name = `cnr-test-${crypto.randomUUID()}`;
    store = deviceStore('pseudonyms', { name });
  });
  afterEach(() => deleteDatabase(name));

  it('are one a device, backend, consultation and kind, at random', async () => {
    const elsewhere: Place = {
      ...place,
      descriptor: { adapter: 'http', url: 'https://ailleurs.example' },
    };
    const all = [
      await pseudonymFor(place, 'support', { store }),
      await pseudonymFor(place, 'proposal', { store }),
      await pseudonymFor(place, 'comment', { store }),
      await pseudonymFor(place, 'report', { store }),
      await pseudonymFor({ ...place, consultation: 'une-autre' }, 'support', { store }),
      await pseudonymFor(elsewhere, 'support', { store }),
      await pseudonymFor(place, 'support', { store: memoryStore() }),
    ];
    expect(new Set(all).size).to.equal(all.length);
    for (const one of all)
      expect(one).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await pseudonymFor(place, 'support', { store: deviceStore('pseudonyms', { name }) })).to.equal(
      all[0],
    );
  });

  it('end with what they were for, at a later visit, and not while somebody acts', async () => {
    const at = (time: string) => forgetExpired(Date.parse(time), store);
    const until = '2026-12-08T00:00:00Z';
    const person = await pseudonymFor(place, 'comment', { store, until });
    const { pseudonym } = await nextPress(place, { store, until });
    // Of an older page, which did not know: it stays until it is erased.
    const unbounded = await pseudonymFor(place, 'report', { store });
    await at('2026-12-07T23:59:59Z');
    expect(await pseudonymFor(place, 'comment', { store })).to.equal(person);
    expect((await nextPress(place, { store })).pseudonym).to.equal(pseudonym);
    // The closing was put off: the last word counts.
    await nextPress(place, { store, until: '2026-12-20T00:00:00Z' });
    await at('2026-12-08T00:00:01Z');
    expect((await nextPress(place, { store })).pseudonym).to.equal(pseudonym);
    expect(await pseudonymFor(place, 'report', { store })).to.equal(unbounded);
    expect(await pseudonymFor(place, 'comment', { store })).not.to.equal(person);
    await at('2027-01-01T00:00:00Z');
    expect((await nextPress(place, { store })).pseudonym).not.to.equal(pseudonym);
  });

  it('are looked at without creating anything, and a store that fails is left for another visit', async () => {
    await forgetExpired(Date.now(), store);
    expect(await databaseNames()).not.to.include(name);
    await pseudonymFor(place, 'comment', { store, until: '2026-12-08T00:00:00Z' });
    for (const failing of ['entries', 'change'] as const) {
      await forgetExpired(
        Infinity,
        faultyStore(store, (operation) => operation === failing),
      );
    }
    expect(await store.entries()).to.have.length(1);
  });

  it('are the same in tabs that ask at once, and no two presses have one revision', async () => {
    const tabs = Array.from({ length: 10 }, () => ({ store: deviceStore('pseudonyms', { name }) }));
    const presses = await Promise.all(tabs.map((tab) => nextPress(place, tab)));
    expect(new Set(presses.map(({ pseudonym }) => pseudonym)).size).to.equal(1);
    expect(presses.map(({ revision }) => revision).sort((a, b) => a - b)).to.deep.equal(
      Array.from({ length: 10 }, (_none, at) => at + 1),
    );
    expect(await pseudonymFor(place, 'support', { store })).to.equal(presses[0]?.pseudonym);
    expect((await nextPress(place, { store })).revision).to.equal(11);
  });

  it('remember what was taken back within a week, and forget it with the pseudonym', async () => {
    expect(await takenBack(place, { store })).to.deep.equal([]);
    const days = ['2026-11-01', '2026-11-20', '2026-11-22'].map((day) => `${day}T10:00:00Z`);
    const before = await pseudonymFor(place, 'proposal', { store });
    for (const day of days) await rememberTakenBack(place, day, { store });
    expect(await takenBack(place, { store })).to.deep.equal(days.slice(1));
    expect(await pseudonymFor(place, 'proposal', { store })).to.equal(before);
    await forgetPseudonyms(place, { store });
    expect(await takenBack(place, { store })).to.deep.equal([]);
  });

  it('are forgotten for one consultation alone, and then another person’s', async () => {
    const other = { ...place, consultation: 'une-autre' };
    const before = await pseudonymFor(place, 'support', { store });
    await pseudonymFor(place, 'proposal', { store });
    const kept = await pseudonymFor(other, 'support', { store });
    await forgetPseudonyms(place, { store });
    expect(await store.entries()).to.have.length(1);
    expect(await pseudonymFor(other, 'support', { store })).to.equal(kept);
    expect(await pseudonymFor(place, 'support', { store })).not.to.equal(before);
  });

  it('leave nothing where there was nothing to forget', async () => {
    await forgetPseudonyms(place, { store });
    expect(await databaseNames()).not.to.include(name);
  });

  it('are not made where they cannot be kept, or without Web Crypto', async () => {
    const failing = faultyStore(memoryStore(), () => true);
    expect((await failureOf(pseudonymFor(place, 'proposal', { store: failing }))).code).to.equal('storage');
    const insecure = () => {
      throw new TypeError('crypto.randomUUID is not a function');
    };
    const failure = await failureOf(pseudonymFor(place, 'proposal', { store, uuid: insecure }));
    expect(failure.code).to.equal('insecure-context');
    expect(await databaseNames()).not.to.include(name);
  });

  it('are made anew over what is none', async () => {
    const key = `support le-gymnase http https://participation.example`;
    for (const planted of [null, 'texte', { pseudonym: 7, revision: 1 }, { pseudonym: 'a', revision: 'b' }]) {
      await store.change(key, () => ({ put: [[key, planted]] }));
      expect((await nextPress(place, { store })).revision).to.equal(1);
    }
  });
});
