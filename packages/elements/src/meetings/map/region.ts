import type { Contours, Position } from '@cnr-widgets/contract';
import { around, lambert93, webMercator, type Project, type Spot } from './projection.js';
import { boxOf, framed, holds, middleOf, placeAt, type Box } from './view.js';

/** The mainland with Corsica: one region. Each overseas territory is one of its own, named by its INSEE code. */
export const MAINLAND = 'mainland';

/** The overseas départements, which the map always shows. */
export const OVERSEAS = ['971', '972', '973', '974', '976'] as const;

/** Where a region lies when no contour says it: west, south, east, north in degrees. */
const BOUNDS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  [MAINLAND]: [-5.2, 41.3, 9.6, 51.1],
  '971': [-61.85, 15.8, -60.95, 16.55],
  '972': [-61.25, 14.35, -60.8, 14.9],
  '973': [-54.65, 2.1, -51.6, 5.8],
  '974': [55.2, -21.4, 55.85, -20.85],
  '975': [-56.5, 46.7, -56.1, 47.2],
  '976': [44.95, -13.05, 45.35, -12.6],
  '977': [-62.96, 17.85, -62.77, 17.97],
  '978': [-63.16, 18.03, -62.97, 18.13],
  '986': [-178.3, -14.5, -176, -13.1],
  '987': [-154.7, -27.7, -134.4, -7.8],
  '988': [163.4, -22.9, 168.3, -19.4],
};

/** Room around a region, as a part of its size: a marker on the coast stands whole. */
const ROOM = 0.05;

/** Where a meeting is drawn follows from its département's code, not from its point. */
export function regionOf(departement: string): string {
  return departement.length === 3 ? departement : MAINLAND;
}

/** A place with what SVG is told of it. */
interface Drawn extends Spot {
  readonly told: string;
}

interface Shape {
  readonly rings: readonly (readonly Spot[])[];
  readonly box: Box;
  readonly path: string;
}

/** A part of the territory on a plane of its own. */
export class Region {
  readonly project: Project;
  /** All of it in the stage's proportions, with room around. */
  readonly whole: Box;
  /** What SVG draws (`d` of a path): the land, the borders between neighbours, coasts and frontiers. */
  readonly land: string;
  readonly inner: string;
  readonly outer: string;
  readonly #shapes = new Map<string, Shape>();

  /** @param mercator to match a host's tiles */
  constructor(
    readonly id: string,
    contours: Contours,
    mercator: boolean,
  ) {
    const bounds = BOUNDS[id] ?? [-180, -60, 180, 60];
    this.project = mercator ? webMercator : id === MAINLAND ? lambert93 : around((bounds[1] + bounds[3]) / 2);
    // Neighbours and the border between them share their positions.
    const known = new Map<Position, Drawn>();
    const spot = (position: Position) => {
      let drawn = known.get(position);
      if (!drawn) {
        const { x, y } = this.project(position[0], position[1]);
        // To a hundred metres, which is finer than the contours are.
        known.set(position, (drawn = { x, y, told: `${x.toFixed(1)} ${y.toFixed(1)}` }));
      }
      return drawn;
    };
    for (const [code, rings] of contours.departments) {
      if (regionOf(code) !== id) continue;
      const spots = rings.map((ring) => ring.map(spot));
      const box = boxOf(spots.flat());
      const path = spots.map((ring) => `${line(ring)}z`).join('');
      if (box) this.#shapes.set(code, { rings: spots, box, path });
    }
    const borders = contours.borders.filter(({ between }) => regionOf(between[0] ?? '') === id);
    const drawn = (sides: number) =>
      borders
        .filter(({ between }) => between.length === sides)
        .map((border) => line(border.line.map(spot)))
        .join('');
    this.land = [...this.#shapes.values()].map(({ path }) => path).join('');
    this.inner = drawn(2);
    this.outer = drawn(1);
    const [west, south, east, north] = bounds;
    const corners = [...this.#shapes.values()].flatMap(({ box }) => [box, placeAt(box, { x: 1, y: 1 })]);
    const box = boxOf(corners) ?? boxOf([this.project(west, south), this.project(east, north)]);
    this.whole = framed(box ?? { x: 0, y: 0, width: 1, height: 1 }, ROOM);
  }

  /** What draws a département; empty where no contour says it. */
  pathOf(code: string | undefined): string {
    return (code !== undefined && this.#shapes.get(code)?.path) || '';
  }

  /** A view of a département with some room, or of all where no contour says where it is. */
  viewOf(code: string): Box {
    const box = this.#shapes.get(code)?.box;
    return box === undefined || this.#shapes.size === 1 ? this.whole : framed(box, 0.15);
  }

  /** Where a département's meetings stand whose place is not known: in the middle of its largest part. */
  centreOf(code: string): Spot {
    const rings = this.#shapes.get(code)?.rings ?? [];
    const areas = rings.map(centroid);
    return areas.reduce((largest, one) => (one.area > largest.area ? one : largest), {
      area: 0,
      ...middleOf(this.whole),
    });
  }

  /** The département that is drawn at a place. */
  departmentAt(spot: Spot): string | undefined {
    for (const [code, { box, rings }] of this.#shapes) {
      if (holds(box, spot) && isInside(rings, spot)) return code;
    }
    return undefined;
  }
}

function line(spots: readonly Drawn[]): string {
  return `M${spots.map(({ told }) => told).join('L')}`;
}

/** By the even-odd rule. */
function isInside(rings: readonly (readonly Spot[])[], { x, y }: Spot): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring.at(-1);
    for (const spot of ring) {
      if (before && spot.y > y !== before.y > y) {
        const crossing = spot.x + ((before.x - spot.x) * (y - spot.y)) / (before.y - spot.y);
        if (x < crossing) inside = !inside;
      }
      before = spot;
    }
  }
  return inside;
}

function centroid(ring: readonly Spot[]): Spot & { area: number } {
  let [area, x, y] = [0, 0, 0];
  let before = ring.at(-1);
  for (const spot of ring) {
    if (before) {
      const cross = before.x * spot.y - spot.x * before.y;
      area += cross;
      x += (before.x + spot.x) * cross;
      y += (before.y + spot.y) * cross;
    }
    before = spot;
  }
  return { area: Math.abs(area), x: x / (3 * area), y: y / (3 * area) };
}
