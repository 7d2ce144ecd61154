import assert from 'node:assert/strict';
import { writeFile, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from '../app.fixture.js';
import { contribution, definition } from '../definition.fixture.js';
import { importConsultation } from '../publishing.js';
import { cnr } from './command.fixture.js';

let t: TestApp;
let env: Record<string, string>;
before(async () => {
  t = await testApp();
  env = { DATABASE_URL: t.url };
});
after(() => t.drop());

const OPENED = new Date('2025-01-02T12:00:00Z');
const { notice } = definition();

/** Closed long before the machine's clock, which is the command's. */
const past = (id: string, retentionMonths?: number) =>
  definition({
    id,
    opensAt: '2025-01-01T00:00:00+01:00',
    closesAt: '2025-02-01T00:00:00+01:00',
    notice: { ...notice, retentionMonths },
  });

async function answered(id: string, retentionMonths?: number): Promise<string> {
  const asked = past(id, retentionMonths);
  await importConsultation(t.db, asked, OPENED);
  t.clock.now = OPENED;
  const { status, text, receipt } = await t.put(
    contribution(undefined, { consultation: asked, createdAt: '2025-01-02T12:00:00.000Z' }),
  );
  assert.equal(status, 201, text);
  return receipt().code;
}

const live = async (id: string) =>
  (await t.query("select from answers where consultation = $1 and state = 'live'", [id])).length;

test('cnr purge tells what would go, and erases only when it is told so', async () => {
  const code = await answered('close');
  const asked = await cnr(['purge', 'close'], env);
  assert.equal(asked.code, 1);
  assert.match(asked.out, /À effacer : 1 réponse\(s\), 0 proposition\(s\)/);
  assert.match(asked.out, /« notice\.retentionMonths » n’est pas renseigné/);
  assert.match(asked.err, /Rien n’est effacé.*--yes/);
  assert.equal(await live('close'), 1);

  const done = await cnr(['purge', 'close', '--yes'], env);
  assert.deepEqual([done.code, done.err], [0, '']);
  assert.match(done.out, /C’est effacé\.\n$/);
  assert.equal(await live('close'), 0);
  const mine = await t.call('GET', '/v1/consultations/close/contributions/mine', {
    'Cnr-Receipt-Code': code,
  });
  assert.equal(mine.problem().code, 'erased');
  const again = await cnr(['purge', 'close', '--yes'], env);
  assert.deepEqual([again.code, again.err], [0, '']);
  assert.match(again.out, /^C’est déjà effacé, depuis le \d{4}-\d\d-\d\d\.\n$/);

  const listed = await cnr(['list'], env);
  const [, phase, , answers] =
    listed.out
      .split('\n')
      .find((line) => line.startsWith('close '))
      ?.split(/ {2,}/) ?? [];
  assert.deepEqual([phase, answers], ['en analyse', '1'], 'how many took part stays');
  const results = await cnr(['results', 'close'], env);
  assert.match(results.out, /^close : 1 réponse\(s\)\n$/);
  const exported = await cnr(['export', 'close', '--raw', '--out', '/nowhere'], env);
  assert.deepEqual([exported.code, exported.out], [1, '']);
  assert.match(exported.err, /Les réponses sont effacées/);
});

test('it says when the server will do it, and so does cnr list', async () => {
  await answered('date', 600);
  const asked = await cnr(['--lang', 'en', 'purge', 'date'], env);
  assert.match(asked.out, /The backend will erase it by itself from 2075-02-01 on\./);
  const listed = await cnr(['list'], env);
  assert.match(listed.out, /^IDENTIFIANT .*CLÔTURE +EFFACEMENT +TITRE$/m);
  assert.match(listed.out, /^date .* 2025-02-01 +2075-02-01 +/m);
});

test('nothing is erased that may still arrive, that is a draft, or that is not there', async () => {
  await importConsultation(
    t.db,
    { ...definition({ id: 'ouverte', closesAt: '2999-01-01T00:00:00Z' }) },
    OPENED,
  );
  const open = await cnr(['purge', 'ouverte', '--yes'], env);
  assert.equal(open.code, 1);
  assert.match(open.err, /jusqu’au 2999-01-08/);
  await importConsultation(t.db, { ...past('brouillon'), draft: true }, OPENED);
  const draft = await cnr(['purge', 'brouillon', '--yes'], env);
  assert.match(draft.out, /C’est un brouillon/);
  assert.deepEqual(await t.query("select from erasures where consultation in ('ouverte', 'brouillon')"), []);
  assert.match((await cnr(['purge', 'absente'], env)).err, /Aucune consultation « absente »/);
});

test('what is erased gets its follow-up, and does not open again', async () => {
  await answered('rouverte');
  assert.equal((await cnr(['purge', 'rouverte', '--yes'], env)).code, 0);
  const folder = await mkdtemp(join(tmpdir(), 'cnr-purge-'));
  try {
    const file = join(folder, 'rouverte.json');
    const save = (changes: object) => writeFile(file, JSON.stringify({ ...past('rouverte'), ...changes }));
    await save({ followUp: [{ kind: 'done', title: 'Fait', date: '2025-06-01' }] });
    const followed = await cnr(['import', file], env);
    assert.equal(followed.code, 0, followed.err);
    await save({ closesAt: '2999-01-01T00:00:00+01:00' });
    const refused = await cnr(['import', file], env);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /« rouverte » est effacé, elle ne rouvre pas.*\nRien n’a été importé/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
