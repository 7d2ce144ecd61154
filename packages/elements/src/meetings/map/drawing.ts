import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Camera } from './camera.js';
import type { MapMessages } from './messages.fr.js';
import type { Move } from './moves.js';
import { MAINLAND } from './region.js';
import { tilesIn } from './tiles.js';
import { viewBox } from './view.js';

interface Picture {
  readonly area: string | undefined;
  /** The département that the mouse is on. */
  readonly pointed: string | undefined;
  readonly tiles: string | undefined;
  /** Of the stage, in pixels. */
  readonly width: number;
}

/** Land, borders, the département that one is in and the one that is pointed at. */
export function picture({ region, view }: Camera, { area, pointed, tiles, width }: Picture): TemplateResult {
  return html`<svg aria-hidden="true" viewBox=${viewBox(view)} class=${tiles ? 'tiled' : nothing}>
    ${
      tiles && width > 0
        ? tilesIn(view, tiles, width).map(
            // A hair larger, so that no line shows between two.
            ({ href, x, y, size }) =>
              svg`<image href=${href} x=${x} y=${y} width=${size * 1.002} height=${size * 1.002}></image>`,
          )
        : nothing
    }
    <path class="land" d=${region.land}></path>
    <path class="pointed" d=${region.pathOf(pointed)}></path>
    <path class="inner" d=${region.inner}></path>
    <path class="outer" d=${region.outer}></path>
    <path class="area" d=${region.pathOf(area)}></path>
  </svg>`;
}

/** Where to go, nearer, farther, and back to all of it. */
export function controls(
  t: MapMessages,
  camera: Camera | undefined,
  move: (to: Move) => void,
  choose: (departement: string | undefined) => void,
): TemplateResult {
  const whole = !camera?.zoomed;
  const shown = camera?.region.id ?? MAINLAND;
  return html`<div class="controls">
    <select
      aria-label=${t.where}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || undefined)}
    >
      <option value="" label=${t.whole}></option>
    </select>
    <span class="zoom">
      <button
        type="button"
        data-move="out"
        aria-label=${t.farther}
        aria-disabled=${whole}
        @click=${() => move('out')}
      >
        −</button
      ><button
        type="button"
        data-move="in"
        aria-label=${t.closer}
        aria-disabled=${camera?.closest === true}
        @click=${() => move('in')}
      >
        +
      </button>
    </span>
    <button
      type="button"
      class="whole"
      ?hidden=${whole && shown === MAINLAND}
      @click=${() => choose(undefined)}
    >
      ${t.whole}
    </button>
  </div>`;
}

/** Four buttons at the edges, where there is something beyond them. */
export function arrows(t: MapMessages, move: (to: Move) => void): TemplateResult {
  const arrow = (name: 'up' | 'left' | 'right' | 'down') =>
    html`<button
      type="button"
      class="arrow ${name}"
      data-move=${name}
      aria-label=${t[name]}
      @click=${() => move(name)}
    >
      <svg aria-hidden="true" viewBox="0 0 12 12"><path d="M2 8l4-4 4 4"></path></svg>
    </button>`;
  return html`${arrow('up')}${arrow('left')}${arrow('right')}${arrow('down')}`;
}
