import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { definition } from '../definition.fixture.js';
import { importConsultation } from '../publishing.js';
import { cnr } from './command.fixture.js';

let t: TestDatabase;
let folder: string;
before(async () => {
  t = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cnr-meetings-'));
  const meetings = { retentionDays: 30, peopleMax: 5, contact: true };
  await importConsultation(t.db, { ...definition(), id: 'rencontres', meetings }, new Date());
  await importConsultation(t.db, { ...definition(), id: 'sans' }, new Date());
});
after(async () => {
  await rm(folder, { recursive: true });
  await t.drop();
});
beforeEach(() => t.query('delete from meetings'));

const HEAD = 'id;titre;début;fin;cp;ville;places';
/** Far ahead of any day on which the tests are run. */
const LAVAL = 'laval-1;Soirée à Laval;03/12/2096 18h30;03/12/2096 20h30;53000;Laval;80';
const DENIS = 'denis-1;Soirée à Saint-Denis;04/12/2096 17h00;;97400;Saint-Denis;';
const PAST = 'paris-1;Soirée à Paris;04/12/2006 17h00;04/12/2006 19h00;75011;Paris;';

async function file(...rows: string[]): Promise<string> {
  const path = join(folder, 'rencontres.csv');
  await writeFile(path, [HEAD, ...rows, ''].join('\r\n'));
  return path;
}

const run = (...args: string[]) => cnr(['meetings', ...args], { DATABASE_URL: t.url });
const rows = () =>
  t.query<{ id: string; sequence: number; status: string; zone: string }>(
    "select id, sequence, content ->> 'status' as status, content ->> 'timeZone' as zone from meetings order by id",
  );

test('an import is told, and a second one brings up to date', async () => {
  const first = await run('import', 'rencontres', await file(LAVAL, DENIS));
  assert.equal(first.code, 0, first.err);
  assert.equal(first.out, 'rencontres : 2 ajoutée(s), 0 changée(s), 0 inchangée(s).\n');
  assert.match(first.err, /Réparé {2}fin absente : deux heures après le début \(1\) : ligne\(s\) 3/);
  assert.match(first.err, /Réparé {2}sans coordonnées : le point de la commune.* \(2\) : ligne\(s\) 2, 3/);
  assert.deepEqual(await rows(), [
    { id: 'denis-1', sequence: 0, status: 'planned', zone: 'Indian/Reunion' },
    { id: 'laval-1', sequence: 0, status: 'planned', zone: 'Europe/Paris' },
  ]);
  const later = LAVAL.replace('20h30', '21h00');
  const second = await run(
    'import',
    'rencontres',
    await file(later, DENIS.replace(';;', ';04/12/2096 19h00;')),
  );
  assert.equal(second.out, 'rencontres : 0 ajoutée(s), 1 changée(s), 1 inchangée(s).\n');
  // Places are no part of a calendar.
  const third = await run('import', 'rencontres', await file(later.replace('80', '60'), DENIS));
  assert.equal(third.out, 'rencontres : 0 ajoutée(s), 1 changée(s), 1 inchangée(s).\n');
  assert.deepEqual(
    (await rows()).map(({ sequence }) => sequence),
    [0, 1],
  );
});

test('a fault stops all of it, with line and column; --skip-wrong records the others', async () => {
  const path = await file(LAVAL, DENIS.replace('04/12/2096 17h00', 'demain'));
  const refused = await run('import', 'rencontres', path);
  assert.equal(refused.code, 1);
  assert.match(
    refused.err,
    /rencontres\.csv, ligne 3 \(denis-1\) {2}erreur {2}début : cette date ne se lit pas/,
  );
  assert.match(refused.err, /Rien n’a été enregistré : 1 rencontre\(s\) à corriger/);
  assert.deepEqual(await rows(), []);
  const skipped = await run('import', 'rencontres', path, '--skip-wrong');
  assert.equal(skipped.code, 0, skipped.err);
  assert.match(skipped.out, /1 ajoutée\(s\), 0 changée\(s\), 0 inchangée\(s\), 1 laissée\(s\) de côté\.\n$/);
  assert.deepEqual(
    (await rows()).map(({ id }) => id),
    ['laval-1'],
  );
});

test('a trial tells all of it, and keeps nothing', async () => {
  await run('import', 'rencontres', await file(LAVAL));
  const tried = await run(
    'import',
    'rencontres',
    await file(DENIS),
    '--dry-run',
    '--cancel-absent',
    '--yes',
    '--details',
  );
  assert.equal(tried.code, 0, tried.err);
  assert.match(
    tried.out,
    /1 ajoutée\(s\), 1 changée\(s\), 0 inchangée\(s\) \(essai : rien n’est enregistré\)/,
  );
  assert.match(
    tried.err,
    /, ligne 2 {2}réparé {2}fin absente : deux heures après le début : 2096-12-04T19:00:00\+04:00/,
  );
  assert.deepEqual(
    (await rows()).map(({ id, status }) => [id, status]),
    [['laval-1', 'planned']],
  );
});

test('meetings that are in the file no more are named, and cancelled only when asked', async () => {
  await run('import', 'rencontres', await file(LAVAL, DENIS, PAST));
  const left = await run('import', 'rencontres', await file(DENIS));
  assert.match(
    left.err,
    /1 rencontre\(s\) à venir ne sont plus dans le fichier.*\n {2}laval-1 {2}Soirée à Laval\n/,
  );
  assert.match(left.out, /0 ajoutée\(s\), 0 changée\(s\), 1 inchangée\(s\)\.\n$/);
  const cancelled = await run('import', 'rencontres', await file(DENIS), '--cancel-absent');
  assert.match(cancelled.err, /1 rencontre\(s\) qui ne sont plus dans le fichier sont annulées/);
  assert.deepEqual(
    (await rows()).map(({ id, status, sequence }) => [id, status, sequence]),
    [
      ['denis-1', 'planned', 0],
      ['laval-1', 'cancelled', 1],
      ['paris-1', 'planned', 0],
    ],
  );
  const again = await run('import', 'rencontres', await file(DENIS), '--cancel-absent');
  assert.doesNotMatch(again.err, /laval-1/);
});

test('more than half of the meetings to come are cancelled only with --yes', async () => {
  const third = LAVAL.replaceAll('laval-1', 'laval-2').replace('Soirée', 'Matinée');
  await run('import', 'rencontres', await file(LAVAL, DENIS, third, PAST));
  const before = await rows();
  // What a wrong file adds does not make up for what it would cancel.
  const other = await file(DENIS, ...[7, 8, 9].map((n) => LAVAL.replace('laval-1', `laval-${n}`)));
  const asked = ['import', 'rencontres', other, '--cancel-absent'] as const;
  for (const trial of [[], ['--dry-run']]) {
    const { code, out, err } = await run(...asked, ...trial);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /2 rencontre\(s\) à venir .* seraient annulées.*\n {2}laval-1 .*\n {2}laval-2 /);
    assert.match(err, /--cancel-absent annulerait 2 rencontre\(s\) sur 3 à venir.* --yes\n$/);
    assert.deepEqual(await rows(), before);
  }
  const english = await cnr(['--lang', 'en', 'meetings', ...asked], { DATABASE_URL: t.url });
  assert.match(english.err, /would cancel 2 of 3 meeting\(s\) to come, more than half.* add --yes\n$/);
  const { code, err } = await run(...asked, '--yes');
  assert.equal(code, 0, err);
  assert.deepEqual(
    (await rows()).filter(({ status }) => status === 'cancelled').map(({ id }) => id),
    ['laval-1', 'laval-2'],
  );
});

test('of many absent meetings twelve are named, and all with --details', async () => {
  const many = Array.from({ length: 15 }, (_, n) => LAVAL.replace('laval-1', `laval-${n + 10}`));
  await run('import', 'rencontres', await file(...many));
  const absent = /^ {2}laval-\d+ {2}Soirée à Laval$/gm;
  const cut = await run('import', 'rencontres', await file(DENIS));
  assert.equal(cut.err.match(absent)?.length, 12);
  assert.match(cut.err, /… et 3 autre\(s\) : --details les nomme toutes\n$/);
  const whole = await run('import', 'rencontres', await file(DENIS), '--details');
  assert.equal(whole.err.match(absent)?.length, 15);
  assert.doesNotMatch(whole.err, /autre\(s\)/);
});

test('the list is in the order of time, on the clocks of the place', async () => {
  assert.match((await run('list', 'rencontres')).out, /^Aucune rencontre/);
  await run('import', 'rencontres', await file(DENIS, LAVAL, PAST));
  const { code, out } = await run('list', 'rencontres');
  assert.equal(code, 0);
  const [, ...lines] = out.trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => line.split(/ {2,}/)),
    [
      ['paris-1', '2006-12-04 17:00', 'tenue', '–', 'commune', 'Paris (75)', 'Soirée à Paris'],
      ['laval-1', '2096-12-03 18:30', 'prévue', '0/80', 'commune', 'Laval (53)', 'Soirée à Laval'],
      ['denis-1', '2096-12-04 17:00', 'prévue', '–', 'commune', 'Saint-Denis (974)', 'Soirée à Saint-Denis'],
    ],
  );
});

test('what somebody wrote in a file does nothing to a terminal', async () => {
  const path = await file(
    LAVAL.replace('Soirée', '\u001b[2JSoirée').replace('03/12/2096 20h30', '\u001b[2J'),
  );
  const wrong = await run('check', path, '--details');
  await run('import', 'rencontres', await file(LAVAL.replace('Soirée', '\u001b[2JSoirée')));
  const shown = await run('list', 'rencontres');
  const absent = await run('import', 'rencontres', await file(DENIS));
  assert.match(shown.out, /\uFFFD\[2JSoirée à Laval/);
  assert.match(absent.err, /laval-1 {2}\uFFFD\[2JSoirée à Laval/);
  for (const { out, err } of [wrong, shown, absent]) assert.ok(!`${out}${err}`.includes('\u001b'));
});

test('fewer places than were given is told', async () => {
  await run('import', 'rencontres', await file(LAVAL));
  await t.query("update meetings set taken_on_site = 12 where id = 'laval-1'");
  const { err } = await run('import', 'rencontres', await file(LAVAL.replace('80', '10')));
  assert.match(err, /laval-1 : 10 place\(s\) sur place, et 12 déjà données/);
});

test('check needs no database; the template passes it', async () => {
  const template = await cnr(['meetings', 'template']);
  assert.match(template.out, /^\uFEFFidentifiant;/);
  const path = join(folder, 'modele.csv');
  await writeFile(path, template.out);
  const { code, out, err } = await cnr(['meetings', 'check', path]);
  assert.equal(code, 0, err);
  assert.match(out, /2 rencontre\(s\) juste\(s\), 0 à corriger\.\n$/);
  const wrong = await cnr(['meetings', 'check', await file(LAVAL.replace('Soirée à Laval', ''))]);
  assert.equal(wrong.code, 1);
  assert.match(wrong.out, /, ligne 2 \(laval-1\) {2}erreur {2}titre : le titre manque\n/);
});

test('what cannot be done is said', async () => {
  const path = await file(LAVAL);
  for (const [args, code, told] of [
    [['import', 'inconnue', path], 1, /Aucune consultation « inconnue »/],
    [['import', 'sans', path], 1, /« sans » ne tient pas de rencontres/],
    [['import', 'rencontres', join(folder, 'absent.csv')], 1, /n’existe pas/],
    [['list', 'inconnue'], 1, /Aucune consultation « inconnue »/],
    [['import', 'rencontres', path, '--skip-wrong', '--cancel-absent'], 2, /ne vont pas ensemble/],
    [['import', 'rencontres'], 2, /il faut donner/],
    [['check'], 2, /il faut donner : un fichier/],
    [['manger'], 2, /import, check, list/],
    [[], 2, /import, check, list/],
  ] as const) {
    const ran = await run(...args);
    assert.equal(ran.code, code, args.join(' '));
    assert.match(ran.err, told, args.join(' '));
  }
  const english = await cnr(['--lang', 'en', 'meetings', 'import', 'sans', path], { DATABASE_URL: t.url });
  assert.match(english.err, /“sans” holds no meetings/);
});
