import { fixture } from '@open-wc/testing';
import type { MemoryMeeting, MemoryOptions } from '@cnr-widgets/client/memory';
import type { FoundPlace, ListedMeeting, PublishedConsultation } from '@cnr-widgets/contract';
import { html } from 'lit';
import type { CnrMeetingMap } from '../meetings/meeting-map.js';
import { backendOf, inDays, part, press, publishedOf, type } from './fixtures.js';

/** A meeting in Laval, as a list has it. */
export function meeting(id: string, changes: Partial<ListedMeeting> = {}): ListedMeeting {
  return {
    id,
    title: `La réunion ${id}`,
    status: 'planned',
    timeZone: 'Europe/Paris',
    sessions: [{ start: '2026-12-03T18:00:00+01:00', end: '2026-12-03T20:00:00+01:00' }],
    place: { city: 'Laval', departement: '53' },
    remote: false,
    accessibility: {},
    left: {},
    reported: false,
    sequence: 0,
    ...changes,
  };
}

export const LAVAL = { latitude: 48.0733, longitude: -0.7689 };
export const LE_MANS = { latitude: 48.0061, longitude: 0.1996 };

export function announced(
  changes: Partial<PublishedConsultation['consultation']> = {},
): PublishedConsultation {
  return publishedOf({
    territory: { level: 'national' },
    questionnaire: undefined,
    meetings: {},
    ...changes,
  });
}

export function written(number: number, changes: Partial<MemoryMeeting> = {}): MemoryMeeting {
  return {
    id: `reunion-${Math.abs(number)}`,
    title: `Réunion ${number}`,
    timeZone: 'Europe/Paris',
    sessions: [{ start: inDays(number), end: inDays(number + 0.05) }],
    place: { city: 'Laval', departement: '53', point: LAVAL, located: 'commune' },
    theme: number % 2 ? 'Santé' : 'École',
    ...changes,
  };
}

const PLACES: readonly FoundPlace[] = [
  {
    kind: 'commune',
    code: '72181',
    name: 'Le Mans',
    department: '72',
    postalCodes: ['72000'],
    ...LE_MANS,
    located: 'commune',
  },
  { kind: 'commune', code: '93066', name: 'Saint-Denis', department: '93', postalCodes: ['93200'] },
  { kind: 'commune', code: '97411', name: 'Saint-Denis', department: '974', postalCodes: ['97400'] },
];

/** `<cnr-meeting-map>` over a backend of its own, with the acts of a citizen. */
export async function meetingMap(
  meetings: readonly MemoryMeeting[] = [1, 2, 3].map((number) => written(number)),
  options: Partial<MemoryOptions> = {},
): Promise<CnrMeetingMap> {
  const backend = backendOf(announced(), { meetings: { 'la-salle': meetings }, places: PLACES, ...options });
  return fixture(html`<cnr-meeting-map .backend=${backend} consultation="la-salle"></cnr-meeting-map>`);
}

export function titles(list: Element): string[] {
  return [...(list.shadowRoot?.querySelectorAll('button.title') ?? [])].map(({ textContent }) =>
    textContent.trim(),
  );
}

/** Id of what has the focus in it. */
export function focused(list: Element): string | undefined {
  return list.shadowRoot?.activeElement?.id;
}

export async function search(list: Element, query: string): Promise<void> {
  await type(list, '#place', query);
  await press(list, 'Rechercher');
}

/** Chooses in a list, or a date. */
export async function set(list: Element, id: string, value: string): Promise<void> {
  const field = await part<HTMLInputElement | HTMLSelectElement>(list, `#${id}`);
  field.value = value;
  field.dispatchEvent(new Event('change'));
}

/** Answers in place of the browser's own; returns what puts that back. */
export function position(
  answer: (found: PositionCallback, failed: PositionErrorCallback) => unknown,
): () => void {
  const own = Object.getPrototypeOf(navigator.geolocation) as Geolocation;
  const original = Object.getOwnPropertyDescriptor(own, 'getCurrentPosition') ?? {};
  own.getCurrentPosition = (found, failed) => void answer(found, failed ?? (() => undefined));
  return () => void Object.defineProperty(own, 'getCurrentPosition', original);
}
