import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Questionnaire } from '@cnr-widgets/contract';
import fc from 'fast-check';
import { decidingQuestions, publicResults } from './public-results.js';
import type { QuestionTally, Tally } from './tally.js';

const bare = (territories: Tally['territories'], questions: QuestionTally[] = []): Tally => ({
  consultation: 'x',
  participants: territories.reduce((sum, { participants }) => sum + participants, 0),
  questions,
  territories,
});

const asked = (
  kind: QuestionTally['kind'],
  answered: number,
  more: Partial<QuestionTally>,
): QuestionTally => ({
  question: 'q',
  kind,
  title: 'Q ?',
  shown: 40,
  answered,
  skipped: 40 - answered,
  ...more,
});
const told = (question: QuestionTally) => {
  const [first] = publicResults(bare([{ departement: null, participants: 40 }], [question])).questions;
  if (!first) throw new Error('a question was lost');
  return first;
};
const points = (...counts: number[]) =>
  counts.map((count, place) => ({ id: String(place), label: String(place), count }));
const countsOf = (question: QuestionTally) => told(question).counts?.map(({ count }) => count);

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
    { id: '72', label: 'Sarthe', count: 19 },
    { id: '53', label: 'Mayenne', count: 20 },
    { id: '61', label: 'Orne', count: 1 },
  ];
  assert.deepEqual(
    told(asked('territory', 40, { counts })).counts?.map(({ id, count }) => [id, count]),
    [
      ['53', 20],
      ['other', 20],
    ],
  );
});

test('of whatever is chosen, no number under five is told, nor follows from the others and the total', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 2, maxLength: 8 }), (counts) => {
      const answered = counts.reduce((sum, count) => sum + count, 0);
      const all = countsOf(asked('single', answered, { shown: 40, counts: points(...counts) })) ?? [];
      all.forEach((count, place) => assert.ok(count === null || count === counts[place]));
      const hidden = answered - all.reduce<number>((sum, count) => sum + (count ?? 0), 0);
      assert.ok(hidden === 0 || hidden >= 5 || answered < 5, 'what is hidden is together at least five');
      // A zero is told only where nothing is hidden.
      const least = all.includes(null) || answered >= 5 ? 5 : 0;
      for (const count of all) {
        assert.ok(count === null || count >= least || (count === 0 && !all.includes(null)), String(all));
        assert.ok(count === null || answered - count === 0 || answered - count >= 5, String(all));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('what all but a few chose tells of those few', () => {
  assert.deepEqual(countsOf(asked('multiple', 40, { counts: points(38, 20, 10) })), [null, 20, null]);
  assert.deepEqual(countsOf(asked('multiple', 40, { counts: points(30, 20, 40) })), [30, 20, 40]);
});

test('of a question that fewer than five answered, no choice is told, nor what follows from the choices', () => {
  const nothing = [null, null];
  assert.deepEqual(countsOf(asked('single', 4, { counts: points(1, 3) })), nothing);
  assert.deepEqual(countsOf(asked('multiple', 4, { counts: points(4, 3) })), nothing);
  assert.equal(told(asked('territory', 4, { counts: points(4) })).counts, undefined);
  const rows = [{ id: 'a', label: 'A', counts: points(4, 0) }];
  assert.deepEqual(
    told(asked('matrix', 4, { rows })).rows?.[0]?.counts.map(({ count }) => count),
    nothing,
  );
  const ranks = ['a', 'b', 'c'].map((id) => ({ id, label: id, positions: [4, 0, 0], score: 8 }));
  for (const { positions, score } of told(asked('ranking', 4, { ranks })).ranks ?? []) {
    assert.deepEqual([...positions, score], [null, null, null, null]);
  }
  const { mean, median, answered } = told(asked('number', 4, { mean: 3, median: 2 }));
  assert.deepEqual([mean, median, answered], [null, null, 4]);
});

test('a mean is told only where it tells no point that is hidden', () => {
  const of = (...counts: number[]) =>
    told(asked('scale', 40, { counts: points(...counts), mean: 1, median: 1 }));
  assert.deepEqual([of(2, 18, 20).mean, of(2, 18, 20).median], [null, null]);
  assert.deepEqual([of(10, 10, 20).mean, of(10, 10, 20).median], [1, 1]);
});

test('places of a ranking are told all or none, and the score of two choices is their places', () => {
  const choice = (id: string, ...positions: number[]) => ({ id, label: id, positions, score: 7 });
  const told3 = told(
    asked('ranking', 40, {
      ranks: [choice('a', 38, 2, 0), choice('b', 2, 38, 0), choice('c', 0, 0, 40)],
    }),
  ).ranks;
  assert.deepEqual(
    told3?.map(({ positions }) => positions),
    Array.from({ length: 3 }, () => [null, null, null]),
  );
  assert.deepEqual(
    told3.map(({ score }) => score),
    [7, 7, 7],
  );
  const told2 = told(asked('ranking', 40, { ranks: [choice('a', 38, 2), choice('b', 2, 38)] })).ranks;
  assert.deepEqual(
    told2?.map(({ score }) => score),
    [null, null],
  );
  const large = [choice('a', 20, 20), choice('b', 20, 20)];
  assert.deepEqual(told(asked('ranking', 40, { ranks: large })).ranks, large);
});

test('how many saw a question is not told where the path says what few answered', () => {
  const seen = ({ shown, answered, skipped, counts }: ReturnType<typeof told>) => [
    shown,
    answered,
    skipped,
    ...(counts ?? []).map(({ count }) => count),
  ];
  const counts = points(10, 12, 15);
  assert.deepEqual(seen(told(asked('single', 37, { counts }))), [40, 37, 3, 10, 12, 15]);
  const missed = told(asked('single', 37, { shown: 38, skipped: 1, counts }));
  assert.deepEqual(seen(missed).slice(0, 3), [null, null, null]);
  // Nor does it follow from the choices.
  assert.ok(
    seen(missed)
      .slice(3)
      .filter((count) => count === null).length > 1,
  );
  const alone = told(asked('single', 3, { shown: 3, skipped: 0, counts: points(3, 0) }));
  assert.deepEqual(seen(alone), [null, null, null, null, null]);
});

test('where the answer that decides is hidden, what hangs on it does not tell it', () => {
  // Two chose the second: those who chose the third are as many as did not see what follows.
  const first = asked('single', 40, { counts: points(30, 2, 8) });
  const follows = asked('single', 32, { question: 'r', shown: 32, skipped: 0, counts: points(20, 12) });
  const all = bare([{ departement: null, participants: 40 }], [first, follows]);
  const free = publicResults(all).questions[1];
  assert.deepEqual([free?.shown, free?.counts?.map(({ count }) => count)], [32, [20, 12]]);
  const bound = publicResults(all, { deciding: new Set(['q']) }).questions[1];
  assert.deepEqual([bound?.shown, bound?.counts?.map(({ count }) => count)], [null, [null, null]]);
  const questionnaire: Questionnaire = {
    items: [
      {
        ...{ id: 'a', kind: 'single', title: 'a' },
        choices: [
          { id: 'x', label: 'x' },
          { id: 'y', label: 'y', next: 'd' },
        ],
      },
      { id: 'b', kind: 'scale', title: 'b', min: 0, max: 4 },
      { id: 'c', kind: 'text', title: 'c', showIf: { not: { any: [{ question: 'b', atLeast: 2 }] } } },
      { id: 'd', kind: 'text', title: 'd' },
    ],
  };
  assert.deepEqual([...decidingQuestions([questionnaire])].sort(), ['a', 'b']);
});
