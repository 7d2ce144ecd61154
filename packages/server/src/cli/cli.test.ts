import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { calendarDay } from '@cnr-widgets/contract';
import { addressOf } from '../app.fixture.js';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { contribution, definition } from '../definition.fixture.js';
import { cnr, startCnr } from './command.fixture.js';

let t: TestDatabase;
let folder: string;
let env: Record<string, string>;
before(async () => {
  t = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cnr-cli-'));
  env = { DATABASE_URL: t.url };
});
after(async () => {
  await rm(folder, { recursive: true });
  await t.drop();
});

async function write(name: string, value: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return path;
}

/** Open on any day on which the tests are run. */
const always = { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' };

test('help is there without a database, in French and in English', async () => {
  const french = await cnr(['--help']);
  assert.deepEqual([french.code, french.err], [0, '']);
  assert.match(french.out, /recevoir les réponses/);
  const names = [...french.out.matchAll(/^ {2}([a-z]+)\s.* {2}\S/gm)].map(([, name = '']) => name);
  const commands = ['serve', 'check', 'import', 'open', 'list', 'results', 'export', 'withdraw', 'convert'];
  for (const name of commands) {
    assert.ok(names.includes(name), name);
    assert.match((await cnr([name, '--help'])).out, /Exemple :\n {2}.*cnr /);
    assert.match((await cnr([name, '--help'], { LANG: 'en_GB.UTF-8' })).out, /Example:\n {2}.*cnr /);
  }
  assert.match((await cnr(['--lang', 'en'])).out, /receives the answers/);
  assert.match((await cnr(['--help'], { CNR_LANG: 'en', LANG: 'fr_FR.UTF-8' })).out, /receives the answers/);
});

test('what is typed wrongly is said, with the way to the help', async () => {
  for (const args of [
    ['impotr'],
    ['check'],
    ['check', '--wat', 'x'],
    ['export', 'x'],
    ['results', 'a', 'b'],
    ['convert', 'f'],
  ]) {
    const { code, out, err } = await cnr(args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(out, '');
    assert.match(err, /--help/);
  }
});

test('a process ends with the code, and tells what is wrong apart from what was asked for', async () => {
  const child = startCnr(['impotr'], { CNR_LANG: 'en' });
  const heard = { out: '', err: '' };
  child.stdout?.on('data', (text: Buffer) => (heard.out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (heard.err += text.toString()));
  const [code] = (await once(child, 'close')) as [number];
  assert.deepEqual([code, heard.out], [2, '']);
  assert.match(heard.err, /“impotr” is no command/);
});

test('check says where each fault is, and how to mend it', async () => {
  const wrong = definition();
  const [single] = wrong.questionnaire.items;
  const file = await write('fautes.json', {
    ...wrong,
    questionnaire: { items: [{ ...single, next: 'nulle-part' }, wrong.questionnaire.items[1]] },
  });
  const { code, out } = await cnr(['check', file]);
  assert.equal(code, 1);
  const text = await readFile(file, 'utf8');
  const line = text.split('\n').findIndex((one) => one.includes('nulle-part')) + 1;
  const column = (text.split('\n')[line - 1] ?? '').indexOf('"nulle-part"') + 1;
  assert.ok(out.includes(`${file}:${line}:${column}  erreur  questionnaire.items[0].next : `), out);
  assert.match(
    (await cnr(['--lang=en', 'check', file])).out,
    / {2}fault {2}questionnaire\.items\[0\]\.next: /,
  );
});

test('a key that is written twice is a fault, wherever it stands', async () => {
  const right = JSON.stringify(definition({ id: 'deux-fois' }), null, 2);
  const notice = right.replace('"notice": {', '"notice": {\n    "purpose": "Autre",');
  const file = await write('deux-fois.json', notice.replace('"id":', '"id": "autre-id",\n  "id":'));
  for (const command of ['check', 'import']) {
    const { code, err } = await cnr([command, file], env);
    assert.equal(code, 1, command);
    assert.match(err, /deux-fois\.json:3:3 {2}erreur {2}id : cette clé est déjà écrite à la ligne 2 /);
    assert.match(err, /\n.*deux-fois\.json:\d+:5 {2}erreur {2}purpose : cette clé est déjà écrite/);
  }
  assert.match((await cnr(['--lang=en', 'check', file])).err, /written on line 2 already/);
});

test('check of a draft lists what is missing, and is content', async () => {
  const { notice: _, opensAt: __, ...draft } = definition({ draft: true });
  const { code, out } = await cnr(['check', await write('brouillon.json', draft)]);
  assert.equal(code, 0);
  assert.match(out, /à compléter {2}opensAt/);
  assert.match(out, /à compléter {2}notice/);
  const past = await write('passee.json', definition({ ...always, closesAt: '2021-01-01T00:00:00Z' }));
  const passed = await cnr(['check', past]);
  assert.equal(passed.code, 0);
  assert.match(
    passed.out,
    /passee\.json:\d+:\d+ {2}attention {2}closesAt : cette date est passée.*\nAucune erreur/,
  );
  const right = await cnr(['check', await write('juste.json', definition(always))]);
  assert.deepEqual([right.code, right.out], [0, 'Aucune erreur.\n']);
});

test('a file that cannot be read is said plainly', async () => {
  const absent = await cnr(['check', join(folder, 'absent.json')]);
  assert.deepEqual([absent.code, absent.out], [1, '']);
  assert.match(absent.err, /n’existe pas/);
  const broken = await cnr(['check', await write('casse.json', '{\n  "id": "a"\n  "locale": "fr"\n}')]);
  assert.equal(broken.code, 1);
  assert.match(broken.err, /casse\.json:3:3 {2}ce n’est pas du JSON valide/);
  const empty = await cnr(['check', await write('vide.json', ' \n')]);
  assert.equal(empty.err, `${join(folder, 'vide.json')} est vide.\n`);
  const latin = join(folder, 'latin1.json');
  await writeFile(latin, Buffer.from('{"id": "é"}', 'latin1'));
  assert.match((await cnr(['check', latin])).err, /UTF-8/);
  const marked = await write('bom.json', `\uFEFF${JSON.stringify(definition())}`);
  assert.equal((await cnr(['check', marked])).code, 0);
});

test('a database that cannot be used is said plainly, without its password', async () => {
  const without = await cnr(['list'], {});
  assert.deepEqual([without.code, without.out], [1, '']);
  assert.match(without.err, /DATABASE_URL est absente/);
  const away = await cnr(['list'], { DATABASE_URL: 'postgres://cnr:motdepasse@127.0.0.1:1/cnr' });
  assert.equal(away.code, 1);
  assert.match(away.err, /PostgreSQL ne répond pas à l’adresse 127\.0\.0\.1:1/);
  assert.doesNotMatch(away.err, /motdepasse/);
  const missing = await cnr(['list'], {
    DATABASE_URL: Object.assign(new URL(t.url), { pathname: '/nulle_part' }).href,
  });
  assert.match(missing.err, /« nulle_part » n’existe pas/);
});

test('from file to results: import, open, serve, list, results, export, withdraw', async () => {
  const { notice, ...incomplete } = definition({ id: 'parcours', draft: true, ...always });
  assert.match((await cnr(['list'], env)).out, /Aucune consultation/);
  const file = await write('parcours.json', incomplete);
  const imported = await cnr(['import', file], env);
  assert.deepEqual([imported.code, imported.err], [0, '']);
  assert.equal(
    imported.out,
    'parcours : importée, version 1 ; brouillon, non publique (cnr open parcours)\n',
  );
  const refused = await cnr(['open', 'parcours'], env);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /ne peut pas encore ouvrir.*notice\.controller/s);
  await write('parcours.json', { ...incomplete, notice });
  assert.match((await cnr(['import', file], env)).out, /nouvelle version 2/);
  assert.match((await cnr(['import', file], env)).out, /inchangée, version 2/);
  assert.equal((await cnr(['open', 'parcours'], env)).code, 0);
  assert.match((await cnr(['open', 'inconnue'], env)).err, /Aucune consultation « inconnue »/);

  const server = startCnr(['serve'], { ...env, PORT: '0' });
  const exited = once(server, 'exit');
  const url = await listening(server);
  const consultation = definition({ id: 'parcours', ...always });
  const startedOn = calendarDay(new Date(), consultation.timeZone);
  const sent = [
    contribution(
      { medecin: { kind: 'single', choice: 'oui' }, avis: { kind: 'text', text: '=SOMME(A1)' } },
      { consultation, version: 2 },
    ),
    contribution({ medecin: null }, { consultation, version: 2 }),
  ];
  const codes: string[] = [];
  for (const one of sent) {
    const response = await fetch(`${url}${addressOf(one)}`, {
      method: 'PUT',
      body: JSON.stringify(one),
      headers: { 'Content-Type': 'application/json' },
    });
    assert.equal(response.status, 201);
    codes.push(((await response.json()) as { code: string }).code);
  }
  server.kill('SIGTERM');
  assert.deepEqual(await exited, [0, null]);

  assert.match(
    (await cnr(['list'], env)).out,
    /parcours +ouverte +2 +2 +– +2099-01-01 +2101-01-01 +Accès aux soins/,
  );
  const results = await cnr(['results', 'parcours'], env);
  assert.match(
    results.out,
    /affichée 2 fois, 1 réponse\(s\), 1 sans réponse\n +1 +100\s% {2}Oui\n +0 +0\s% {2}Non/,
  );
  const json = JSON.parse((await cnr(['results', 'parcours', '--json'], env)).out) as {
    participants: number;
  };
  assert.equal(json.participants, 2);
  assert.match((await cnr(['results', 'inconnue'], env)).err, /Aucune consultation/);

  const out = join(folder, 'export');
  const exported = await cnr(['export', 'parcours', '--raw', '--out', out], env);
  assert.equal(exported.code, 0, exported.err);
  assert.deepEqual((await readdir(out)).sort(), ['LISEZMOI.txt', 'parcours.csv', 'parcours.jsonl']);
  const files = await Promise.all(
    (await readdir(out)).sort().map((name) => readFile(join(out, name), 'utf8')),
  );
  // With its id and its time, an answer could be sent once more, and the replay is told the receipt code.
  for (const secret of [...codes, ...sent.flatMap(({ id, createdAt }) => [id, createdAt])]) {
    assert.ok(!files.join('').includes(secret), `${secret} is not exported`);
  }
  assert.doesNotMatch(files.join(''), /[0-9a-f]{8}-[0-9a-f]{4}-|\d\d:\d\d/);
  const lines = (await readFile(join(out, 'parcours.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown> & { answers: unknown[] });
  const inOrder = [...sent].sort((one, other) => (one.id < other.id ? -1 : 1));
  const today = calendarDay(new Date(), consultation.timeZone);
  assert.deepEqual(
    lines.map(({ receivedOn, ...line }) => line),
    inOrder.map(({ payload }, place) => ({
      number: place + 1,
      definitionVersion: 2,
      late: false,
      ...payload,
    })),
  );
  for (const { receivedOn } of lines) assert.ok(receivedOn === today || receivedOn === startedOn);
  const rows = await readFile(join(out, 'parcours.csv'), 'utf8');
  assert.match(rows, /;"'=SOMME\(A1\)"\r\n/);
  const spoken = lines.findIndex(({ answers }) => JSON.stringify(answers).includes('SOMME'));
  assert.match(rows.split('\r\n')[spoken + 1] ?? '', new RegExp(`^"${spoken + 1}";"2";.*SOMME`));
  assert.match(await readFile(join(out, 'LISEZMOI.txt'), 'utf8'), /DONNÉES PERSONNELLES/);

  await writeFile(join(out, 'parcours.csv'), 'annoté');
  const again = await cnr(['export', 'parcours', '--raw', '--out', out], env);
  assert.deepEqual([again.code, again.out], [1, '']);
  assert.match(again.err, /existe déjà : \S+LISEZMOI\.txt, \S+parcours\.csv, \S+parcours\.jsonl\. .*--force/);
  assert.equal(await readFile(join(out, 'parcours.csv'), 'utf8'), 'annoté');
  assert.equal((await cnr(['export', 'parcours', '--raw', '--out', out, '--force'], env)).code, 0);
  assert.equal(await readFile(join(out, 'parcours.csv'), 'utf8'), files[1]);

  const [code = ''] = codes;
  assert.equal((await cnr(['withdraw', code.toLowerCase()], env)).code, 0);
  assert.match((await cnr(['withdraw', '0000-0000-0000-0000'], env)).err, /Rien n’a ce code/);
  assert.match((await cnr(['list'], env)).out, /parcours +ouverte +2 +1 /);
});

test('a correction’s export does not tell the code that it replaced', async () => {
  const consultation = definition({ id: 'corrigee', ...always });
  await cnr(['import', await write('corrigee.json', consultation)], env);
  const server = startCnr(['serve'], { ...env, PORT: '0' });
  const exited = once(server, 'exit');
  const url = await listening(server);
  const put = async (one: ReturnType<typeof contribution>) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${url}${addressOf(one)}`, {
      method: 'PUT',
      body: JSON.stringify(one),
      headers,
    });
    return ((await response.json()) as { code: string }).code;
  };
  const replaces = await put(contribution(undefined, { consultation }));
  await put(contribution({ medecin: null }, { consultation, replaces }));
  server.kill('SIGINT');
  await exited;
  const out = join(folder, 'corrigee');
  assert.equal((await cnr(['export', 'corrigee', '--raw', '--format', 'jsonl', '--out', out], env)).code, 0);
  const text = await readFile(join(out, 'corrigee.jsonl'), 'utf8');
  assert.equal(text.trim().split('\n').length, 1);
  assert.ok(!text.includes(replaces));
});

test('one faulty file among several, and nothing is imported', async () => {
  const right = await write('bonne.json', definition({ id: 'bonne' }));
  const wrong = await write('mauvaise.json', { id: 'mauvaise' });
  const { code, err, out } = await cnr(['import', right, wrong], env);
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /Rien n’a été importé/);
  assert.deepEqual(await t.query("select 1 from consultations where id in ('bonne', 'mauvaise')"), []);
});

test('of several files, one that its public consultation may not become leaves the others unrecorded too', async () => {
  await cnr(['import', await write('ouverte.json', definition({ id: 'ouverte' }))], env);
  const before = await t.query('select id, version, draft from consultations order by id');
  const { notice: _, ...incomplete } = definition({ id: 'ouverte', draft: true });
  const files = [
    await write('seconde.json', definition({ id: 'seconde' })),
    await write('ouverte.json', incomplete),
  ];
  const { code, out, err } = await cnr(['import', ...files], env);
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /ouverte\.json : .* déjà publique[^]*notice\.controller[^]*Rien n’a été importé\.\n$/);
  assert.deepEqual(await t.query('select id, version, draft from consultations order by id'), before);
});

test('a port that is taken is said, with another one', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, err } = await cnr(['serve'], { ...env, PORT: String(port) });
  other.close();
  assert.equal(code, 1);
  assert.ok(err.includes(`Le port ${port} est déjà pris`), err);
});

/** The address that a starting server logs. */
async function listening(server: ReturnType<typeof startCnr>): Promise<string> {
  if (!server.stdout) throw new Error('no standard output');
  for await (const line of createInterface({ input: server.stdout })) {
    const { event, port } = JSON.parse(line) as { event: string; port?: number };
    if (event !== 'listening') continue;
    // What it logs from here on must not fill the pipe.
    server.stdout.resume();
    return `http://127.0.0.1:${port}`;
  }
  throw new Error('the server ended before it listened');
}
