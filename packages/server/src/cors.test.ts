import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressOf, ORIGIN, testApp, type TestApp } from './app.fixture.js';
import { contribution, definition, DURING, HOST } from './definition.fixture.js';
import { importConsultation } from './publishing.js';

let t: TestApp;
before(async () => {
  t = await testApp();
  await importConsultation(t.db, definition({ origins: [HOST, 'http://localhost:4321'] }), DURING);
});
after(() => t.drop());

const count = async () =>
  (await t.query<{ count: number }>('select count(*)::int as count from answers'))[0]?.count;
const PATH = '/v1/consultations/soins';

for (const origin of [HOST, 'http://localhost:4321', ORIGIN]) {
  test(`${origin} may read, write and withdraw`, async () => {
    const sent = contribution();
    const preflight = await t.call('OPTIONS', addressOf(sent), {
      Origin: origin,
      'Access-Control-Request-Method': 'PUT',
      'Access-Control-Request-Headers': 'content-type',
    });
    assert.equal(preflight.status, 204);
    assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /GET, POST, PUT, DELETE/);
    assert.match(
      preflight.headers.get('access-control-allow-headers') ?? '',
      /Content-Type, Cnr-Receipt-Code, Cnr-Proof, If-None-Match/,
    );
    assert.ok(Number(preflight.headers.get('access-control-max-age')) > 0);
    const put = await t.put(sent, { Origin: origin });
    assert.equal(put.status, 201);
    const withdrawn = await t.call('DELETE', addressOf(sent), {
      Origin: origin,
      'Cnr-Receipt-Code': put.receipt().code,
    });
    assert.equal(withdrawn.status, 204);
    const refused = await t.put({ ...sent, definitionVersion: 9 }, { Origin: origin });
    assert.equal(refused.status, 410);
    const read = await t.call('GET', PATH, { Origin: origin });
    for (const { headers } of [preflight, put, withdrawn, refused, read]) {
      assert.equal(headers.get('access-control-allow-origin'), origin);
      assert.equal(headers.get('access-control-allow-credentials'), null);
      assert.equal(headers.get('vary'), 'Origin');
    }
    for (const { headers } of [put, refused, read]) {
      assert.equal(
        headers.get('access-control-expose-headers'),
        'ETag, Retry-After, RateLimit, RateLimit-Policy',
      );
    }
  });
}

const FOREIGN = [
  'null',
  'http://prefecture.example',
  'https://prefecture.example:8443',
  'https://prefecture.example.evil.example',
  'https://evilprefecture.example',
  'https://sub.prefecture.example',
  'https://PREFECTURE.example',
  'https://prefecture.example/',
  'https://prefecture.example@evil.example',
  'http://localhost',
  'http://localhost:43210',
  'https://participation.example.evil.example',
  '*',
  '',
];

for (const origin of FOREIGN) {
  test(`“${origin}” may neither read nor write`, async () => {
    const before = await count();
    const sent = contribution();
    const preflight = await t.call('OPTIONS', addressOf(sent), {
      Origin: origin,
      'Access-Control-Request-Method': 'PUT',
    });
    const put = await t.put(sent, { Origin: origin });
    const deleted = await t.call('DELETE', addressOf(sent), { Origin: origin, 'Cnr-Receipt-Code': 'x' });
    for (const { status, problem } of [preflight, put, deleted]) {
      assert.deepEqual([status, problem().code], [403, 'origin-not-allowed']);
    }
    const read = await t.call('GET', PATH, { Origin: origin });
    for (const { headers } of [preflight, put, deleted, read]) {
      assert.equal(headers.get('access-control-allow-origin'), null);
      assert.equal(headers.get('vary'), 'Origin');
    }
    assert.equal(await count(), before);
  });
}

test('a form of another site cannot write, whatever it claims to send', async () => {
  const before = await count();
  const sent = contribution();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
    const response = await t.app.request(addressOf(sent), {
      method: 'POST',
      body: JSON.stringify(sent),
      headers: { 'Content-Type': type, Origin: 'https://evil.example' },
    });
    assert.equal(response.status, 403);
  }
  assert.equal(await count(), before);
});

test('without an Origin, as between servers, a write passes', async () => {
  const { status, headers } = await t.put(contribution());
  assert.equal(status, 201);
  assert.equal(headers.get('access-control-allow-origin'), null);
});

test('an unknown consultation says so to any page, for a webmaster who mistyped it', async () => {
  const read = await t.call('GET', '/v1/consultations/inconnue', { Origin: 'https://mairie.example' });
  assert.equal(read.problem().code, 'unknown-consultation');
  assert.equal(read.headers.get('access-control-allow-origin'), '*');
});

test('one consultation’s sites are not another’s', async () => {
  await importConsultation(t.db, definition({ id: 'autre', origins: [] }), DURING);
  const read = await t.call('GET', '/v1/consultations/autre', { Origin: HOST });
  assert.equal(read.status, 200);
  assert.equal(read.headers.get('access-control-allow-origin'), null);
});
