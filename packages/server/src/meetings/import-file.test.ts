import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CliError } from '../cli/command.js';
import { TEMPLATE } from '../cli/meetings-words.js';
import { laval, read, row } from './import-file.fixture.js';
import type { MeetingFile } from './import-file.js';

const mended = ({ mends }: MeetingFile) => mends.map(({ mend }) => mend);
const faults = (found: MeetingFile) => found.faults.map(({ line, at }) => `${line} ${at}`);

describe('the columns of the Grand débat', () => {
  const HEAD = 'id,reference,title,createdAt,startAt,endAt,enabled,lat,lng,fullAddress,link,body,authorType';
  test('a row becomes a meeting', async () => {
    const found = await read(
      `\uFEFF${HEAD}\r\nRXZlbnQ6MQ==,1-1,Réunion à Laval,2019-01-10 09:00:00,2019-01-15 18:30:00,2019-01-15 20:30:00,1,48.0733,-0.7689,"3 place de Hercé, 53000 Laval, France",https://debat.example/events/reunion-a-laval-12,"<p>Venez <b>nombreux</b>&nbsp;!</p>",Élu\r\n`,
    );
    assert.deepEqual(found.faults, []);
    assert.deepEqual(mended(found), ['html-removed']);
    assert.deepEqual(found.unknown, ['createdAt', 'enabled', 'authorType', 'reference']);
    const [meeting] = found.meetings;
    assert.ok(meeting);
    assert.match(meeting.id, /^rxzlbnq6mq-[0-9a-f]{8}$/);
    assert.deepEqual(meeting.sessions, [
      { start: '2019-01-15T18:30:00+01:00', end: '2019-01-15T20:30:00+01:00' },
    ]);
    assert.deepEqual(meeting.place, {
      ...{
        address: '3 place de Hercé',
        postalCode: '53000',
        city: 'Laval',
        commune: '53130',
        departement: '53',
      },
      ...{ point: { latitude: 48.0733, longitude: -0.7689 }, located: 'exact' },
    });
    assert.equal(
      meeting.description,
      'Venez nombreux\u00a0!\n\n[Page de la rencontre](https://debat.example/events/reunion-a-laval-12)',
    );
    assert.equal(meeting.registration, undefined);
  });

  test('overseas it is written in the time of the place', async () => {
    const found = await read(
      `title,startAt,endAt,lat,lng,fullAddress\nRéunion,2019-01-15T18:30:00+01:00,2019-01-15T20:30:00+01:00,,,"Mairie, 97400 Saint-Denis"\n`,
    );
    assert.deepEqual(found.meetings[0]?.sessions, [
      { start: '2019-01-15T21:30:00+04:00', end: '2019-01-15T23:30:00+04:00' },
    ]);
    assert.equal(found.meetings[0].timeZone, 'Indian/Reunion');
  });
});

describe('what can be mended is mended, and told', () => {
  for (const [what, cells, mends, holds] of [
    ['nothing, where nothing is wrong', { lat: '48,0733', lng: '-0,7689' }, [], '"located":"exact"'],
    ['no end', { fin: '' }, ['point-commune', 'end-added'], '"end":"2026-12-03T20:30:00+01:00"'],
    ['no coordinates', {}, ['point-commune'], '"located":"commune"'],
    [
      'swapped',
      { lat: '-0.7689', lng: '48.0733' },
      ['point-swapped'],
      '{"latitude":48.0733,"longitude":-0.7689}',
    ],
    ['far away', { lat: '43.3', lng: '5.4' }, ['point-far', 'point-commune'], '"located":"commune"'],
    ['at null island', { lat: '0', lng: '0' }, ['point-commune'], '"located":"commune"'],
    ['in one column', { coordonnées: '48.0733, -0.7689' }, [], '"located":"exact"'],
    ['a small commune', { cp: '53240', ville: 'Andouillé' }, ['point-commune'], '"departement":"53"'],
    ['a commune without a point', { cp: '51300', ville: 'Blacy' }, ['point-nearby'], '"located":"nearby"'],
    ['no commune', { ville: '' }, ['commune-by-postal-code', 'point-commune'], '"city":"Laval"'],
    [
      'no postal code',
      { cp: '', ville: 'Marseille' },
      ['commune-by-name', 'point-commune'],
      '"departement":"13"',
    ],
    [
      'no address at all',
      { cp: '', ville: '', lat: '48.07', lng: '-0.77' },
      ['commune-by-point'],
      '"city":"Laval"',
    ],
    [
      'the wrong département',
      { département: '72' },
      ['departement-corrected', 'point-commune'],
      '"departement":"53"',
    ],
    [
      'the first zero lost',
      { cp: '1000', ville: 'Bourg-en-Bresse' },
      ['point-commune'],
      '"postalCode":"01000"',
    ],
    [
      'no such time',
      { début: '28/03/2027 02h30', fin: '28/03/2027 05h00' },
      ['point-commune', 'time-gap'],
      '03:30:00+02:00',
    ],
    [
      'a time that comes twice',
      { début: '25/10/2026 02h30', fin: '25/10/2026 05h00' },
      ['point-commune', 'time-twice'],
      '02:30:00+02:00',
    ],
    ['HTML', { texte: 'Un<br>deux' }, ['html-removed', 'point-commune'], '"description":"Un\\ndeux"'],
    ['a link without https', { lien: 'www.laval.example' }, ['link-left', 'point-commune'], '"title"'],
    ['a link that is no address', { lien: 'https://[laval' }, ['link-left', 'point-commune'], '"title"'],
  ] as const) {
    test(what, async () => {
      const found = await row({ ...laval, ...cells });
      assert.deepEqual(found.faults, []);
      assert.deepEqual(mended(found).sort(), [...mends].sort());
      assert.ok(JSON.stringify(found.meetings).includes(holds), JSON.stringify(found.meetings));
    });
  }

  test('a day and its hours, past midnight', async () => {
    const { début: _, fin: __, ...rest } = laval;
    const found = await row({
      ...rest,
      date: '3 décembre 2026',
      'Heure de début': '20h',
      'Heure de fin': '0h30',
    });
    assert.deepEqual(mended(found), ['point-commune', 'end-day']);
    assert.equal(found.meetings[0]?.sessions[0]?.end, '2026-12-04T00:30:00+01:00');
  });
});

describe('what cannot be mended is told by its line', () => {
  for (const [what, cells, told] of [
    ['no title', { titre: ' ' }, ['2 titre']],
    ['no start', { début: '' }, ['2 début']],
    ['a date that is none', { début: '31/02/2026 18h30' }, ['2 début']],
    ['a date without its hour', { fin: '03/12/2026' }, ['2 fin']],
    ['an end before the start', { fin: '02/12/2026 20h30' }, ['2 fin']],
    ['a commune that is none', { cp: '', ville: 'Atlantis' }, ['2 ville']],
    ['a commune of which there are several', { cp: '', ville: 'Saint-Denis' }, ['2 ville']],
    ['neither yes nor no', { pmr: 'peut-être' }, ['2 pmr']],
    ['no number', { capacité: 'beaucoup' }, ['2 capacité']],
    ['no seats', { capacité: '0' }, ['2 capacité']],
    ['no such status', { statut: 'bof' }, ['2 statut']],
    ['too long a title', { titre: 'a'.repeat(201) }, ['2 titre']],
    ['several at once', { titre: '', début: 'demain', pmr: '?' }, ['2 titre', '2 début', '2 pmr']],
  ] as const) {
    test(what, async () => {
      const found = await row({ ...laval, ...cells });
      assert.deepEqual([found.meetings.length, found.wrong], [0, 1]);
      assert.deepEqual(faults(found).sort(), [...told].sort());
      assert.ok(found.faults.every(({ message }) => message.length > 5));
    });
  }

  test('a file that is no table of meetings', async () => {
    for (const text of ['', 'titre;ville\nSoirée;Laval', 'titre;début', 'titre;début\n"Soirée;demain']) {
      await assert.rejects(read(text), CliError, text);
    }
    await assert.rejects(read(''), /\.csv\u00a0: la première ligne/);
    await assert.rejects(read('', 'csv', 'en'), /\.csv: the first line/);
  });
});

test('the same row has the same id, whatever else changes in it', async () => {
  const id = async (cells: Record<string, string>) => (await row({ ...laval, ...cells })).meetings[0]?.id;
  assert.equal(await id({}), 'soiree-53130-202612031830');
  assert.equal(await id({ fin: '', texte: 'Venez', capacité: '20' }), 'soiree-53130-202612031830');
  assert.equal(await id({ lien: 'https://laval.example/soiree-du-3-decembre' }), 'soiree-du-3-decembre');
  assert.equal(await id({ lien: 'https://laval.example/agenda' }), 'soiree-53130-202612031830');
  assert.equal(await id({ id: 'soiree-1', titre: 'Autrement' }), 'soiree-1');
  assert.notEqual(await id({ id: 'Soirée 1' }), await id({ id: 'Soiree 1' }));
});

test('a link that rows share is the id of none', async () => {
  const found = await read(`titre;début;fin;cp;ville;lien
Soirée;04/12/2026 18h30;04/12/2026 20h30;53000;Laval;https://laval.example/agenda-2026
Soirée;05/12/2026 18h30;05/12/2026 20h30;53000;Laval;https://laval.example/agenda-2026`);
  assert.deepEqual(
    found.meetings.map(({ id }) => id),
    ['soiree-53130-202612041830', 'soiree-53130-202612051830'],
  );
});

test('rows of one id are the sessions of one meeting, or a fault', async () => {
  const table = (second: string) =>
    read(`id;titre;début;fin;cp;ville
a-1;Soirée;04/12/2026 18h30;04/12/2026 20h30;53000;Laval
${second}`);
  const both = await table('a-1;Soirée;03/12/2026 18h30;03/12/2026 20h30;53000;Laval');
  assert.deepEqual(both.faults, []);
  assert.deepEqual(
    both.meetings.map(({ sessions }) => sessions.map(({ start }) => start.slice(0, 10))),
    [['2026-12-03', '2026-12-04']],
  );
  const other = await table('a-1;Autre soirée;03/12/2026 18h30;03/12/2026 20h30;53000;Laval');
  assert.deepEqual([other.meetings.length, other.wrong, faults(other)], [1, 1, ['3 id']]);
  const same = await table('a-1;Soirée;04/12/2026 18h30;04/12/2026 20h30;53000;Laval');
  assert.deepEqual(faults(same), ['2 début']);
});

test('what is remote has no place, and the time of the consultation', async () => {
  const found = await row({ titre: 'En ligne', début: '03/12/2026 18h30', visio: 'https://visio.example/1' });
  assert.deepEqual(found.faults, []);
  const [meeting] = found.meetings;
  assert.deepEqual([meeting?.place, meeting?.remote], [undefined, { link: 'https://visio.example/1' }]);
  assert.equal(meeting?.id, 'en-ligne-a-distance-202612031830');
});

test('the template is right in both languages', async () => {
  for (const locale of ['fr', 'en'] as const) {
    const found = await read(TEMPLATE[locale], 'csv', locale);
    assert.deepEqual([found.faults, found.unknown, found.meetings.length], [[], [], 2]);
    assert.deepEqual(found.meetings[0]?.accessibility, {
      stepFree: true,
      hearingLoop: false,
      signLanguage: true,
    });
    assert.deepEqual(found.meetings[0].places, { onSite: 80 });
    assert.equal(found.meetings[1]?.timeZone, 'Indian/Reunion');
  }
});

describe('JSON', () => {
  const meeting = {
    id: 'laval-soir',
    title: 'Soirée',
    timeZone: 'Europe/Paris',
    sessions: [{ start: '2026-12-03T18:30:00+01:00', end: '2026-12-03T20:30:00+01:00' }],
    place: { city: 'Laval', postalCode: '53000', departement: '53' },
  };

  test('a point that is missing is the commune’s; all else stays as it is written', async () => {
    for (const written of [[meeting], { meetings: [meeting] }]) {
      const found = await read(JSON.stringify(written), 'json');
      assert.deepEqual([found.faults, mended(found)], [[], ['point-commune']]);
      assert.deepEqual(found.meetings[0]?.place, {
        ...{ ...meeting.place, commune: '53130', located: 'commune' },
        point: { latitude: 48.0732, longitude: -0.7634 },
      });
    }
  });

  test('each fault has its path and its line', async () => {
    const wrong = [
      meeting,
      { ...meeting, id: 'b', sessions: [{ start: 'demain', end: 'après' }] },
      { ...meeting, titre: 'Soirée' },
      meeting,
    ];
    const found = await read(JSON.stringify(wrong, null, 1), 'json');
    assert.deepEqual(
      found.faults.map(({ at }) => at),
      ['[1].sessions[0].start', '[1].sessions[0].end', '[2].titre', '[3].id'],
    );
    assert.ok(found.faults.every(({ line }) => line > 10));
    assert.deepEqual([found.meetings.length, found.wrong], [1, 3]);
    assert.match(found.faults.at(-1)?.message ?? '', /\[0\]/);
  });

  test('what is no list of meetings', async () => {
    for (const text of ['{', '{}', '[]', '"x"', '{"meetings":{}}']) {
      await assert.rejects(read(text, 'json'), CliError, text);
    }
  });
});
