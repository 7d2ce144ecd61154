import { territoryName, DEPARTEMENTS, type Contours, type Position } from '@cnr-widgets/contract';
import { KNOWN_TOWNS, type KnownTown } from './known-towns.js';

/** The codes of the 101 départements, which a map of France draws. */
export const DRAWN_CODES: readonly string[] = DEPARTEMENTS.map(({ code }) => code).filter(
  (code) => territoryName('departement', code) !== undefined,
);

export interface ContourFaults {
  /** Codes without a ring. */
  missing: string[];
  /** Towns that do not lie in the département that they belong to, or in another too. */
  astray: KnownTown[];
}

/** Whether contours draw what they should: each of the 101 départements, around a town that is known to be there. */
export function checkContours({ departments }: Contours): ContourFaults {
  const missing = DRAWN_CODES.filter((code) => (departments.get(code) ?? []).length === 0);
  const astray = KNOWN_TOWNS.filter((town) => {
    if (missing.includes(town.code)) return false;
    const around = [...departments].filter(([, rings]) => encloses(rings, [town.longitude, town.latitude]));
    return around.length !== 1 || around[0]?.[0] !== town.code;
  });
  return { missing, astray };
}

/** By the even-odd rule: whether a line from the position to the east crosses the rings an odd number of times. */
function encloses(rings: readonly (readonly Position[])[], [x, y]: Position): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring.at(-1) ?? [x, y];
    for (const at of ring) {
      const spans = at[1] > y !== before[1] > y;
      if (spans && x < ((before[0] - at[0]) * (y - at[1])) / (before[1] - at[1]) + at[0]) inside = !inside;
      before = at;
    }
  }
  return inside;
}
