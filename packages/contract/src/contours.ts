import { ContractError } from './contract-error.js';
import { isDepartement } from './postal-code.js';

/** Degrees, WGS 84. */
export type Position = readonly [longitude: number, latitude: number];

/** A line where a département ends, drawn once although neighbours share it. */
export interface Border {
  /** The codes on its sides: two between neighbours, one at a coast or a frontier. */
  readonly between: readonly string[];
  /** From end to end; around an island the last position is the first again. */
  readonly line: readonly Position[];
}

export interface Contours {
  /**
   * The rings of each département by INSEE code: islands, exclaves and holes alike, filled by the even-odd rule. The
   * last position is not the first again.
   */
  readonly departments: ReadonlyMap<string, readonly (readonly Position[])[]>;
  readonly borders: readonly Border[];
  /** Whom to name where they are shown. The built-in ones have theirs beside them. */
  readonly attribution?: string;
}

/** How the packed text begins; the number is the format's. After a blank, whom to name. */
export const CONTOURS_HEAD = 'contours 1';

/** The longest packed text that is read, in UTF-16 code units: some four times what a map may weigh. */
export const MAX_CONTOURS = 65_536;

/**
 * The digits of a number, least one first: `LAST` characters from `FIRST` on end it, the `MORE` after them go on.
 * Most steps are small and take one character; none has to be escaped in JSON or in a script.
 */
export const CONTOUR_DIGITS = { first: 40, last: 32, more: 20 } as const;

interface Arc extends Border {
  readonly between: string[];
  readonly line: Position[];
}

/**
 * Reads packed contours: a topology whose arcs neighbours share.
 *
 * The text is lines. The first is `contours 1`, a blank and whom to name, or `contours 1` alone. Three follow for each frame, a part of the territory that has a grid
 * of its own, fine where the land is small:
 * 1. `west south stepX stepY`: the grid's origin and its steps, in degrees.
 * 2. The arcs, a blank between two: numbers in pairs, each the steps east and north from the position before, which
 *    for an arc's first is the last of the arc before it (of the first arc: the origin).
 * 3. The départements, a blank between two: the code, and after each `|` a ring: for each of its arcs the difference
 *    to the number before it (at first 0), which is twice the arc's place, plus one when the arc is taken backwards.
 *
 * A number is zigzag-coded (0, -1, 1, -2…) and written as `CONTOUR_DIGITS` says.
 *
 * Takes time in proportion to the text: an arc has two sides and is drawn by two rings at most.
 * @throws ContractError for anything else
 */
export function readContours(value: unknown): Contours {
  if (typeof value !== 'string') return fail('a text expected');
  if (value.length > MAX_CONTOURS) return fail('too long');
  const [head = '', ...lines] = value.split('\n');
  const attribution = head.slice(CONTOURS_HEAD.length + 1);
  if (!`${head} `.startsWith(`${CONTOURS_HEAD} `) || lines.length % 3 !== 0) {
    fail(`lines after "${CONTOURS_HEAD}" expected`);
  }
  const departments = new Map<string, Position[][]>();
  const borders: Border[] = [];
  for (let at = 0; at < lines.length; at += 3) {
    const arcs = readArcs(lines[at] ?? '', lines[at + 1] ?? '');
    let before = 0;
    for (const shape of (lines[at + 2] ?? '').split(' ')) {
      const [code = '', ...rings] = shape.split('|');
      if (!isDepartement(code) || departments.has(code)) fail("a département's code expected once");
      departments.set(
        code,
        rings.map((ring) => {
          const taken = readNumbers(ring).map((difference) => (before += difference));
          return readRing(taken, arcs, code);
        }),
      );
    }
    if (arcs.some(({ between }) => between.length === 0)) fail('an arc without a side');
    borders.push(...arcs);
  }
  return { departments, borders, ...(attribution && { attribution }) };
}

function readArcs(grid: string, text: string): Arc[] {
  const [west = NaN, south = NaN, stepX = NaN, stepY = NaN] = grid.split(' ').map(Number);
  let x = 0;
  let y = 0;
  return text.split(' ').map((packed) => {
    const steps = readNumbers(packed);
    const line: Position[] = [];
    for (let at = 0; at < steps.length; at += 2) {
      x += steps[at] ?? NaN;
      y += steps[at + 1] ?? NaN;
      const position: Position = [west + x * stepX, south + y * stepY];
      // So written, what is not a number is refused too.
      if (!(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90))
        fail('a position on Earth expected');
      line.push(position);
    }
    if (line.length < 2) fail('an arc with two positions expected');
    return { between: [], line };
  });
}

function readRing(taken: readonly number[], arcs: readonly Arc[], code: string): Position[] {
  const ring: Position[] = [];
  for (const number of taken) {
    const arc = arcs[Math.floor(number / 2)] ?? fail('an arc expected');
    if (arc.between.push(code) > 2) fail('an arc with more than two sides');
    const line = number % 2 === 0 ? arc.line : [...arc.line].reverse();
    // Where arcs meet they have the same position, and the ring has it once.
    if (ring.length > 0 && !same(ring.pop(), line[0])) fail('arcs that meet expected');
    ring.push(...line);
  }
  if (!same(ring.pop(), ring[0]) || ring.length < 3) fail('a closed ring expected');
  return ring;
}

function same(one: Position | undefined, other: Position | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

function readNumbers(text: string): number[] {
  const { first, last, more } = CONTOUR_DIGITS;
  const numbers: number[] = [];
  let number = 0;
  let weight = 1;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - first;
    if (digit < 0 || digit >= last + more || weight > 1e6) fail('a number expected');
    if (digit < last) {
      number += digit * weight;
      numbers.push(number % 2 === 0 ? number / 2 : -(number + 1) / 2);
      number = 0;
      weight = 1;
    } else {
      number += (digit - last) * weight;
      weight *= more;
    }
  }
  if (weight > 1) fail('a number expected');
  return numbers;
}

function fail(message: string): never {
  throw new ContractError('contours', [{ path: [], message }]);
}
