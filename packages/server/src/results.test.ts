import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { parseResults, type QuestionResult, type Results } from '@cnr-widgets/contract';
import fc from 'fast-check';
import { testApp, type TestApp } from './app.fixture.js';
import { CLOSES, contribution, definition, DURING } from './definition.fixture.js';
import { importConsultation } from './publishing.js';
import { publicResults } from './results.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.drop());
beforeEach(() => {
  t.clock.now = DURING;
});

async function answered(id: string, visible: 'never' | 'after-closing' | 'always', participants: number) {
  const consultation = definition({ id, resultsVisible: visible });
  await importConsultation(t.db, consultation, DURING);
  for (let n = 0; n < participants; n += 1) {
    await t.put(contribution(undefined, { consultation, profile: { departement: '72' } }));
  }
  return () => t.call('GET', `/v1/consultations/${id}/results`);
}

test('results are public from five participants on', async () => {
  const few = await answered('quatre', 'always', 4);
  assert.deepEqual([(await few()).status, (await few()).problem().code], [403, 'results-hidden']);
  const enough = await answered('cinq', 'always', 5);
  const { status, text } = await enough();
  assert.equal(status, 200);
  const results = parseResults(JSON.parse(text));
  assert.equal(results.participants, 5);
  assert.deepEqual(results.territories, [{ departement: '72', participants: 5 }]);
});

test('results stay hidden as long as the operator wants', async () => {
  const never = await answered('jamais', 'never', 5);
  const later = await answered('apres', 'after-closing', 5);
  assert.equal((await never()).problem().code, 'results-hidden');
  assert.equal((await later()).problem().code, 'results-hidden');
  t.clock.now = new Date(CLOSES);
  assert.equal((await never()).status, 403);
  assert.equal((await later()).status, 200);
});

const bare = (territories: Results['territories']): Results => ({
  consultation: 'x',
  participants: territories.reduce((sum, { participants }) => sum + participants, 0),
  questions: [],
  territories,
});

test('no public number of a territory is under five, nor follows by subtraction', () => {
  const codes = ['01', '02', '03', '2A', '971', '72'];
  const cells = fc
    .tuple(
      ...[...codes, null].map((departement) =>
        fc.nat(12).map((participants) => ({ departement, participants })),
      ),
    )
    .map((all) => all.filter(({ participants }) => participants > 0))
    .filter((all) => all.reduce((sum, { participants }) => sum + participants, 0) >= 5);
  fc.assert(
    fc.property(cells, (territories) => {
      const all = bare(territories);
      const shown = publicResults(all).territories;
      for (const { participants } of shown) assert.ok(participants >= 5);
      assert.equal(
        shown.reduce((sum, { participants }) => sum + participants, 0),
        all.participants,
      );
      for (const { departement, participants } of shown) {
        if (departement === null) continue;
        assert.equal(territories.find((one) => one.departement === departement)?.participants, participants);
      }
    }),
  );
});

test('a département that few answered from is not told by a territory question either', () => {
  const counts = [
    { id: '72', label: 'Sarthe', count: 9 },
    { id: '53', label: 'Mayenne', count: 6 },
    { id: '61', label: 'Orne', count: 1 },
  ];
  const question = {
    question: 'lieu',
    kind: 'territory',
    title: 'Où ?',
    shown: 16,
    answered: 16,
    skipped: 0,
    counts,
  };
  const results = { ...bare([{ departement: null, participants: 16 }]), questions: [question] };
  const [shown] = publicResults(results).questions;
  assert.deepEqual(
    shown?.counts?.map(({ id, count }) => [id, count]),
    [
      ['72', 9],
      ['other', 7],
    ],
  );
});

const asked = (kind: string, answered: number, more: Partial<QuestionResult>): QuestionResult => ({
  question: 'q',
  kind,
  title: 'Q ?',
  shown: 9,
  answered,
  skipped: 9 - answered,
  ...more,
});
const told = (question: QuestionResult) =>
  publicResults({ ...bare([{ departement: null, participants: 9 }]), questions: [question] }).questions[0];
const points = (...counts: number[]) =>
  counts.map((count, place) => ({ id: String(place), label: String(place), count }));

test('of a question that fewer than five answered, how many did is all that is told', () => {
  const questions = [
    asked('single', 4, { counts: points(1, 3) }),
    asked('multiple', 4, { counts: points(4, 3) }),
    asked('territory', 4, { counts: points(4) }),
    asked('matrix', 4, { rows: [{ id: 'a', label: 'A', counts: points(4, 0) }] }),
    asked('ranking', 4, { ranks: [{ id: 'a', label: 'A', positions: [4, 0], score: 8 }] }),
    asked('number', 4, { mean: 3, median: 2 }),
    // Its mean is what its points add up to.
    asked('scale', 4, { counts: points(1, 2, 1), mean: 1, median: 1 }),
  ];
  for (const question of questions) {
    const hidden = 'mean' in question ? { mean: null, median: null } : {};
    assert.deepEqual(told(question), asked(question.kind, 4, hidden), question.kind);
  }
});

test('of a question that five answered all is told, a choice that one of them made too', () => {
  const questions = [
    asked('single', 5, { counts: points(1, 4) }),
    asked('scale', 5, { counts: points(1, 3, 1), mean: 1, median: 1 }),
    asked('ranking', 5, { ranks: [{ id: 'a', label: 'A', positions: [4, 1], score: 9 }] }),
    asked('text', 5, {}),
  ];
  for (const question of questions) assert.deepEqual(told(question), question);
});

test('each row of a matrix has the threshold for itself', () => {
  const rows = [
    { id: 'a', label: 'A', counts: points(4, 1) },
    { id: 'b', label: 'B', counts: points(0, 1) },
  ];
  assert.deepEqual(told(asked('matrix', 5, { rows }))?.rows, [rows[0], { id: 'b', label: 'B', counts: [] }]);
});
