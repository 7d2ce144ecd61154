import type { Polygon } from 'geojson';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Objects, Polygon as PolygonOfArcs, Topology } from 'topojson-specification';
import type { Outline } from './outline.js';

/** Kilometres in a degree of latitude, and in one of longitude on the equator. */
const DEGREE = 111.2;

/** Kilometres from end to end: islands under it keep more detail than their size would leave them. */
const SMALL_ISLAND = 40;

/** Outlines of one part of the territory as one topology, each position weighed by what leaving it out would change. */
export interface WeighedFrame {
  /** Degrees. */
  west: number;
  south: number;
  /** Kilometres in a degree here. */
  kmX: number;
  kmY: number;
  /** Kilometres from end to end. */
  extent: number;
  codes: readonly string[];
  /** Kilometres east and north of the corner. */
  weighed: Topology<Objects>;
}

/** Without what weighs too little. */
export interface SimpleFrame {
  /** Kilometres east and north of the corner. */
  arcs: number[][][];
  /** By code the rings: places of arcs, `~place` for an arc taken backwards. */
  rings: ReadonlyMap<string, number[][]>;
}

export function weighFrame(outlines: readonly Outline[]): WeighedFrame {
  const positions = outlines.flatMap(({ rings }) => rings.flat());
  const [west, east] = ends(positions.map(([longitude]) => longitude));
  const [south, north] = ends(positions.map(([, latitude]) => latitude));
  const kmX = DEGREE * Math.cos(((south + north) / 2) * (Math.PI / 180));
  const objects = Object.fromEntries(
    outlines.map(({ code, rings }): [string, Polygon] => [
      nameOf(code),
      {
        type: 'Polygon',
        coordinates: rings.map((ring) => ring.map(([x, y]) => [(x - west) * kmX, (y - south) * DEGREE])),
      },
    ]),
  );
  return {
    west,
    south,
    kmX,
    kmY: DEGREE,
    extent: Math.max((east - west) * kmX, (north - south) * DEGREE),
    codes: outlines.map(({ code }) => code),
    weighed: favouringIslands(presimplify(topology(objects) as unknown as Topology<Objects>)),
  };
}

/**
 * By Visvalingam's method: a position goes whose triangle with its neighbours is the smallest.
 * @param square square kilometres of the smallest triangle that stays
 */
export function simplifyFrame({ codes, weighed }: WeighedFrame, square: number): SimpleFrame {
  const simple = simplify(weighed, square);
  return {
    arcs: simple.arcs,
    rings: new Map(codes.map((code) => [code, (simple.objects[nameOf(code)] as PolygonOfArcs).arcs])),
  };
}

/** An island that is small would be a triangle, or nothing: what weighs little of France weighs much of it. */
function favouringIslands(weighed: Topology<Objects>): Topology<Objects> {
  const arcs = weighed.arcs.map((arc) => {
    const size = islandSize(arc);
    if (size >= SMALL_ISLAND) return arc;
    return arc.map(([x = 0, y = 0, weight = 0]) => [x, y, weight * (SMALL_ISLAND / size)]);
  });
  return { ...weighed, arcs };
}

/** Kilometres from end to end; of what is no island, `Infinity`. */
function islandSize(arc: readonly (readonly number[])[]): number {
  const [first, last] = [arc[0], arc.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return Infinity;
  const [west, east] = ends(arc.map(([x = 0]) => x));
  const [south, north] = ends(arc.map(([, y = 0]) => y));
  return Math.max(east - west, north - south);
}

/** A name that is no number: the keys of an object would be put in another order. */
function nameOf(code: string): string {
  return `departement ${code}`;
}

function ends(numbers: readonly number[]): [least: number, most: number] {
  let least = Infinity;
  let most = -Infinity;
  for (const number of numbers) {
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  return [least, most];
}
