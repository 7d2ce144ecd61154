import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ContractError } from './contract-error.js';
import { CONTOUR_DIGITS, MAX_CONTOURS, readContours } from './contours.js';

/** Numbers as the format writes them. */
function n(...numbers: number[]): string {
  const { first, last, more } = CONTOUR_DIGITS;
  const digits = (number: number): string =>
    number < last
      ? String.fromCharCode(first + number)
      : String.fromCharCode(first + last + (number % more)) + digits(Math.floor(number / more));
  return numbers.map((number) => digits(number < 0 ? -2 * number - 1 : 2 * number)).join('');
}

// Two squares of a degree side by side, the border between them first, then the way around each.
const GRID = '1 46 0.5 0.25';
const ARCS = [n(2, 0, 0, 4), n(0, 0, -2, 0, 0, -4, 2, 0), n(0, 0, 2, 0, 0, 4, -2, 0)];
const RINGS = [`01|${n(0, 2)}`, `2A|${n(-1, 3)}`];
const text = (grid = GRID, arcs = ARCS, rings = RINGS) =>
  ['contours 1', grid, arcs.join(' '), rings.join(' ')].join('\n');

describe('contours', () => {
  it('are rings by département, and borders drawn once with the codes on their sides', () => {
    const { departments, borders } = readContours(text());
    assert.deepEqual(Object.fromEntries(departments), {
      '01': [
        [
          [2, 46],
          [2, 47],
          [1, 47],
          [1, 46],
        ],
      ],
      '2A': [
        [
          [2, 47],
          [2, 46],
          [3, 46],
          [3, 47],
        ],
      ],
    });
    assert.deepEqual(borders, [
      {
        between: ['01', '2A'],
        line: [
          [2, 46],
          [2, 47],
        ],
      },
      {
        between: ['01'],
        line: [
          [2, 47],
          [1, 47],
          [1, 46],
          [2, 46],
        ],
      },
      {
        between: ['2A'],
        line: [
          [2, 46],
          [3, 46],
          [3, 47],
          [2, 47],
        ],
      },
    ]);
  });

  it('have a grid for each frame, and steps of several digits', () => {
    const island = ['55 -21 0.001 0.001', n(0, 0, 1000, 0, 0, -30000, -1000, 30000), `974|${n(0)}`];
    const { departments } = readContours([text(), ...island].join('\n'));
    assert.deepEqual([...departments.keys()], ['01', '2A', '974']);
    assert.deepEqual(departments.get('974'), [
      [
        [55, -21],
        [56, -21],
        [56, -51],
      ],
    ]);
  });

  it('may say whom to name', () => {
    assert.equal(readContours(text()).attribution, undefined);
    const named = text().replace('contours 1', 'contours 1 © IGN, 2026 | licence ouverte');
    assert.equal(readContours(named).attribution, '© IGN, 2026 | licence ouverte');
  });

  it('may leave a département without a ring', () => {
    assert.deepEqual(readContours(text(GRID, ARCS, [...RINGS, '03'])).departments.get('03'), []);
  });

  const wrong: Record<string, unknown> = {
    nothing: undefined,
    'an object': { departments: [] },
    'an empty text': '',
    'another head': text().replace('contours 1', 'contours 2'),
    'another version': text().replace('contours 1', 'contours 10'),
    'a line too many': `${text()}\n`,
    'a line too few': text().split('\n').slice(0, -1).join('\n'),
    'too long a text': text() + ' '.repeat(MAX_CONTOURS),
    'a grid of three numbers': text('1 46 0.5'),
    'a grid of words': text('1 46 0.5 east'),
    'a grid off the Earth': text('179.5 46 0.5 0.25'),
    'an endless step': text('1 46 Infinity 0.25'),
    'a digit that is none': text(GRID, [`${ARCS[0]}~`, ...ARCS.slice(1)]),
    'a number that does not end': text(GRID, ARCS, [`${RINGS[0]}[`, '2A']),
    'a number too large': text(GRID, [`${'['.repeat(30)}(`, ...ARCS.slice(1)]),
    'half a position': text(GRID, [`${ARCS[0]}${n(1)}`, ...ARCS.slice(1)]),
    'an arc of one position': text(GRID, [...ARCS, n(0, 0)]),
    'no arcs': text(GRID, [], RINGS),
    'an arc that no ring takes': text(GRID, [...ARCS, n(0, 0, 1, 1)]),
    'an arc that three rings take': text(GRID, ARCS, [...RINGS, `03|${n(-3, 2)}`]),
    'an arc that is not there': text(GRID, ARCS, [`01|${n(0, 200)}`]),
    'an arc before the first': text(GRID, ARCS, [`01|${n(-2)}`]),
    'arcs that do not meet': text(GRID, ARCS, [`01|${n(0, 3)}`, `2A|${n(-1, 2)}`]),
    'a ring that is not closed': text(GRID, ARCS, [`01|${n(0)}`, `2A|${n(2, 2)}`]),
    'a ring of nothing': text(GRID, ARCS, [`${RINGS[0]}|`, RINGS[1] ?? '']),
    'a code that is none': text(GRID, ARCS, [`00|${n(0, 2)}`, `2A|${n(-1, 3)}`]),
    'a code twice': text(GRID, ARCS, [...RINGS, '01']),
    'no départements': text(GRID, ARCS, []),
  };
  for (const [what, value] of Object.entries(wrong)) {
    it(`are not ${what}`, () => {
      assert.throws(() => readContours(value), ContractError);
    });
  }

  const readOrRefused = (value: unknown): void => {
    try {
      readContours(value);
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
    }
  };

  it('throw nothing but a ContractError, whatever arrives', () => {
    fc.assert(fc.property(fc.anything(), readOrRefused));
    const character = fc.integer({ min: 32, max: 93 }).map((code) => String.fromCharCode(code));
    const line = fc.string({ unit: fc.oneof(character, fc.constantFrom(' ', '|', '(', '01|')) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 9 }), (lines) =>
        readOrRefused(['contours 1', ...lines].join('\n')),
      ),
    );
    const place = fc.nat({ max: text().length });
    fc.assert(
      fc.property(place, place, character, (at, to, inserted) =>
        readOrRefused(text().slice(0, at) + inserted + text().slice(to)),
      ),
      { numRuns: 1000 },
    );
  });

  it('take no ring again and again over a long arc', () => {
    // Quadratic if it were read: thousands of rings around one island of thousands of positions.
    const island = n(0, 0) + n(0, 1, 0, -1).repeat(5_000) + n(1, 0, -1, 0);
    const rings = `01${`|${n(0)}`.repeat(20_000)}`;
    assert.throws(() => readContours(['contours 1', GRID, island, rings].join('\n')), ContractError);
  });
});
