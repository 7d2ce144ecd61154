import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { idIn } from '@cnr-widgets/contract';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { importAsking, report, writeComment, writeProposal } from './moderation.fixture.js';
import {
  countQueues,
  findByPrefix,
  findItem,
  listQueue,
  nextInQueue,
  openReports,
  type Queue,
} from './queue.js';

let t: TestDatabase;
/** Subjects of the consultation `velo`, by what they are. */
const at: Record<string, string> = {};
before(async () => {
  t = await testDatabase();
  await importAsking(t, 'velo');
  await importAsking(t, 'autre');
  at['second'] = await writeProposal(t, 'velo', { receivedAt: '2026-11-20T09:00:00Z', title: 'Bancs' });
  at['first'] = await writeProposal(t, 'velo', {
    receivedAt: '2026-11-19T09:00:00Z',
    theme: 'velo',
    name: 'Ana',
  });
  at['shown'] = await writeProposal(t, 'velo', { status: 'published', receivedAt: '2026-11-01T09:00:00Z' });
  at['newer'] = await writeProposal(t, 'velo', { status: 'published', receivedAt: '2026-11-02T09:00:00Z' });
  at['remark'] = await writeComment(t, at['shown'], { receivedAt: '2026-11-19T12:00:00Z' });
  at['rude'] = await writeComment(t, at['shown'], { status: 'published' });
  await report(t, at['newer']);
  await report(t, at['rude']);
  await report(t, at['rude'], 'other', 'Il m’insulte.');
  at['refused'] = await writeProposal(t, 'velo', { status: 'refused' });
  await report(t, at['refused']);
  await writeProposal(t, 'autre');
  const gone = await writeProposal(t, 'velo', { status: 'published' });
  await writeComment(t, gone);
  await t.query("update proposals set withdrawn = true, title = '', body = '' where id = $1", [idIn(gone)]);
});
after(() => t.drop());

const names = (subjects: readonly string[]) =>
  subjects.map((subject) => Object.entries(at).find(([, one]) => one === subject)?.[0] ?? subject);
const listed = async (
  ...[queue, options]: [Queue, { sort?: 'supports'; limit?: number; offset?: number }?]
) =>
  names(
    (
      await listQueue(t.db, { queue, consultation: 'velo', sort: options?.sort }, { limit: 20, ...options })
    ).map(({ subject }) => subject),
  );

test('what waits comes first, the oldest first; then what was reported, the most reported first', async () => {
  assert.deepEqual(await listed('todo'), ['first', 'remark', 'second', 'rude', 'newer']);
  assert.deepEqual(await listed('submitted'), ['first', 'remark', 'second']);
  assert.deepEqual(await listed('reported'), ['rude', 'newer']);
});

test('the other queues have the newest first', async () => {
  assert.deepEqual(await listed('published'), ['rude', 'newer', 'shown']);
  assert.deepEqual(await listed('refused'), ['refused']);
  assert.deepEqual(await listed('answered'), []);
});

test('supports are counted whole, folded or not, and put any queue in order', async () => {
  const { shown = '', newer = '', rude = '' } = at;
  await t.query('update proposals set supports = 2 where id = $1', [idIn(shown)]);
  await t.query('update proposals set supports = 4 where id = $1', [idIn(newer)]);
  await t.query('insert into support_deltas (proposal, delta) values ($1, 1), ($1, 1), ($1, 1), ($2, -1)', [
    idIn(shown),
    idIn(newer),
  ]);
  assert.deepEqual(await listed('published', { sort: 'supports' }), ['shown', 'newer', 'rude']);
  assert.deepEqual(
    await Promise.all([shown, newer, rude].map(async (one) => (await findItem(t.db, one))?.supports)),
    [5, 3, null],
  );
  const asked = { queue: 'published', consultation: 'velo', sort: 'supports' } as const;
  assert.equal(await nextInQueue(t.db, asked, shown), newer);
});

test('a queue comes in parts, and is counted', async () => {
  assert.deepEqual(await listed('todo', { limit: 2 }), ['first', 'remark']);
  assert.deepEqual(await listed('todo', { limit: 2, offset: 2 }), ['second', 'rude']);
  assert.deepEqual(await countQueues(t.db, 'velo'), {
    todo: 5,
    submitted: 3,
    reported: 2,
    published: 3,
    selected: 0,
    answered: 0,
    archived: 0,
    refused: 1,
  });
  assert.equal((await countQueues(t.db, undefined)).submitted, 4);
});

test('the next one is the one behind, then the first again; alone there is none', async () => {
  const next = async (name: string, queue: Queue = 'todo') =>
    names([(await nextInQueue(t.db, { queue, consultation: 'velo' }, at[name] ?? name)) ?? 'none']);
  assert.deepEqual(await next('first'), ['remark']);
  assert.deepEqual(await next('newer'), ['first']);
  assert.deepEqual(await next('elsewhere'), ['first']);
  assert.deepEqual(await next('refused', 'refused'), ['none']);
  assert.deepEqual(await next('first', 'answered'), ['none']);
});

test('an item says all that a decision needs', async () => {
  const item = await findItem(t.db, at['first'] ?? '');
  assert.deepEqual([item?.kind, item?.theme, item?.name, item?.openReports], ['proposal', 'velo', 'Ana', 0]);
  const comment = await findItem(t.db, at['rude'] ?? '');
  assert.deepEqual(
    [comment?.kind, comment?.title, comment?.openReports],
    ['comment', 'Une piste cyclable', 2],
  );
  assert.deepEqual(
    (await openReports(t.db, at['rude'] ?? '')).map(({ reason, text }) => [reason, text]).toSorted(),
    [
      ['insult', null],
      ['other', 'Il m’insulte.'],
    ],
  );
  for (const wrong of ['', 'proposal:', 'proposal:%', `comment:${idIn(at['first'] ?? '')}`]) {
    assert.equal(await findItem(t.db, wrong), undefined, wrong);
  }
});

test('the beginning of an id finds it within its consultation', async () => {
  const subject = at['rude'] ?? '';
  const found = await findByPrefix(t.db, 'velo', idIn(subject).slice(0, 8));
  assert.deepEqual(
    found.map((item) => item.subject),
    [subject],
  );
  assert.deepEqual(await findByPrefix(t.db, 'autre', idIn(subject).slice(0, 8)), []);
  assert.equal((await findByPrefix(t.db, 'velo', '')).length, 2);
});
