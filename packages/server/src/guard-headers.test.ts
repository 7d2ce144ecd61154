import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from './app.fixture.js';
import { definition, DURING } from './definition.fixture.js';
import { importConsultation } from './publishing.js';

let folder: string;
let t: TestApp;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cnr-headers-'));
  await writeFile(join(folder, 'cnr.js'), 'export const a = 1;');
  t = await testApp(folder);
  await importConsultation(t.db, definition({ meetings: {} }), DURING);
});
after(async () => {
  await t.drop();
  await rm(folder, { recursive: true });
});

test('whatever is answered, its type is not guessed', async () => {
  const answers = [
    ['GET', '/v1/consultations/soins', 200],
    ['GET', '/v1/consultations/soins/counts', 200],
    ['GET', '/v1/consultations/soins/results', 403],
    ['GET', '/v1/consultations/soins/meetings/calendar.ics', 200],
    ['GET', '/v1/consultations/soins/meetings/aucune/registrations.csv', 401],
    ['OPTIONS', '/v1/consultations/soins', 204],
    ['GET', '/v1/openapi.json', 200],
    ['GET', '/v1/cnr.js', 200],
    ['GET', '/c.css', 200],
    ['GET', '/moderation.css', 200],
    ['GET', '/.well-known/security.txt', 200],
    ['GET', '/healthz', 200],
    ['GET', '/nulle-part', 404],
    ['POST', '/healthz', 405],
    ['GET', '/c/soins', 200],
    ['GET', '/moderation', 200],
  ] as const;
  for (const [method, path, status] of answers) {
    const answer = await t.call(method, path);
    assert.equal(answer.status, status, path);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', path);
  }
});

test('no page that opened one of ours reaches into it', async () => {
  for (const path of ['/', '/c/soins', '/c/aucune', '/moderation']) {
    const { headers } = await t.call('GET', path);
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', path);
  }
  const { headers } = await t.call('GET', '/v1/consultations/soins');
  assert.equal(headers.get('cross-origin-opener-policy'), null);
});
