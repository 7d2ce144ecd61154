/** Right values of all that a device reads, and ways to change them. */
import fc from 'fast-check';
import type { Consultation } from './consultation.js';
import { payloadOf } from './payload.js';
import { answeredQuestionnaire } from './questionnaire.fixture.js';

const receipt = {
  id: '0b0e7f6e-5d7c-4d0e-9c55-0a2f0b7d3b11',
  consultation: 'essai',
  contentHash: '0f'.repeat(32),
  receivedAt: '2026-11-22T10:00:00.250Z',
  late: true,
  code: 'ABCD-EFGH-JKMN-2345',
};
const counted = [{ id: 'x', label: 'X', count: 3 }];
const tallied = { question: 'q', kind: 'k', title: 'T', shown: 5, answered: 3, skipped: 2 };
const results = {
  consultation: 'essai',
  participants: 5,
  questions: [
    { ...tallied, counts: counted },
    { ...tallied, rows: [{ id: 'r', label: 'R', counts: counted }] },
    { ...tallied, ranks: [{ id: 'r', label: 'R', positions: [1, 2], score: 4 }] },
    { ...tallied, mean: 2.5, median: null },
  ],
  territories: [
    { departement: '72', participants: 3 },
    { departement: null, participants: 2 },
  ],
};
const errors = [
  { path: 'a', code: 'b' },
  { path: 'a', code: 'b', message: 'c' },
];

/** By the name of the table. @param demos definitions that are right and complete */
export const rightValues = (demos: readonly Consultation[]): Record<string, fc.Arbitrary<unknown>> => ({
  published: fc.constantFrom(
    ...demos.map((demo) => ({ version: 2, phase: 'open', consultation: demo })),
    ...demos.map(({ graceDays: _, followUp: __, ...demo }) => ({
      version: 0,
      phase: 'analysis',
      consultation: { ...demo, territory: { level: 'national' } },
    })),
  ),
  questionnaire: fc.oneof(
    fc.constantFrom(...demos.flatMap(({ questionnaire }) => questionnaire ?? [])),
    answeredQuestionnaire.map((drawn) => drawn.questionnaire),
  ),
  receipt: fc.constant(receipt),
  retrieved: answeredQuestionnaire
    .map(({ questionnaire, answers }) => payloadOf(questionnaire, answers, { as: 'elected' }, receipt.code))
    .map((payload) => ({
      contribution: {
        id: receipt.id,
        consultation: 'essai',
        definitionVersion: 1,
        createdAt: '2026-11-22T11:00:00+01:00',
        kind: 'answer',
        payload: payload.answers.length > 0 ? payload : { answers: [{ question: 'q', value: null }] },
      },
      receipt,
    })),
  counts: fc.nat().map((participants) => ({ participants })),
  results: fc.constant(results),
  problem: fc.constantFrom(
    { title: 'Closed', status: 403, code: 'closed' },
    { type: 'about:blank', title: 'No', status: 422, code: 'new-code', detail: 'Why', errors },
  ),
});

type Holder = Record<string, unknown>;

/** Every member of every object and list, to be replaced. */
export function places(value: unknown): [holder: Holder, key: string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [[holder, key] as [Holder, string], ...places(holder[key])]);
}

let deep: unknown = { question: 'a', answered: true };
for (let level = 0; level < 30; level += 1) deep = { all: [{ not: deep }] };
const odd = fc.constantFrom<unknown[]>(
  ...[null, undefined, true, 0, -1, 1.5, 7, 201, 1e9, 2 ** 60, NaN, Infinity, '', ' ', '\ud800', 'é', 'end'],
  ...[
    'a'.repeat(64),
    'a'.repeat(65),
    'x'.repeat(151),
    'x'.repeat(50_001),
    'javascript:alert(1)',
    'http://a.example',
  ],
  ...[
    'https://a.example',
    'https:// a',
    'http://localhost:80/x',
    '2026-02-29',
    '2024-02-29',
    '2026-01-01T00:00:00Z',
  ],
  ...[
    '2026-01-01T24:00:00Z',
    '2026-01-01',
    'national',
    'region',
    'a--b',
    [],
    {},
    [null],
    [[]],
    [undefined],
    deep,
  ],
  ...[
    { all: [] },
    { not: { question: 'a' } },
    { any: [{}] },
    { question: 'a', answered: 1 },
    { question: 'a b' },
  ],
  ...[
    { question: 'a', includes: ['b'], answered: true },
    { all: 1, question: 'a' },
    { question: 'a', atLeast: '1' },
  ],
  ...[
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
    'info',
  ],
);
/** Where, how, and to what one member is changed. */
export const change = fc.tuple(
  fc.nat(),
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('replace') },
    fc.constantFrom('drop', 'add', 'repeat', 'proto'),
  ),
  odd,
);

export function changed(value: unknown, changes: [at: number, how: string, odd: unknown][]): unknown {
  const root: Holder = { root: structuredClone(value) };
  for (const [index, [at, how, shared]] of changes.entries()) {
    const by = structuredClone(shared);
    const all = places(root);
    const [holder, key] = all[at % all.length] ?? [root, 'root'];
    const old = holder[key];
    if (how === 'drop') Reflect.deleteProperty(holder, key);
    else if (how === 'add') holder.surplus = by;
    else if (how === 'proto')
      Object.defineProperty(holder, '__proto__', {
        value: by,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    else if (
      how === 'repeat' &&
      index === 0 &&
      Array.isArray(old) &&
      JSON.stringify(old[0] ?? 0).length < 200
    )
      holder[key] = Array.from({ length: 202 }, () => old[0] as unknown);
    else holder[key] = by;
  }
  return root.root;
}
