import { departementName, type ListedMeeting } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderAddress, selectAll, type Shared } from '../../share.js';
import { addressOf } from '../address.js';
import type { MeetingMessages } from './messages.fr.js';

interface Ways {
  /** Address of the meeting's calendar file, where the backend makes one. */
  readonly calendar: string | undefined;
  /** What became of sharing it. */
  readonly shared: Shared | undefined;
  readonly onShare: () => void;
}

/** Into a calendar, to the place, and to other people. */
export function renderWays(t: MeetingMessages, meeting: ListedMeeting, ways: Ways): TemplateResult {
  const { id, place } = meeting;
  const { calendar, shared, onShare } = ways;
  return html`
    <div class="actions ways">
      ${calendar === undefined ? nothing : html`<a class="button calendar" href=${calendar} download>${t.calendar}</a>`}
      ${
        place
          ? html`<a class="button" href=${directionsTo(place)} target="_blank" rel="noopener noreferrer"
              >${t.directions}</a
            >`
          : nothing
      }
      <button type="button" @click=${onShare}>${t.share}</button>
    </div>
    <p role="status" class=${shared === 'copied' ? 'small' : 'alert'}>
      ${shared === 'copied' ? t.copied : nothing}
    </p>
    ${shared === 'none' ? renderAddress(t.shareYourself, addressOf(id)) : nothing}
  `;
}

/** The feed of the département, for who wants to hear of the next ones too. */
export function renderFollow(
  t: MeetingMessages,
  { place }: ListedMeeting,
  feed: string | undefined,
): TemplateResult | typeof nothing {
  if (!place || feed === undefined) return nothing;
  const { departement } = place;
  return html`<details class="follow">
    <summary>${t.follow(`${departementName(departement) ?? ''} (${departement})`)}</summary>
    <div class="stack">
      <p id="follow-text">${t.followText}</p>
      <input
        type="text"
        readonly
        aria-label=${t.followAddress}
        aria-describedby="follow-text"
        .value=${feed}
        @focus=${selectAll}
      />
      <p><a class="button" href=${feed.replace(/^https?:/, 'webcal:')}>${t.followOpen}</a></p>
    </div>
  </details>`;
}

/** To the point where the organiser gave it, else to the address. */
function directionsTo(place: NonNullable<ListedMeeting['place']>): string {
  const { point, located, address, postalCode, city } = place;
  const exact = point && (located ?? 'exact') === 'exact';
  const to = exact
    ? `${point.latitude},${point.longitude}`
    : [address, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return `https://www.openstreetmap.org/directions?to=${encodeURIComponent(to)}`;
}
