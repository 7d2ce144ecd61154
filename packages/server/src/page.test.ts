import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ORIGIN, testApp, type TestApp } from './app.fixture.js';
import { CLOSES, definition, DURING, HOST } from './definition.fixture.js';
import { importConsultation } from './publishing.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.drop());

test('a page carries the consultation, under a strict policy', async () => {
  await importConsultation(t.db, definition(), DURING);
  const { status, text, headers } = await t.call('GET', '/c/soins');
  assert.equal(status, 200);
  assert.match(text, /<html lang="fr">/);
  assert.match(text, new RegExp(`<cnr-consultation backend="${ORIGIN}" consultation="soins" expanded>`));
  assert.match(text, /<noscript>/);
  assert.doesNotMatch(text, /style=|<style|<script>|onclick/);
  const policy = headers.get('content-security-policy')?.split('; ') ?? [];
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${HOST}`,
  ]) {
    assert.ok(policy.includes(rule), rule);
  }
  assert.equal((await t.call('GET', '/c.css')).headers.get('content-type'), 'text/css; charset=utf-8');
});

test('meetings stand beneath what is asked; a card that has nothing else opens on them', async () => {
  const both = definition({ id: 'questions-et-rencontres', meetings: {} });
  const { questionnaire: _, ...alone } = { ...both, id: 'rencontres' };
  await importConsultation(t.db, both, DURING);
  await importConsultation(t.db, alone, DURING);
  const under = new RegExp(`<cnr-meeting-map backend="${ORIGIN}" consultation="questions-et-rencontres">`);
  assert.match((await t.call('GET', '/c/questions-et-rencontres')).text, under);
  const { text } = await t.call('GET', '/c/rencontres');
  assert.match(text, /consultation="rencontres" expanded/);
  assert.doesNotMatch(text, /cnr-meeting-map/);
});

test('its notice has a page, which needs no script and says how to take back and to erase', async () => {
  const nasty = `<img src=x onerror=alert(1)>`;
  const notice = { ...definition().notice, recipients: nasty, rightsContact: 'droits@prefecture.example' };
  await importConsultation(t.db, definition({ id: 'avis', notice }), DURING);
  const { status, text, headers } = await t.call('GET', '/c/avis/donnees');
  assert.equal(status, 200);
  assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  assert.match(text, /<h1>Vos données<\/h1>/);
  assert.match(text, /<dt>Responsable de vos données<\/dt>/);
  assert.match(text, /href="mailto:droits@prefecture.example"/);
  assert.match(text, /appuyez de nouveau sur le bouton/);
  assert.match(text, /<a href="\/c\/avis">/);
  assert.doesNotMatch(text, /<script|<img|undefined/);
  assert.equal((await t.call('GET', '/c/personne/donnees')).status, 404);
});

test('a consultation that is not open is presented, not asked', async () => {
  await importConsultation(t.db, definition({ id: 'close' }), DURING);
  t.clock.now = new Date(CLOSES);
  const { text } = await t.call('GET', '/c/close');
  t.clock.now = DURING;
  assert.match(text, /consultation="close" ?>/);
});

test('what an operator writes is text, wherever it stands', async () => {
  const nasty = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
  const changes = { title: nasty, summary: nasty, organiser: nasty, locale: 'en' as const };
  await importConsultation(t.db, definition({ id: 'nasty', ...changes }), DURING);
  for (const path of ['/c/nasty', '/']) {
    const { text } = await t.call('GET', path);
    assert.ok(text.includes('&lt;script&gt;alert(1)'), path);
    assert.doesNotMatch(text, /<script>|<img|"'>/);
  }
  assert.match((await t.call('GET', '/c/nasty')).text, /<html lang="en">/);
});

test('drafts and unknown consultations have no page, said in the reader’s language', async () => {
  await importConsultation(t.db, definition({ id: 'cachee', draft: true, title: 'Secrète' }), DURING);
  const french = await t.call('GET', '/c/cachee', { 'Accept-Language': 'fr-FR,en;q=0.8' });
  const english = await t.call('GET', '/c/nulle-part', { 'Accept-Language': 'de, en-GB;q=0.9, fr;q=0.1' });
  assert.deepEqual([french.status, english.status], [404, 404]);
  assert.match(french.text, /n’existe pas/);
  assert.match(english.text, /does not exist/);
  assert.doesNotMatch(french.text, /Secrète/);
  assert.doesNotMatch((await t.call('GET', '/')).text, /Secrète/);
});

test('the front page lists what is open, and only that', async () => {
  await importConsultation(t.db, definition({ id: 'listee', title: 'À lister' }), DURING);
  assert.match((await t.call('GET', '/')).text, /<a href="\/c\/listee">À lister<\/a>/);
  t.clock.now = new Date(CLOSES);
  const closed = await t.call('GET', '/');
  t.clock.now = DURING;
  assert.doesNotMatch(closed.text, /À lister/);
  assert.match(closed.text, /Aucune consultation/);
});

test('security.txt says whom to tell, and expires within a year', async () => {
  const { text, headers } = await t.call('GET', '/.well-known/security.txt');
  assert.match(headers.get('content-type') ?? '', /^text\/plain/);
  assert.match(text, /^Contact: mailto:securite@participation\.example$/m);
  const days = (Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '') - DURING.getTime()) / 86_400_000;
  assert.ok(days > 100 && days < 366);
});
