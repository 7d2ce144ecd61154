// Every pair of colours that the elements show, in every theme that we ship or follow, light and dark: as a browser
// computes them from the elements' own rules, held to WCAG 2.2, 1.4.3 and 1.4.11.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { measureContrasts, withContrasts } from '../scripts/contrast.mjs';
import { root } from '../scripts/setup.mjs';

let measured;
before(async () => (measured = await measureContrasts()));

test('each pair of colours stands out enough, in each theme, light and dark', () => {
  const faint = measured.filter(({ ratio, least }) => !(ratio >= least));
  assert.notEqual(measured.length, 0);
  assert.deepEqual(faint, []);
});

test('docs/design.md says the contrasts as npm run contrast writes them', async () => {
  assert.equal(readFileSync(path.join(root, 'docs', 'design.md'), 'utf8'), await withContrasts(measured));
});
