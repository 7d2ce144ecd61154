import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inZone, written } from './local-time.js';
import { readDate, readDay } from './read-date.js';

const evening = { year: 2026, month: 1, day: 15, hour: 18, minute: 30 };

for (const text of [
  '2026-01-15 18:30:00',
  '2026-01-15T18:30',
  '2026-01-15 18:30:00.000',
  '15/01/2026 18h30',
  '15/01/2026 à 18h30',
  '15/1/26 18:30',
  '15-01-2026 18:30:00',
  '15.01.2026, 18 h 30',
  '15 janvier 2026 à 18 h 30',
  'Jeudi 15 janvier 2026, 18h30',
  '15 JANV. 2026 18H30',
  '15\u00a0janvier\u00a02026 à 18\u202fh\u202f30',
  'Thursday 15 January 2026 at 18:30',
  '15th jan 2026 18:30',
]) {
  test(`"${text}" is read`, () => assert.deepEqual(readDate(text), { kind: 'local', time: evening }));
}

test('hours alone, and the first of a month', () => {
  const read = readDate('1er février 2026 à 9h');
  assert.deepEqual(read, { kind: 'local', time: { year: 2026, month: 2, day: 1, hour: 9, minute: 0 } });
  assert.deepEqual(readDate('29 février 2028 20 heures'), {
    kind: 'local',
    time: { year: 2028, month: 2, day: 29, hour: 20, minute: 0 },
  });
});

for (const text of [
  '2019-01-15T18:30:00+01:00',
  '2019-01-15T17:30:00Z',
  '2019-01-15 18:30:00 +0100',
  '2019-01-15 17:30:00 UTC',
]) {
  test(`"${text}" is an instant`, () => {
    assert.deepEqual(readDate(text), { kind: 'instant', at: new Date('2019-01-15T17:30:00Z') });
  });
}

for (const text of [
  '',
  'demain',
  '15/01/2026',
  '2026-01-15',
  '01/15/2026 18h30',
  '31/02/2026 18h30',
  '29 février 2026 18h30',
  '15 janvier 18h30',
  '15/01/2026 25h00',
  '15/01/2026 18h75',
  '2026-01-15T18:30:00+99:00',
  '46037,77',
  '15 brumaire 2026 18h30',
]) {
  test(`"${text}" is no date with a time`, () => assert.equal(readDate(text), undefined));
}

test('the offset is that of the place, at that time of year', () => {
  for (const [zone, text] of [
    ['Europe/Paris', '2026-01-15T18:30:00+01:00'],
    ['Indian/Reunion', '2026-01-15T18:30:00+04:00'],
    ['America/Cayenne', '2026-01-15T18:30:00-03:00'],
    ['America/Miquelon', '2026-01-15T18:30:00-03:00'],
    ['Pacific/Noumea', '2026-01-15T18:30:00+11:00'],
    ['Pacific/Marquesas', '2026-01-15T18:30:00-09:30'],
  ] as const) {
    assert.deepEqual(inZone(evening, zone), { text });
  }
  const july = inZone({ ...evening, month: 7 }, 'Europe/Paris');
  assert.deepEqual(july, { text: '2026-07-15T18:30:00+02:00' });
  assert.equal(written(new Date('2026-07-15T16:30:00Z'), 'America/Miquelon'), '2026-07-15T14:30:00-02:00');
});

test('what summer time does is told', () => {
  const at = (month: number, day: number, hour: number, minute = 30) =>
    inZone({ year: 2026, month, day, hour, minute }, 'Europe/Paris');
  assert.deepEqual(at(3, 29, 2), { text: '2026-03-29T03:30:00+02:00', change: 'gap' });
  assert.deepEqual(at(3, 29, 1), { text: '2026-03-29T01:30:00+01:00' });
  assert.deepEqual(at(3, 29, 3), { text: '2026-03-29T03:30:00+02:00' });
  assert.deepEqual(at(10, 25, 2), { text: '2026-10-25T02:30:00+02:00', change: 'twice' });
  assert.deepEqual(at(10, 25, 1), { text: '2026-10-25T01:30:00+02:00' });
  assert.deepEqual(at(10, 25, 3), { text: '2026-10-25T03:30:00+01:00' });
});

test('a day alone is read in the same forms', () => {
  for (const text of ['2026-11-02', '02/11/2026', ' 2 novembre 2026 ', '2.11.26']) {
    assert.equal(readDay(text), '2026-11-02', text);
  }
  for (const text of ['', 'demain', '31/02/2026', '2026-11-02 10:00'])
    assert.equal(readDay(text), undefined, text);
});
