import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { idIn, type OfficialAnswer, type ProposalStatus } from '@cnr-widgets/contract';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { importAsking, report, writeComment, writeProposal } from './moderation.fixture.js';
import { decide, ModerationError, type Decision } from './decide.js';
import { findItem, readJournal } from './queue.js';
import type { Act } from './rules.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const ANSWER: OfficialAnswer = { author: 'La préfète', date: '2026-11-22', text: 'Les travaux commencent.' };

let t: TestDatabase;
before(async () => {
  t = await testDatabase();
  await importAsking(t, 'velo');
  await importAsking(t, 'autre');
});
after(() => t.drop());

const act = (subject: string, name: Act, more: Partial<Decision> = {}) =>
  decide(t.db, { actor: 'camille', consultation: 'velo', subject, act: name, now: NOW, ...more });

const rowOf = async (subject: string) => {
  const table = subject.startsWith('comment') ? 'comments' : 'proposals';
  const [row] = await t.query<{
    status: ProposalStatus;
    reason: string | null;
    answer?: OfficialAnswer | null;
    published_at: Date | null;
    changed_at: Date;
  }>(`select * from ${table} where id = $1`, [idIn(subject)]);
  assert.ok(row);
  return row;
};

test('a proposal goes its whole way, each act in the journal', async () => {
  const subject = await writeProposal(t, 'velo');
  await act(subject, 'accept');
  const published = await rowOf(subject);
  assert.deepEqual([published.status, published.published_at, published.changed_at], ['published', NOW, NOW]);
  await act(subject, 'select', { actor: 'sacha' });
  const later = new Date('2026-11-23T08:00:00Z');
  await act(subject, 'answer', { answer: ANSWER, now: later });
  await act(subject, 'archive', { now: later });
  const row = await rowOf(subject);
  assert.deepEqual([row.status, row.answer, row.published_at], ['archived', ANSWER, NOW]);
  const journal = await readJournal(t.db, { subject, limit: 10 });
  assert.deepEqual(journal.map((entry) => [entry.actor, entry.act, entry.before, entry.after]).reverse(), [
    ['camille', 'accept', 'submitted', 'published'],
    ['sacha', 'select', 'published', 'selected'],
    ['camille', 'answer', 'selected', 'answered'],
    ['camille', 'archive', 'answered', 'archived'],
  ]);
});

test('a refusal has its reason, for the author; it goes when it is put back', async () => {
  const subject = await writeProposal(t, 'velo');
  for (const reason of [undefined, '', '  \n']) {
    await assert.rejects(act(subject, 'refuse', { reason }), { code: 'reason-required' });
  }
  await assert.rejects(act(subject, 'refuse', { reason: 'x'.repeat(2001) }), { code: 'reason-too-long' });
  assert.equal((await rowOf(subject)).status, 'submitted');
  assert.deepEqual(await readJournal(t.db, { subject, limit: 10 }), []);
  await act(subject, 'refuse', { reason: ' Nomme une personne. ' });
  assert.deepEqual(
    [(await rowOf(subject)).status, (await rowOf(subject)).reason],
    ['refused', 'Nomme une personne.'],
  );
  assert.equal((await rowOf(subject)).published_at, null);
  await act(subject, 'restore');
  const row = await rowOf(subject);
  assert.deepEqual([row.status, row.reason, row.published_at], ['published', null, NOW]);
  assert.equal((await readJournal(t.db, { subject, limit: 10 }))[1]?.reason, 'Nomme une personne.');
});

test('an answer stays with what it answers, each version of it in the journal', async () => {
  const subject = await writeProposal(t, 'velo', { status: 'selected' });
  await assert.rejects(act(subject, 'answer'), { code: 'answer-required' });
  await act(subject, 'answer', { answer: ANSWER });
  await act(subject, 'answer', { answer: { ...ANSWER, text: 'Ils sont finis.' } });
  await act(subject, 'refuse', { reason: 'Erreur' });
  await act(subject, 'restore');
  const row = await rowOf(subject);
  assert.deepEqual([row.status, row.answer?.text], ['answered', 'Ils sont finis.']);
  const told = await t.query<{ text: string }>(
    "select answer->>'text' as text from moderation_journal where subject = $1 and act = 'answer' order by id",
    [subject],
  );
  assert.deepEqual(told, [{ text: 'Les travaux commencent.' }, { text: 'Ils sont finis.' }]);
});

test('comments are accepted and refused, and no more than that', async () => {
  const proposal = await writeProposal(t, 'velo', { status: 'published' });
  const subject = await writeComment(t, proposal);
  await act(subject, 'accept');
  assert.deepEqual([(await rowOf(subject)).status, (await rowOf(subject)).published_at], ['published', NOW]);
  await assert.rejects(act(subject, 'select'), { code: 'not-possible' });
  await act(subject, 'refuse', { reason: 'Injure' });
  assert.equal((await rowOf(subject)).status, 'refused');
});

test('reports are settled by keeping or by refusing', async () => {
  const open = async (subject: string) =>
    (await t.query('select 1 from reports where subject = $1 and handled_at is null', [subject])).length;
  const kept = await writeProposal(t, 'velo', { status: 'published' });
  await report(t, kept);
  await report(t, kept, 'other', 'Déjà proposé.');
  await act(kept, 'keep');
  assert.equal(await open(kept), 0);
  assert.equal((await rowOf(kept)).status, 'published');
  await assert.rejects(act(kept, 'keep'), { code: 'not-possible' });
  const refused = await writeComment(t, kept, { status: 'published' });
  await report(t, refused);
  await act(refused, 'refuse', { reason: 'Injure' });
  assert.equal(await open(refused), 0);
});

test('of two who decide at once, the second hears what the first did', async () => {
  const subject = await writeProposal(t, 'velo');
  const item = await findItem(t.db, subject);
  assert.ok(item);
  const seen = { revision: item.revision, openReports: 0 };
  const outcomes = await Promise.allSettled([
    act(subject, 'accept', { actor: 'camille', seen }),
    act(subject, 'refuse', { actor: 'sacha', reason: 'Doublon', seen }),
  ]);
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
  assert.equal(failed.length, 1);
  const error: unknown = failed[0]?.reason;
  assert.ok(error instanceof ModerationError && error.code === 'changed-since');
  const [first] = await readJournal(t.db, { subject, limit: 10 });
  assert.deepEqual(error.last, first);
  assert.equal((await readJournal(t.db, { subject, limit: 10 })).length, 1);
});

test('a correction of an answer does not overwrite another one that was not seen', async () => {
  const subject = await writeProposal(t, 'velo', { status: 'published' });
  await act(subject, 'answer', { answer: ANSWER });
  const item = await findItem(t.db, subject);
  assert.ok(item);
  const seen = { revision: item.revision, openReports: 0 };
  await act(subject, 'answer', { answer: { ...ANSWER, text: 'Première correction' }, actor: 'sacha', seen });
  await assert.rejects(act(subject, 'answer', { answer: ANSWER, seen }), { code: 'changed-since' });
  assert.equal((await rowOf(subject)).answer?.text, 'Première correction');
});

test('what was read is what is decided upon: a text corrected meanwhile, a report that came', async () => {
  const subject = await writeProposal(t, 'velo');
  const before = await findItem(t.db, subject);
  assert.ok(before);
  const seen = { revision: before.revision, openReports: 0 };
  await t.query("update proposals set body = 'Autre chose' where id = $1", [idIn(subject)]);
  await assert.rejects(act(subject, 'accept', { seen }), { code: 'changed-since' });
  // The name is published with the text, and so it was read with it.
  for (const column of ['name', 'theme', 'territory']) {
    const one = await writeProposal(t, 'velo');
    const item = await findItem(t.db, one);
    assert.ok(item);
    await t.query(`update proposals set ${column} = '2A' where id = $1`, [idIn(one)]);
    const read = { revision: item.revision, openReports: 0 };
    await assert.rejects(act(one, 'accept', { seen: read }), { code: 'changed-since' }, column);
  }
  const shown = await writeProposal(t, 'velo', { status: 'published' });
  await report(t, shown);
  const item = await findItem(t.db, shown);
  assert.ok(item);
  await report(t, shown, 'illegal');
  const reported = { revision: item.revision, openReports: item.openReports };
  await assert.rejects(act(shown, 'keep', { seen: reported }), { code: 'changed-since' });
  assert.equal((await act(shown, 'refuse', { reason: 'Illicite', seen: reported })).after, 'refused');
});

test('what was withdrawn, what is elsewhere and what never was are not there', async () => {
  const gone = await writeProposal(t, 'velo');
  await t.query("update proposals set withdrawn = true, title = '', body = '' where id = $1", [idIn(gone)]);
  const elsewhere = await writeProposal(t, 'autre');
  for (const subject of [
    gone,
    elsewhere,
    `proposal:${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`,
    'x',
    '',
  ]) {
    await assert.rejects(act(subject, 'accept'), { code: 'unknown-subject' }, subject);
  }
});

test('the journal is only ever added to', async () => {
  const subject = await writeProposal(t, 'velo');
  await act(subject, 'accept');
  for (const statement of [
    "update moderation_journal set actor = 'x'",
    'delete from moderation_journal',
    'truncate moderation_journal',
    "delete from moderation_journal where subject = 'nothing'",
  ]) {
    await assert.rejects(t.query(statement), /only ever added to/, statement);
  }
  const [entry] = await readJournal(t.db, { subject, limit: 1 });
  assert.equal(entry?.actor, 'camille');
});
