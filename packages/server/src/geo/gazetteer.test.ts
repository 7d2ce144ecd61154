import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Gazetteer, kilometres, type SaidOfPlace } from './gazetteer.js';
import { timeZoneOf } from './time-zones.js';

let gazetteer: Gazetteer;
before(async () => {
  gazetteer = await Gazetteer.open();
});

const found = (said: SaidOfPlace) => {
  const { commune, certainty } = gazetteer.placeOf(said) ?? {};
  return commune && [commune.code, certainty];
};

test('INSEE’s code says it alone, also that of an arrondissement or of a commune of the past', () => {
  assert.deepEqual(found({ commune: '72181', city: 'Laval' }), ['72181', 'code']);
  assert.deepEqual(found({ commune: '75111' }), ['75056', 'code']);
  assert.deepEqual(found({ commune: '2A004' }), ['2A004', 'code']);
});

test('postal code and name', () => {
  for (const [postalCode, city, code] of [
    ['72000', 'LE MANS', '72181'],
    ['51300', 'vitry le françois', '51649'],
    ['51300', 'Blacy', '51065'],
    ['93200', 'St Denis', '93066'],
    ['97400', 'Saint-Denis', '97411'],
    ['75011', 'Paris 11', '75056'],
    ['20000', 'Ajaccio', '2A004'],
    ['50100', 'Cherbourg-Octeville', '50129'],
    ['94240', "L'Hay les Roses", '94038'],
  ] as const) {
    assert.deepEqual(found({ postalCode, city }), [code, 'postal-code-and-name'], city);
  }
});

test('a name alone: the only one of the country, of the département, or near the point', () => {
  assert.deepEqual(found({ city: 'Marseille' }), ['13055', 'name']);
  assert.deepEqual(found({ city: 'Saint-Denis', department: '974' }), ['97411', 'name']);
  assert.deepEqual(found({ city: 'Le Mans', postalCode: '72040' }), ['72181', 'name']);
  assert.deepEqual(found({ city: 'Saint-Denis', near: { latitude: 48.93, longitude: 2.36 } }), [
    '93066',
    'name',
  ]);
  assert.equal(found({ city: 'Saint-Denis' }), undefined);
  assert.equal(found({ city: 'Atlantis' }), undefined);
});

test('a postal code alone: its most populous commune', () => {
  assert.deepEqual(found({ postalCode: '51300' }), ['51649', 'postal-code']);
  assert.deepEqual(found({ postalCode: '72000', city: 'Salle des fêtes' }), ['72181', 'postal-code']);
});

test('a point alone: the nearest commune, and none at sea', () => {
  assert.deepEqual(found({ near: { latitude: 48.0, longitude: 0.2 } }), ['72181', 'nearest']);
  assert.equal(found({ near: { latitude: 46, longitude: -5 } }), undefined);
  assert.equal(found({}), undefined);
});

test('distances are those of an atlas', () => {
  const paris = { latitude: 48.8534, longitude: 2.3488 };
  const marseille = { latitude: 43.2965, longitude: 5.3698 };
  assert.ok(Math.abs(kilometres(paris, marseille) - 660) < 5);
  assert.equal(kilometres(paris, paris), 0);
});

test('each département has its time', () => {
  assert.equal(timeZoneOf({ department: '2B' }), 'Europe/Paris');
  assert.equal(timeZoneOf({ department: '974' }), 'Indian/Reunion');
  assert.equal(timeZoneOf({ department: '987', commune: '98731' }), 'Pacific/Marquesas');
  assert.equal(timeZoneOf({ department: '987', commune: '98735' }), 'Pacific/Tahiti');
});
