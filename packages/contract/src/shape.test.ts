import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { ContractError } from './contract-error.js';
import { parsePublished } from './parse-published.js';
import { parseQuestionnaire } from './parse-questionnaire.js';
import { questionnaire } from './questionnaire.js';
import { list, object, readAs, text } from './shape.js';
import { any } from './shape-more.js';

const choices = [
  { id: 'x', label: 'X' },
  { id: 'y', label: 'Y' },
];
const asking = (...items: unknown[]): unknown => ({ items });
const showIf = (condition: unknown): unknown =>
  asking({ id: 't', kind: 'text', title: 'T', showIf: condition });

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof ContractError, String(error));
    assert.equal(error.issues.length, 1);
    return `${error.issues[0]!.path.join('.')}: ${error.issues[0]!.message}`;
  }
  return 'none';
}

const KINDS =
  'single or multiple or text or texts or scale or ranking or matrix or number or date or territory or info';

describe('readAs', () => {
  const faults: [value: unknown, fault: string][] = [
    [null, ': object expected'],
    [{}, 'items: missing'],
    [asking(), 'items: list of 1 to 500 expected'],
    [asking({}), 'items.0.kind: missing'],
    [asking({ kind: 'video' }), `items.0.kind: ${KINDS} expected`],
    [asking({ kind: 'single', choices }), 'items.0.id: missing'],
    [
      asking({ id: 's', kind: 'single', title: 'S', choices: [choices[0], { id: 'y' }] }),
      'items.0.choices.1.label: missing',
    ],
    [
      asking({ id: 's', kind: 'single', title: 'S', choices: [] }),
      'items.0.choices: list of 2 to 200 expected',
    ],
    [asking({ id: 'd', kind: 'date', title: 'D', min: '2026-13-01' }), 'items.0.min: date expected'],
    [asking({ id: 'd', kind: 'date', title: 'D', min: 'demain' }), 'items.0.min: date expected'],
    [asking({ id: 'd', kind: 'date', title: 'D', min: '2026-12-01T' }), 'items.0.min: date expected'],
    [
      asking({ id: 't', kind: 'text', title: 'T', maxLength: 0 }),
      'items.0.maxLength: integer from 1 to 10000 expected',
    ],
    [
      asking({ id: 't', kind: 'text', title: 'T', maxLength: 1.5 }),
      'items.0.maxLength: integer from 1 to 10000 expected',
    ],
    [asking({ id: 't', kind: 'text', title: 'T', required: 1 }), 'items.0.required: boolean expected'],
    [
      asking({ id: 'é', kind: 'text', title: 'T' }),
      'items.0.id: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ expected',
    ],
    [
      asking({ id: 'p', kind: 'territory', title: 'P', ask: 'address' }),
      'items.0.ask: departement or postal-code expected',
    ],
    [showIf(null), 'items.0.showIf: object expected'],
    [showIf({}), 'items.0.showIf: all or any or not or includes or answered or question expected'],
    [
      showIf({ all: [{ question: 't', answered: 'yes' }] }),
      'items.0.showIf.all.0.answered: boolean expected',
    ],
    [showIf({ not: [] }), 'items.0.showIf.not: object expected'],
    [
      showIf({ question: 't', includes: [1] }),
      'items.0.showIf.includes.0: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ expected',
    ],
  ];
  for (const [value, fault] of faults) {
    it(`says "${fault}"`, () => {
      assert.equal(
        faultOf(() => parseQuestionnaire(value)),
        fault,
      );
    });
  }

  it('copies: what it read is not changed, and a default is nobody else’s', () => {
    const shape = object({ 'list?': list(text) }, { list: ['a'] });
    const given = Object.freeze({ other: 1 });
    const first = readAs(shape, 'thing', given) as { list: string[] };
    first.list.push('b');
    assert.deepEqual(readAs(shape, 'thing', given), { list: ['a'] });
  });

  it('takes an absent member and an undefined one as the same', () => {
    const shape = object({ 'a?': text, b: any });
    assert.deepEqual(readAs(shape, 'thing', { a: undefined, b: null }), { b: null });
    assert.equal(
      faultOf(() => readAs(shape, 'thing', { b: undefined })),
      'b: missing',
    );
  });
});

describe('what a device lets through and the schema does not', () => {
  const differences: [name: string, value: unknown, read: unknown][] = [
    [
      'members that it does not know, which it drops',
      { items: [{ id: 't', kind: 'text', title: 'T', hint: 1 }], theme: 2 },
      asking({ id: 't', kind: 'text', title: 'T' }),
    ],
    [
      'a condition of two sorts, of which it keeps the first',
      showIf({ all: [{ question: 't', answered: true }], question: 'é' }),
      showIf({ all: [{ question: 't', answered: true }] }),
    ],
    [
      'blank text',
      asking({ id: 't', kind: 'text', title: ' ' }),
      asking({ id: 't', kind: 'text', title: ' ' }),
    ],
    [
      'text that is too long',
      asking({ id: 't', kind: 'text', title: 'x'.repeat(1001) }),
      asking({ id: 't', kind: 'text', title: 'x'.repeat(1001) }),
    ],
    [
      'a day that its month does not have, and a browser takes for one of the next',
      asking({ id: 'd', kind: 'date', title: 'D', min: '2026-02-29' }),
      asking({ id: 'd', kind: 'date', title: 'D', min: '2026-02-29' }),
    ],
    [
      'text that PostgreSQL cannot hold',
      asking({ id: 't', kind: 'text', title: '\ud800\0' }),
      asking({ id: 't', kind: 'text', title: '\ud800\0' }),
    ],
  ];
  for (const [name, value, read] of differences) {
    it(name, () => {
      assert.equal(z.safeParse(questionnaire, value).success, false);
      assert.deepEqual(parseQuestionnaire(value), read);
    });
  }
});

describe('what a device refuses and the schema does not', () => {
  it('a condition that is a hundred deep', () => {
    let deep: unknown = { question: 't', answered: true };
    for (let level = 0; level < 95; level += 1) deep = { not: deep };
    assert.ok(parseQuestionnaire(showIf(deep)));
    for (let level = 0; level < 5; level += 1) deep = { not: deep };
    assert.ok(z.safeParse(questionnaire, showIf(deep)).success);
    assert.match(
      faultOf(() => parseQuestionnaire(showIf(deep))),
      /^items\.0\.showIf\.not\..*not: too deep$/,
    );
  });
});

describe('hostile input', () => {
  it('never reaches a prototype', () => {
    const text =
      '{"id":"t","kind":"text","title":"T","__proto__":{"required":true},"constructor":{"prototype":{"x":1}}}';
    const read = parseQuestionnaire(JSON.parse(`{"items":[${text}],"__proto__":{"profile":true}}`));
    assert.equal(Object.getPrototypeOf(read), Object.prototype);
    assert.deepEqual(read, asking({ id: 't', kind: 'text', title: 'T' }));
    assert.deepEqual(Object.keys(read.items[0]!), ['kind', 'id', 'title']);
    for (const kind of ['__proto__', 'constructor', 'toString']) {
      assert.match(
        faultOf(() => parseQuestionnaire(asking({ kind }))),
        /kind: single or /,
      );
    }
    assert.match(
      faultOf(() => parseQuestionnaire(asking({ kind: { toString: () => 'text' } }))),
      /kind: single or /,
    );
  });

  it('is refused before it is walked when it is too long', { timeout: 10_000 }, () => {
    const many = { length: 5_000_000 };
    assert.equal(
      faultOf(() => parseQuestionnaire({ items: Array.from(many) })),
      'items: list of 1 to 500 expected',
    );
    assert.match(
      faultOf(() => parseQuestionnaire(asking({ kind: 'text', id: 'a'.repeat(10_000_000) }))),
      /id: .* expected/,
    );
  });

  it(
    'costs what it weighs: a hundred thousand steps, and a questionnaire as large as may be',
    { timeout: 20_000 },
    () => {
      const notice = Object.fromEntries(
        'controller purpose legalBasis recipients retention rightsContact'
          .split(' ')
          .map((key) => [key, 'N']),
      );
      const published = (followUp: unknown[]): unknown => ({
        version: 1,
        phase: 'open',
        consultation: {
          ...Object.fromEntries('title summary theme organiser timeZone'.split(' ').map((key) => [key, 'T'])),
          ...{ id: 'essai', locale: 'fr', resultsVisible: 'never', access: 'open', estimatedMinutes: 1 },
          ...{
            territory: { level: 'national' },
            notice: { ...notice, openData: false },
            followUp,
            questionnaire: 0,
          },
          ...{ opensAt: '2026-09-01T08:00:00+02:00', closesAt: '2026-10-01T08:00:00+02:00' },
        },
      });
      const step = { kind: 'done', title: 'T', date: '2026-11-22', url: `https://${'a'.repeat(1990)}` };
      assert.equal(
        parsePublished(published(new Array(100_000).fill(step))).consultation.followUp.length,
        100_000,
      );
      const wrong = { ...step, url: `https://${'a'.repeat(1990)} ` };
      assert.match(
        faultOf(() => parsePublished(published([...new Array<unknown>(1000).fill(step), wrong]))),
        /1000\.url: .* expected/,
      );
      const one = { question: 't', includes: new Array<string>(200).fill('x') };
      const condition = { all: new Array(20).fill({ any: new Array(20).fill(one) }) };
      const item = {
        id: 'm',
        kind: 'multiple',
        title: 'M',
        choices: new Array(200).fill(choices[0]),
        showIf: condition,
      };
      assert.equal(parseQuestionnaire(asking(...new Array<unknown>(20).fill(item))).items.length, 20);
    },
  );

  it('of any sort is refused by an error of the contract', () => {
    for (const value of [
      undefined,
      null,
      0,
      NaN,
      '',
      'x',
      true,
      Symbol('x'),
      1n,
      () => 1,
      [],
      new Date(0),
      new Map(),
    ]) {
      assert.match(
        faultOf(() => parseQuestionnaire(value)),
        /object expected|missing/,
      );
    }
  });
});
