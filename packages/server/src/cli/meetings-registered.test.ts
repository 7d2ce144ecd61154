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
  folder = await mkdtemp(join(tmpdir(), 'cnr-registered-'));
  const meetings = { retentionDays: 30, peopleMax: 5, contact: true };
  await importConsultation(t.db, { ...definition(), id: 'rencontres', meetings }, new Date());
});
after(async () => {
  await rm(folder, { recursive: true });
  await t.drop();
});
beforeEach(async () => {
  await t.query('delete from registrations');
  await t.query('delete from meetings');
});

/** Far ahead of any day on which the tests are run. */
const LAVAL = 'laval-1;Soirée à Laval;03/12/2096 18h30;03/12/2096 20h30;53000;Laval;80';
const DENIS = 'denis-1;Soirée à Saint-Denis;04/12/2096 17h00;04/12/2096 19h00;97400;Saint-Denis;';

async function file(...rows: string[]): Promise<string> {
  const path = join(folder, 'rencontres.csv');
  await writeFile(path, ['id;titre;début;fin;cp;ville;places', ...rows, ''].join('\r\n'));
  return path;
}

const run = (...args: string[]) => cnr(['meetings', ...args], { DATABASE_URL: t.url });
const rows = () => t.query('select id, sequence, content from meetings order by id');

/** As many people as that, each with a place. */
const register = (meeting: string, count: number) =>
  t.query(
    `insert into registrations (id, consultation, meeting, number, pseudonym, attendance, first_name, people, received_at)
     select gen_random_uuid(), 'rencontres', $1, n, sha256(n::text::bytea), 'on-site', 'Awa', 1, now()
     from generate_series(1, $2::integer) as n`,
    [meeting, count],
  );

test('a date that would erase who registered is refused; --yes puts off erasing, so that it can be mended', async () => {
  await run('import', 'rencontres', await file(LAVAL, DENIS));
  await register('laval-1', 9);
  const before = await rows();
  const typo = await file(LAVAL.replaceAll('2096', '2016'), DENIS.replace('Soirée', 'Matinée'));
  for (const trial of [[], ['--dry-run'], ['--cancel-absent']]) {
    const { code, out, err } = await run('import', 'rencontres', typo, ...trial);
    assert.deepEqual([code, out], [1, '']);
    assert.match(
      err,
      /à venir, qui seraient déjà passées :\n {2}laval-1 {2}Soirée à Laval {2}9 inscription\(s\) {2}2096-12-03 18:30–20:30 → 2016-12-03 18:30–20:30\nRien n’a été enregistré : .* --yes\n$/,
    );
    assert.deepEqual(await rows(), before);
  }
  const english = await cnr(['--lang', 'en', 'meetings', 'import', 'rencontres', typo], {
    DATABASE_URL: t.url,
  });
  assert.match(english.err, /9 registration\(s\) .*\nNothing was recorded: .* add --yes\n$/);
  const sure = await run('import', 'rencontres', typo, '--yes');
  assert.equal(sure.code, 0, sure.err);
  assert.match(sure.err, /ce fichier change ou annule.*\n {2}laval-1 {2}Soirée à Laval {2}9 inscription/);
  assert.doesNotMatch(sure.err, /denis-1/);
  assert.match((await run('purge')).out, /^0 inscription/);
  await run('import', 'rencontres', await file(LAVAL, DENIS));
  const [left] = await t.query<{ count: number }>('select count(*)::integer as count from registrations');
  assert.equal(left?.count, 9);
});

test('what changes or is cancelled although people are registered is named, with how many', async () => {
  await run('import', 'rencontres', await file(LAVAL, DENIS, LAVAL.replace('laval-1', 'laval-2')));
  await register('laval-1', 2);
  await register('denis-1', 3);
  const { code, err } = await run(
    'import',
    'rencontres',
    await file(LAVAL.replace('20h30', '21h00'), LAVAL.replace('laval-1', 'laval-2')),
    '--cancel-absent',
  );
  assert.equal(code, 0, err);
  assert.match(
    err,
    /ne les prévient pas\) :\n {2}laval-1 .* {2}2 inscription\(s\) {2}.*18:30–20:30 → .*18:30–21:00\n {2}denis-1 .* {2}3 inscription\(s\) {2}annulée\n/,
  );
  assert.doesNotMatch(err, /laval-2/);
  const same = await run('import', 'rencontres', await file(LAVAL.replace('20h30', '21h00')));
  assert.doesNotMatch(same.err, /prévient/);
});
