import { leftFor, registrationState, startOf, type ListedMeeting } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../../format.js';
import { NEEDS, placeWords } from '../facts.js';
import { sittings, zoneOf, type Saying } from '../when.js';
import type { MeetingMessages } from './messages.fr.js';

/** When, where, by whom, for whom: each fact with its name. @param written language of the organiser's words */
export function renderMeetingFacts(
  t: MeetingMessages,
  meeting: ListedMeeting,
  saying: Saying,
  written: string,
): TemplateResult {
  const row = (name: string, value: unknown) =>
    value === undefined
      ? nothing
      : html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`;
  const theirs = (words: string | undefined) => words && html`<span lang=${written}>${words}</span>`;
  const zone = zoneOf(meeting, saying);
  const lines = sittings(meeting, saying);
  return html`<dl class="known">
    ${row(
      t.date,
      html`${
        lines.length === 1
          ? html`<p class="when">${lines[0]}</p>`
          : html`<ul>
              ${lines.map((line) => html`<li class="when">${line}</li>`)}
            </ul>`
      }
      ${zone === undefined ? nothing : html`<p class="muted small">${t.zone(zone)}</p>`}`,
    )}
    ${row(t.place, renderPlace(t, meeting, written))}
    ${row(t.registration, renderRegistration(t, meeting, saying))}
    ${row(
      t.access,
      html`<ul class="plain">
        ${NEEDS.map((need) => html`<li>${t.need(t.needs[need], meeting.accessibility[need])}</li>`)}
      </ul>`,
    )}
    ${row(t.organiser, theirs(meeting.organiser))} ${row(t.theme, theirs(meeting.theme))}
  </dl>`;
}

function renderPlace(t: MeetingMessages, meeting: ListedMeeting, written: string): TemplateResult {
  const { place, remote } = meeting;
  if (!place) return html`<p>${t.online}</p>`;
  const { name, address, postalCode, located } = place;
  const caveat = located === 'commune' ? t.approximate : located === 'nearby' ? t.nearby : undefined;
  return html`
    <p>
      ${[name, address].filter(Boolean).map((line) => html`<bdi lang=${written}>${line}</bdi><br />`)}
      <bdi>${[postalCode, placeWords(t.facts, meeting)].filter(Boolean).join(' ')}</bdi>
    </p>
    ${remote ? html`<p>${t.alsoOnline}</p>` : nothing}
    ${caveat === undefined ? nothing : html`<p class="muted small">${caveat}</p>`}
  `;
}

function renderRegistration(
  t: MeetingMessages,
  meeting: ListedMeeting,
  { locale, now }: Saying,
): TemplateResult {
  const state = registrationState(meeting, now);
  const { opensAt, closesAt } = meeting.registration ?? {};
  const at = state === 'not-yet' ? opensAt : (closesAt ?? startOf(meeting).toISOString());
  const [onSite, remote] = [leftFor(meeting, 'on-site'), leftFor(meeting, 'remote')];
  const open = state === 'open' || state === 'not-yet';
  return html`
    <p>${t.states(state, at && formatDateTime(at, locale, meeting.timeZone))}</p>
    ${open && onSite !== undefined && meeting.place ? html`<p>${t.left(onSite)}</p>` : nothing}
    ${open && remote !== undefined && meeting.remote ? html`<p>${t.leftRemote(remote)}</p>` : nothing}
  `;
}
