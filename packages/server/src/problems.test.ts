import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseProblem, type Contribution } from '@cnr-widgets/contract';
import { createApp } from './app.js';
import { addressOf, ORIGIN, reply, testApp, type TestApp } from './app.fixture.js';
import { openDatabase } from './database.js';
import { contribution, definition, DURING, HOST } from './definition.fixture.js';
import { createLog } from './logging.js';
import { importConsultation } from './publishing.js';

let t: TestApp;
before(async () => {
  t = await testApp();
  await importConsultation(t.db, definition(), DURING);
});
after(() => t.drop());

/** Sends what no client of ours would. */
async function send(
  body: string | Uint8Array<ArrayBuffer>,
  { type = 'application/json', to = contribution() } = {},
) {
  const headers = type === '' ? {} : { 'Content-Type': type };
  return reply(await t.app.request(addressOf(to), { method: 'PUT', body, headers }));
}

const count = async () =>
  (await t.query<{ count: number }>('select count(*)::int as count from answers'))[0]?.count;

test('a body that is not JSON in UTF-8 is an invalid request', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(contribution()).replace('answer', 'answe?'));
  bytes[bytes.indexOf(0x3f)] = 0xff;
  const deep = '['.repeat(100_000);
  for (const body of ['', '{"id":', 'null and void', deep, bytes]) {
    const { status, headers, text } = await send(body);
    assert.equal(headers.get('content-type'), 'application/problem+json');
    assert.equal(parseProblem(JSON.parse(text)).code, 'invalid-request');
    assert.equal(status, 400);
  }
});

test('the address and the body must name the same thing', async () => {
  const sent = contribution();
  for (const to of [contribution(), { ...sent, consultation: 'autre' }]) {
    assert.equal((await send(JSON.stringify(sent), { to })).problem().code, 'invalid-request');
  }
});

test('an address with U+0000, which no database holds, is an invalid request whatever is called', async () => {
  for (const [method, rest] of [
    ['GET', ''],
    ['GET', '/counts'],
    ['GET', '/results'],
    ['GET', '/proposals'],
    ['GET', '/contributions/mine'],
    ['OPTIONS', '/counts'],
    ['DELETE', `/contributions/${contribution().id}`],
  ] as const) {
    const headers = { 'Cnr-Receipt-Code': 'ABCD', Origin: ORIGIN };
    const { status, problem } = await t.call(method, `/v1/consultations/a%00b${rest}`, headers);
    assert.deepEqual([status, problem().code], [400, 'invalid-request'], `${method} ${rest}`);
  }
  assert.equal((await t.call('GET', '/c/a%00b')).status, 400);
});

test('a receipt code with what no database holds is no contribution, and nothing that may succeed later', async () => {
  for (const replaces of ['\u0000', '\ud83d']) {
    const { status, problem } = await t.put(contribution({ medecin: null }, { replaces }));
    assert.deepEqual([status, problem().code], [422, 'invalid-contribution']);
  }
});

test('a version beyond what the database can count to is unknown, and nothing else', async () => {
  for (const definitionVersion of [2 ** 31, Number.MAX_SAFE_INTEGER]) {
    const { status, problem } = await t.put({ ...contribution(), definitionVersion });
    assert.deepEqual([status, problem().code], [422, 'unknown-version']);
  }
});

test('anything but application/json is refused: a form of another site could send the rest', async () => {
  const sent = contribution();
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
  ]) {
    const { status, problem } = await send(JSON.stringify(sent), { type, to: sent });
    assert.deepEqual([status, problem().code], [415, 'unsupported-media-type'], type);
  }
  assert.equal(
    (await send(JSON.stringify(sent), { type: 'Application/JSON; charset=utf-8', to: sent })).status,
    201,
  );
});

test('a body over 256 kB is refused, whether it says its length or not', async () => {
  const to = contribution();
  const long = JSON.stringify(to) + ' '.repeat(256 * 1024);
  const said = await t.app.request(addressOf(to), {
    method: 'PUT',
    body: long,
    headers: { 'Content-Type': 'application/json', 'Content-Length': String(long.length) },
  });
  for (const one of [await reply(said), await send(long, { to })]) {
    assert.deepEqual([one.status, one.problem().code], [413, 'too-large']);
  }
});

const malformed: Record<string, (sent: Contribution) => unknown> = {
  'no object': () => [],
  'an unknown kind': (sent) => ({ ...sent, kind: 'vote' }),
  'an unknown key': (sent) => ({ ...sent, ip: '192.0.2.1' }),
  'a __proto__ key': (sent) =>
    JSON.parse(JSON.stringify(sent).replace('{', '{"__proto__":{"kind":"answer"},')) as unknown,
  'a constructor key': (sent) => ({ ...sent, constructor: { prototype: { live: true } } }),
  'a __proto__ question': (sent) => ({
    ...sent,
    payload: { answers: [{ question: '__proto__', value: null }] },
  }),
  'a version that is no number': (sent) => ({ ...sent, definitionVersion: '1' }),
  'a time without an offset': (sent) => ({ ...sent, createdAt: '2026-11-22T12:00:00' }),
  'NUL in a text': (sent) => ({
    ...sent,
    payload: { answers: [{ question: 'avis', value: { kind: 'text', text: 'a\u0000b' } }] },
  }),
  'a lone surrogate in a text': (sent) => ({
    ...sent,
    payload: { answers: [{ question: 'avis', value: { kind: 'text', text: 'a\ud83d' } }] },
  }),
};

for (const [what, make] of Object.entries(malformed)) {
  test(`${what} is an invalid contribution, and nothing is recorded`, async () => {
    const before = await count();
    const sent = contribution();
    const { status, problem } = await send(JSON.stringify(make(sent)), { to: sent });
    assert.deepEqual([status, problem().code], [422, 'invalid-contribution']);
    assert.ok((problem().errors?.length ?? 0) > 0);
    assert.equal(await count(), before);
  });
}

test('a nest as deep as a body can hold is refused, and costs nothing more', async () => {
  const sent = JSON.stringify(contribution());
  const nest = `${'['.repeat(120_000)}${']'.repeat(120_000)}`;
  for (const body of [nest, sent.replace(/"payload":.*/, `"payload":${nest}}`)]) {
    const { status, problem } = await send(body);
    assert.deepEqual([status, problem().code], [422, 'invalid-contribution']);
  }
});

test('names that JavaScript knows are no questions', async () => {
  const sent = contribution();
  for (const question of ['constructor', 'toString', 'hasOwnProperty']) {
    const payload = { answers: [...sent.payload.answers, { question, value: null }] };
    const { problem } = await t.put({ ...sent, payload });
    assert.deepEqual(problem().errors, [{ path: question, code: 'unknown-question' }]);
  }
});

test('an answer that does not fit its questionnaire names the question and the fault', async () => {
  const { status, problem } = await t.put(contribution({ avis: { kind: 'text', text: 'a'.repeat(101) } }));
  assert.equal(status, 422);
  assert.deepEqual(
    problem().errors?.map(({ path, code }) => [path, code]),
    [['avis', 'too-long']],
  );
});

test('an unknown consultation, a draft and an unknown address are told apart', async () => {
  await importConsultation(t.db, definition({ id: 'brouillon', draft: true }), DURING);
  for (const id of ['inconnue', 'brouillon']) {
    for (const path of ['', '/counts', '/results']) {
      const found = await t.call('GET', `/v1/consultations/${id}${path}`);
      assert.deepEqual([found.status, found.problem().code], [404, 'unknown-consultation']);
    }
    const sent = { ...contribution(), consultation: id };
    assert.equal((await t.put(sent)).problem().code, 'unknown-consultation');
  }
  const nowhere = await t.call('GET', '/v1/nowhere');
  assert.deepEqual([nowhere.status, nowhere.problem().code], [404, 'not-found']);
});

test('a method that an address does not take is told which it takes', async () => {
  const { status, headers, problem } = await t.call('POST', '/v1/consultations/soins');
  assert.deepEqual([status, problem().code, headers.get('allow')], [405, 'method-not-allowed', 'GET, HEAD']);
  const id = '/v1/consultations/soins/contributions/00000000-0000-4000-8000-000000000000';
  assert.equal((await t.call('GET', id)).headers.get('allow'), 'PUT, DELETE');
  assert.equal(
    (await t.call('DELETE', '/v1/consultations/soins/contributions/1', { 'Cnr-Receipt-Code': 'x' })).status,
    400,
  );
});

test('with the database away, answers wait: 503 with Retry-After', async () => {
  const db = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
  const logged: string[] = [];
  const log = createLog('debug', (line) => void logged.push(line));
  const app = createApp({ db, origin: ORIGIN, embedDir: '/nowhere', log });
  const sent = contribution();
  const put = await reply(
    await app.request(addressOf(sent), {
      method: 'PUT',
      body: JSON.stringify(sent),
      headers: { 'Content-Type': 'application/json' },
    }),
  );
  assert.deepEqual(
    [put.status, put.problem().code, put.headers.get('retry-after')],
    [503, 'unavailable', '10'],
  );
  assert.equal((await app.request('/readyz')).status, 503);
  assert.equal((await app.request('/healthz')).status, 200);
  assert.equal((JSON.parse(logged[0] ?? '') as { errorCode: string }).errorCode, 'ECONNREFUSED');
  await db.destroy();
});

test('connections that the database cut are replaced, and what was read is still served meanwhile', async () => {
  assert.equal((await t.call('GET', '/v1/consultations/soins')).status, 200);
  await t.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  let status = 0;
  for (let tries = 0; tries < 20 && status !== 201; tries += 1) {
    ({ status } = await t.put(contribution()));
    assert.ok(status === 201 || status === 503, `got ${status}`);
  }
  assert.equal(status, 201);
});

test('a failure of ours tells nothing of itself, to the caller or to the log', async () => {
  const secret = 'un secret bien gardé';
  const sent = contribution({ avis: { kind: 'text', text: secret } });
  await t.query('alter table answers add constraint broken check (late) not valid');
  t.logged.length = 0;
  const failed = await t.put(sent, { Origin: HOST });
  await t.query('alter table answers drop constraint broken');
  assert.deepEqual([failed.status, failed.problem().code], [500, 'internal']);
  assert.equal(failed.headers.get('access-control-allow-origin'), HOST, 'the page can read why');
  assert.doesNotMatch(failed.text, /broken|answers/);
  const line = t.logged.find((one) => one.includes('"status":500')) ?? '';
  assert.match(line, /"errorCode":"23514"/);
  assert.match(line, /contributions\/:uuid/);
  for (const word of [secret, sent.id, 'soins']) assert.ok(!line.includes(word), `${word} in ${line}`);
  assert.equal((await t.put(sent)).status, 201);
});

test('logs hold no personal data, and each request can be found by its id', async () => {
  t.logged.length = 0;
  const sent = contribution({ avis: { kind: 'text', text: 'mot-secret' } });
  const { headers, receipt } = await t.put(sent, {
    'User-Agent': 'navigateur-secret',
    'X-Forwarded-For': '192.0.2.7',
    Origin: HOST,
  });
  const { code } = receipt();
  await t.call('GET', '/v1/consultations/soins/contributions/mine', { 'Cnr-Receipt-Code': code });
  await t.call('GET', `/v1/consultations/soins/${code}?code=${code}`);
  const all = t.logged.join('');
  for (const word of ['mot-secret', 'navigateur-secret', '192.0.2.7', code, sent.id, HOST]) {
    assert.ok(!all.includes(word), `${word} was logged`);
  }
  assert.equal(t.logged.length, 3);
  assert.ok(t.logged[0]?.includes(headers.get('x-request-id') ?? 'none'));
});
