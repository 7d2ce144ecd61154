import {
  attendances,
  calendarDay,
  departementOfPostalCode,
  DEPARTEMENTS,
  endOf,
  leftFor,
  meetingStatus,
  plainName,
  startOf,
  type Attendance,
  type FoundPlace,
  type ListedMeeting,
  type MeetingPoint,
} from '@cnr-widgets/contract';
import { readersZone } from '../format.js';
import { daysOf } from './when.js';

/** What narrows the list. Empty: nothing does. */
export interface Filters {
  readonly theme: string;
  /** `dates`: from `from` to `to`, calendar days (ISO 8601) of the meeting's place, either of them empty. */
  readonly period: '' | 'week' | 'month' | 'dates';
  readonly from: string;
  readonly to: string;
  readonly attendance: '' | Attendance;
  readonly stepFree: boolean;
  readonly hearingLoop: boolean;
  readonly signLanguage: boolean;
  /** Only where somebody can still come. */
  readonly available: boolean;
}

export const NO_FILTERS: Filters = {
  theme: '',
  period: '',
  from: '',
  to: '',
  attendance: '',
  stepFree: false,
  hearingLoop: false,
  signLanguage: false,
  available: false,
};

/** What the list is sorted by: a place, or a whole département, whose own meetings come first. */
export interface Sought {
  /** For the citizen: `Laval, Mayenne (53)`. */
  readonly name: string;
  /** INSEE code, where it is known. */
  readonly departement?: string | undefined;
  /** Where distances are counted from; without it there are none. */
  readonly point?: MeetingPoint | undefined;
  /** The point stands for a commune or for one near it: a distance is about right, no more. */
  readonly rough: boolean;
  /** A département is looked for as a whole: what lies in it comes first. */
  readonly whole: boolean;
}

export interface Found {
  readonly meeting: ListedMeeting;
  /** As the crow flies, in kilometres. */
  readonly km?: number | undefined;
  /** Of the distance: one of its ends is a commune's point. */
  readonly rough: boolean;
  readonly held: boolean;
}

export interface Findings {
  /** In the list's order: what is to come, then what has been. */
  readonly found: readonly Found[];
  /** Past ones that fit the filters, shown or not. */
  readonly held: number;
}

/** The meetings that fit, in order. @param withHeld past ones too, after the others, the latest first */
export function findMeetings(
  meetings: readonly ListedMeeting[],
  filters: Filters,
  sought: Sought | undefined,
  now: Date,
  withHeld: boolean,
): Findings {
  const days = periodOf(filters, calendarDay(now, readersZone()));
  const fitting = meetings
    .filter((meeting) => fits(meeting, filters, days, now))
    .map((meeting) => ({
      ...located(meeting, sought),
      held: isHeld(meeting, now),
      start: startOf(meeting).getTime(),
    }));
  const shown = withHeld ? fitting : fitting.filter(({ held }) => !held);
  shown.sort((a, b) => {
    const order = Number(a.held) - Number(b.held) || a.outside - b.outside || nearer(a.km, b.km);
    return order || (a.held ? b.start - a.start : a.start - b.start);
  });
  return { found: shown, held: fitting.filter(({ held }) => held).length };
}

/** It is over, cancelled or not. */
export function isHeld(meeting: ListedMeeting, now: Date): boolean {
  return meeting.status === 'held' || endOf(meeting) <= now;
}

function fits(
  meeting: ListedMeeting,
  filters: Filters,
  days: { from: string; to: string } | undefined,
  now: Date,
): boolean {
  const { theme, attendance, available } = filters;
  const ways = attendances(meeting);
  if (theme !== '' && meeting.theme !== theme) return false;
  if (attendance !== '' && !ways.includes(attendance)) return false;
  for (const need of ['stepFree', 'hearingLoop', 'signLanguage'] as const) {
    // What was not said is never taken for a yes.
    if (filters[need] && meeting.accessibility[need] !== true) return false;
  }
  if (available) {
    const wanted = attendance === '' ? ways : [attendance];
    if (meetingStatus(meeting, now) !== 'planned' || wanted.every((way) => leftFor(meeting, way) === 0))
      return false;
  }
  if (!days) return true;
  const { first, last } = daysOf(meeting);
  return last >= days.from && first <= days.to;
}

/** From today to the end of this week or month, or as chosen; undefined: whenever. */
function periodOf({ period, from, to }: Filters, today: string): { from: string; to: string } | undefined {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const date = (days: number) => new Date(Date.UTC(year, month - 1, days)).toISOString().slice(0, 10);
  if (period === 'month') return { from: today, to: `${today.slice(0, 8)}31` };
  if (period === 'dates' && (from || to)) return { from: from || '0000', to: to || '9999' };
  if (period !== 'week') return undefined;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { from: today, to: date(day + ((7 - weekday) % 7)) };
}

function located(
  meeting: ListedMeeting,
  sought: Sought | undefined,
): { meeting: ListedMeeting; km: number | undefined; rough: boolean; outside: number } {
  const { place } = meeting;
  const outside = sought?.whole && place?.departement !== sought.departement ? 1 : 0;
  const km = place?.point && sought?.point && kilometres(place.point, sought.point);
  const rough = sought?.rough === true || (place?.located ?? 'exact') !== 'exact';
  // Within the département that was asked for, when is more than how far from its middle.
  return { meeting, km: sought?.whole && outside === 0 ? undefined : km, rough, outside };
}

/** Those of which nobody knows where they are stand behind the others. */
function nearer(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  return (a ?? Infinity) - (b ?? Infinity);
}

const EARTH = 6371;

/** Great-circle distance by the haversine. */
export function kilometres(a: MeetingPoint, b: MeetingPoint): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const across = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude));
  const chord = half(b.latitude - a.latitude) + across * half(b.longitude - a.longitude);
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * What is sorted by for a place that was found. A département has no point of its own: the middle of its meetings
 * stands for it, so that those of its neighbours come next.
 */
export function soughtOf(place: FoundPlace, name: string, meetings: readonly ListedMeeting[]): Sought {
  if (place.kind === 'department') {
    return { name, departement: place.code, point: middleOf(meetings, place.code), rough: true, whole: true };
  }
  const { latitude, longitude, department } = place;
  if (latitude === undefined || longitude === undefined) {
    return { name, departement: department, point: middleOf(meetings, department), rough: true, whole: true };
  }
  return { name, departement: department, point: { latitude, longitude }, rough: true, whole: false };
}

function middleOf(meetings: readonly ListedMeeting[], departement: string): MeetingPoint | undefined {
  const points = meetings.flatMap(({ place }) =>
    place?.departement === departement ? (place.point ?? []) : [],
  );
  const mean = (of: keyof MeetingPoint) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  return points.length === 0 ? undefined : { latitude: mean('latitude'), longitude: mean('longitude') };
}

/** What this device knows without any network: départements by code, by the beginning of a name, by postal code. */
export function placesOffline(query: string): FoundPlace[] {
  const words = plainName(query);
  if (words === '') return [];
  const code = departementOfPostalCode(words) ?? words.toUpperCase();
  return DEPARTEMENTS.filter((one) => one.code === code || plainName(one.name).startsWith(words)).map(
    (one) => ({
      kind: 'department',
      ...one,
    }),
  );
}

/** The place that is meant where only one has exactly this name, or a département's code, or only one was found. */
export function meant(query: string, places: readonly FoundPlace[]): FoundPlace | undefined {
  const words = plainName(query);
  // Communes are known by postal codes, which begin with the code of a département.
  const exact = places.filter(
    ({ kind, name, code }) =>
      plainName(name) === words || (kind === 'department' && plainName(code) === words),
  );
  const sure = exact.length > 0 ? exact : places;
  return sure.length === 1 ? sure[0] : undefined;
}
