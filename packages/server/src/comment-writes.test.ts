import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { parseRetrieved } from '@cnr-widgets/contract';
import { addressOf, testApp, type TestApp } from './app.fixture.js';
import { DURING } from './definition.fixture.js';
import { decide } from './moderation/decide.js';
import { asking, comment, proposal, report } from './proposal.fixture.js';
import { importConsultation } from './publishing.js';

let t: TestApp;
let about: string;
const CLOSED = new Date('2027-06-01T00:00:00Z');
const code = (value: string) => ({ 'Cnr-Receipt-Code': value });

before(async () => {
  t = await testApp();
  await importConsultation(t.db, asking('idees'), DURING);
  await importConsultation(t.db, asking('muette', { comments: false }), DURING);
});
after(() => t.drop());
beforeEach(async () => {
  t.clock.now = DURING;
  const sent = proposal();
  assert.equal((await t.put(sent)).status, 201);
  about = sent.id;
});

const become = (status: string) => t.query('update proposals set status = $2 where id = $1', [about, status]);
const rowOf = async ({ id }: { id: string }) =>
  (
    await t.query<{ body: string; status: string; withdrawn: boolean }>(
      'select * from comments where id = $1',
      [id],
    )
  )[0];

test('a comment is recorded once, read back with its standing, and withdrawn', async () => {
  const sent = comment(about, { text: 'Très juste.', name: 'Léo' });
  const reply = await t.put(sent);
  assert.equal(reply.status, 201);
  assert.equal((await t.put(sent)).text, reply.text);
  const other = { ...sent, payload: { ...sent.payload, text: 'Autre chose.' } };
  assert.equal((await t.put(other)).problem().code, 'content-conflict');
  const receipt = reply.receipt();
  const found = await t.call('GET', '/v1/consultations/idees/contributions/mine', code(receipt.code));
  assert.deepEqual(parseRetrieved(JSON.parse(found.text)), {
    contribution: sent,
    receipt,
    subject: `comment:${sent.id}`,
    standing: { status: 'published', date: '2026-11-22' },
  });
  assert.equal((await t.call('DELETE', addressOf(sent), code(receipt.code))).status, 204);
  assert.deepEqual([(await rowOf(sent))?.body, (await rowOf(sent))?.withdrawn], ['', true]);
  assert.equal((await t.put(sent)).status, 410);
});

test('a comment is corrected until a moderator decided upon it, and stays with its proposal', async () => {
  const first = comment(about, { text: 'Avant.' });
  const { code: replaces } = (await t.put(first)).receipt();
  const elsewhere = proposal();
  await t.put(elsewhere);
  assert.equal((await t.put(comment(elsewhere.id, { replaces }))).problem().code, 'unknown-subject');
  const correction = comment(about, { text: 'Après.', replaces });
  const { code: newer } = (await t.put(correction)).receipt();
  assert.equal((await rowOf(first))?.body, 'Après.');
  await decide(t.db, {
    actor: 'Agathe',
    consultation: 'idees',
    subject: `comment:${first.id}`,
    act: 'refuse',
    reason: 'Une insulte.',
    now: DURING,
  });
  const late = await t.put(comment(about, { text: 'Encore.', replaces: newer }));
  assert.deepEqual([late.status, late.problem().code], [409, 'not-correctable']);
  const found = await t.call('GET', '/v1/consultations/idees/contributions/mine', code(newer));
  const { standing } = parseRetrieved(JSON.parse(found.text));
  assert.deepEqual(standing, { status: 'refused', reason: 'Une insulte.', date: '2026-11-22' });
});

test('comments are taken where they are offered, on what is public and open to them', async () => {
  const silent = proposal({}, { consultation: 'muette' });
  await t.put(silent);
  const off = await t.put(comment(silent.id, {}, { consultation: 'muette' }));
  assert.deepEqual([off.status, off.problem().code], [403, 'not-offered']);
  assert.equal((await t.put(comment(randomUUID()))).problem().code, 'unknown-subject');
  for (const [status, expected] of [
    ['refused', 'unknown-subject'],
    ['answered', 'subject-closed'],
    ['archived', 'subject-closed'],
  ] as const) {
    await become(status);
    assert.equal((await t.put(comment(about))).problem().code, expected, status);
  }
  await become('selected');
  assert.equal((await t.put(comment(about))).status, 201);
  t.clock.now = CLOSED;
  assert.equal((await t.put(comment(about))).problem().code, 'closed');
});

interface ReportRow {
  reason: string;
  body: string | null;
}
const reportsOn = (subject: string) =>
  t.query<ReportRow>('select reason, body from reports where subject = $1', [subject]);

test('a person reports a subject once, with the last words; withdrawn, it is gone', async () => {
  const subject = `proposal:${about}`;
  const pseudonym = randomUUID();
  const first = report(subject, { pseudonym, reason: 'spam' });
  const { code: firstCode } = (await t.put(first)).receipt();
  const second = report(subject, { pseudonym, reason: 'insult', text: 'Deuxième ligne.' });
  assert.equal((await t.put(second)).status, 201);
  assert.equal((await t.put(first)).status, 200, 'a replay changes nothing');
  assert.deepEqual(await reportsOn(subject), [{ reason: 'insult', body: 'Deuxième ligne.' }]);
  await Promise.all(Array.from({ length: 20 }, () => t.put(report(subject))));
  assert.equal((await reportsOn(subject)).length, 21);
  assert.equal((await t.call('DELETE', addressOf(first), code(firstCode))).status, 204);
  assert.equal((await reportsOn(subject)).length, 20);
  assert.equal((await t.put(first)).status, 410);
});

test('who told the moderators already does not reopen what they settled', async () => {
  const subject = `proposal:${about}`;
  const pseudonym = randomUUID();
  await t.put(report(subject, { pseudonym }));
  await decide(t.db, { actor: 'Agathe', consultation: 'idees', subject, act: 'keep', now: DURING });
  assert.equal((await t.put(report(subject, { pseudonym, text: 'Encore !' }))).status, 201);
  const open = await t.query('select 1 from reports where subject = $1 and handled_at is null', [subject]);
  assert.deepEqual(open, []);
});

test('what everybody sees can be reported, after the closing as well, and nothing else', async () => {
  const said = comment(about);
  await t.put(said);
  t.clock.now = CLOSED;
  for (const subject of [`proposal:${about}`, `comment:${said.id}`]) {
    const reply = await t.put(report(subject));
    assert.deepEqual([reply.status, reply.receipt().late], [201, false]);
  }
  assert.equal((await t.put(report(`comment:${about}`))).problem().code, 'unknown-subject');
  await become('refused');
  for (const subject of [`proposal:${about}`, `comment:${said.id}`, `proposal:${randomUUID()}`]) {
    assert.equal((await t.put(report(subject))).problem().code, 'unknown-subject');
  }
  t.clock.now = new Date('2026-01-01T00:00:00Z');
  assert.equal((await t.put(report(`proposal:${about}`))).problem().code, 'not-open-yet');
});
