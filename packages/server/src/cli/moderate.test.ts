import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { idIn } from '@cnr-widgets/contract';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { importAsking, report, writeComment, writeProposal } from '../moderation/moderation.fixture.js';
import { signIn } from '../moderation/operators.js';
import { cnr } from './command.fixture.js';
import { readCsv } from './read-csv.js';

let t: TestDatabase;
let folder: string;
before(async () => {
  t = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cnr-moderate-'));
  for (const id of ['velo', 'lots', 'vide']) await importAsking(t, id);
});
after(async () => {
  await rm(folder, { recursive: true });
  await t.drop();
});

const moderate = (...args: string[]) => cnr(['moderate', ...args], { DATABASE_URL: t.url, USER: 'camille' });

const statusOf = async (subject: string) => {
  const table = subject.startsWith('comment') ? 'comments' : 'proposals';
  const [row] = await t.query<{ status: string; reason: string | null }>(
    `select status, reason from ${table} where id = $1`,
    [idIn(subject)],
  );
  return [row?.status, row?.reason];
};

const short = (subject: string) => idIn(subject).slice(0, 8);

test('from the queue to the journal, with shortened ids', async () => {
  assert.match((await moderate('vide')).out, /Rien à traiter/);
  const first = await writeProposal(t, 'velo', {
    receivedAt: '2026-11-01T09:00:00Z',
    title: 'Des bancs',
    theme: 'velo',
  });
  const second = await writeProposal(t, 'velo', { title: 'Un abri' });
  const comment = await writeComment(t, first, { status: 'published', text: 'Injure' });
  await report(t, comment, 'insult', 'Il m’insulte');
  const queue = await moderate('velo');
  assert.match(
    queue.out,
    /^\w{8} {2}Proposition {2,}En attente {2,}0 soutien {2,}2026-11-01 {2}Des bancs\n[^]*Un abri\n[^]*1 signalement/,
  );
  assert.ok(queue.err.includes(`cnr moderate velo show ${short(first)}`));
  const shown = await moderate('velo', 'show', short(comment));
  assert.match(shown.out, /Commentaire sur[^]*Injure[^]*Injure ou menace[^]*Il m’insulte/);
  assert.ok(shown.out.includes(`cnr moderate velo keep ${short(comment)}`));

  const accepted = await moderate('velo', 'accept', short(first), idIn(second));
  assert.deepEqual([accepted.code, accepted.err], [0, '']);
  assert.match(accepted.out, /Acceptée {2}Des bancs\n.*Acceptée {2}Un abri/);
  const again = await moderate('velo', 'accept', short(first));
  assert.equal(again.code, 1);
  assert.match(again.err, /n’est plus possible|elle n’est plus possible/);
  assert.match(again.err, /camille, .*Acceptée/);

  assert.equal((await moderate('velo', 'refuse', short(comment))).code, 2);
  assert.equal((await moderate('velo', 'refuse', short(comment), '--reason', 'Une injure')).code, 0);
  assert.deepEqual(await statusOf(comment), ['refused', 'Une injure']);
  await moderate('velo', 'select', short(first), '--as', 'sacha');
  const journal = await moderate('velo', 'journal');
  assert.match(
    journal.out,
    /Retenue par sacha\n[^]*Refusé par camille\u00a0: Une injure\n[^]*Acceptée par camille/,
  );
  assert.equal((await moderate('velo', 'journal', short(second))).out.trim().split('\n').length, 1);
});

test('an answer from a text, or from a file of its fields', async () => {
  const subject = await writeProposal(t, 'velo', { status: 'published', title: 'À répondre' });
  const text = join(folder, 'reponse.md');
  await writeFile(text, 'Oui, **en mars**.\n');
  const told = await moderate('velo', 'answer', short(subject), '--file', text, '--author', 'La préfète');
  assert.deepEqual([told.code, told.err], [0, '']);
  const answerOf = async () =>
    (
      await t.query<{ answer: Record<string, unknown> }>('select answer from proposals where id = $1', [
        idIn(subject),
      ])
    )[0]?.answer;
  const first = await answerOf();
  assert.deepEqual([first?.['author'], first?.['text']], ['La préfète', 'Oui, **en mars**.']);
  const json = join(folder, 'reponse.json');
  const video = { src: 'https://videos.example/a.mp4', transcript: 'Bonjour' };
  await writeFile(json, JSON.stringify({ date: '2026-11-20', video, next: 'Les travaux' }));
  assert.equal((await moderate('velo', 'answer', short(subject), '--file', json)).code, 0);
  assert.deepEqual(await answerOf(), {
    author: 'Préfecture',
    date: '2026-11-20',
    video,
    next: 'Les travaux',
  });
  await writeFile(json, JSON.stringify({ video: { src: 'http://videos.example/a.mp4' } }));
  const wrong = await moderate('velo', 'answer', short(subject), '--file', json);
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /video\.src: .*https[^]*video\.transcript: /);
  await writeFile(json, '{\n  "text": "Oui",\n  "suite": "Travaux",\n  "video": { "source": "x" }\n}');
  const misspelled = await moderate('velo', 'answer', short(subject), '--file', json);
  assert.equal(misspelled.code, 1);
  assert.match(misspelled.err, /reponse\.json:3:\d+ {2}suite: ce champ n’est pas connu.*video\.src/);
  assert.match(misspelled.err, /reponse\.json:4:\d+ {2}video\.source: /);
  await writeFile(json, '[]');
  assert.match(
    (await moderate('velo', 'answer', short(subject), '--file', json)).err,
    /attend un objet JSON/,
  );
  for (const date of ['22/11/2026', '2026-11-22']) {
    const dated = ['--file', text, '--date', date];
    assert.equal((await moderate('velo', 'answer', short(subject), ...dated)).code, 0, date);
    assert.equal((await answerOf())?.['date'], '2026-11-22');
  }
  const undated = await moderate('velo', 'answer', short(subject), '--file', text, '--date', '31/02/2026');
  assert.match(undated.err, /date: Donnez une date/);
});

test('what is typed wrongly, and what is not there, is said plainly', async () => {
  for (const args of [
    [],
    ['velo', 'delete'],
    ['velo', 'accept'],
    ['velo', 'queue', '--state', 'x'],
    ['velo', 'queue', '--sort', 'x'],
    ['velo', 'apply'],
  ]) {
    const { code, err } = await moderate(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /--help/);
  }
  assert.match((await moderate('inconnue')).err, /Aucune consultation « inconnue »/);
  assert.match((await moderate('velo', 'accept', '00000000')).err, /rien ne commence ainsi/);
  assert.match((await moderate('velo', 'accept', 'abc')).err, /huit premiers caractères/);
  const subject = await writeProposal(t, 'velo', {
    title: '\u001b]0;pirate\u0007Titre',
    text: 'a\u001b[2Jb',
  });
  const { out } = await moderate('velo', 'show', short(subject));
  assert.ok(!out.includes('\u001b') && out.includes('Titre'));
});

test('a file that is filled in stays as it is, unless it may be replaced', async () => {
  await writeProposal(t, 'velo', { title: 'À relire' });
  const file = join(folder, 'rempli.csv');
  await writeFile(file, 'décidé', { mode: 0o644 });
  const refused = await moderate('velo', 'export', file);
  assert.deepEqual([refused.code, refused.out], [1, '']);
  assert.match(refused.err, /existe déjà : .*rempli\.csv\. Ajoutez --force/);
  assert.equal(await readFile(file, 'utf8'), 'décidé');
  assert.equal((await moderate('velo', 'export', file, '--force')).code, 0);
  assert.match(await readFile(file, 'utf8'), /À relire/);
  assert.equal((await stat(file)).mode & 0o777, 0o600, 'nobody else reads what nobody has read');
  const away = await moderate('velo', 'export', join(folder, 'absent', 'lot.csv'));
  assert.equal(away.code, 1);
  assert.match(away.err, /^Impossible d’écrire .*lot\.csv : le dossier .*absent n’existe pas\.\n$/);
});

test('a spreadsheet there and back: looked at first, then all or nothing', async () => {
  const good = await writeProposal(t, 'lots', {
    receivedAt: '2026-11-01T00:00:00Z',
    title: '=Une formule',
    text: 'Deux\nlignes ; "citées"',
  });
  const bad = await writeProposal(t, 'lots', { receivedAt: '2026-11-02T00:00:00Z', title: 'À refuser' });
  const left = await writeProposal(t, 'lots', { receivedAt: '2026-11-03T00:00:00Z' });
  const file = join(folder, 'file.csv');
  const exported = await moderate('lots', 'export', file);
  assert.deepEqual([exported.code, exported.err], [0, '']);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const written = await readFile(file, 'utf8');
  const [head, ...rows] = readCsv(written);
  assert.deepEqual(
    head?.cells,
    'id kind title text theme territory name received status reports supports act reason'.split(' '),
  );
  assert.deepEqual(
    rows.map(({ cells }) => cells[2]),
    ["'=Une formule", 'À refuser', 'Une piste cyclable'],
  );

  /** As a spreadsheet may write it: commas, other line breaks, nothing in quotes that need not be. */
  const fill = async (...decisions: [act: string, reason: string][]) => {
    const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    const lines = rows.map(({ cells }, place) => [
      ...cells.slice(0, 11),
      ...(decisions.at(place) ?? ['', '']),
    ]);
    const text = [head.cells, ...lines].map((cells) => cells.map(cell).join(',')).join('\n');
    await writeFile(file, text);
  };
  await fill(['Accepter', ''], ['refuser', '']);
  const faulty = await moderate('lots', 'apply', file, '--confirm');
  assert.equal(faulty.code, 1);
  assert.match(
    faulty.err,
    /file\.csv, ligne 3 \(\w{8}\) {2}colonne reason : Donnez la raison[^]*Rien n’a été fait/,
  );
  assert.deepEqual(await statusOf(good), ['submitted', null]);

  await fill(['Accepter', ''], ['refuser', "'=Doublon"]);
  const looked = await moderate('lots', 'apply', file);
  assert.equal(looked.code, 0);
  assert.match(
    looked.out,
    /file\.csv, ligne 2 \(\w{8}\) {2}Accepter {2}=Une formule\n.*, ligne 3 \(\w{8}\) {2}Refuser {2}À refuser/,
  );
  assert.match(looked.err, /Rien n’a encore été fait[^]*--confirm/);
  assert.deepEqual(await statusOf(good), ['submitted', null]);
  const applied = await moderate('lots', 'apply', file, '--confirm');
  assert.deepEqual([applied.code, applied.err], [0, '']);
  assert.deepEqual(await statusOf(good), ['published', null]);
  assert.deepEqual(await statusOf(bad), ['refused', '=Doublon']);
  assert.deepEqual(await statusOf(left), ['submitted', null]);

  const stale = await moderate('lots', 'apply', file, '--confirm');
  assert.equal(stale.code, 1);
  assert.match(stale.err, /, ligne 2 \(\S+\) {2}colonne act : Publiée\. camille, .*\u00a0: Acceptée\./);

  await fill(['archiver', ''], ['detruire', ''], ['accepter', '']);
  const tried = await moderate('lots', 'apply', file, '--keep-going');
  assert.match(tried.err, /apply \S+file\.csv --confirm --keep-going\n/);
  const some = await moderate('lots', 'apply', file, '--confirm', '--keep-going');
  assert.equal(some.code, 1);
  assert.match(some.err, /, ligne 3 \(\S+\) {2}colonne act : attend l’un de/);
  assert.match(some.out, /^1 décision/);
  assert.deepEqual(await statusOf(left), ['published', null]);
});

test('a line whose text is no longer the one that was read is not decided', async () => {
  const subject = await writeProposal(t, 'vide', { text: 'Le texte lu', name: 'Camille' });
  const file = join(folder, 'change.csv');
  await moderate('vide', 'export', file);
  const filled = (await readFile(file, 'utf8')).replace('"";""\r\n', '"accepter";""\r\n');
  assert.ok(filled.includes('accepter'));
  await writeFile(file, filled);
  await t.query("update proposals set body = 'Autre chose' where id = $1", [idIn(subject)]);
  const { code, err } = await moderate('vide', 'apply', file, '--confirm');
  assert.equal(code, 1);
  assert.match(err, /colonne text : a changé depuis l’export/);
  // The name is published with the text.
  await t.query("update proposals set body = 'Le texte lu', name = 'Autre' where id = $1", [idIn(subject)]);
  const renamed = await moderate('vide', 'apply', file, '--confirm');
  assert.equal(renamed.code, 1);
  assert.match(renamed.err, /colonne name : a changé depuis l’export/);
  await writeFile(file, filled.replace('status', 'etat'));
  assert.match((await moderate('vide', 'apply', file)).err, /status: colonne absente/);
  await writeFile(file, 'id;kind\n"1;x');
  assert.match((await moderate('vide', 'apply', file)).err, /change\.csv:2 {2}un guillemet/);
});

test('operators: a token shown once, listed, taken back', async () => {
  const operator = (...args: string[]) => cnr(['operator', ...args], { DATABASE_URL: t.url });
  assert.match((await operator('list')).out, /Personne/);
  const added = await operator('add', 'camille.martin');
  assert.match(added.out, /^cnr_\w+\n$/);
  assert.match(added.err, /montré que cette fois/);
  assert.ok(await signIn(t.db, added.out.trim(), new Date()));
  assert.match((await operator('add', 'camille.martin')).err, /a déjà un jeton/);
  assert.match((await operator('list')).out, /camille\.martin +modération +toutes +\d{4}-\d\d-\d\d +– +–/);
  assert.equal((await operator('revoke', 'camille.martin')).code, 0);
  assert.match((await operator('revoke', 'camille.martin')).err, /n’a pas de jeton/);
  await assert.rejects(signIn(t.db, added.out.trim(), new Date()), { code: 'wrong-token' });
  for (const args of [[], ['add'], ['add', '\u001b[2J'], ['remove', 'x']]) {
    assert.equal((await operator(...args)).code, 2, args.join(' '));
  }
});
