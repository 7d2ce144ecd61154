import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import type { ContributionOf } from '@cnr-widgets/contract';
import { addressOf, reply, testApp, type Reply, type TestApp } from './app.fixture.js';
import { contribution, definition, DURING } from './definition.fixture.js';
import { readProxies } from './ip-network.js';
import { FREE_NEWCOMERS } from './limits-newcomers.js';
import { challengeOf, header, solved } from './proof.fixture.js';
import { asking, comment, proposal, report, support } from './proposal.fixture.js';
import { importConsultation } from './publishing.js';

const guarded = definition({ id: 'gardee', access: 'proof-of-work' });
const open = definition({ id: 'ouverte' });

let t: TestApp;
before(async () => {
  const read = readProxies('127.0.0.1');
  assert.ok('proxies' in read);
  t = await testApp('/nowhere', { proofAttempts: 10, proxies: read.proxies });
  for (const asked of [guarded, open]) await importConsultation(t.db, asked, DURING);
});
after(() => t.drop());
beforeEach(() => {
  t.clock.now = DURING;
});

const answer = (consultation = guarded) => contribution(undefined, { consultation });

const rows = async (id: string) => (await t.query('select 1 from answers where id = $1', [id])).length;

/** A call that comes over a socket from `peer`. */
async function putFrom(
  peer: string,
  sent: ContributionOf<'answer'>,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const init = {
    method: 'PUT',
    body: JSON.stringify(sent),
    headers: { 'Content-Type': 'application/json', ...headers },
  };
  const env = { incoming: { socket: { remoteAddress: peer } } };
  return reply(await t.app.request(addressOf(sent), init, env));
}

/** What the refusal says, and that nothing was recorded behind it. */
async function refused(response: Reply, id: string, code: string, status: number): Promise<void> {
  assert.deepEqual([response.status, response.problem().code], [status, code]);
  assert.equal(await rows(id), 0);
}

test('without a proof: 428 with a challenge, and no row; with it: one row', async () => {
  const sent = answer();
  const first = await t.put(sent);
  await refused(first, sent.id, 'proof-required', 428);
  assert.equal(first.headers.get('cache-control'), 'no-store');
  const second = await t.put(sent, { 'Cnr-Proof': await solved(challengeOf(first.problem())) });
  assert.equal(second.status, 201);
  assert.equal(await rows(sent.id), 1);
});

test('a proof is good for one contribution, and a lost response asks for no new one', async () => {
  const sent = answer();
  const proof = await solved(challengeOf((await t.put(sent)).problem()));
  const given = (await t.put(sent, { 'Cnr-Proof': proof })).receipt();
  const other = answer();
  await refused(await t.put(other, { 'Cnr-Proof': proof }), other.id, 'proof-required', 428);
  const again = await t.put(sent);
  assert.deepEqual([again.status, again.receipt()], [200, given]);
  const changed = { ...sent, payload: contribution({ avis: { kind: 'text', text: 'Autre' } }).payload };
  assert.equal((await t.put(changed)).problem().code, 'content-conflict');
});

test('an expired proof is answered with a fresh challenge, which is taken', async () => {
  const sent = answer();
  const proof = await solved(challengeOf((await t.put(sent)).problem()));
  t.clock.now = new Date(DURING.getTime() + 721_000);
  const late = await t.put(sent, { 'Cnr-Proof': proof });
  await refused(late, sent.id, 'proof-required', 428);
  assert.equal((await t.put(sent, { 'Cnr-Proof': await solved(challengeOf(late.problem())) })).status, 201);
});

test('who waits instead is taken, and only so many a network', async () => {
  const waiting = await Promise.all(
    Array.from({ length: 31 }, async () => {
      const sent = answer();
      const challenge = challengeOf((await t.put(sent)).problem());
      return { sent, proof: header(challenge.altcha), worked: await solved(challenge) };
    }),
  );
  const [early] = waiting;
  assert.ok(early);
  await refused(await t.put(early.sent, { 'Cnr-Proof': early.proof }), early.sent.id, 'proof-required', 428);
  t.clock.now = new Date(DURING.getTime() + 120_000);
  const last = waiting.pop();
  assert.ok(last);
  for (const { sent, proof } of waiting) {
    const taken = await putFrom('203.0.113.7', sent, { 'Cnr-Proof': proof });
    assert.equal(taken.status, 201);
    assert.equal(await rows(sent.id), 1);
  }
  const over = await putFrom('203.0.113.9', last.sent, { 'Cnr-Proof': last.proof });
  await refused(over, last.sent.id, 'rate-limited', 429);
  assert.match(over.headers.get('retry-after') ?? '', /^[1-9]\d*$/);
  assert.equal(over.headers.get('ratelimit-policy'), '"without-proof";q=30;w=600');
  assert.match(over.headers.get('ratelimit') ?? '', /^"without-proof";r=0;t=\d+$/);
  // The network is no reason to refuse: working is still open, and so is waiting elsewhere.
  assert.equal((await putFrom('203.0.113.9', last.sent, { 'Cnr-Proof': last.worked })).status, 201);
});

test('what is not open refuses before any work is asked for', async () => {
  t.clock.now = new Date('2027-03-01T00:00:00Z');
  assert.equal((await t.put(answer())).problem().code, 'closed');
});

test('a network with many new devices is asked for a proof, and refused nothing', async () => {
  for (let turn = 0; turn < FREE_NEWCOMERS; turn++) {
    assert.equal((await putFrom('198.51.100.7', answer(open))).status, 201);
  }
  const sent = answer(open);
  const asked = await putFrom('198.51.100.8', sent);
  await refused(asked, sent.id, 'proof-required', 428);
  assert.equal((await putFrom('203.0.113.7', answer(open))).status, 201, 'another network');
  const proof = await solved(challengeOf(asked.problem()));
  assert.equal((await putFrom('198.51.100.8', sent, { 'Cnr-Proof': proof })).status, 201);
  t.clock.now = new Date(DURING.getTime() + 3_600_000);
  assert.equal((await putFrom('198.51.100.8', answer(open))).status, 201, 'an hour later');
});

test('a forged header makes nobody another network', async () => {
  const forged = (turn: number) => ({ 'X-Forwarded-For': `192.0.${turn}.1` });
  for (let turn = 0; turn < FREE_NEWCOMERS; turn++) {
    assert.equal((await putFrom('198.18.0.7', answer(open), forged(turn))).status, 201);
  }
  assert.equal((await putFrom('198.18.0.7', answer(open), forged(200))).status, 428);
  // Through our proxy, which adds the true address on the right.
  const through = { 'X-Forwarded-For': '192.0.2.1, 198.18.0.9' };
  assert.equal((await putFrom('127.0.0.1', answer(open), through)).status, 428);
  assert.equal((await putFrom('127.0.0.1', answer(open), { 'X-Forwarded-For': '192.0.2.1' })).status, 201);
});

test('no address is logged or stored', async () => {
  assert.equal(
    (await putFrom('203.0.113.77', answer(open), { 'X-Forwarded-For': '203.0.113.78' })).status,
    201,
  );
  const tables = await t.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const stored: unknown[] = [];
  for (const { name } of tables) stored.push(...(await t.query(`select to_jsonb(t) from "${name}" t`)));
  assert.ok(stored.length > 0 && t.logged.length > 0);
  assert.doesNotMatch(JSON.stringify(stored) + t.logged.join(''), /203\.0\.113|198\.51\.100/);
});

test('processes on one database take each other’s challenges', async () => {
  const { createApp } = await import('./app.js');
  const other = createApp({
    ...{ db: t.db, origin: 'https://participation.example', embedDir: '/nowhere', log: () => undefined },
    limits: { proofAttempts: 10 },
    now: () => t.clock.now,
  });
  const sent = answer();
  const proof = await solved(challengeOf((await t.put(sent)).problem()));
  const response = await other.request(addressOf(sent), {
    method: 'PUT',
    body: JSON.stringify(sent),
    headers: { 'Content-Type': 'application/json', 'Cnr-Proof': proof },
  });
  assert.equal(response.status, 201);
  assert.equal((await t.query('select 1 from proof_key')).length, 1);
});

test('an id of nobody’s is no way past a limit', async () => {
  const sent = { ...answer(), id: randomUUID() };
  const responses = await Promise.all([t.put(sent), t.put(sent), t.put(sent)]);
  for (const response of responses) await refused(response, sent.id, 'proof-required', 428);
});

test('no shadow ban: for each rule on bursts the rows are those that were said to be recorded', async () => {
  const forum = asking('rafales');
  await importConsultation(t.db, forum, DURING);
  const how = { consultation: forum.id };
  const pseudonym = randomUUID();
  const subjects = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const sent = proposal({}, how);
      assert.equal((await t.put(sent)).status, 201);
      return sent.id;
    }),
  );
  const bursts = {
    support: [30, 60, (turn: number) => support(subjects[turn] ?? '', { pseudonym }, how)],
    proposal: [10, 600, () => proposal({ pseudonym }, how)],
    comment: [10, 600, (turn: number) => comment(subjects[turn] ?? '', { pseudonym }, how)],
    report: [10, 600, (turn: number) => report(`proposal:${subjects[turn]}`, { pseudonym }, how)],
  } as const;
  for (const [kind, [quota, window, make]] of Object.entries(bursts)) {
    for (let turn = 0; turn < 40; turn++) {
      const sent = make(turn);
      const response = await t.put(sent);
      const taken = turn < quota;
      assert.equal(response.status, taken ? 201 : 429, `${kind} ${turn}`);
      assert.equal(response.headers.get('ratelimit-policy'), `"${kind}";q=${quota};w=${window}`);
      assert.match(response.headers.get('ratelimit') ?? '', taken ? /;r=\d+;t=\d+$/ : /;r=0;t=\d+$/);
      const found = await t.query('select 1 from sent where id = $1', [sent.id]);
      assert.equal(found.length, taken ? 1 : 0, `${kind} ${turn}`);
      if (taken) continue;
      assert.equal(response.problem().code, 'rate-limited');
      assert.match(response.headers.get('retry-after') ?? '', /^[1-9]\d*$/);
    }
  }
});

test('where the device stands is told with refusals that have other reasons too', async () => {
  const pseudonym = randomUUID();
  const sent = support(randomUUID(), { pseudonym }, { consultation: open.id });
  const response = await t.put(sent);
  assert.equal(response.problem().code, 'not-offered');
  assert.equal(response.headers.get('ratelimit'), '"support";r=29;t=60');
});

test('of what is sent to no consultation nothing is counted, nor remembered', async () => {
  const pseudonym = randomUUID();
  for (let turn = 0; turn < 31; turn++) {
    const response = await t.put(
      support(randomUUID(), { pseudonym }, { consultation: `nulle-part-${turn}` }),
    );
    assert.deepEqual([response.status, response.problem().code], [404, 'unknown-consultation']);
    assert.equal(response.headers.get('ratelimit'), null);
  }
});
