import { CONTOUR_DIGITS, CONTOURS_HEAD } from '@cnr-widgets/contract';
import { onGrid, type GridFrame } from './grid-frame.js';
import type { Outline } from './outline.js';
import { simplifyFrame, weighFrame, type WeighedFrame } from './weighed-frame.js';

/** Kilometres: the side of the square than which details may be no smaller, where nothing else is asked for. */
export const TOLERANCE = 2.5;

/**
 * Weighs outlines once, and packs them as finely as is asked for, as `readContours` of the contract reads them:
 * simplified, on a grid, each shared border once. Metropolitan France is one frame, each overseas département another.
 * The same outlines and tolerance give the same text.
 * @param outlines neighbours must share the positions of their borders
 * @param attribution whom to name where they are shown: one line
 * @returns what packs: `tolerance` is in kilometres; a frame under 250 km, which maps show larger, has a finer one,
 *   down to 0.4 of it
 */
export function contourPacker(
  outlines: readonly Outline[],
  attribution?: string,
): (tolerance: number) => string {
  const inside = new Map<string, Outline[]>();
  for (const outline of [...outlines].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const name = outline.code.length > 2 ? outline.code : '';
    inside.set(name, [...(inside.get(name) ?? []), outline]);
  }
  const head = attribution === undefined ? CONTOURS_HEAD : `${CONTOURS_HEAD} ${attribution}`;
  const frames = [...inside.values()].map(weighFrame);
  return (tolerance) => [head, ...frames.flatMap((frame) => packedFrame(frame, tolerance))].join('\n');
}

/** The three lines of a frame; none where nothing is left of it. */
function packedFrame(frame: WeighedFrame, tolerance: number): string[] {
  const finer = tolerance * Math.min(1, Math.max(0.4, frame.extent / 250));
  const stepX = rounded(finer / 4 / frame.kmX);
  const stepY = rounded(finer / 4 / frame.kmY);
  const { arcs, rings } = onGrid(simplifyFrame(frame, finer ** 2), stepX * frame.kmX, stepY * frame.kmY);
  if (arcs.length === 0) return [];
  return [
    [rounded(frame.west), rounded(frame.south), stepX, stepY].join(' '),
    writtenArcs(arcs),
    writtenRings(rings),
  ];
}

function writtenArcs(arcs: GridFrame['arcs']): string {
  let x = 0;
  let y = 0;
  const step = (at: readonly [number, number]) => {
    const text = written(at[0] - x) + written(at[1] - y);
    [x, y] = at;
    return text;
  };
  return arcs.map((arc) => arc.map(step).join('')).join(' ');
}

function writtenRings(rings: GridFrame['rings']): string {
  let before = 0;
  const difference = (number: number) => {
    const text = written(number - before);
    before = number;
    return text;
  };
  return [...rings]
    .map(([code, all]) => {
      const parts = all.map((ring) =>
        ring.map(({ arc, backwards }) => difference(arc * 2 + (backwards ? 1 : 0))).join(''),
      );
      return [code, ...parts].join('|');
    })
    .join(' ');
}

/** A number zigzag-coded, in the contract's digits. */
function written(number: number): string {
  const { first, last, more } = CONTOUR_DIGITS;
  let rest = number < 0 ? -2 * number - 1 : 2 * number;
  let text = '';
  while (rest >= last) {
    text += String.fromCharCode(first + last + (rest % more));
    rest = Math.floor(rest / more);
  }
  return text + String.fromCharCode(first + rest);
}

/** To a metre, so that it is short in the text. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
