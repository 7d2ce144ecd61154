// Looks at a story as its readers have it: at 400 % zoom, with the text spacing of WCAG 2.2, with text of 200 %, with
// reduced motion; and measures what a finger has to hit.
import assert from 'node:assert/strict';
import { faultsInPage } from './adapted-in-page.mjs';

/** 1280 × 1024 CSS px at 400 % (WCAG 2.2, 1.4.10). */
const ZOOMED = { width: 320, height: 256 };
/** Where text of 200 % has as much room. */
const TWICE = { width: 640, height: 512 };

/** Cut with an ellipsis: the beginning of what stands whole where it opens. */
const whole = '.clamped, .excerpt';

/** Of a page in light colours whose reader asked for reduced motion; the page is 640 px wide afterwards. */
export async function assertAdapts(page) {
  await page.setViewportSize(ZOOMED);
  const narrow = { widest: ZOOMED.width, whole, readers: ['plain', 'spaced'] };
  const faults = await page.evaluate(faultsInPage, narrow);
  await page.setViewportSize(TWICE);
  faults.push(...(await page.evaluate(faultsInPage, { widest: TWICE.width, whole, readers: ['large'] })));
  assert.deepEqual(faults, [], `in a narrow window\n${faults.join('\n')}`);
}
