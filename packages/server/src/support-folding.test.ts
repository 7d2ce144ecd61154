import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { addressOf, testApp, type TestApp } from './app.fixture.js';
import { DURING } from './definition.fixture.js';
import { openForum } from './forum.fixture.js';
import { support } from './proposal.fixture.js';
import { foldSupports, startFolding } from './support-folding.js';

const DAY = 86_400_000;

let t: TestApp;
before(async () => {
  t = await testApp(undefined, { supportsPerMinute: 100_000 });
});
after(() => t.drop());
beforeEach(() => {
  t.clock.now = DURING;
});

const later = (ms: number) => new Date(DURING.getTime() + ms);

interface Weighed {
  id: string;
  supports: number;
  trend: number;
  trend_due: Date | null;
}

const weighed = async (id: string) =>
  (await t.query<Weighed>('select id, supports, trend, trend_due from proposals where id = $1', [id]))[0];

/** The published formula, counted over the rows one by one. */
async function recount(id: string, now: Date): Promise<number> {
  const rows = await t.query<{ received_at: Date }>(
    'select received_at from supports where proposal = $1 and active',
    [id],
  );
  const ages = rows.map((row) => (now.getTime() - row.received_at.getTime()) / DAY);
  return ages.filter((age) => age < 7).reduce((sum, age) => sum + 0.5 ** (age / 2), 0);
}

const weightOf = ({ trend }: Weighed, now: Date) => 2 ** (trend - now.getTime() / (2 * DAY));

test('at rest the counts of the proposals are the rows, and nothing is left to fold', async () => {
  const { id: consultation, deposit, supported } = await openForum(t);
  const ids = [await deposit(), await deposit()];
  const [first = '', second = ''] = ids;
  await supported(first, 5);
  await supported(second, 2);
  const mine = support(first, {}, { consultation });
  const { code } = (await t.put(mine)).receipt();
  await t.call('DELETE', addressOf(mine), { 'Cnr-Receipt-Code': code });
  assert.ok((await foldSupports(t.db, DURING)).deltas > 0);
  assert.deepEqual([(await weighed(first))?.supports, (await weighed(second))?.supports], [5, 2]);
  assert.deepEqual(await t.query('select 1 from support_deltas'), []);
  assert.equal((await foldSupports(t.db, DURING)).deltas, 0);
});

test('supports that arrive while several processes fold are each counted once', async () => {
  const { deposit, supported } = await openForum(t);
  const id = await deposit();
  let sending = true;
  const folding = Array.from({ length: 3 }, async () => {
    while (sending) await foldSupports(t.db, DURING);
  });
  await supported(id, 300);
  sending = false;
  await Promise.all(folding);
  await foldSupports(t.db, DURING);
  assert.equal((await weighed(id))?.supports, 300);
});

test('a proposal that a moderator holds is folded once it is free', async () => {
  const { deposit, supported } = await openForum(t);
  const id = await deposit();
  await supported(id, 1);
  await t.query('begin');
  await t.query('select 1 from proposals where id = $1 for update', [id]);
  await foldSupports(t.db, DURING);
  assert.equal((await weighed(id))?.supports, 0);
  await t.query('commit');
  await foldSupports(t.db, DURING);
  assert.equal((await weighed(id))?.supports, 1);
});

test('the trend is the published formula, whenever it is looked at', async () => {
  const { id: consultation, deposit, supported } = await openForum(t);
  const ids = [await deposit(), await deposit(), await deposit()];
  // Eight days of supports, more of them and other ones each day.
  for (let day = 0; day < 8; day += 1) {
    for (const [place, id] of ids.entries()) {
      t.clock.now = later(day * DAY + place * 3_600_000);
      await supported(id, ((day * (place + 2)) % 5) + place);
    }
    await foldSupports(t.db, later(day * DAY + 4 * 3_600_000));
    const now = later(day * DAY + 4 * 3_600_000 + 10_000);
    await foldSupports(t.db, now);
    for (const id of ids) {
      const row = await weighed(id);
      assert.ok(row);
      const expected = await recount(id, now);
      assert.ok(Math.abs(weightOf(row, now) - expected) <= 1e-6 * (1 + expected), `day ${day}`);
    }
  }
  const order = async () =>
    (
      await t.query<{ id: string }>(
        'select id from proposals where consultation = $1 order by trend desc, published_at desc, id desc',
        [consultation],
      )
    ).map(({ id }) => id);
  const end = later(7 * DAY + 5 * 3_600_000);
  const weights = new Map<string, number>();
  for (const id of ids) weights.set(id, await recount(id, end));
  const expected = [...ids].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
  assert.deepEqual(await order(), expected);
});

test('supports older than seven days no longer weigh, without anything else happening', async () => {
  const { deposit, supported } = await openForum(t);
  const id = await deposit();
  await supported(id, 2);
  t.clock.now = later(DAY);
  await supported(id, 1);
  await foldSupports(t.db, later(DAY));
  await foldSupports(t.db, later(DAY + 10_000));
  const before = await weighed(id);
  assert.equal(before?.trend_due?.getTime(), DURING.getTime() + 7 * DAY);
  for (const [days, left] of [
    [7, 1],
    [8, 0],
  ] as const) {
    const now = later(days * DAY);
    await foldSupports(t.db, now);
    const row = await weighed(id);
    assert.ok(row);
    assert.ok(Math.abs(weightOf(row, now) - left * 0.5 ** 3) < 1e-9);
  }
  assert.deepEqual([(await weighed(id))?.trend, (await weighed(id))?.trend_due], [-Infinity, null]);
});

test('taking a support back and giving it again makes it no younger', async () => {
  const { id: consultation, deposit } = await openForum(t);
  const id = await deposit();
  const pseudonym = randomUUID();
  for (const revision of [1, 2, 3]) {
    t.clock.now = later(revision * DAY);
    await t.put(support(id, { pseudonym, revision, on: revision !== 2 }, { consultation }));
  }
  await foldSupports(t.db, later(3 * DAY));
  const now = later(3 * DAY + 10_000);
  await foldSupports(t.db, now);
  const row = await weighed(id);
  assert.ok(row && Math.abs(weightOf(row, now) - 0.5 ** ((2 * DAY + 10_000) / (2 * DAY))) < 1e-9);
});

test('it folds by itself until it is stopped, and goes on after a failure', async () => {
  const { deposit, supported } = await openForum(t);
  const id = await deposit();
  await supported(id, 3);
  const errors: unknown[] = [];
  const stop = startFolding(t.db, { now: () => DURING, onError: (error) => errors.push(error), everyMs: 1 });
  while ((await weighed(id))?.supports !== 3) await t.query('select 1');
  await t.query('alter table support_deltas rename to away');
  while (errors.length < 2) await t.query('select 1');
  await t.query('alter table away rename to support_deltas');
  await supported(id, 2);
  while ((await weighed(id))?.supports !== 5) await t.query('select 1');
  await stop();
  await supported(id, 1);
  assert.equal((await weighed(id))?.supports, 5);
});
