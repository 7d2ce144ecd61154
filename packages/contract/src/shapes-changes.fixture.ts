/** Ways to change a right value. */
import fc from 'fast-check';

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
