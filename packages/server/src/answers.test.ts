import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { canonicalJson, parseReceipt, parseRetrieved, type Contribution } from '@cnr-widgets/contract';
import { addressOf, testApp, type TestApp } from './app.fixture.js';
import { contentHash } from './content-hash.js';
import { contribution, definition, DURING } from './definition.fixture.js';
import { importConsultation } from './publishing.js';

let t: TestApp;
before(async () => {
  t = await testApp();
  await importConsultation(t.db, definition(), DURING);
});
after(() => t.drop());
beforeEach(() => {
  t.clock.now = DURING;
});

const rowsOf = async ({ id }: Contribution) =>
  t.query<{ state: string; contribution: Contribution | null; content_hash: string | null; late: boolean }>(
    'select * from answers where id = $1',
    [id],
  );

const code = (value: string) => ({ 'Cnr-Receipt-Code': value });

test('an answer is recorded once, and its receipt says so', async () => {
  const sent = contribution({
    medecin: { kind: 'single', choice: 'oui' },
    avis: { kind: 'text', text: ' Aïe 🩺 ’ ' },
  });
  const { status, text, headers } = await t.put(sent);
  assert.equal(status, 201);
  assert.equal(headers.get('cache-control'), 'no-store');
  const receipt = parseReceipt(JSON.parse(text));
  assert.deepEqual(receipt, {
    ...receipt,
    id: sent.id,
    consultation: 'soins',
    contentHash: contentHash(sent),
    late: false,
  });
  assert.equal(receipt.receivedAt, DURING.toISOString());
  const [row, ...more] = await rowsOf(sent);
  assert.equal(more.length, 0);
  assert.equal(canonicalJson(row?.contribution), canonicalJson(sent));
});

test('the same content again is acknowledged with the same receipt, even after the days of grace', async () => {
  const sent = contribution();
  const first = await t.put(sent);
  t.clock.now = new Date('2030-01-01T00:00:00Z');
  const again = await t.put(sent);
  assert.equal(again.status, 200);
  assert.deepEqual(again.receipt(), first.receipt());
});

test('members in another order are the same content', async () => {
  const sent = contribution();
  await t.put(sent);
  const shuffled = Object.fromEntries(Object.entries(sent).reverse()) as Contribution;
  assert.equal((await t.put(shuffled)).status, 200);
});

test('the same id with other content is refused, and nothing is overwritten', async () => {
  const sent = contribution();
  await t.put(sent);
  const other = { ...contribution({ medecin: null }), id: sent.id };
  const refused = await t.put(other);
  assert.equal(refused.status, 422);
  assert.equal(refused.problem().code, 'content-conflict');
  assert.equal(canonicalJson((await rowsOf(sent))[0]?.contribution), canonicalJson(sent));
});

test('of two contents under one id in parallel, one is recorded and the other refused', async () => {
  for (let round = 0; round < 20; round += 1) {
    const one = contribution();
    const other = { ...contribution({ medecin: null }), id: one.id };
    const statuses = (await Promise.all([t.put(one), t.put(other)])).map(({ status }) => status);
    assert.deepEqual(statuses.sort(), [201, 422]);
    assert.equal((await rowsOf(one)).length, 1);
  }
});

test('a thousand parallel replays of one answer make one row and one receipt', async () => {
  const sent = contribution();
  const replies = await Promise.all(Array.from({ length: 1000 }, () => t.put(sent)));
  assert.equal(replies.filter(({ status }) => status === 201).length, 1);
  assert.equal(replies.filter(({ status }) => status === 200).length, 999);
  assert.equal(new Set(replies.map(({ text }) => text)).size, 1);
  assert.equal((await rowsOf(sent)).length, 1);
});

test('before opening and after closing nothing is recorded', async () => {
  const sent = contribution();
  t.clock.now = new Date('2026-10-31T22:59:59Z');
  assert.equal((await t.put(sent)).problem().code, 'not-open-yet');
  t.clock.now = new Date('2026-12-07T23:00:00.001Z');
  const closed = await t.put(sent);
  assert.deepEqual([closed.status, closed.problem().code], [403, 'closed']);
  assert.deepEqual(await rowsOf(sent), []);
});

test('finished before closing and sent within the days of grace, an answer counts as late', async () => {
  t.clock.now = new Date('2026-12-07T23:00:00Z');
  const sent = contribution(undefined, { createdAt: '2026-11-30T23:59:59+01:00' });
  const { status, receipt } = await t.put(sent);
  assert.deepEqual([status, receipt().late], [201, true]);
  assert.equal((await rowsOf(sent))[0]?.late, true);
  const started = contribution(undefined, { createdAt: '2026-12-01T00:00:00+01:00' });
  assert.equal((await t.put(started)).problem().code, 'closed');
});

test('a correction replaces the answer, whose content goes at once', async () => {
  const first = contribution();
  const { code: oldCode } = (await t.put(first)).receipt();
  const correction = contribution(
    { medecin: null },
    { replaces: oldCode.toLowerCase().replaceAll('-', ' ') },
  );
  const second = await t.put(correction);
  assert.equal(second.status, 201);
  const [replaced] = await rowsOf(first);
  assert.deepEqual([replaced?.state, replaced?.contribution], ['replaced', null]);

  assert.equal((await t.put(first)).status, 200, 'a replay of what was replaced still hears its receipt');
  assert.equal((await t.put(correction)).status, 200);
  const another = await t.put(contribution({ medecin: null }, { replaces: oldCode }));
  assert.deepEqual([another.status, another.problem().code], [409, 'already-replaced']);
  const read = await t.call('GET', '/v1/consultations/soins/contributions/mine', code(oldCode));
  assert.equal(read.status, 409);
  const withdrawn = await t.call('DELETE', addressOf(first), code(oldCode));
  assert.equal(withdrawn.status, 409);
});

test('of two corrections of one answer in parallel, one wins and the other leaves no row', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { code: replaces } = (await t.put(contribution())).receipt();
    const corrections = [
      contribution({ medecin: null }, { replaces }),
      contribution({ medecin: null }, { replaces }),
    ];
    const replies = await Promise.all(corrections.map((one) => t.put(one)));
    assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 409]);
    const rows = await Promise.all(corrections.map(rowsOf));
    assert.equal(rows.flat().length, 1);
  }
});

test('the same correction many times in parallel is one correction', async () => {
  const { code: replaces } = (await t.put(contribution())).receipt();
  const correction = contribution({ medecin: null }, { replaces });
  const replies = await Promise.all(Array.from({ length: 50 }, () => t.put(correction)));
  assert.equal(replies.filter(({ status }) => status === 201).length, 1);
  assert.equal(new Set(replies.map(({ text }) => text)).size, 1);
});

test('a correction that fails leaves the answer as it was', async () => {
  const sent = contribution();
  await t.put(sent);
  const lost = await t.put(contribution({ medecin: null }, { replaces: '0000-0000-0000-0000' }));
  assert.deepEqual([lost.status, lost.problem().code], [404, 'unknown-receipt-code']);
  assert.equal((await rowsOf(sent))[0]?.state, 'live');
});

test('a receipt code reads the answer back, as it was sent', async () => {
  const sent = contribution({ medecin: null, avis: { kind: 'text', text: '  é\u0301 👩🏽‍⚕️\n' } });
  const receipt = (await t.put(sent)).receipt();
  const typed = receipt.code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
  const found = await t.call('GET', '/v1/consultations/soins/contributions/mine', code(typed));
  assert.equal(found.status, 200);
  assert.equal(found.headers.get('cache-control'), 'no-store');
  assert.deepEqual(parseRetrieved(JSON.parse(found.text)), { contribution: sent, receipt });
});

test('a withdrawal erases what the answer said, and what says it again is refused', async () => {
  const first = contribution();
  const { code: firstCode } = (await t.put(first)).receipt();
  const correction = contribution({ medecin: null }, { replaces: firstCode });
  const receipt = (await t.put(correction)).receipt();
  for (let time = 0; time < 2; time += 1) {
    const gone = await t.call('DELETE', addressOf(correction), code(receipt.code));
    assert.deepEqual([gone.status, gone.text], [204, '']);
  }
  for (const one of [first, correction]) {
    const [row] = await rowsOf(one);
    assert.deepEqual([row?.state, row?.contribution, row?.content_hash], ['withdrawn', null, null]);
    const replay = await t.put(one);
    assert.deepEqual([replay.status, replay.problem().code], [410, 'withdrawn']);
  }
  const read = await t.call('GET', '/v1/consultations/soins/contributions/mine', code(receipt.code));
  assert.equal(read.problem().code, 'withdrawn');
  const corrected = await t.put(contribution({ medecin: null }, { replaces: receipt.code }));
  assert.equal(corrected.status, 410);
});

test('a withdrawal needs the code of that very answer', async () => {
  const mine = contribution();
  const { code: myCode } = (await t.put(mine)).receipt();
  const theirs = contribution();
  await t.put(theirs);
  assert.equal(
    (await t.call('DELETE', addressOf(theirs), code(myCode))).problem().code,
    'unknown-receipt-code',
  );
  assert.equal((await t.call('DELETE', addressOf(theirs))).problem().code, 'invalid-request');
  assert.equal((await t.call('DELETE', addressOf(theirs), code('no code at all'))).status, 404);
  const elsewhere = addressOf({ ...mine, consultation: 'autre' });
  assert.equal((await t.call('DELETE', elsewhere, code(myCode))).problem().code, 'unknown-receipt-code');
  assert.equal((await rowsOf(theirs))[0]?.state, 'live');
  assert.equal((await rowsOf(mine))[0]?.state, 'live');
});

test('an answer is checked against the version that was answered, which a new version leaves alone', async () => {
  const before = definition({ id: 'versions' });
  const shorter = definition({
    id: 'versions',
    questionnaire: { items: before.questionnaire.items.filter(({ id }) => id === 'avis') },
  });
  await importConsultation(t.db, before, DURING);
  const old = contribution(undefined, { consultation: before });
  await t.put(old);
  await importConsultation(t.db, shorter, DURING);
  const fresh = contribution({ avis: null }, { consultation: shorter, version: 2 });
  assert.equal((await t.put(fresh)).status, 201);
  const late = contribution(undefined, { consultation: before });
  assert.equal((await t.put(late)).status, 201, 'the older version is still accepted');
  const mixed = await t.put({ ...contribution(undefined, { consultation: before }), definitionVersion: 2 });
  assert.equal(mixed.problem().code, 'invalid-contribution');
  const unknown = await t.put({ ...contribution(undefined, { consultation: before }), definitionVersion: 3 });
  assert.deepEqual([unknown.status, unknown.problem().code], [422, 'unknown-version']);
  assert.equal(canonicalJson((await rowsOf(old))[0]?.contribution), canonicalJson(old));
  assert.equal((await t.put(old)).status, 200);
});
