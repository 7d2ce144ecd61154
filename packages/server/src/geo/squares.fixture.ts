import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { KNOWN_TOWNS } from './known-towns.js';

/** Half a side, in degrees: small enough that those of Paris and around do not touch. */
const HALF = 0.025;

/** A square around the known town of each of the 101 départements, as a file of contours has them. */
export function squares(): FeatureCollection<Polygon, { code: string; nom: string }> {
  return {
    type: 'FeatureCollection',
    features: KNOWN_TOWNS.map(({ code, name, longitude, latitude }) =>
      square({ code, nom: name }, longitude, latitude),
    ),
  };
}

/** A square of 0.05 degrees around a position. */
export function square<P extends Record<string, unknown>>(
  properties: P,
  x: number,
  y: number,
): Feature<Polygon, P> {
  const corners = [
    [x - HALF, y - HALF],
    [x + HALF, y - HALF],
    [x + HALF, y + HALF],
    [x - HALF, y + HALF],
    [x - HALF, y - HALF],
  ];
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [corners] } };
}
