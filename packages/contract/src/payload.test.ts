import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answers, AnswerValue } from './answer.js';
import { isEmpty } from './empty.js';
import { answersOf, payloadOf } from './payload.js';
import type { Questionnaire } from './questionnaire.js';

const chosen = (choice: string): AnswerValue => ({ kind: 'single', choice });
const answers = (given: Record<string, AnswerValue | null>): Answers => new Map(Object.entries(given));

describe('payloadOf', () => {
  const questionnaire: Questionnaire = {
    items: [
      { id: 'chapter', kind: 'info', title: 'chapter' },
      {
        id: 'a',
        kind: 'single',
        title: 'a',
        choices: [
          { id: 'x', label: 'x' },
          { id: 'y', label: 'y', next: 'end' },
        ],
      },
      { id: 'b', kind: 'texts', title: 'b', count: 3 },
      { id: 'c', kind: 'text', title: 'c' },
    ],
  };

  it('sends what is on the path, null for what was left empty', () => {
    const given = answers({
      a: { kind: 'single', choice: 'x', other: ' ' },
      b: { kind: 'texts', texts: [' mot ', '  ', ''] },
      c: { kind: 'text', text: '\n ' },
    });
    const payload = payloadOf(questionnaire, given);
    assert.deepEqual(payload, {
      answers: [
        { question: 'a', value: { kind: 'single', choice: 'x' } },
        { question: 'b', value: { kind: 'texts', texts: [' mot ', '', ''] } },
        { question: 'c', value: null },
      ],
    });
    assert.deepEqual([...answersOf(payload).keys()], ['a', 'b', 'c']);
  });

  it('drops what stayed behind, and an empty profile', () => {
    const given = answers({ a: chosen('y'), b: { kind: 'texts', texts: ['x'] } });
    const sent = [{ question: 'a', value: chosen('y') }];
    assert.deepEqual(payloadOf(questionnaire, given, {}), { answers: sent });
    assert.deepEqual(payloadOf(questionnaire, given, { as: 'elected' }, 'ABCD-EFGH'), {
      answers: sent,
      profile: { as: 'elected' },
      replaces: 'ABCD-EFGH',
    });
  });
});

describe('isEmpty', () => {
  const empty: (AnswerValue | null | undefined)[] = [
    null,
    undefined,
    { kind: 'multiple', choices: [] },
    { kind: 'text', text: ' \n' },
    { kind: 'texts', texts: ['', ' '] },
    { kind: 'ranking', order: [] },
    { kind: 'matrix', rows: [] },
  ];
  const full: AnswerValue[] = [
    chosen('x'),
    { kind: 'scale', value: 0 },
    { kind: 'number', value: 0 },
    { kind: 'texts', texts: ['', 'x'] },
    { kind: 'date', date: '2026-11-22' },
    { kind: 'territory', departement: '72' },
  ];
  it('tells empty from given', () => {
    for (const value of empty) assert.equal(isEmpty(value), true, JSON.stringify(value));
    for (const value of full) assert.equal(isEmpty(value), false, JSON.stringify(value));
  });
});
