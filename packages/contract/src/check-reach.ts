import type { AnswerValue } from './answer.js';
import { holds, targetOf } from './flow-step.js';
import { END } from './limits.js';
import type { Condition, Item, NumberQuestion, ScaleQuestion } from './questionnaire.js';

/** Beyond this many different situations, `shown` gives up: a questionnaire by hand has a few hundred. */
const MOST_SITUATIONS = 20_000;

/** Beyond this many kinds of choices in one multiple choice, their combinations are too many to try. */
const MOST_COMBINED = 6;

type Places = ReadonlyMap<string, number>;
type Value = AnswerValue | null;
type Test = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

/**
 * The places that some path arrives at. Each condition is taken for one that may hold or not; a single choice that is
 * required, and each of whose choices jumps, is the only kind of item that never leads to the item below.
 */
export function arrivals(items: readonly Item[], places: ReadonlyMap<string, number>): Set<number> {
  const arrived = new Set([0]);
  items.forEach((item, place) => {
    if (!arrived.has(place)) return;
    const leadTo = (next: string | undefined): void => {
      const target = next === undefined ? undefined : places.get(next);
      // A jump that is wrong is a fault of its own; the flow goes on below it.
      if (next !== END) arrived.add(target !== undefined && target > place ? target : place + 1);
    };
    if (item.showIf) arrived.add(place + 1);
    const choices = item.kind === 'single' ? item.choices : [];
    for (const choice of choices) leadTo(choice.next ?? item.next);
    if (item.kind !== 'single' || !item.required) leadTo(item.next);
  });
  return arrived;
}

/**
 * The places of the items that some complete answer shows, undefined when there are too many ways to tell. It walks
 * the questionnaire once, with every situation that later conditions can tell apart: two ways that lead to the same
 * item with the same answers to what is still asked about are one.
 */
export function shown(items: readonly Item[], places: Places): Set<number> | undefined {
  const seen = new Set<number>();
  const tests = testsOf(items);
  const situations = items.map(() => new Map<string, ReadonlyMap<string, Value>>());
  situations[0]?.set('', new Map());
  let count = 1;
  for (const [place, item] of items.entries()) {
    const values = valuesOf(item, tests.get(item.id)?.tests ?? []);
    if (!values) return undefined;
    const leadTo = (next: number, known: ReadonlyMap<string, Value>): void => {
      const kept = new Map([...known].filter(([id]) => (tests.get(id)?.lastPlace ?? -1) >= next));
      const key = JSON.stringify([...kept]);
      if (situations[next]?.has(key) === false) {
        situations[next].set(key, kept);
        count += 1;
      }
    };
    for (const known of situations[place]?.values() ?? []) {
      if (count > MOST_SITUATIONS) return undefined;
      if (item.showIf && !holds(item.showIf, known)) {
        leadTo(place + 1, known);
        continue;
      }
      seen.add(place);
      for (const value of values) {
        const target = targetOf(item, value);
        const next = target === undefined ? undefined : places.get(target);
        if (target !== END) {
          leadTo(Math.max(place + 1, next ?? 0), new Map(known).set(item.id, value));
        }
      }
    }
  }
  return seen;
}

/** What conditions ask about each question, and the last place that asks. */
function testsOf(items: readonly Item[]): Map<string, { tests: Test[]; lastPlace: number }> {
  const found = new Map<string, { tests: Test[]; lastPlace: number }>();
  const collect = (condition: Condition, place: number): void => {
    if ('all' in condition) condition.all.forEach((part) => collect(part, place));
    else if ('any' in condition) condition.any.forEach((part) => collect(part, place));
    else if ('not' in condition) collect(condition.not, place);
    else {
      const { tests } = found.get(condition.question) ?? { tests: [] };
      found.set(condition.question, { tests: [...tests, condition], lastPlace: place });
    }
  };
  items.forEach((item, place) => item.showIf && collect(item.showIf, place));
  return found;
}

/** One answer of each sort that the tests, and the item's own jumps, can tell apart. */
function valuesOf(item: Item, tests: readonly Test[]): Value[] | undefined {
  if (item.kind === 'info') return [null];
  const given = givenValues(item, tests);
  return given && (item.required ? given : [...given, null]);
}

function givenValues(item: Exclude<Item, { kind: 'info' }>, tests: readonly Test[]): Value[] | undefined {
  const named = (id: string): string =>
    tests.map((test) => Number('includes' in test && test.includes.includes(id))).join('');
  switch (item.kind) {
    case 'single': {
      const sorts = new Map(item.choices.map(({ id, next }) => [`${next ?? ''} ${named(id)}`, id]));
      return [...sorts.values()].map((choice) => ({ kind: 'single', choice }));
    }
    case 'multiple': {
      const sorts = [...new Map(item.choices.map(({ id }) => [named(id), id])).values()];
      // Limits and exclusive choices are left aside: at worst, a question that is never shown goes unnoticed.
      return sorts.length > MOST_COMBINED
        ? undefined
        : subsets(sorts).map((choices) => ({ kind: 'multiple', choices }));
    }
    case 'territory': {
      const codes = tests.flatMap((test) => ('includes' in test ? test.includes : []));
      return [...new Set(codes), 'elsewhere'].map((departement) => ({ kind: 'territory', departement }));
    }
    case 'scale':
    case 'number':
      return numbersOf(item, tests).map((value) => ({ kind: 'number', value }));
    default:
      return [{ kind: 'text', text: 'answered' }];
  }
}

/** Every choice of some of them, at least one. */
function subsets(of: readonly string[]): string[][] {
  return of.reduce<string[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]]).slice(1);
}

/** The bounds that are asked about, what lies between and beyond them, as far as the question allows. */
function numbersOf(question: ScaleQuestion | NumberQuestion, tests: readonly Test[]): number[] {
  const { min = -Infinity, max = Infinity } = question;
  const asked = tests.flatMap((test) =>
    'atLeast' in test || 'atMost' in test ? [test.atLeast, test.atMost] : [],
  );
  const bounds = [...asked, question.min, question.max, 0]
    .filter((bound) => bound !== undefined)
    .sort((a, b) => a - b);
  const between = bounds.map((bound, index) => (bound + (bounds[index + 1] ?? bound)) / 2);
  const around = bounds.flatMap((bound) => [
    bound - 1,
    Math.floor(bound),
    bound,
    Math.ceil(bound),
    bound + 1,
  ]);
  const whole = question.kind === 'scale' || question.integer === true;
  return [...new Set([...around, ...between])].filter(
    (value) => value >= min && value <= max && (!whole || Number.isInteger(value)),
  );
}
