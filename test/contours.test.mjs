// The contours that the map is built with: made again by their script, weighed, and laid over official ones.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { readContours } from '../packages/contract/dist/index.js';
import { ATTRIBUTION, CONTOURS } from '../packages/elements/dist/meetings/map/contours.data.js';
import { checkContours } from '../packages/server/dist/geo/check-contours.js';
import { KNOWN_TOWNS } from '../packages/server/dist/geo/known-towns.js';
import { readOfficial } from '../packages/server/dist/geo/official-contours.js';
import { contoursModule } from '../scripts/contours.mjs';
import { builtOutlines } from '../scripts/contours-outlines.mjs';

const official = new URL('../../shared/data/departements-2018.topo.json', import.meta.url);
const skip =
  !existsSync(official) && process.env.CNR_REAL_DATA !== 'required' && 'no folder ../shared/data here';

const { departments, borders } = readContours(CONTOURS);

/** Kilometres in a degree of latitude. */
const DEGREE = 111.2;

/** Where the official contours end in water that ours leave out, in degrees: west, south, east, north. */
const WATER = {
  'the middle of Lake Geneva': [6.2, 46.3, 6.85, 46.5],
  'the estuary of the Gironde': [-1.1, 45.2, -0.6, 45.65],
  'the gulf of Morbihan': [-3, 47.5, -2.6, 47.7],
};

describe('the built-in contours', () => {
  it('are what their script makes', async () => {
    const file = new URL('../packages/elements/src/meetings/map/contours.data.ts', import.meta.url);
    assert.equal(readFileSync(file, 'utf8'), await contoursModule(), 'run `npm run contours`');
  });

  it('weigh at most 8 kB', () => {
    const bytes = brotliCompressSync(CONTOURS).length;
    assert.ok(bytes <= 8_000, `${bytes} bytes`);
  });

  it('name whom their licence asks to name', () => {
    assert.match(`${ATTRIBUTION.author} ${ATTRIBUTION.licence}`, /Victor Cazanave.*CC BY 4\.0/);
  });

  it('draw the 101 départements, each around a town that is known to be there', () => {
    assert.equal(departments.size, 101);
    assert.deepEqual(checkContours({ departments, borders }), { missing: [], astray: [] });
    assert.equal(new Set(KNOWN_TOWNS.map(({ code }) => code)).size, 101);
  });

  it('draw a border that neighbours share once', () => {
    const shared = borders.filter(({ between }) => between.length === 2);
    assert.ok(shared.every(({ between: [one, other] }) => one !== other));
    const pairs = new Set(shared.map(({ between }) => between.join(' ')));
    for (const pair of ['72 53', '75 92', '2A 2B', '26 84'].map((codes) =>
      codes.split(' ').sort().join(' '),
    )) {
      assert.ok(pairs.has(pair), pair);
    }
    assert.ok(![...pairs].some((pair) => pair.includes('97')), 'no overseas département has a neighbour');
  });

  it('lie on Earth as the outline of France in Natural Earth does, less than 0.7 km off in the mean', () => {
    const { mean } = builtOutlines();
    assert.ok(mean < 0.7, `${mean} km`);
  });

  it(
    'are off by at most 2 km at the 95th, and 4 km at the 99th percentile of official positions',
    { skip },
    () => {
      const { outlines } = readOfficial(JSON.parse(readFileSync(official, 'utf8')));
      const measured = outlines.flatMap(({ code, rings }) =>
        rings.flatMap((ring) =>
          ring.slice(1).map((at) => ({ code, at, km: distance(at, departments.get(code)) })),
        ),
      );
      assert.ok(measured.length > 2_000);
      const sorted = measured.map(({ km }) => km).sort((one, other) => one - other);
      const percentile = (share) => sorted[Math.floor(sorted.length * share)];
      assert.ok(percentile(0.95) <= 2, `${percentile(0.95)} km at the 95th percentile`);
      assert.ok(percentile(0.99) <= 4, `${percentile(0.99)} km at the 99th percentile`);
      const far = measured.filter(
        ({ km, at }) => km > 4 && !Object.values(WATER).some((box) => isWithin(at, box)),
      );
      assert.deepEqual(far, [], 'only where the official contours go through water');
    },
  );
});

/** Kilometres from a position to the nearest line of rings. */
function distance([longitude, latitude], rings) {
  const kmX = DEGREE * Math.cos((latitude * Math.PI) / 180);
  let least = Infinity;
  for (const ring of rings) {
    const points = ring.map(([x, y]) => [(x - longitude) * kmX, (y - latitude) * DEGREE]);
    for (const [index, [x, y]] of points.entries()) {
      const [nextX, nextY] = points[(index + 1) % points.length];
      const along = [nextX - x, nextY - y];
      const length = along[0] ** 2 + along[1] ** 2;
      const part = Math.min(1, Math.max(0, -(x * along[0] + y * along[1]) / (length || 1)));
      least = Math.min(least, Math.hypot(x + part * along[0], y + part * along[1]));
    }
  }
  return least;
}

function isWithin([longitude, latitude], [west, south, east, north]) {
  return longitude > west && longitude < east && latitude > south && latitude < north;
}
