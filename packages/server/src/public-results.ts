import type { Condition, QuestionResult, Questionnaire, Results } from '@cnr-widgets/contract';
import type { QuestionTally, Tally, TallyCell } from './tally.js';

/** Fewest people behind a public number, and between two readings of the results. */
export const THRESHOLD = 5;

/** The départements that are too small to be told apart. */
const REST = { fr: 'Autres départements', en: 'Other départements' };

interface HowTold {
  /** Of its labels. */
  locale?: 'fr' | 'en';
  /** The questions whose answers decide which others are shown (`decidingQuestions`). */
  deciding?: ReadonlySet<string>;
}

/**
 * What everybody may read of a tally. A cell (a choice, a point, a place of a ranking, a département) is told from five
 * people on; fewer, none included, are null. Where those that are hidden are fewer than five together, the smallest
 * that is told is hidden with them, as they would follow from the total. How many saw a question, answered it or left
 * it empty is told, since it says nothing of them, but where the path says it: what few saw, or all but few, or what
 * hangs on an answer that is hidden.
 */
export function publicResults(
  { questions, territories, ...about }: Tally,
  { locale = 'fr', deciding = new Set() }: HowTold = {},
): Results {
  const hidden = questions.some((one) => deciding.has(one.question) && hides(one));
  const cells = territories.map(({ departement, participants }) => ({
    id: departement,
    count: participants,
  }));
  return {
    ...about,
    questions: questions.map((one) => {
      const missed = about.participants - one.shown;
      const veiled = isFew(one.shown) || isFew(missed) || (hidden && missed > 0);
      return publicQuestion(one, veiled, REST[locale]);
    }),
    territories: gathered(cells).map(({ id, count }) => ({ departement: id, participants: count })),
  };
}

/** The questions by whose answers it goes whether another one is shown. */
export function decidingQuestions(questionnaires: readonly Questionnaire[]): Set<string> {
  const items = questionnaires.flatMap((questionnaire) => questionnaire.items);
  return new Set([
    ...items.flatMap(({ showIf }) => (showIf ? questionsIn(showIf) : [])),
    ...items
      .filter((item) => item.kind === 'single' && item.choices.some(({ next }) => next !== undefined))
      .map(({ id }) => id),
  ]);
}

function questionsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(questionsIn);
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  if ('not' in condition) return questionsIn(condition.not);
  return [condition.question];
}

/** @param veiled how many saw it is not told, nor follows */
function publicQuestion(tally: QuestionTally, veiled: boolean, rest: string): QuestionResult {
  const { counts, rows, ranks, mean, median, shown, answered, skipped, ...about } = tally;
  const result: QuestionResult = {
    ...about,
    ...(veiled ? { shown: null, answered: null, skipped: null } : { shown, answered, skipped }),
  };
  if (counts) {
    if (tally.kind !== 'territory') result.counts = told(counts, answered, veiled);
    else if (!veiled && answered >= THRESHOLD) result.counts = publicTerritories(counts, rest);
  }
  if (rows) {
    result.rows = rows.map((row) => ({ ...row, counts: told(row.counts, sumOf(row.counts), veiled) }));
  }
  if (ranks) result.ranks = publicRanks(ranks, answered, veiled);
  if (mean !== undefined) {
    // With all points but two, their mean tells those two.
    const hidden = answered < THRESHOLD || (result.counts ?? []).some(({ count }) => count === null);
    Object.assign(result, hidden ? { mean: null, median: null } : { mean, median });
  }
  return result;
}

function hides(tally: QuestionTally): boolean {
  const { counts = [], rows = [] } = publicQuestion(tally, false, 'rest');
  return [counts, ...rows.map((row) => row.counts)]
    .flat()
    .some(({ id, count }) => count === null || (tally.kind === 'territory' && id === OTHER));
}

/**
 * Cells of which each is of some of the same people.
 * @param of how many those are: who is not in a cell is few as well where nearly all are
 */
function told(
  cells: readonly TallyCell[],
  of: number,
  veiled: boolean,
): NonNullable<QuestionResult['counts']> {
  const hidden = new Set(cells.filter(({ count }) => count < THRESHOLD || isFew(of - count)));
  const large = cells.filter((cell) => !hidden.has(cell)).sort((a, b) => a.count - b.count);
  // Nobody chose what is left: nothing is there to be hidden.
  if (sumOf(hidden) === 0 && !veiled) return [...cells];
  while (sumOf(hidden) < THRESHOLD || hidden.size === 1) {
    const smallest = large.shift();
    if (!smallest) break;
    hidden.add(smallest);
  }
  return cells.map((cell) => (hidden.has(cell) ? { ...cell, count: null } : cell));
}

/**
 * Places are told all or none: each choice has one a person, and each place one choice, so that a single one that is
 * hidden follows in two ways. Of two choices the score tells the places.
 */
function publicRanks(
  ranks: NonNullable<QuestionTally['ranks']>,
  answered: number,
  veiled: boolean,
): NonNullable<QuestionResult['ranks']> {
  const small = ranks.some(({ positions }) => positions.some((count) => isFew(count)));
  if (!small && !veiled) return ranks;
  const scored = answered >= THRESHOLD && ranks.length > 2 && !veiled;
  return ranks.map(({ positions, score, ...choice }) => ({
    ...choice,
    positions: positions.map(() => null),
    score: scored ? score : null,
  }));
}

/** The id of what départements are together; none has it. */
const OTHER = 'other';

function publicTerritories(counts: readonly TallyCell[], rest: string): TallyCell[] {
  const labels = new Map(counts.map(({ id, label }) => [id, label]));
  return gathered(counts).map(({ id, count }) => ({
    id: id ?? OTHER,
    label: id === null ? rest : (labels.get(id) ?? id),
    count,
  }));
}

interface Cell {
  id: string | null;
  count: number;
}

/**
 * Cells under the threshold are together under null, so that it is not told either which there are. If those are
 * still under it, the smallest cell that is shown joins them.
 */
function gathered(cells: readonly Cell[]): Cell[] {
  const shown = cells.filter(({ id, count }) => id !== null && count >= THRESHOLD);
  const together = cells.filter((cell) => !shown.includes(cell));
  let rest = sumOf(together);
  const [smallest] = [...shown].sort((a, b) => a.count - b.count);
  if (isFew(rest) && smallest) {
    shown.splice(shown.indexOf(smallest), 1);
    rest += smallest.count;
  }
  return rest > 0 ? [...shown, { id: null, count: rest }] : shown;
}

function isFew(count: number): boolean {
  return count > 0 && count < THRESHOLD;
}

function sumOf(cells: Iterable<{ count: number }>): number {
  let sum = 0;
  for (const { count } of cells) sum += count;
  return sum;
}
