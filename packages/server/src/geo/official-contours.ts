import type { Position } from '@cnr-widgets/contract';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import * as z from 'zod/mini';
import { DRAWN_CODES } from './check-contours.js';
import type { Outline } from './outline.js';

/** Properties that carry the code, in the order in which they are believed; case does not count. */
export const CODE_PROPERTIES = [
  'code',
  'code_insee',
  'insee_dep',
  'code_dept',
  'code_dep',
  'code_departement',
  'dep',
] as const;

type OfficialFault = 'not-contours' | 'no-code' | 'not-degrees';

/** The file cannot be read as contours. */
export class OfficialContoursError extends Error {
  override readonly name = 'OfficialContoursError';

  constructor(
    readonly code: OfficialFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface Official {
  outlines: Outline[];
  /** Codes that are none of the 101 départements, and were left out. In the order of the file, each once. */
  unknown: string[];
}

const position = z.array(z.number());
const polygonFeature = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  properties: z.nullable(z.record(z.string(), z.unknown())),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) }),
  ]),
});
/** What else a file has (the points of towns, features without a place) is passed over. */
const drawn = z.looseObject({ geometry: z.looseObject({ type: z.enum(['Polygon', 'MultiPolygon']) }) });
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });
const topology = z.object({ type: z.literal('Topology'), objects: z.record(z.string(), z.unknown()) });

/**
 * Reads official contours: GeoJSON (RFC 7946) or TopoJSON, a feature or several a département, in degrees. Of the
 * objects of a TopoJSON file the one that has the most départements is taken.
 * @param codeProperty the property with INSEE's code; default: the first of `CODE_PROPERTIES` that leads to one, then
 *   the feature's `id`
 * @throws OfficialContoursError
 */
export function readOfficial(value: unknown, codeProperty?: string): Official {
  const collections = collectionsOf(value);
  if (!collections.some(({ length }) => length > 0)) {
    throw new OfficialContoursError('not-contours', 'neither a FeatureCollection of polygons nor a Topology');
  }
  const [best] = collections
    .map((features) => outlinesOf(features, codeProperty))
    .sort((one, other) => other.outlines.length - one.outlines.length);
  if (!best || best.outlines.length === 0) {
    throw new OfficialContoursError('no-code', 'no feature has the code of a département');
  }
  for (const { code, rings } of best.outlines) {
    // Written so that what is not a number is refused too.
    const onEarth = rings.flat().every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
    if (!onEarth) throw new OfficialContoursError('not-degrees', `coordinates of ${code} are not in degrees`);
  }
  return best;
}

type PolygonFeature = z.infer<typeof polygonFeature>;

function collectionsOf(value: unknown): PolygonFeature[][] {
  const given = topology.safeParse(value).success ? unfolded(value as Topology) : [value];
  return given.flatMap((one) => {
    const read = collection.safeParse(one);
    if (!read.success) return [];
    return [read.data.features.filter((feature) => drawn.safeParse(feature).success).map(polygonOf)];
  });
}

function polygonOf(value: unknown): PolygonFeature {
  const read = polygonFeature.safeParse(value);
  if (read.success) return read.data;
  throw new OfficialContoursError('not-contours', 'a feature has no readable polygons', {
    cause: read.error,
  });
}

/** The objects of a TopoJSON file as GeoJSON. */
function unfolded(value: Topology): unknown[] {
  try {
    return Object.values(value.objects).map((object) => feature(value, object as GeometryCollection));
  } catch (error) {
    throw new OfficialContoursError('not-contours', 'the topology is broken', { cause: error });
  }
}

function outlinesOf(features: readonly PolygonFeature[], codeProperty: string | undefined): Official {
  const found = new Map<string, Position[][]>();
  const unknown = new Set<string>();
  for (const { id, properties, geometry } of features) {
    const code = codeOf(properties ?? {}, id, codeProperty);
    if (!DRAWN_CODES.includes(code)) {
      unknown.add(code);
      continue;
    }
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    found.set(code, [...(found.get(code) ?? []), ...rings.map(closed).filter(({ length }) => length > 3)]);
  }
  return { outlines: [...found].map(([code, rings]) => ({ code, rings })), unknown: [...unknown] };
}

/** Without heights, and with the first position again at the end, which some files leave out. */
function closed(ring: readonly (readonly number[])[]): Position[] {
  const positions = ring.map(([x = NaN, y = NaN]): Position => [x, y]);
  const [first] = positions;
  const last = positions.at(-1);
  return first && (first[0] !== last?.[0] || first[1] !== last[1]) ? [...positions, first] : positions;
}

function codeOf(
  properties: Record<string, unknown>,
  id: string | number | undefined,
  codeProperty: string | undefined,
): string {
  const lower = new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]));
  const names = codeProperty === undefined ? CODE_PROPERTIES : [codeProperty.toLowerCase()];
  const given = [...names.map((name) => lower.get(name)), ...(codeProperty === undefined ? [id] : [])]
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => String(value).trim().toUpperCase().padStart(2, '0'));
  return given.find((code) => DRAWN_CODES.includes(code)) ?? given[0] ?? '?';
}
