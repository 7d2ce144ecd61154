import { html, nothing, type TemplateResult } from 'lit';
import type { Credit } from './contours.js';
import type { MapMessages } from './messages.fr.js';
import type { Placing } from './placing.js';

interface Credits {
  /** Of the built-in contours. */
  readonly credit: Credit | undefined;
  /** The operator's words for imported ones. */
  readonly source: string | undefined;
  /** The host's words for its tiles. */
  readonly tiles: string | undefined;
}

/** What the signs mean, what the map does not show, how to move on it, and who made it. */
export function notes(
  t: MapMessages,
  placing: Placing,
  { credit, source, tiles }: Credits,
  sought: boolean,
): TemplateResult {
  const { legend } = t;
  return html`<ul class="legend small">
      <li class="marker planned" .textContent=${legend.planned}></li>
      <li class="marker full" .textContent=${legend.full}></li>
      <li class="marker cancelled" .textContent=${legend.cancelled}></li>
      <li class="marker held" .textContent=${legend.held}></li>
      ${sought ? html`<li class="sought">${t.origin}</li>` : nothing}
    </ul>
    ${placing.remote > 0 ? html`<p class="small">${t.remote(placing.remote)}</p>` : nothing}
    ${placing.unlocated > 0 ? html`<p class="small">${t.middle(placing.unlocated)}</p>` : nothing}
    <details class="small">
      <summary .textContent=${t.help}></summary>
      <p .textContent=${t.helpText}></p>
    </details>
    <p class="credits">
      ${
        credit
          ? html`<a href=${credit.source}>${t.contours(credit.author)}</a> (<a href=${credit.licenceHref}
                >${credit.licence}</a
              >)`
          : nothing
      }
      ${source ? html`<span>${source}</span>` : nothing} ${tiles ? html`<span>${tiles}</span>` : nothing}
    </p>`;
}
