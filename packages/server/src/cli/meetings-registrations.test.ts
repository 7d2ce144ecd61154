import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from '../app.fixture.js';
import { holdBack, meeting, openMeetings, registration } from '../meetings/meeting.fixture.js';
import { cnr } from './command.fixture.js';

let t: TestApp;
let folder: string;
before(async () => {
  t = await testApp();
  folder = await mkdtemp(join(tmpdir(), 'cnr-registrations-'));
});
after(async () => {
  await rm(folder, { recursive: true });
  await t.drop();
});

const run = (args: string[], env: Record<string, string> = {}) =>
  cnr(['meetings', ...args], { DATABASE_URL: t.url, ...env });

test('who is registered is read on the screen or into a file, under a name that stands in the journal', async () => {
  const { id } = await openMeetings(t, [meeting()]);
  assert.match((await run(['registrations', id, 'laval-soir'])).out, /Personne n’est inscrit/);
  await t.put(registration(id, { firstName: 'Zoé\u001b[31m', people: 2 }));
  await t.put(registration(id, { firstName: '=A1', attendance: 'remote' }));

  const screen = await run(['registrations', id, 'laval-soir', '--as', 'camille']);
  assert.equal(screen.code, 0, screen.err);
  const [head, first, second] = screen.out.split('\n');
  assert.match(head ?? '', /^numéro +prénom +personnes/);
  assert.match(first ?? '', /^1 +Zoé\uFFFD\[31m +2 +sur place/);
  assert.match(second ?? '', /^2 +=A1 +1 +à distance/);

  const path = join(folder, 'inscrits.csv');
  const file = await run(['registrations', id, 'laval-soir', path], { USER: 'dominique' });
  assert.equal(file.code, 0, file.err);
  assert.match(file.out, /2 inscription\(s\) dans .*inscrits\.csv : données personnelles/);
  assert.match(await readFile(path, 'utf8'), /^\uFEFF"numéro".*\r\n"1".*\r\n"2";"'=A1"/);
  assert.equal((await stat(path)).mode & 0o777, 0o600);

  const journal = await cnr(['moderate', id, 'journal'], { DATABASE_URL: t.url });
  const lines = journal.out.trimEnd().split('\n');
  assert.equal(lines.length, 3);
  assert.match(lines[0] ?? '', /Liste des inscrits lue.: laval-soir par dominique$/);
  assert.match(lines[1] ?? '', /par camille$/);
});

test('what is not there, or typed wrongly, is said', async () => {
  const { id } = await openMeetings(t, [meeting()]);
  const unknown = await run(['registrations', id, 'nulle-part']);
  assert.equal(unknown.code, 1);
  assert.match(unknown.err, new RegExp(`Aucune rencontre « nulle-part ».*cnr meetings list ${id}`));
  assert.match((await run(['registrations', 'inconnue', 'x'])).err, /Aucune consultation « inconnue »/);
  assert.equal((await run(['registrations', id])).code, 2);
  const english = await run(['registrations', id, 'x'], { CNR_LANG: 'en' });
  assert.match(english.err, /There is no meeting “x”/);
  const away = await run(['registrations', id, 'laval-soir', join(folder, 'absent', 'x.csv')]);
  assert.match(away.err, /Impossible d’écrire .*x\.csv : le dossier .*absent n’existe pas/);
});

test('a file that is there already stays, and no name is read for it', async () => {
  const { id } = await openMeetings(t, [meeting()]);
  const path = join(folder, 'rencontres.csv');
  await writeFile(path, 'la table source');
  const refused = await run(['registrations', id, 'laval-soir', path]);
  assert.deepEqual([refused.code, refused.out], [1, '']);
  assert.match(refused.err, /existe déjà : .*rencontres\.csv\. Ajoutez --force/);
  assert.equal(await readFile(path, 'utf8'), 'la table source');
  const journal = () => t.query('select from moderation_journal where consultation = $1', [id]);
  assert.equal((await journal()).length, 0);
  assert.equal((await run(['registrations', id, 'laval-soir', path, '--force'])).code, 0);
  assert.match(await readFile(path, 'utf8'), /numéro/);
  assert.equal((await journal()).length, 1);
});

test('what is overdue is erased at once, and what could not be is named', async () => {
  const past = [{ start: '2026-01-10T18:00:00+01:00', end: '2026-01-10T20:00:00+01:00' }];
  t.clock.now = new Date('2026-01-01T12:00:00Z');
  const { id } = await openMeetings(t, [meeting({ sessions: past })]);
  assert.equal((await t.put(registration(id))).status, 201);
  const { code, out } = await run(['purge']);
  assert.equal(code, 0);
  assert.match(out, /^1 inscription\(s\) effacée\(s\)/);
  const [left] = await t.query<{ count: number }>(
    'select count(*)::integer as count from registrations where consultation = $1',
    [id],
  );
  assert.equal(left?.count, 0);
  assert.equal((await run(['purge', id])).code, 2);

  await t.query(`update meetings set erased_at = null where consultation = $1`, [id]);
  const letGo = await holdBack(t, id, 'laval-soir');
  const held = await run(['purge']);
  await letGo();
  assert.equal(held.code, 1);
  assert.match(held.out, /^0 inscription/);
  assert.match(
    held.err,
    new RegExp(`gardent leurs inscriptions :\n +${id}/laval-soir: .*held back by a test`),
  );
});
