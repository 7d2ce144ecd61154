// What the four pages share: the same meetings, the same contours, and how it is measured. What `draw` and `zoom` promise
// is kept once the picture is on the screen, and not a frame later.

/** As wide as a map is beside a list. */
export const box = document.querySelector('#map');

/** Once what was just drawn is on the screen. */
export const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

/** Contours as other libraries take them. @param contours read by the contract */
export function geoJson({ departments }) {
  return {
    type: 'FeatureCollection',
    features: [...departments].map(([code, rings]) => ({
      type: 'Feature',
      properties: { code },
      // A hole drawn as land would be seen in one département alone, where another fills it.
      geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [[...ring, ring[0]]]) },
    })),
  };
}
