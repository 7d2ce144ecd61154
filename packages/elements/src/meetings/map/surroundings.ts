import { html, type TemplateResult } from 'lit';
import type { LoadedContours } from './contours.js';
import { insets } from './insets.js';
import type { MapMessages } from './messages.fr.js';
import { notes } from './notes.js';
import type { Scene } from './scene.js';

/**
 * What stands below the picture, and comes once that is on the screen: the overseas territories, the legend, who made it.
 * @param tiles the host's words for its tiles
 * @param sought a place that was searched for is marked
 */
export function surroundings(
  t: MapMessages,
  { placing, camera }: Scene,
  { contours, credit }: LoadedContours,
  tiles: string | undefined,
  choose: (departement: string) => void,
  sought: boolean,
): TemplateResult {
  const source = contours.attribution;
  return html`${insets(t, placing, camera.region, choose)}${notes(t, placing, { credit, source, tiles }, sought)}`;
}

/** As much room as that takes, so that nothing moves when it comes. */
export const room = html`<div class="room"></div>`;
