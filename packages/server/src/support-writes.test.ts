import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { addressOf, testApp, type TestApp } from './app.fixture.js';
import { DURING } from './definition.fixture.js';
import { asking, proposal, support } from './proposal.fixture.js';
import { importConsultation } from './publishing.js';

let t: TestApp;
before(async () => {
  t = await testApp(undefined, { supportsPerMinute: 100_000 });
  await importConsultation(t.db, asking('idees'), DURING);
  await importConsultation(t.db, asking('deux', { supportsPerPerson: 2 }), DURING);
});
after(() => t.drop());
beforeEach(() => {
  t.clock.now = DURING;
});

const code = (value: string) => ({ 'Cnr-Receipt-Code': value });

async function published(consultation = 'idees'): Promise<string> {
  const sent = proposal({}, { consultation });
  assert.equal((await t.put(sent)).status, 201);
  return sent.id;
}

/** What is counted, and what the rows say: they must never differ. */
async function count(id: string): Promise<number> {
  const [row] = await t.query<{ counted: number; rows: number }>(
    `select (supports + coalesce((select sum(delta) from support_deltas where proposal = proposals.id), 0))::int as counted,
      (select count(*) from supports where proposal = proposals.id and active)::int as rows
     from proposals where id = $1`,
    [id],
  );
  assert.equal(row?.counted, row?.rows);
  return row?.rows ?? NaN;
}

const close = (id: string, status: string) =>
  t.query('update proposals set status = $2, withdrawn = false where id = $1', [id, status]);

test('a thousand supports of one person in parallel are one row, counted once', async () => {
  const id = await published();
  const pseudonym = randomUUID();
  const replies = await Promise.all(Array.from({ length: 1000 }, () => t.put(support(id, { pseudonym }))));
  // Each was another contribution: each is acknowledged, and none counts twice.
  assert.ok(replies.every(({ status }) => status === 201));
  const rows = await t.query('select 1 from supports where proposal = $1', [id]);
  assert.equal(rows.length, 1);
  assert.equal(await count(id), 1);
});

test('people who support at the same moment are all counted', async () => {
  const id = await published();
  const replies = await Promise.all(Array.from({ length: 200 }, () => t.put(support(id))));
  assert.ok(replies.every(({ status }) => status === 201));
  assert.equal(await count(id), 200);
});

test('whatever the order of arrival, the highest revision wins, then the later time, then the greater id', async () => {
  const press = fc.record({
    on: fc.boolean(),
    revision: fc.integer({ min: 1, max: 3 }),
    second: fc.integer({ min: 0, max: 1 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(press, { minLength: 1, maxLength: 6 }), async (presses) => {
      const id = await published();
      const pseudonym = randomUUID();
      const sent = presses.map(({ on, revision, second }) =>
        support(id, { pseudonym, on, revision }, { createdAt: `2026-11-22T12:00:0${second}.000+01:00` }),
      );
      const key = (one: (typeof sent)[number]) => `${one.payload.revision} ${one.createdAt} ${one.id}`;
      const winner = sent.reduce((best, one) => (key(one) > key(best) ? one : best));
      for (const one of sent) assert.equal((await t.put(one)).status, 201);
      assert.equal(await count(id), winner.payload.on ? 1 : 0);
    }),
    { numRuns: 40 },
  );
});

test('a support and its undoing in parallel end as the higher revision says', async () => {
  for (let round = 0; round < 20; round += 1) {
    const id = await published();
    const pseudonym = randomUUID();
    const presses = [1, 2, 3].map((revision) => support(id, { pseudonym, revision, on: revision !== 2 }));
    await Promise.all(presses.map((one) => t.put(one)));
    assert.equal(await count(id), 1);
    await Promise.all(presses.map((one) => t.put(one)));
    assert.equal(await count(id), 1, 'a replay counts nothing');
  }
});

test('the same support again hears the same receipt, other content under its id is refused', async () => {
  const id = await published();
  const sent = support(id);
  const first = await t.put(sent);
  await close(id, 'archived');
  t.clock.now = new Date('2030-01-01T00:00:00Z');
  const again = await t.put(sent);
  assert.deepEqual([again.status, again.text], [200, first.text]);
  const other = await t.put({ ...sent, payload: { ...sent.payload, on: false } });
  assert.deepEqual([other.status, other.problem().code], [422, 'content-conflict']);
  assert.equal(await count(id), 1);
});

test('a receipt code reads a support back, and turns it off', async () => {
  const id = await published();
  const pseudonym = randomUUID();
  const sent = support(id, { pseudonym });
  const receipt = (await t.put(sent)).receipt();
  const later = (await t.put(support(id, { pseudonym, revision: 2 }))).receipt();
  const mine = await t.call('GET', '/v1/consultations/idees/contributions/mine', code(receipt.code));
  assert.deepEqual(JSON.parse(mine.text), { contribution: sent, receipt });
  for (let time = 0; time < 2; time += 1) {
    assert.equal((await t.call('DELETE', addressOf(sent), code(receipt.code))).status, 204);
    assert.equal(await count(id), 0);
  }
  assert.equal((await t.put(sent)).problem().code, 'withdrawn');
  const other = addressOf({ id: randomUUID(), consultation: 'idees' });
  assert.equal((await t.call('DELETE', other, code(later.code))).problem().code, 'unknown-receipt-code');
  assert.equal((await t.put(support(id, { pseudonym, revision: 3 }))).status, 201);
  assert.equal(await count(id), 1, 'pressing again is heard');
});

test('what is not there, not public or not open to support any more says so', async () => {
  const unknown = await t.put(support(randomUUID()));
  assert.deepEqual([unknown.status, unknown.problem().code], [404, 'unknown-subject']);
  const elsewhere = await t.put(support(await published('deux')));
  assert.equal(elsewhere.problem().code, 'unknown-subject');
  const id = await published();
  const mine = support(id);
  await t.put(mine);
  for (const status of ['submitted', 'refused']) {
    await close(id, status);
    assert.equal((await t.put(support(id))).problem().code, 'unknown-subject', status);
  }
  for (const status of ['answered', 'archived']) {
    await close(id, status);
    const closed = await t.put(support(id));
    assert.deepEqual([closed.status, closed.problem().code], [403, 'subject-closed'], status);
  }
  const { pseudonym } = mine.payload;
  assert.equal((await t.put(support(id, { pseudonym, on: false, revision: 2 }))).status, 201);
  assert.equal(await count(id), 0, 'whoever takes a support back is heard all the same');
  await close(id, 'selected');
  assert.equal((await t.put(support(id))).status, 201);
});

test('supports are taken while the consultation is open, and those that waited within the days of grace', async () => {
  const id = await published();
  t.clock.now = new Date('2026-12-02T00:00:00Z');
  assert.equal(
    (await t.put(support(id, {}, { createdAt: '2026-12-01T12:00:00Z' }))).problem().code,
    'closed',
  );
  assert.equal((await t.put(support(id))).receipt().late, true);
  t.clock.now = new Date('2027-01-01T00:00:00Z');
  assert.equal((await t.put(support(id))).problem().code, 'closed');
});

test('one person holds as many as the definition says, also when several arrive at once', async () => {
  const ids = await Promise.all([1, 2, 3, 4].map(() => published('deux')));
  for (let round = 0; round < 10; round += 1) {
    const pseudonym = randomUUID();
    const replies = await Promise.all(
      ids.map((id) => t.put(support(id, { pseudonym }, { consultation: 'deux' }))),
    );
    assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 201, 403, 403]);
    const refused = replies.find(({ status }) => status === 403);
    assert.deepEqual([refused?.problem().code, refused?.problem().limit], ['limit-reached', { max: 2 }]);
    const rows = await t.query<{ active: boolean }>(
      `select active from supports where pseudonym = sha256(convert_to($1, 'UTF8'))`,
      [pseudonym],
    );
    assert.equal(rows.length, 2, 'what is refused leaves no row');
  }
});

test('taking one back, or its being answered, makes room for another', async () => {
  const [one = '', two = '', three = ''] = await Promise.all([1, 2, 3].map(() => published('deux')));
  const pseudonym = randomUUID();
  const send = async (id: string, on: boolean, revision: number) =>
    (await t.put(support(id, { pseudonym, on, revision }, { consultation: 'deux' }))).status;
  assert.deepEqual([await send(one, true, 1), await send(two, true, 1)], [201, 201]);
  assert.equal(await send(one, true, 2), 201, 'supporting again what one supports is no third');
  assert.equal(await send(three, true, 1), 403);
  assert.equal(await send(one, false, 3), 201);
  assert.equal(await send(three, true, 2), 201);
  assert.equal(await send(one, true, 4), 403);
  await close(two, 'answered');
  assert.equal(await send(one, true, 5), 201);
});
