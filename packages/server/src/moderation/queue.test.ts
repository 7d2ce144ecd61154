import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { idIn } from '@cnr-widgets/contract';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { importAsking, report, writeComment, writeProposal } from './moderation.fixture.js';
import { listQueue, nextInQueue, pageOfQueue, wholeQueue, type PagePlace } from './list-queue.js';
import { countQueues, findByPrefix, findItem, openReports, type Queue } from './queue.js';

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
const namesOf = (items: readonly { subject: string }[]) => names(items.map(({ subject }) => subject));
const listed = async (
  queue: Queue,
  { sort, limit = 20 }: { sort?: 'supports' | undefined; limit?: number } = {},
) => namesOf(await listQueue(t.db, { queue, consultation: 'velo', sort }, limit));

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

test('the beginning of a queue is listed, and all of it is counted', async () => {
  assert.deepEqual(await listed('todo', { limit: 2 }), ['first', 'remark']);
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

const orders = [
  { queue: 'todo', sort: undefined },
  { queue: 'published', sort: undefined },
  { queue: 'published', sort: 'supports' },
  { queue: 'todo', sort: 'supports' },
] as const;

for (const { queue, sort } of orders) {
  test(`“${queue}” by ${sort ?? 'its own order'} comes in pages, forth and back`, async () => {
    const asked = { queue, consultation: 'velo', sort };
    const whole = await listed(queue, { sort });
    const page = (place: PagePlace) => pageOfQueue(t.db, asked, place, 1);
    const forth: string[] = [];
    let here = await page({});
    assert.equal(here.previous, undefined);
    for (;;) {
      forth.push(...namesOf(here.items));
      if (here.next === undefined) break;
      here = await page({ after: here.next });
    }
    assert.deepEqual(forth, whole);
    const back = namesOf(here.items);
    while (here.previous !== undefined) {
      here = await page({ before: here.previous });
      back.unshift(...namesOf(here.items));
    }
    assert.deepEqual(back, whole);
  });
}

test('what is decided between two pages makes nobody miss what comes next', async () => {
  await importAsking(t, 'pages');
  const written: string[] = [];
  for (const day of [1, 2, 3, 4, 5, 6]) {
    written.push(await writeProposal(t, 'pages', { receivedAt: `2026-11-0${day}T09:00:00.123456Z` }));
  }
  const page = (place: PagePlace) => pageOfQueue(t.db, { queue: 'todo', consultation: 'pages' }, place, 2);
  const subjects = ({ items }: { items: readonly { subject: string }[] }) =>
    items.map(({ subject }) => subject);
  const decided = (...gone: (string | undefined)[]) =>
    t.query("update proposals set status = 'published', published_at = received_at where id = any($1)", [
      gone.map((subject = '') => idIn(subject)),
    ]);
  const first = await page({});
  assert.deepEqual(subjects(first), written.slice(0, 2));
  await decided(written[0], written[1]);
  const second = await page({ after: first.next });
  assert.deepEqual(subjects(second), written.slice(2, 4));
  // Nothing is left before it: the page before is the first one, and full.
  assert.deepEqual(subjects(await page({ before: second.previous })), written.slice(2, 4));
  await decided(written[4], written[5]);
  assert.deepEqual(subjects(await page({ after: second.next })), written.slice(2, 4));
  for (const wrong of ['', ',', '1', '1,x', `x,${written[0] ?? ''}`, `1e999,${written[0] ?? ''}`]) {
    assert.deepEqual(subjects(await page({ after: wrong })), written.slice(2, 4), wrong);
  }
});

test('a whole queue is as it was at one moment, whatever is decided while it is read', async () => {
  await importAsking(t, 'grande');
  await t.query(
    `insert into proposals (id, consultation, definition_version, pseudonym, title, body, status, created_at, received_at, changed_at)
     select gen_random_uuid(), 'grande', 1, sha256(gen_random_uuid()::text::bytea), 'Un banc', 'Assez large.', 'submitted', at, at, at
     from (select timestamptz '2026-11-01' + n * interval '1 minute' as at from generate_series(1, 1100) as n) as written`,
  );
  const read: string[] = [];
  await wholeQueue(t.db, { queue: 'submitted', consultation: 'grande' }, async (part) => {
    // Read or not, all of it leaves the queue, but for what comes now.
    if (read.length === 0) {
      await t.query(
        "update proposals set status = 'published', published_at = received_at where consultation = 'grande'",
      );
      await writeProposal(t, 'grande', { receivedAt: '2026-10-01T09:00:00Z' });
    }
    read.push(...part.map(({ subject }) => subject));
  });
  const rows = await t.query<{ subject: string }>(
    `select 'proposal:' || id as subject from proposals
     where consultation = 'grande' and status = 'published' order by received_at`,
  );
  assert.equal(rows.length, 1100);
  assert.deepEqual(
    read,
    rows.map(({ subject }) => subject),
  );
});
