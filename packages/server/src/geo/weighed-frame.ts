import type { Polygon } from 'geojson';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Objects, Polygon as PolygonOfArcs, Topology } from 'topojson-specification';
import type { Outline } from './outline.js';

/** Kilometres in a degree of latitude, and in one of longitude on the equator. */
const DEGREE = 111.2;

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
    weighed: presimplify(topology(objects) as unknown as Topology<Objects>),
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
