import type { SimpleFrame } from './weighed-frame.js';

/** Steps of a grid east and north of its corner. */
type Point = readonly [x: number, y: number];

interface Taken {
  /** Its place among the arcs. */
  arc: number;
  backwards: boolean;
}

/** A part of the territory on a grid. */
export interface GridFrame {
  arcs: (readonly Point[])[];
  /** By code. */
  rings: ReadonlyMap<string, Taken[][]>;
}

/**
 * A frame on a grid. What falls into one step is left out: positions, arcs, and rings that enclose nothing any more.
 * @param stepX kilometres of a step to the east
 * @param stepY to the north
 */
export function onGrid({ arcs, rings }: SimpleFrame, stepX: number, stepY: number): GridFrame {
  const lines = arcs.map((arc) =>
    withoutRepeats(arc.map(([x = 0, y = 0]) => [Math.round(x / stepX), Math.round(y / stepY)])),
  );
  const kept = [...rings].map(([code, all]): [string, Taken[][]] => [
    code,
    all
      .map((ring) => ring.map((place) => ({ arc: place < 0 ? ~place : place, backwards: place < 0 })))
      .map((ring) => ring.filter(({ arc }) => (lines[arc] ?? []).length > 1))
      .filter((ring) => area(ring, lines) > 0),
  ]);
  return inOrder({ arcs: lines, rings: new Map(kept) });
}

function withoutRepeats(arc: readonly Point[]): Point[] {
  return arc.filter(([x, y], place) => {
    const before = arc[place - 1];
    return before?.[0] !== x || before[1] !== y;
  });
}

/** In squares of the grid. */
function area(ring: readonly Taken[], arcs: GridFrame['arcs']): number {
  const points = ring.flatMap(({ arc, backwards }) => {
    const line = arcs[arc] ?? [];
    return backwards ? [...line].reverse() : line;
  });
  const twice = points.reduce((sum, [x, y], place) => {
    const [nextX, nextY] = points[(place + 1) % points.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Only the arcs that a ring takes, each as near as may be to the end of the one before: the way there costs bytes. */
function inOrder({ arcs, rings }: GridFrame): GridFrame {
  const waiting = new Set([...rings.values()].flat(2).map(({ arc }) => arc));
  const order: number[] = [];
  let [x, y]: Point = [0, 0];
  while (waiting.size > 0) {
    let next = -1;
    let least = Infinity;
    for (const place of waiting) {
      const [startX, startY] = arcs[place]?.[0] ?? [0, 0];
      const distance = Math.abs(startX - x) + Math.abs(startY - y);
      if (distance < least) [next, least] = [place, distance];
    }
    waiting.delete(next);
    order.push(next);
    [x, y] = arcs[next]?.at(-1) ?? [x, y];
  }
  const places = new Map(order.map((old, place) => [old, place]));
  const renumbered = [...rings].map(([code, all]): [string, Taken[][]] => [
    code,
    all.map((ring) => ring.map((taken) => ({ ...taken, arc: places.get(taken.arc) ?? 0 }))),
  ]);
  return { arcs: order.map((old) => arcs[old] ?? []), rings: new Map(renumbered) };
}
