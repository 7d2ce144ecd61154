import fc from 'fast-check';
import type { AnswerValue } from './answer.js';
import { isQuestion } from './flow.js';
import { parseQuestionnaire } from './parse-questionnaire.js';
import type { Condition, Item, Question, Questionnaire } from './questionnaire.js';
import { DEPARTEMENTS } from './departements.js';

/** Draws numbers and truths for what is built by hand below. */
interface Draw {
  upTo: (max: number) => number;
  maybe: () => boolean;
  one: <T>(from: readonly T[]) => T;
  some: <T>(from: readonly T[], min: number) => T[];
}

function drawing(g: fc.GeneratorValue): Draw {
  const upTo = (max: number): number => g(fc.nat, max);
  const one = <T>(from: readonly T[]): T => g(() => fc.constantFrom(...from));
  return {
    upTo,
    one,
    maybe: () => g(fc.boolean),
    some: <T>(from: readonly T[], min: number): T[] =>
      g(() => fc.shuffledSubarray([...from], { minLength: min })),
  };
}

const KINDS = [
  'info',
  'single',
  'multiple',
  'text',
  'texts',
  'scale',
  'ranking',
  'matrix',
  'number',
  'date',
  'territory',
] as const;
const choicesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `c${n}`, label: `Choix ${n}` }));

/** A right questionnaire of up to 14 items: jumps lead forward, conditions look back. */
function questionnaireOf(draw: Draw): Questionnaire {
  const count = 1 + draw.upTo(13);
  const items: unknown[] = [];
  for (let place = 0; place < count; place += 1) items.push(itemOf(draw, place, count, items as Item[]));
  return parseQuestionnaire({ items, pageBy: draw.one(['question', 'chapter']) });
}

function itemOf(draw: Draw, place: number, count: number, before: readonly Item[]): unknown {
  const jump = (): { next?: string } =>
    draw.upTo(3) > 0
      ? {}
      : {
          next: place === count - 1 || draw.maybe() ? 'end' : `q${place + 1 + draw.upTo(count - place - 2)}`,
        };
  const asked = before.filter(isQuestion);
  const common = {
    id: `q${place}`,
    title: `Question ${place}`,
    ...jump(),
    ...(asked.length > 0 && draw.maybe() && { showIf: conditionOf(draw, asked, 2) }),
  };
  const kind = draw.one(KINDS);
  const choices = choicesOf(2 + draw.upTo(3));
  if (kind === 'info') return { ...common, kind };
  const required = { required: draw.maybe() };
  switch (kind) {
    case 'single':
      return { ...common, ...required, kind, choices: choices.map((choice) => ({ ...choice, ...jump() })) };
    case 'multiple': {
      const exclusive = { id: 'none', label: 'Aucune', exclusive: true };
      return { ...common, ...required, kind, choices: [...choices, exclusive], min: 1 + draw.upTo(1) };
    }
    case 'texts':
      return { ...common, ...required, kind, count: 1 + draw.upTo(4) };
    case 'scale':
      return { ...common, ...required, kind, min: -draw.upTo(5), max: 1 + draw.upTo(4) };
    case 'ranking':
      return { ...common, ...required, kind, choices, max: 2 };
    case 'matrix':
      return { ...common, ...required, kind, rows: choices, columns: choices };
    case 'number':
      return { ...common, ...required, kind, integer: draw.maybe(), min: -3, max: 3 };
    case 'territory':
      return { ...common, ...required, kind, ask: draw.one(['departement', 'postal-code']) };
    default:
      return { ...common, ...required, kind };
  }
}

function conditionOf(draw: Draw, asked: readonly Question[], depth: number): Condition {
  const shape = depth === 0 ? 0 : draw.upTo(5);
  if (shape === 1) return { not: conditionOf(draw, asked, depth - 1) };
  if (shape === 2) return { all: [conditionOf(draw, asked, depth - 1), conditionOf(draw, asked, depth - 1)] };
  if (shape === 3) return { any: [conditionOf(draw, asked, depth - 1), conditionOf(draw, asked, depth - 1)] };
  const { id, ...question } = draw.one(asked);
  if (draw.maybe()) return { question: id, answered: draw.maybe() };
  if (question.kind === 'single' || question.kind === 'multiple') {
    return {
      question: id,
      includes: draw.some(
        question.choices.map((choice) => choice.id),
        1,
      ),
    };
  }
  if (question.kind === 'scale' || question.kind === 'number')
    return { question: id, atLeast: draw.upTo(4) - 2 };
  return { question: id, answered: draw.maybe() };
}

/** A right answer to one question, null at times where it may be left empty. */
function valueOf(draw: Draw, question: Question): AnswerValue | null {
  if (!question.required && draw.upTo(3) === 0) return null;
  switch (question.kind) {
    case 'single':
      return { kind: 'single', choice: draw.one(question.choices).id };
    case 'multiple': {
      const ordinary = question.choices.filter((choice) => !choice.exclusive).map(({ id }) => id);
      return { kind: 'multiple', choices: draw.maybe() ? ['none'] : draw.some(ordinary, 2) };
    }
    case 'text':
      return { kind: 'text', text: draw.one([' à ', 'oui 😀', "l'été"]) };
    case 'texts':
      return { kind: 'texts', texts: ['un', '', 'trois', ' ', 'cinq'].slice(0, question.count) };
    case 'scale':
      return { kind: 'scale', value: question.min + draw.upTo(question.max - question.min) };
    case 'ranking':
      return {
        kind: 'ranking',
        order: draw
          .some(
            question.choices.map(({ id }) => id),
            2,
          )
          .slice(0, 2),
      };
    case 'matrix':
      return {
        kind: 'matrix',
        rows: question.rows.map(({ id }) => ({ row: id, column: draw.one(question.columns).id })),
      };
    case 'number':
      return { kind: 'number', value: draw.upTo(6) - 3 };
    case 'date':
      return { kind: 'date', date: `2026-0${1 + draw.upTo(8)}-1${draw.upTo(9)}` };
    case 'territory':
      return question.ask === 'departement'
        ? { kind: 'territory', departement: draw.one(DEPARTEMENTS).code }
        : { kind: 'territory', departement: '72', postalCode: `72${100 + draw.upTo(600)}` };
  }
}

/**
 * A questionnaire, answers to all of it, those that the path leaves out included, and a place among its questions.
 */
export const answeredQuestionnaire = fc.gen().map((g) => {
  const draw = drawing(g);
  const questionnaire = questionnaireOf(draw);
  const questions = questionnaire.items.filter(isQuestion);
  const answers = new Map(questions.map((question) => [question.id, valueOf(draw, question)]));
  return { questionnaire, questions, answers, picked: draw.upTo(questions.length) };
});
