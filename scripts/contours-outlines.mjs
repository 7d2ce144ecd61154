// The outlines of the 101 départements, in degrees, as npm's packages have them.
import { feature } from 'topojson-client';
import world from 'world-atlas/countries-10m.json' with { type: 'json' };
import { fitted } from './contours-fit.mjs';
import { pageRings } from './contours-page.mjs';

/**
 * What the page's map lacks: the overseas départements, and the islands of Yeu and Hyères. Around each: west, south, east,
 * north, in degrees.
 */
const OF_NATURAL_EARTH = {
  83: [6.1, 42.9, 6.6, 43.05],
  85: [-2.5, 46.6, -2.2, 46.8],
  971: [-62, 15.7, -60.9, 16.6],
  972: [-61.3, 14.3, -60.7, 15],
  973: [-55, 2, -51, 6],
  974: [55, -21.5, 56, -20.7],
  976: [44.9, -13.1, 45.4, -12.5],
};
const METROPOLITAN = [-6, 41, 10, 52];

/** @returns {{ outlines: { code: string, rings: [number, number][][] }[], mean: number }} `mean` is the fit's, in km */
export function builtOutlines() {
  const france = feature(world, world.objects.countries).features.find(({ id }) => id === '250');
  const rings = france.geometry.coordinates.flat();
  const page = pageRings();
  const { place, mean } = fitted(
    outerPositions(page),
    rings.filter((ring) => isWithin(ring, METROPOLITAN)),
  );
  const outlines = new Map(page.map(({ code }) => [code, []]));
  for (const { code, ring } of page) outlines.get(code).push(ring.map(place));
  for (const [code, box] of Object.entries(OF_NATURAL_EARTH)) {
    outlines.set(code, [...(outlines.get(code) ?? []), ...rings.filter((ring) => isWithin(ring, box))]);
  }
  return { outlines: [...outlines].map(([code, rings]) => ({ code, rings })), mean };
}

/** The positions of lines that one département alone draws: coasts and frontiers. */
function outerPositions(rings) {
  const drawn = new Map();
  const edges = rings.flatMap(({ ring }) => ring.slice(1).map((to, index) => [ring[index], to]));
  const key = (edge) => edge.map(String).sort().join(' ');
  for (const edge of edges) drawn.set(key(edge), (drawn.get(key(edge)) ?? 0) + 1);
  return edges.filter((edge) => drawn.get(key(edge)) === 1).map(([from]) => from);
}

function isWithin(ring, [west, south, east, north]) {
  const [longitude, latitude] = ring[0];
  return longitude > west && longitude < east && latitude > south && latitude < north;
}
