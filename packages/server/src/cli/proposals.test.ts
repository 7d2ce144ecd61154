import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Consultations } from '../consultations.js';
import { Contributions } from '../contributions.js';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { asking, proposal } from '../proposal.fixture.js';
import { cnr } from './command.fixture.js';

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
