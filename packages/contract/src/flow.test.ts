import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answers, AnswerValue } from './answer.js';
import { nextItem, pagesOf, pathOf, previousItem, progressOf, statusesOf } from './flow.js';
import type { Condition, Item, Questionnaire } from './questionnaire.js';

const chosen = (choice: string): AnswerValue => ({ kind: 'single', choice });
const answers = (given: Record<string, AnswerValue | null>): Answers => new Map(Object.entries(given));
const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id);
const text = (id: string, more: Partial<Item> = {}): Item =>
  ({ id, kind: 'text', title: id, ...more }) as Item;
const info = (id: string, more: Partial<Item> = {}): Item =>
  ({ id, kind: 'info', title: id, ...more }) as Item;
const single = (id: string, nexts: Record<string, string | undefined>, more: Partial<Item> = {}): Item =>
  ({
    id,
    kind: 'single',
    title: id,
    choices: Object.entries(nexts).map(([choice, next]) => ({
      id: choice,
      label: choice,
      ...(next && { next }),
    })),
    ...more,
  }) as Item;

/** Whether a last question with this condition is shown after the given answers. */
function shows(showIf: Condition, before: Item[], given: Record<string, AnswerValue | null>): boolean {
  const items = [...before, text('last', { showIf })];
  return ids(pathOf({ items }, answers(given))).includes('last');
}

describe('pathOf', () => {
  const branching: Questionnaire = {
    items: [
      single('doctor', { yes: 'delay', no: undefined, stop: 'end' }, { next: 'why' }),
      text('hidden'),
      text('why', { next: 'last' }),
      text('delay'),
      text('last'),
    ],
  };

  it('follows the next of the choice, then of the question, then the order', () => {
    assert.deepEqual(ids(pathOf(branching, answers({ doctor: chosen('yes') }))), ['doctor', 'delay', 'last']);
    assert.deepEqual(ids(pathOf(branching, answers({ doctor: chosen('no') }))), ['doctor', 'why', 'last']);
    assert.deepEqual(ids(pathOf(branching, answers({}))), ['doctor', 'why', 'last']);
    assert.deepEqual(ids(pathOf(branching, answers({ doctor: null }))), ['doctor', 'why', 'last']);
    assert.deepEqual(ids(pathOf(branching, answers({ doctor: chosen('stop') }))), ['doctor']);
  });

  it('passes over an item whose condition does not hold, its next with it', () => {
    const items = [
      single('a', { x: undefined, y: undefined }),
      text('b', { showIf: { question: 'a', includes: ['x'] }, next: 'end' }),
      info('c', { next: 'e' }),
      text('d'),
      text('e'),
    ];
    assert.deepEqual(ids(pathOf({ items }, answers({ a: chosen('x') }))), ['a', 'b']);
    assert.deepEqual(ids(pathOf({ items }, answers({ a: chosen('y') }))), ['a', 'c', 'e']);
  });

  it('never counts an answer that stayed behind on another branch', () => {
    const items = [
      single('a', { x: undefined, y: 'c' }),
      single('b', { x: undefined, y: undefined }),
      text('c', { showIf: { question: 'b', includes: ['x'] } }),
      text('d', { showIf: { question: 'b', answered: false } }),
    ];
    const given = { a: chosen('x'), b: chosen('x') };
    assert.deepEqual(ids(pathOf({ items }, answers(given))), ['a', 'b', 'c']);
    assert.deepEqual(ids(pathOf({ items }, answers({ ...given, a: chosen('y') }))), ['a', 'd']);
  });

  it('ends although a definition that nobody checked jumps back or nowhere', () => {
    const items = [
      text('a', { next: 'b' }),
      text('b', { next: 'a' }),
      text('c', { next: 'gone' }),
      text('d'),
    ];
    assert.deepEqual(ids(pathOf({ items }, answers({}))), ['a', 'b', 'c', 'd']);
  });

  it('reads each answer once at most, however long the questionnaire', () => {
    const items = Array.from({ length: 500 }, (_, n) =>
      single(
        `q${n}`,
        { x: undefined, y: undefined },
        n > 0 ? { showIf: { question: `q${n - 1}`, answered: true } } : {},
      ),
    );
    let reads = 0;
    const counting = new (class extends Map<string, AnswerValue | null> {
      override get(id: string): AnswerValue | null | undefined {
        reads += 1;
        return super.get(id);
      }
    })(items.map(({ id }) => [id, chosen('x')]));
    assert.equal(pathOf({ items }, counting).length, 500);
    assert.equal(reads, 500);
  });
});

describe('conditions', () => {
  const choice = single('q', { x: undefined, y: undefined });
  const many = { ...choice, kind: 'multiple' } as Item;
  const number = { id: 'q', kind: 'number', title: 'q' } as Item;
  const place = { id: 'q', kind: 'territory', title: 'q', ask: 'departement' } as Item;
  const is = (value: number): AnswerValue => ({ kind: 'number', value });
  const cases: [name: string, condition: Condition, item: Item, value: AnswerValue | null, shown: boolean][] =
    [
      ['a choice', { question: 'q', includes: ['x'] }, choice, chosen('x'), true],
      ['another choice', { question: 'q', includes: ['x'] }, choice, chosen('y'), false],
      [
        'one of several choices',
        { question: 'q', includes: ['x'] },
        many,
        { kind: 'multiple', choices: ['y', 'x'] },
        true,
      ],
      [
        'a département',
        { question: 'q', includes: ['2A'] },
        place,
        { kind: 'territory', departement: '2A' },
        true,
      ],
      ['a choice that is not there', { question: 'q', includes: ['x'] }, choice, null, false],
      ['an answer', { question: 'q', answered: true }, choice, chosen('y'), true],
      [
        'blank text, which is no answer',
        { question: 'q', answered: true },
        text('q'),
        { kind: 'text', text: ' ' },
        false,
      ],
      ['the lower bound', { question: 'q', atLeast: 3 }, number, is(3), true],
      ['under the lower bound', { question: 'q', atLeast: 3 }, number, is(2.9), false],
      ['the upper bound', { question: 'q', atMost: 3 }, number, is(3), true],
      ['over the upper bound', { question: 'q', atLeast: 1, atMost: 3 }, number, is(4), false],
      ['a bound on nothing', { question: 'q', atMost: 3 }, number, null, false],
      ['a bound on a choice', { question: 'q', atMost: 3 }, choice, chosen('x'), false],
      ['not', { not: { question: 'q', includes: ['x'] } }, choice, chosen('y'), true],
      [
        'all',
        {
          all: [
            { question: 'q', answered: true },
            { question: 'q', includes: ['y'] },
          ],
        },
        choice,
        chosen('x'),
        false,
      ],
      [
        'any',
        {
          any: [
            { question: 'q', answered: false },
            { question: 'q', includes: ['x'] },
          ],
        },
        choice,
        chosen('x'),
        true,
      ],
    ];
  for (const [name, condition, item, value, shown] of cases) {
    it(`${shown ? 'hold' : 'do not hold'} for ${name}`, () => {
      assert.equal(shows(condition, [item], { q: value }), shown);
    });
  }
});

describe('pages, progress, neighbours and statuses', () => {
  const questionnaire: Questionnaire = {
    items: [
      text('first'),
      info('chapter'),
      single('choice', { x: undefined, y: 'end' }),
      text('more'),
      info('closing'),
    ],
  };
  const none = answers({});
  const short = answers({ choice: chosen('y') });

  it('shows an item a page', () => {
    assert.deepEqual(
      pagesOf(questionnaire, short).map(({ id }) => id),
      ['first', 'chapter', 'choice'],
    );
  });

  it('shows a chapter a page, the questions before the first one together', () => {
    const pages = pagesOf({ ...questionnaire, pageBy: 'chapter' }, none);
    assert.deepEqual(
      pages.map(({ id, items }) => [id, ids(items)]),
      [
        ['first', ['first']],
        ['chapter', ['chapter', 'choice', 'more']],
        ['closing', ['closing']],
      ],
    );
  });

  it('counts questions on the path, not chapters', () => {
    assert.deepEqual(progressOf(questionnaire, none, 'first'), { position: 1, total: 3 });
    assert.deepEqual(progressOf(questionnaire, none, 'chapter'), { position: 1, total: 3 });
    assert.deepEqual(progressOf(questionnaire, none, 'closing'), { position: 3, total: 3 });
    assert.deepEqual(progressOf(questionnaire, short, 'choice'), { position: 2, total: 2 });
    assert.deepEqual(progressOf(questionnaire, short, 'more'), { position: 0, total: 2 });
    assert.deepEqual(progressOf({ items: [info('i'), text('t')] }, none, 'i'), { position: 0, total: 1 });
  });

  it('knows the neighbours on the path', () => {
    assert.equal(nextItem(questionnaire, none, 'choice')?.id, 'more');
    assert.equal(nextItem(questionnaire, short, 'choice'), undefined);
    assert.equal(previousItem(questionnaire, none, 'chapter')?.id, 'first');
    assert.equal(previousItem(questionnaire, none, 'first'), undefined);
    assert.equal(nextItem(questionnaire, short, 'more'), undefined);
  });

  it('says what became of each question', () => {
    const given = answers({ first: { kind: 'text', text: 'oui' }, choice: chosen('y'), more: null });
    assert.deepEqual(
      [...statusesOf(questionnaire, given)],
      [
        ['first', 'answered'],
        ['choice', 'answered'],
        ['more', 'not-shown'],
      ],
    );
    assert.equal(statusesOf(questionnaire, answers({ first: null })).get('first'), 'skipped');
  });
});
