import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Contribution, ProposalPage, Results } from '@cnr-widgets/contract';
import { ORIGIN, testApp, type TestApp } from '../app.fixture.js';
import { createApp } from '../app.js';
import { contribution, definition, DURING } from '../definition.fixture.js';
import { meeting, registration } from '../meetings/meeting.fixture.js';
import { saveMeetings } from '../meetings/meeting-writes.js';
import { decide } from '../moderation/decide.js';
import { comment, proposal, report, support } from '../proposal.fixture.js';
import { importConsultation } from '../publishing.js';
import { eraseContributions } from './erase-due.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
beforeEach(() => {
  t.clock.now = DURING;
});
after(() => t.drop());

const DAY = 86_400_000;
const NONE = { consultations: 0, refused: 0, failures: [] };
/** The consultation of the fixture closes on 2026-11-30 at 23:00 UTC. */
const DUE = new Date('2027-11-30T23:00:00Z');
const justBefore = (at: Date) => new Date(at.getTime() - 1);

const { notice } = definition();
const all = (id: string, months: Record<string, number> = { retentionMonths: 12 }, changes = {}) =>
  definition({
    id,
    proposals: { moderation: 'after', comments: true },
    meetings: {},
    notice: { ...notice, retentionMonths: undefined, ...months },
    ...changes,
  });
const save = (asked: ReturnType<typeof all>, at = DURING) => importConsultation(t.db, asked, at);

async function sent<Sent extends Contribution>(one: Sent): Promise<{ one: Sent; code: string }> {
  const { status, text, receipt } = await t.put(one);
  assert.equal(status, 201, text);
  return { one, code: receipt().code };
}

const answered = (asked: ReturnType<typeof all>, choice = 'oui', departement = '72') =>
  sent(
    contribution(
      { medecin: { kind: 'single', choice }, avis: { kind: 'text', text: 'Introuvable' } },
      { consultation: asked, profile: { as: 'individual', departement } },
    ),
  );

const mine = (id: string, code: string) =>
  t.call('GET', `/v1/consultations/${id}/contributions/mine`, { 'Cnr-Receipt-Code': code });

const read = async <Value>(id: string, what: string, app = t.app) => {
  const response = await app.request(`/v1/consultations/${id}/${what}`);
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return JSON.parse(text) as Value;
};

/** A server that has just started, on the same database. */
const started = () =>
  createApp({ db: t.db, origin: ORIGIN, embedDir: '/nowhere', log: () => undefined, now: () => t.clock.now });

/** The tables in which something of a word, or of its SHA-256, stands. */
async function placesOf(word: string): Promise<string[]> {
  const tables = await t.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const places = [];
  for (const { name } of tables) {
    const found = await t.query(
      `select from ${name} one where strpos(one::text, $1) > 0
       or strpos(one::text, encode(sha256(convert_to($1, 'UTF8')), 'hex')) > 0 limit 1`,
      [word],
    );
    if (found.length > 0) places.push(name);
  }
  return places;
}

test('when its months are over all that was sent is erased; numbers, codes and the journal stay', async () => {
  const asked = all('tout');
  const { id } = asked;
  await save(asked);
  await t.db.transaction().execute((transaction) => saveMeetings(transaction, id, [meeting()], DURING));
  const answers = [];
  for (const choice of ['oui', 'oui', 'oui', 'non', 'oui']) answers.push(await answered(asked, choice));
  const there = { consultation: id };
  const refused = await sent(proposal({ title: 'Introuvable', text: 'Introuvable' }, there));
  const written = await sent(proposal({ title: 'Introuvable', name: 'Introuvable' }, there));
  const corrected = await sent(
    proposal({ ...written.one.payload, text: 'Introuvable', replaces: written.code }, there),
  );
  const pressed = await sent(support(written.one.id, {}, there));
  const said = await sent(comment(written.one.id, { text: 'Introuvable' }, there));
  const told = await sent(report(`comment:${said.one.id}`, { text: 'Introuvable' }, there));
  const registered = await sent(registration(id, { firstName: 'Gardée' }));
  const subject = `proposal:${refused.one.id}`;
  await decide(t.db, {
    actor: 'sacha',
    consultation: id,
    subject,
    act: 'refuse',
    reason: 'Introuvable',
    now: DURING,
  });

  t.clock.now = justBefore(DUE);
  assert.deepEqual(await eraseContributions(t.db, t.clock.now), NONE);
  const results = await read<Results>(id, 'results');
  const counts = await read(id, 'counts');
  assert.equal(results.participants, 5);

  t.clock.now = DUE;
  assert.deepEqual(await eraseContributions(t.db, DUE), { ...NONE, consultations: 1 });
  assert.deepEqual(await eraseContributions(t.db, DUE), NONE, 'once');
  const people = [refused, written, pressed, said, told].map(({ one }) => one.payload.pseudonym);
  for (const word of ['Introuvable', ...people]) assert.deepEqual(await placesOf(word), [], word);
  assert.deepEqual((await placesOf('Gardée')).sort(), ['registrations', 'sent'], 'it has days of its own');

  // What was kept for a moment is asked for again, as a server that has just started does.
  const anew = started();
  assert.deepEqual(await read<Results>(id, 'results', anew), results);
  assert.deepEqual(await read(id, 'counts', anew), counts);
  assert.deepEqual((await read<ProposalPage>(id, 'proposals', anew)).proposals, []);

  for (const { one, code } of [...answers, refused, written, corrected, pressed, said, told]) {
    const gone = await mine(id, code);
    assert.deepEqual([gone.status, gone.problem().code], [410, 'erased'], one.kind);
    const again = await t.put(one);
    assert.deepEqual([again.status, again.problem().code], [410, 'erased'], `${one.kind} sent again`);
    const withdrawn = await t.call('DELETE', `/v1/consultations/${id}/contributions/${one.id}`, {
      'Cnr-Receipt-Code': code,
    });
    assert.equal(withdrawn.status, 204, 'there is nothing of it');
  }
  assert.equal((await mine(id, registered.code)).status, 200);
  assert.equal((await mine(id, '0000-0000-0000-0000')).problem().code, 'unknown-receipt-code');
  const journal = await t.query(
    'select actor, act, reason, before, after from moderation_journal where subject = $1',
    [subject],
  );
  assert.deepEqual(journal, [
    { actor: 'sacha', act: 'refuse', reason: '', before: 'published', after: 'refused' },
  ]);
});

test('without months nothing goes: definitions of before say them in words alone', async () => {
  const asked = all('avant', {});
  await save(asked);
  const { code } = await answered(asked);
  assert.deepEqual(await eraseContributions(t.db, new Date('2040-01-01T00:00:00Z')), NONE);
  assert.equal((await mine('avant', code)).status, 200);
});

test('too few answers leave their number alone, and nothing of one can be read', async () => {
  const asked = all('peu');
  await save(asked);
  for (const departement of ['72', '44']) await answered(asked, 'oui', departement);
  t.clock.now = DUE;
  await eraseContributions(t.db, DUE);
  const kept = await t.query('select answers, results from erasures where consultation = $1', ['peu']);
  const results = { consultation: 'peu', participants: 2, questions: [], territories: [] };
  assert.deepEqual(kept, [{ answers: 2, results }]);
  const { status } = await started().request('/v1/consultations/peu/results');
  assert.equal(status, 403);
});

test('what was refused goes first, with what leads to it, once nobody can change their mind', async () => {
  const asked = all('refus', { retentionMonths: 36, refusedRetentionMonths: 6 });
  const { id } = asked;
  await save(asked);
  const there = { consultation: id };
  const stays = await sent(proposal({}, there));
  const goes = await sent(proposal({ title: 'Disparu', text: 'Disparu' }, there));
  const word = await sent(comment(stays.one.id, { text: 'Disparu' }, there));
  const pressed = await sent(support(goes.one.id, {}, there));
  await sent(report(`proposal:${goes.one.id}`, { text: 'Disparu' }, there));
  const late = await sent(proposal({ title: 'Refusée tard' }, there));
  const june = new Date('2027-05-31T22:00:00Z');
  const refuse = (subject: string, now: Date) =>
    decide(t.db, { actor: 'sacha', consultation: id, subject, act: 'refuse', reason: 'Disparu', now });
  await refuse(`proposal:${goes.one.id}`, DURING);
  await refuse(`comment:${word.one.id}`, DURING);
  await refuse(`proposal:${late.one.id}`, june);
  const authors = (await read<{ participants: number }>(id, 'counts', started())).participants;

  assert.deepEqual(await eraseContributions(t.db, new Date('2027-05-30T22:59:59Z')), NONE);
  assert.deepEqual(await eraseContributions(t.db, june), { ...NONE, refused: 2 });
  assert.deepEqual(await eraseContributions(t.db, june), NONE);
  assert.deepEqual(
    (await placesOf('Disparu')).sort(),
    ['moderation_journal', 'proposals'],
    'may still be put back',
  );
  assert.deepEqual(await placesOf(pressed.one.payload.pseudonym), []);
  for (const { code } of [goes, word, pressed]) assert.equal((await mine(id, code)).problem().code, 'erased');
  for (const { code } of [stays, late]) assert.equal((await mine(id, code)).status, 200);
  const { participants } = await read<{ participants: number }>(id, 'counts', started());
  assert.equal(participants, authors);

  const week = new Date(june.getTime() + 7 * DAY);
  assert.deepEqual(await eraseContributions(t.db, week), { ...NONE, refused: 1 });
  assert.deepEqual(await placesOf('Disparu'), []);
});

test('what a moderator puts back while it is being erased stays whole', async () => {
  const asked = all('remis', { refusedRetentionMonths: 1 });
  await save(asked);
  const { one, code } = await sent(proposal({}, { consultation: 'remis' }));
  const subject = `proposal:${one.id}`;
  const late = new Date('2027-06-15T00:00:00Z');
  await decide(t.db, {
    actor: 'sacha',
    consultation: 'remis',
    subject,
    act: 'refuse',
    reason: 'Trop vite',
    now: DURING,
  });
  // A decision that has the proposal locked, and ends once the erasing waits for it.
  await t.query('begin');
  await t.query("update proposals set status = 'published' where id = $1", [one.id]);
  const erasing = eraseContributions(t.db, late);
  const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await t.query(waits)).length === 0) await t.query('select pg_stat_clear_snapshot()');
  await t.query('commit');
  assert.deepEqual(await erasing, NONE);
  assert.equal((await mine('remis', code)).status, 200);
  const kept = await t.query('select title from proposals where id = $1', [one.id]);
  assert.deepEqual(kept, [{ title: one.payload.title }]);
});

test('a wrong number of months can be mended for a week, and another import puts nothing off', async () => {
  const wrong = all('mois', { retentionMonths: 1 });
  const right = all('mois', { retentionMonths: 24 });
  await save(right);
  const { code } = await answered(right);
  const later = (days: number) => new Date(DUE.getTime() + days * DAY);
  await save(wrong, later(0));
  assert.deepEqual(await eraseContributions(t.db, later(6)), NONE);
  await save({ ...wrong, summary: 'Un autre résumé.' }, later(6));
  assert.deepEqual(await eraseContributions(t.db, justBefore(later(7))), NONE);
  await save(right, justBefore(later(7)));
  assert.deepEqual(await eraseContributions(t.db, later(20)), NONE);
  await save(wrong, later(20));
  assert.deepEqual(await eraseContributions(t.db, justBefore(later(27))), NONE, 'said anew');
  assert.equal((await mine('mois', code)).status, 200);
  assert.deepEqual(await eraseContributions(t.db, later(27)), { ...NONE, consultations: 1 });
});

test('nothing goes while an answer may still arrive', async () => {
  const asked = all('grace', { retentionMonths: 1 }, { graceDays: 60 });
  await save(asked);
  const ends = new Date(Date.parse(asked.closesAt ?? '') + 60 * DAY);
  assert.deepEqual(await eraseContributions(t.db, justBefore(ends)), NONE);
  assert.deepEqual(await eraseContributions(t.db, ends), { ...NONE, consultations: 1 });
});

test('stopped half way it is named, keeps none of the others, shows the same numbers, and goes on', async () => {
  const [stopped, other] = [all('arret'), all('autre')];
  for (const asked of [stopped, other]) {
    await save(asked);
    for (let people = 0; people < 5; people += 1) await answered(asked);
    await sent(proposal({ title: 'À moitié' }, { consultation: asked.id }));
  }
  t.clock.now = justBefore(DUE);
  const results = await read<Results>('arret', 'results', started());
  await t.query(`create function hold_back() returns trigger language plpgsql as $$
    begin raise exception 'held back by a test'; end $$`);
  await t.query(`create trigger hold_back before delete on proposals for each row
    when (old.consultation = 'arret') execute function hold_back()`);
  t.clock.now = DUE;
  const { failures, ...erased } = await eraseContributions(t.db, DUE);
  assert.deepEqual(erased, { consultations: 1, refused: 0 });
  assert.deepEqual(
    failures.map(({ consultation }) => consultation),
    ['arret'],
  );
  assert.match(String(failures[0]?.error), /held back by a test/);
  assert.deepEqual(await read<Results>('arret', 'results', started()), results);
  await t.query('drop function hold_back cascade');
  assert.deepEqual(await eraseContributions(t.db, DUE), { ...NONE, consultations: 1 });
  assert.deepEqual(await placesOf('À moitié'), []);
  assert.deepEqual(await read<Results>('arret', 'results', started()), results);
});

test('two processes that erase at once are of one mind', async () => {
  const asked = all('deux');
  await save(asked);
  for (let people = 0; people < 6; people += 1) await answered(asked);
  const both = await Promise.all([eraseContributions(t.db, DUE), eraseContributions(t.db, DUE)]);
  assert.deepEqual(
    both.flatMap(({ failures }) => failures),
    [],
  );
  const [row] = await t.query<{ answers: number; live: number }>(
    `select answers, (select count(*)::integer from answers where consultation = 'deux' and state <> 'erased') as live
     from erasures where consultation = 'deux'`,
  );
  assert.deepEqual(row, { answers: 6, live: 0 });
});

test('a reason of the journal goes with its text, and nothing else of a line can change', async () => {
  const asked = all('journal');
  await save(asked);
  const { one } = await sent(proposal({}, { consultation: 'journal' }));
  const subject = `proposal:${one.id}`;
  await decide(t.db, {
    actor: 'sacha',
    consultation: 'journal',
    subject,
    act: 'refuse',
    reason: 'Nom',
    now: DURING,
  });
  const change = (what: string) =>
    t.query(`update moderation_journal set ${what} where subject = $1`, [subject]);
  await assert.rejects(change("reason = ''"), { code: '23001' }, 'its text is there');
  t.clock.now = DUE;
  await eraseContributions(t.db, DUE);
  for (const what of ["reason = 'Autre'", "actor = 'x'", "reason = '', actor = 'x'"]) {
    await assert.rejects(change(what), { code: '23001' }, what);
  }
});
