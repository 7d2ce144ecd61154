import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { laval, read, row } from './import-file.fixture.js';

describe('a day and its hours in columns of their own', () => {
  const { début: _, fin: __, ...rest } = laval;
  const hours = ([date, from, to]: readonly [string, string, string], day = 'date') =>
    row({ ...rest, [day]: date, 'heure de début': from, 'heure de fin': to });

  test('the midnight that a spreadsheet writes behind a day is no time of day', async () => {
    for (const date of [
      '03/12/2026',
      '03/12/2026 00:00:00',
      '2026-12-03T00:00:00.000Z',
      '2026-12-03 00:00',
      '3 décembre 2026 0h00',
    ]) {
      for (const day of ['date', 'date de début']) {
        const found = await hours([date, '18h30', '20h30'], day);
        assert.deepEqual([found.faults, found.mends.map(({ mend }) => mend)], [[], ['point-commune']], date);
        assert.deepEqual(found.meetings[0]?.sessions, [
          { start: '2026-12-03T18:30:00+01:00', end: '2026-12-03T20:30:00+01:00' },
        ]);
      }
    }
    const night = await hours(['31/12/2026 00:00:00', '0h00', '1h00']);
    assert.equal(night.meetings[0]?.sessions[0]?.start, '2026-12-31T00:00:00+01:00');
  });

  for (const [what, cells, told] of [
    ['no time of day', ['03/12/2026 00:00:00', '', ''], ['heure de début', 'l’heure manque', '']],
    ['a letter in it', ['03/12/2026', '18h3O', ''], ['heure de début', 'cette heure ne se lit pas', '18h3O']],
    [
      'another one beside the day',
      ['03/12/2026 19:00', '18h30', ''],
      ['heure de début', 'la date porte', '18h30'],
    ],
    ['no such day', ['31/02/2026', '18h30', '20h30'], ['date', 'cette date ne se lit pas', '31/02/2026']],
    ['no day', ['', '18h30', '20h30'], ['date', 'la date de début manque', '']],
    [
      'an end before the start',
      ['03/12/2026', '18h30', '17h30'],
      ['heure de fin', 'la fin doit venir', '17h30'],
    ],
    ['an end at the start', ['03/12/2026', '18h30', '18h30'], ['heure de fin', 'la fin doit venir', '18h30']],
    [
      'a night that takes a day',
      ['03/12/2026', '2h00', '1h00'],
      ['heure de fin', 'la fin doit venir', '1h00'],
    ],
  ] as const) {
    test(`${what} is told by the file’s own column, with what was read`, async () => {
      const found = await hours(cells);
      assert.equal(found.meetings.length, 0);
      const [at, message, read] = told;
      assert.deepEqual(
        found.faults.map((fault) => [fault.at, fault.message.slice(0, message.length), fault.read]),
        [[at, message, read]],
      );
    });
  }
});

test('a table’s faults name its columns and rows, not the keys of JSON', async () => {
  const found = await read(`identifiant;titre;début;fin;texte;cp;ville;visio;places;pmr
a-1;Soirée;04/12/2026 18h30;;"Un

deux";53000;Laval;;;
a-2;${'a'.repeat(201)};04/12/2026 18h30;;;53000;Laval;;;
a-3;En ligne;04/12/2026 18h30;;;;;https://visio.example/1;20;
a-4;Sans lieu;04/12/2026 18h30;;;;;;;peut-être`);
  assert.deepEqual(
    found.faults.map(({ line, id, at, message }) => [line, id, at, message.slice(0, 31)]),
    [
      [3, 'a-2', 'titre', '«\u00a0titre\u00a0» dépasse 200 caractère'],
      [4, 'a-3', 'places', 'des places là où l’on ne peut p'],
      [5, 'a-4', 'ville', 'on ne sait pas de quelle commun'],
      [5, 'a-4', 'pmr', 'écrivez : oui ou non'],
    ],
  );
  const placeless = await read('titre;début\nSoirée;04/12/2026 18h30');
  assert.deepEqual(
    placeless.faults.map(({ at, read: cell }) => [at, cell]),
    [['', '']],
  );
});
