import { meetingStatus } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Credit } from './contours.js';
import type { MapMessages } from './messages.fr.js';
import type { Placing } from './placing.js';

const STATUSES = ['planned', 'full', 'cancelled', 'held'] as const;

/** What the signs mean, and what the map does not show. */
export function notes(
  t: MapMessages,
  placing: Placing,
  { now, credit, tiles }: { now: Date; credit: Credit | undefined; tiles: string | undefined },
): TemplateResult {
  const there = new Set(placing.onMap.map((meeting) => meetingStatus(meeting, now)));
  return html`${
      there.size > 1
        ? html`<ul class="legend small">
            ${STATUSES.filter((status) => there.has(status)).map(
              (status) =>
                html`<li><span class="marker ${status}" aria-hidden="true"></span>${t.legend[status]}</li>`,
            )}
          </ul>`
        : nothing
    }
    ${placing.remote > 0 ? html`<p class="small">${t.remote(placing.remote)}</p>` : nothing}
    ${placing.unlocated > 0 ? html`<p class="small">${t.middle(placing.unlocated)}</p>` : nothing}
    <details class="small">
      <summary>${t.help}</summary>
      <p>${t.helpText}</p>
    </details>
    <p class="credits">
      ${
        credit
          ? html`<a href=${credit.source}>${t.contours(credit.author)}</a> (<a href=${credit.licenceHref}
                >${credit.licence}</a
              >)`
          : nothing
      }
      ${tiles ? html`<span>${tiles}</span>` : nothing}
    </p>`;
}
