import {
  attendances,
  departementName,
  leftFor,
  meetingStatus,
  registrationState,
  type ListedMeeting,
} from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Found } from './finding.js';
import { when, zoneOf, type Saying } from './when.js';

/** Words for what is known of a meeting. */
export interface FactsMessages {
  readonly status: Readonly<Record<ListedMeeting['status'], string>>;
  readonly remote: string;
  readonly also: string;
  /** How far in kilometres; `rough`: about. */
  readonly far: (km: number, rough: boolean) => string;
  readonly left: (count: number) => string;
  readonly leftRemote: (count: number) => string;
  readonly access: Readonly<Record<Need, string>>;
  readonly reported: string;
}

export const NEEDS = ['stepFree', 'hearingLoop', 'signLanguage'] as const;
type Need = (typeof NEEDS)[number];

/** Day and hours; the zone where clocks there say otherwise than the reader's. */
export function renderWhen(meeting: ListedMeeting, saying: Saying): TemplateResult {
  const zone = zoneOf(meeting, saying);
  return html`<p class="when">
    <strong>${when(meeting, saying)}</strong>${zone === undefined ? nothing : ` (${zone})`}
  </p>`;
}

/** `Laval, Mayenne (53) · à environ 12 kilomètres · aussi à distance`, behind what became of it. */
export function renderWhere(
  t: FactsMessages,
  { meeting, km, rough }: Pick<Found, 'meeting' | 'km' | 'rough'>,
  now: Date,
): TemplateResult {
  const status = meetingStatus(meeting, now);
  const where = [
    placeWords(t, meeting),
    km !== undefined && t.far(km, rough),
    meeting.place && meeting.remote && t.also,
  ];
  return html`<p class="facts">
    ${t.status[status] ? html`<strong class="badge small ${status}">${t.status[status]}</strong>` : nothing}
    <bdi>${where.filter(Boolean).join(' · ')}</bdi>
  </p>`;
}

export function placeWords(t: FactsMessages, { place }: ListedMeeting): string {
  if (!place) return t.remote;
  const { city, departement } = place;
  const name = departementName(departement);
  // Paris, and some overseas, are both.
  return name === undefined || name === city
    ? `${city} (${departement})`
    : `${city}, ${name} (${departement})`;
}

/** Places that are left, who can come, and what came of it; only what the organiser said. */
export function renderMore(t: FactsMessages, meeting: ListedMeeting, now: Date): TemplateResult {
  const status = meetingStatus(meeting, now);
  const [onSite, remote] =
    registrationState(meeting, now) === 'open'
      ? attendances(meeting).includes('on-site')
        ? [leftFor(meeting, 'on-site'), meeting.remote ? leftFor(meeting, 'remote') : undefined]
        : [undefined, leftFor(meeting, 'remote')]
      : [];
  const words = [
    onSite !== undefined && t.left(onSite),
    remote !== undefined && t.leftRemote(remote),
    ...NEEDS.map((need) => meeting.accessibility[need] && t.access[need]),
    status === 'held' && meeting.reported && t.reported,
  ].filter((one) => typeof one === 'string');
  return words.length === 0 ? html`` : html`<p class="muted small said">${words.join(' · ')}</p>`;
}
