import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AnswerPayload, AnswerValue } from './answer.js';
import { checkAnswer, checkQuestion, type AnswerFault } from './check-answer.js';
import { parseQuestionnaire } from './parse-questionnaire.js';
import type { Question } from './questionnaire.js';

const options = [
  { id: 'x', label: 'X' },
  { id: 'y', label: 'Y' },
  { id: 'z', label: 'Z', other: true },
];

/** A question read by the schema, so that no case rests on a question that could not exist. */
function question(more: Record<string, unknown>): Question {
  const [item] = parseQuestionnaire({ items: [{ id: 'q', title: 'Q', ...more }] }).items;
  assert.ok(item && item.kind !== 'info');
  return item;
}

const single = question({ kind: 'single', choices: options });
const multiple = question({
  kind: 'multiple',
  choices: [...options, { id: 'none', label: 'Aucune', exclusive: true }],
  min: 2,
  max: 2,
});
const ranking = question({ kind: 'ranking', choices: options.slice(0, 2), min: 2 });
const text = question({ kind: 'text', maxLength: 3 });
const texts = question({ kind: 'texts', count: 2, maxLength: 3 });
const scale = question({ kind: 'scale', min: 0, max: 10 });
const number = question({ kind: 'number', min: 0, max: 10, integer: true });
const open = question({ kind: 'number', max: 1.5 });
const date = question({ kind: 'date', min: '2026-01-01', max: '2026-12-31' });
const departement = question({ kind: 'territory', ask: 'departement' });
const postal = question({ kind: 'territory', ask: 'postal-code' });
const matrix = question({
  kind: 'matrix',
  rows: options.slice(0, 2).map(({ id, label }) => ({ id, label })),
  columns: [
    { id: 'good', label: 'Bien' },
    { id: 'bad', label: 'Mal' },
  ],
});
const required = (item: Question): Question => ({ ...item, required: true });
const some = (...choices: string[]): AnswerValue => ({ kind: 'multiple', choices });
const row = (id: string, column = 'good'): { row: string; column: string } => ({ row: id, column });
const long = 'é'.repeat(501);

const right: [name: string, item: Question, value: AnswerValue | null][] = [
  ['nothing where nothing is required', single, null],
  ['a choice', required(single), { kind: 'single', choice: 'x' }],
  ['"Autre" without a text', single, { kind: 'single', choice: 'z' }],
  ['"Autre" with a text', single, { kind: 'single', choice: 'z', other: 'un mot' }],
  ['as many choices as asked', multiple, some('x', 'y')],
  ['an exclusive choice, fewer than the minimum', multiple, some('none')],
  ['no choice, fewer than the minimum', multiple, some()],
  ['a ranking', ranking, { kind: 'ranking', order: ['y', 'x'] }],
  ['a text at its limit', text, { kind: 'text', text: 'abc' }],
  ['one text of two', required(texts), { kind: 'texts', texts: ['abc'] }],
  ['zero on a scale', required(scale), { kind: 'scale', value: 0 }],
  ['a number at its limit', number, { kind: 'number', value: 10 }],
  ['decimals', open, { kind: 'number', value: -1e9 + 0.5 }],
  ['the last day', date, { kind: 'date', date: '2026-12-31' }],
  ['a département', departement, { kind: 'territory', departement: '2B' }],
  ['a postal code', postal, { kind: 'territory', departement: '977', postalCode: '97133' }],
  ['a matrix', required(matrix), { kind: 'matrix', rows: [row('y'), row('x', 'bad')] }],
  ['some rows of an optional matrix', matrix, { kind: 'matrix', rows: [row('x')] }],
];

const wrong: [
  code: AnswerFault['code'],
  item: Question,
  value: AnswerValue | null,
  params?: AnswerFault['params'],
][] = [
  ['required', required(single), null],
  ['required', required(text), { kind: 'text', text: ' ' }],
  ['required', required(multiple), some()],
  ['too-few', multiple, some('x'), { min: 2, count: 1 }],
  ['too-many', multiple, some('x', 'y', 'z'), { max: 2, count: 3 }],
  ['too-few', ranking, { kind: 'ranking', order: ['x'] }, { min: 2, count: 1 }],
  ['exclusive', multiple, some('x', 'none')],
  ['too-long', text, { kind: 'text', text: 'abcd' }, { max: 3, length: 4 }],
  ['too-long', text, { kind: 'text', text: '😀😀' }, { max: 3, length: 4 }],
  ['too-long', texts, { kind: 'texts', texts: ['a', 'abcd'] }, { max: 3, length: 4, field: 1 }],
  ['other-too-long', single, { kind: 'single', choice: 'z', other: long }, { max: 500, length: 501 }],
  ['other-unexpected', single, { kind: 'single', choice: 'x', other: 'un mot' }],
  ['other-unexpected', multiple, { kind: 'multiple', choices: ['x', 'y'], other: 'un mot' }],
  ['out-of-range', scale, { kind: 'scale', value: 11 }, { min: 0, max: 10 }],
  ['out-of-range', open, { kind: 'number', value: 1.6 }, { max: 1.5 }],
  ['out-of-range', open, { kind: 'number', value: NaN }, { max: 1.5 }],
  ['not-an-integer', number, { kind: 'number', value: 1.5 }],
  ['incomplete-rows', required(matrix), { kind: 'matrix', rows: [row('x')] }, { missing: 1 }],
  ['date-out-of-range', date, { kind: 'date', date: '2027-01-01' }, { min: '2026-01-01', max: '2026-12-31' }],
  ['unknown-postal-code', postal, { kind: 'territory', departement: '72', postalCode: '99999' }],
  ['unknown-postal-code', postal, { kind: 'territory', departement: '72', postalCode: '53000' }],
  ['unknown-postal-code', postal, { kind: 'territory', departement: '72' }],
  ['unknown-postal-code', departement, { kind: 'territory', departement: '72', postalCode: '72000' }],
  ['unknown-choice', departement, { kind: 'territory', departement: '20' }],
  ['unknown-choice', single, { kind: 'single', choice: 'gone' }],
  ['unknown-choice', single, { kind: 'single', choice: '__proto__' }],
  ['unknown-choice', ranking, { kind: 'ranking', order: ['x', 'z'] }],
  ['unknown-choice', matrix, { kind: 'matrix', rows: [row('x', 'gone')] }],
  ['duplicate-choice', multiple, some('x', 'x')],
  ['duplicate-choice', matrix, { kind: 'matrix', rows: [row('x'), row('x', 'bad')] }],
  ['unknown-row', matrix, { kind: 'matrix', rows: [row('z')] }],
  ['too-many-texts', texts, { kind: 'texts', texts: ['a', 'b', 'c'] }],
  ['wrong-kind', single, { kind: 'text', text: 'x' }],
  ['wrong-kind', single, { kind: 'text', text: '' }],
];

describe('checkQuestion', () => {
  for (const [name, item, value] of right) {
    it(`accepts ${name}`, () => {
      assert.equal(checkQuestion(item, value), undefined);
    });
  }
  for (const [code, item, value, params] of wrong) {
    it(`says ${code} for ${JSON.stringify(value).slice(0, 60)} (${item.kind})`, () => {
      assert.deepEqual(checkQuestion(item, value), { question: 'q', code, ...(params && { params }) });
    });
  }
});

describe('checkAnswer', () => {
  const questionnaire = parseQuestionnaire({
    items: [
      { id: 'chapter', kind: 'info', title: 'Chapitre' },
      {
        id: 'a',
        kind: 'single',
        title: 'A',
        required: true,
        choices: [
          { id: 'x', label: 'X' },
          { id: 'y', label: 'Y', next: 'c' },
        ],
      },
      { id: 'b', kind: 'text', title: 'B' },
      { id: 'c', kind: 'text', title: 'C' },
    ],
  });
  const choose = (choice: string): AnswerPayload['answers'][number] => ({
    question: 'a',
    value: { kind: 'single', choice },
  });
  const left = (id: string): AnswerPayload['answers'][number] => ({ question: id, value: null });
  const codes = (answers: AnswerPayload['answers']): string[][] =>
    checkAnswer(questionnaire, { answers }).map(({ question: id, code }) => [id, code]);

  it('accepts both branches', () => {
    assert.deepEqual(codes([choose('x'), left('b'), left('c')]), []);
    assert.deepEqual(codes([choose('y'), left('c')]), []);
  });

  it('refuses what the path does not show', () => {
    assert.deepEqual(codes([choose('y'), left('b'), left('c')]), [['b', 'not-shown']]);
  });

  it('refuses what is missing, unknown, given twice, or no question', () => {
    assert.deepEqual(codes([choose('x'), choose('x'), left('gone'), left('chapter'), left('b')]), [
      ['a', 'duplicate-question'],
      ['gone', 'unknown-question'],
      ['chapter', 'unknown-question'],
      ['c', 'missing'],
    ]);
  });

  it('checks the value of each question', () => {
    assert.deepEqual(codes([left('a'), left('b'), left('c')]), [['a', 'required']]);
    assert.deepEqual(codes([choose('constructor'), left('b'), left('c')]), [['a', 'unknown-choice']]);
  });

  it('does not let a value of the wrong kind choose the path in silence', () => {
    const answers = [{ question: 'a', value: { kind: 'text' as const, text: 'y' } }, left('b'), left('c')];
    assert.deepEqual(codes(answers), [['a', 'wrong-kind']]);
  });
});
