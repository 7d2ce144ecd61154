import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parsePublished, parseQuestionnaire } from '@cnr-widgets/contract';
import { testApp, type TestApp } from './app.fixture.js';
import { CLOSES, definition, DURING, HOST } from './definition.fixture.js';
import { importConsultation, openConsultation, PublishingError } from './publishing.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.drop());

test('a consultation is served as the contract says, without what is not the citizen’s business', async () => {
  const imported = definition({ $schema: 'https://participation.example/schema.json' });
  await importConsultation(t.db, imported, DURING);
  const { status, text, headers } = await t.call('GET', '/v1/consultations/soins');
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'application/json');
  assert.equal(headers.get('cache-control'), 'public, max-age=60');
  const raw = JSON.parse(text) as { consultation: object };
  for (const key of ['draft', 'origins', '$schema']) assert.ok(!(key in raw.consultation), key);
  const published = parsePublished(raw);
  assert.deepEqual([published.version, published.phase], [1, 'open']);
  assert.deepEqual(parseQuestionnaire(published.consultation.questionnaire), imported.questionnaire);
});

test('what has not changed is 304; a phase that has is not', async () => {
  await importConsultation(t.db, definition({ id: 'etag' }), DURING);
  const get = (headers = {}) => t.call('GET', '/v1/consultations/etag', headers);
  const etag = (await get()).headers.get('etag') ?? '';
  assert.match(etag, /^"[\w-]{27}"$/);
  for (const sent of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const { status, text, headers } = await get({ 'If-None-Match': sent });
    assert.deepEqual([status, text, headers.get('etag')], [304, '', etag]);
  }
  assert.equal((await get({ 'If-None-Match': '"other"' })).status, 200);
  t.clock.now = new Date(CLOSES);
  const closed = await get({ 'If-None-Match': etag });
  assert.equal(closed.status, 200);
  assert.equal(parsePublished(JSON.parse(closed.text)).phase, 'analysis');
  t.clock.now = DURING;
});

test('content that changed becomes a new version, and shows on a running server', async () => {
  const first = definition({ id: 'modifiee' });
  const imported = (consultation: typeof first) => importConsultation(t.db, consultation, DURING);
  assert.deepEqual(await imported(first), {
    id: 'modifiee',
    version: 1,
    change: 'new',
    public: true,
    draftIgnored: false,
  });
  assert.equal((await imported(first)).change, 'unchanged');
  assert.equal((await imported({ ...first, $schema: 'x' })).change, 'unchanged');
  const before = (await t.call('GET', '/v1/consultations/modifiee')).headers.get('etag');
  const { version, change } = await imported({ ...first, title: 'Autre titre' });
  assert.deepEqual([version, change], [2, 'changed']);
  // Within seconds: the server asks the database again after one.
  const deadline = performance.now() + 10_000;
  let served = before;
  while (served === before && performance.now() < deadline) {
    served = (await t.call('GET', '/v1/consultations/modifiee')).headers.get('etag');
  }
  assert.notEqual(served, before);
  const stored = await t.query<{ title: string }>(
    "select definition ->> 'title' as title from consultation_versions where consultation = 'modifiee' order by version",
  );
  assert.deepEqual(
    stored.map(({ title }) => title),
    [first.title, 'Autre titre'],
  );
});

test('imports of one consultation in parallel give each change one version', async () => {
  const titles = Array.from({ length: 8 }, (_, place) => `Titre ${place}`);
  const done = await Promise.all(
    titles.map((title) => importConsultation(t.db, definition({ id: 'ensemble', title }), DURING)),
  );
  assert.deepEqual(done.map(({ version }) => version).sort(), [1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a draft is hidden until it is opened, and cannot open while something is missing', async () => {
  const { notice: _, ...incomplete } = definition({ id: 'brouillon', draft: true });
  const imported = await importConsultation(t.db, incomplete, DURING);
  assert.equal(imported.public, false);
  await assert.rejects(openConsultation(t.db, 'brouillon'), (error) => {
    assert.ok(error instanceof PublishingError);
    assert.ok(error.faults.some(({ path }) => path.join('.') === 'notice.controller'));
    return error.code === 'incomplete';
  });
  assert.equal((await t.call('GET', '/v1/consultations/brouillon')).status, 404);
  await importConsultation(t.db, definition({ id: 'brouillon', draft: true }), DURING);
  await openConsultation(t.db, 'brouillon');
  assert.equal((await t.call('GET', '/v1/consultations/brouillon')).status, 200);
});

test('what is public stays public: a draft of it must be complete', async () => {
  await importConsultation(t.db, definition({ id: 'publique' }), DURING);
  const again = await importConsultation(
    t.db,
    definition({ id: 'publique', draft: true, title: 'Bis' }),
    DURING,
  );
  assert.deepEqual([again.public, again.draftIgnored, again.version], [true, true, 2]);
  const { opensAt: _, ...incomplete } = definition({ id: 'publique', draft: true });
  await assert.rejects(importConsultation(t.db, incomplete, DURING), { code: 'incomplete' });
  await assert.rejects(openConsultation(t.db, 'nulle-part'), { code: 'unknown-consultation' });
});

test('while the database hangs, what was read is served from memory, and one check at a time waits for it', async () => {
  await importConsultation(t.db, definition({ id: 'memoire' }), DURING);
  const get = (id = 'memoire') => t.call('GET', `/v1/consultations/${id}`, { Origin: HOST });
  const before = (await get()).headers.get('etag');
  await t.query('begin');
  await t.query('lock table consultations in access exclusive mode');
  // A second passes before the database is asked again, which then waits as long as the lock is held.
  const deadline = performance.now() + 20_000;
  while ((await t.waiting()).length === 0) {
    assert.ok(performance.now() < deadline, 'the database was not asked in time');
    assert.equal((await get()).status, 200);
  }
  const many = await Promise.all(Array.from({ length: 30 }, () => get()));
  assert.ok(many.every(({ status }) => status === 200));
  assert.equal((await t.waiting()).length, 1);
  const unknown = Array.from({ length: 30 }, () => get('inconnue'));
  while ((await t.waiting()).length < 2) assert.ok(performance.now() < deadline, 'nobody asked for it');
  assert.equal((await get()).status, 200);
  assert.equal((await t.waiting()).length, 2);
  await t.query('commit');
  assert.ok((await Promise.all(unknown)).every(({ status }) => status === 404));
  await importConsultation(t.db, definition({ id: 'memoire', title: 'Autre titre' }), DURING);
  const end = performance.now() + 10_000;
  while ((await get()).headers.get('etag') === before)
    assert.ok(performance.now() < end, 'still the old one');
});
