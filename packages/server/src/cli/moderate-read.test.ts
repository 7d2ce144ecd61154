import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { consultation, idIn } from '@cnr-widgets/contract';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { definition } from '../definition.fixture.js';
import { importAsking, writeProposal } from '../moderation/moderation.fixture.js';
import { importConsultation } from '../publishing.js';
import { cnr } from './command.fixture.js';
import { readCsv } from './read-csv.js';

let t: TestDatabase;
let folder: string;
before(async () => {
  t = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cnr-moderate-read-'));
});
after(async () => {
  await rm(folder, { recursive: true });
  await t.drop();
});

const moderate = (...args: string[]) => cnr(['moderate', ...args], { DATABASE_URL: t.url, USER: 'camille' });

test('what most support comes first where that is asked, in the list and in the file', async () => {
  await importAsking(t, 'soutiens');
  for (const [title, count] of [
    ['Un', 1],
    ['Douze', 12],
    ['Aucun', 0],
  ] as const) {
    const subject = await writeProposal(t, 'soutiens', { status: 'published', title });
    await t.query('insert into support_deltas (proposal, delta) values ($1, $2)', [idIn(subject), count]);
  }
  const asked = ['--state', 'published', '--sort', 'supports'];
  const { out } = await moderate('soutiens', 'queue', ...asked);
  assert.match(out, /12 soutiens .*Douze\n.* 1 soutien .*Un\n.* 0 soutien .*Aucun/);
  const shown = await moderate('soutiens', 'show', out.slice(0, 8));
  assert.match(shown.out, /Proposition · Publiée · 12 soutiens/);
  const file = join(folder, 'soutiens.csv');
  await moderate('soutiens', 'export', file, ...asked);
  const [head, ...rows] = readCsv(await readFile(file, 'utf8'));
  const place = head?.cells.indexOf('supports') ?? -1;
  assert.deepEqual(
    rows.map(({ cells }) => [cells[2], cells[place]]),
    [
      ['Douze', '12'],
      ['Un', '1'],
      ['Aucun', '0'],
    ],
  );
});

test('the journal is printed to its first line; where nothing can be written, nothing was read', async () => {
  await importAsking(t, 'long');
  const subject = await writeProposal(t, 'long', { status: 'published' });
  await t.query(
    `insert into moderation_journal (at, actor, consultation, subject, act, before, after, reason)
     select now(), 'camille', 'long', $1::text, 'keep', 'published', 'published', n::text
     from generate_series(1, 1205) as n`,
    [subject],
  );
  for (const asked of [['long'], ['long', idIn(subject).slice(0, 8)]]) {
    const [id = '', ...one] = asked;
    const lines = (await moderate(id, 'journal', ...one)).out.trim().split('\n');
    assert.equal(lines.length, 1205);
    assert.match(lines.at(-1) ?? '', /\u00a0: 1$/);
  }
  await importConsultation(t.db, consultation.parse(definition({ id: 'sans' })), new Date());
  assert.match((await moderate('sans')).out, /« sans » ne recueille ni propositions ni questions/);
});
