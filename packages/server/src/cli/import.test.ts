import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from '../app.fixture.js';
import { contribution, definition, type Asking } from '../definition.fixture.js';
import { importAsking, writeProposal } from '../moderation/moderation.fixture.js';
import { cnr } from './command.fixture.js';

let t: TestApp;
let folder: string;
before(async () => {
  t = await testApp();
  folder = await mkdtemp(join(tmpdir(), 'cnr-import-'));
});
after(async () => {
  await rm(folder, { recursive: true });
  await t.drop();
});

/** A closing that is to come, whenever the tests are run. */
const always = { closesAt: '2099-01-01T00:00:00Z' };

async function write(value: unknown): Promise<string> {
  const path = join(folder, 'consultation.json');
  await writeFile(path, JSON.stringify(value, null, 2));
  return path;
}

const importing = async (value: unknown, ...options: string[]) =>
  cnr(['import', await write(value), ...options], { DATABASE_URL: t.url });

async function versionOf(id: string): Promise<number | undefined> {
  const [row] = await t.query<{ version: number }>('select version from consultations where id = $1', [id]);
  return row?.version;
}

/** Public, with an answer. */
async function answered(id: string): Promise<Asking> {
  const consultation = definition({ id, ...always });
  assert.equal((await importing(consultation)).code, 0);
  assert.equal((await t.put(contribution(undefined, { consultation }))).status, 201);
  return consultation;
}

test('what people have answered is not taken away without --yes, and all of it is named', async () => {
  const consultation = await answered('copiee');
  const [first, second] = consultation.questionnaire.items;
  assert.ok(first && second);
  const other = {
    ...consultation,
    title: 'Une autre consultation',
    questionnaire: {
      ...consultation.questionnaire,
      items: [{ id: first.id, kind: 'text', title: 'Autre question' }],
    },
  };
  const refused = await importing(other);
  assert.deepEqual([refused.code, refused.out], [1, '']);
  assert.match(refused.err, /« copiee » est publique et a déjà reçu 1 réponse\(s\)\. Ce fichier la change :/);
  assert.match(refused.err, /le titre « Accès aux soins » devient « Une autre consultation »/);
  assert.ok(refused.err.includes(`la question « ${first.id} » change de sorte : single devient text`));
  assert.ok(refused.err.includes(`la question « ${second.id} » disparaît`));
  assert.match(refused.err, /Rien n’a été importé\. .*ajoutez --yes\n$/);
  assert.equal(await versionOf('copiee'), 1);
  const agreed = await importing(other, '--yes');
  assert.equal(agreed.code, 0);
  assert.match(agreed.err, /le titre « Accès aux soins » devient/);
  assert.match(agreed.out, /nouvelle version 2 ; publique/);
});

test('what leaves the questions as they are asks nothing, nor does what nobody answered', async () => {
  const consultation = await answered('precisee');
  const [first, ...others] = consultation.questionnaire.items;
  assert.ok(first);
  const added = { id: 'encore', kind: 'text', title: 'Et encore ?' };
  const items = [added, { ...first, title: 'Mieux dit ?' }, ...others];
  const precise = { ...consultation, summary: 'Plus précis.', questionnaire: { items } };
  const changed = await importing(precise);
  assert.deepEqual([changed.code, changed.err], [0, '']);
  const untouched = definition({ id: 'sans-reponse', ...always });
  await importing(untouched);
  const retitled = await importing({ ...untouched, title: 'Autrement' });
  assert.deepEqual([retitled.code, retitled.err], [0, '']);
});

test('a section that goes is told, with what was received in it', async () => {
  await importAsking(t, 'propositions');
  await writeProposal(t, 'propositions');
  const { code, err } = await importing(
    definition({ id: 'propositions', title: 'Propositions propositions', ...always }),
  );
  assert.equal(code, 1);
  assert.match(err, /a déjà reçu 1 proposition\(s\)[^]*les propositions disparaissent/);
});

test('a closing that is past is told, and imported', async () => {
  const past = { opensAt: '2020-01-01T00:00:00Z', closesAt: '2021-01-01T00:00:00Z' };
  const { code, out, err } = await importing(definition({ id: 'passee', ...past }));
  assert.equal(code, 0);
  assert.match(out, /passee : importée/);
  assert.match(err, /consultation\.json:\d+:\d+ {2}attention {2}closesAt : cette date est passée/);
});
