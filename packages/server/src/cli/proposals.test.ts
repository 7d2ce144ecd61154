import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Consultations } from '../consultations.js';
import { Contributions } from '../contributions.js';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { asking, proposal } from '../proposal.fixture.js';
import { MissingExtensionError } from '../migrations/0002-proposals-and-supports.js';
import { cnr } from './command.fixture.js';
import { databaseSentence } from './command.js';

let t: TestDatabase;
let folder: string;
let env: Record<string, string>;
before(async () => {
  t = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cnr-cli-proposals-'));
  env = { DATABASE_URL: t.url };
});
after(async () => {
  await rm(folder, { recursive: true });
  await t.drop();
});

const dates = { opensAt: '2020-01-01T00:00:00+01:00', closesAt: '2099-01-01T00:00:00+01:00' };

test('a consultation that asks no questions is listed with its proposals, and says that it has no answers', async () => {
  const file = join(folder, 'idees.json');
  await writeFile(file, JSON.stringify(asking('idees', {}, dates)));
  const imported = await cnr(['import', file], env);
  assert.equal(imported.code, 0, imported.err);
  const now = () => new Date();
  const contributions = new Contributions(t.db, new Consultations(t.db, now), now);
  const { receipt } = await contributions.accept(proposal());
  await contributions.accept(proposal());
  assert.match(
    (await cnr(['list'], env)).out,
    /RÉPONSES +PROPOSITIONS.*\nidees +ouverte +1 +– +2 +2099-01-01/,
  );

  for (const args of [
    ['results', 'idees'],
    ['export', 'idees', '--raw', '--out', join(folder, 'export')],
  ]) {
    const { code, out, err } = await cnr(args, env);
    assert.deepEqual([code, out], [1, '']);
    assert.match(
      err,
      /« idees » ne pose pas de questions : il n’y a pas de réponses\. .*cnr moderate --help/,
    );
    const english = await cnr(['--lang', 'en', ...args], env);
    assert.match(english.err, /“idees” asks no questions/);
  }
  assert.deepEqual(await readdir(folder), ['idees.json']);

  const withdrawn = await cnr(['withdraw', receipt.code], env);
  assert.equal(withdrawn.code, 0, withdrawn.err);
  assert.match((await cnr(['list'], env)).out, /idees +ouverte +1 +– +1 /);
});

test('an extension that is missing is named, with how to add it', () => {
  const error = new MissingExtensionError('unaccent', new Error('permission denied'));
  const context = {
    env: { DATABASE_URL: 'postgres://cnr:motdepasse@localhost/consultations' },
    print: () => undefined,
    tell: () => undefined,
  };
  const french = databaseSentence(error, { ...context, locale: 'fr' })?.message ?? '';
  assert.match(
    french,
    /« unaccent » à la base « consultations ».*psql consultations -c "create extension unaccent"/,
  );
  assert.doesNotMatch(french, /motdepasse/);
  assert.match(databaseSentence(error, { ...context, locale: 'en' })?.message ?? '', /lacks the extension/);
});

test('an account that may not add the extensions hears which one is missing', async () => {
  const role = `cnr_limited_${process.pid}`;
  const name = new URL(t.url).pathname.slice(1);
  await t.query(`create role ${role} login password 'secret'`);
  try {
    await t.query('drop schema public cascade');
    await t.query('create schema public');
    await t.query(`grant all on schema public to ${role}`);
    await t.query(`revoke create on database ${name} from public`);
    const url = Object.assign(new URL(t.url), { username: role, password: 'secret' }).href;
    const { code, err } = await cnr(['list'], { DATABASE_URL: url });
    assert.equal(code, 1);
    assert.match(err, /Il manque l’extension « unaccent » à la base/);
  } finally {
    await t.query('drop schema public cascade');
    await t.query('create schema public');
    await t.query(`drop owned by ${role}`);
    await t.query(`drop role ${role}`);
  }
});
