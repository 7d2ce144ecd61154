/** A place on a region's plane, in kilometres: `x` eastwards, `y` southwards, as screens count. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Takes degrees (WGS 84) to a plane. */
export type Project = (longitude: number, latitude: number) => Spot;

const RADIANS = Math.PI / 180;

/** Kilometres along a meridian, for each degree. */
const DEGREE = 111.32;

/** The Earth's radius as web maps take it, in kilometres. */
const RADIUS = 6378.137;

/** How many kilometres web maps are wide and high at the equator. */
export const MERCATOR_WORLD = 2 * Math.PI * RADIUS;

/** GRS 80's eccentricity, and what IGN's NTG 71 gives for Lambert-93 (EPSG:2154), in kilometres. */
const ECCENTRICITY = 0.08181919106;
const EXPONENT = 0.725607765;
const CONE = 11754.255426;
const POLE = { x: 700, y: 12655.612049876 };

/** Lambert-93, the conic projection in which the French know the mainland and Corsica. */
export const lambert93: Project = (longitude, latitude) => {
  const sine = Math.sin(latitude * RADIANS);
  const isometric = Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine);
  const distance = CONE * Math.exp(-EXPONENT * isometric);
  const angle = EXPONENT * (longitude - 3) * RADIANS;
  return { x: POLE.x + distance * Math.sin(angle), y: distance * Math.cos(angle) - POLE.y };
};

/** Equirectangular, true around a latitude: for an island or two. */
export function around(latitude: number): Project {
  const narrowed = DEGREE * Math.cos(latitude * RADIANS);
  return (east, north) => ({ x: east * narrowed, y: -north * DEGREE });
}

/** Web Mercator (EPSG:3857), in which a host's tiles are drawn. */
export const webMercator: Project = (longitude, latitude) => ({
  x: RADIUS * longitude * RADIANS,
  y: -RADIUS * Math.atanh(Math.sin(latitude * RADIANS)),
});
