import { departementName, type Consultation, type Meeting } from '@cnr-widgets/contract';
import ICAL from 'ical.js';
import type { Selectable } from 'kysely';
import type { Tables } from '../database.js';

/** Octets of a line. The library does not count the blank with which the next one begins; RFC 5545, 3.1 does. */
const FOLD = 75 - 1;

const ONLINE = { fr: 'À distance', en: 'Online' };

export type CalendarRow = Pick<Selectable<Tables['meetings']>, 'content' | 'sequence' | 'updated_at'>;

interface Calendar {
  /** The backend's own. */
  origin: string;
  /** The département that it is narrowed to, by INSEE's code. */
  department?: string | undefined;
}

/** A property in jCal (RFC 7265): name, parameters, type, value. */
type Property = readonly [string, object, string, unknown];

/**
 * Meetings as a calendar (RFC 5545): an event a session. An event keeps its UID through every import, and what
 * changed about it raises its SEQUENCE; a cancelled one stays, as CANCELLED. Times are in UTC, which every calendar
 * shows in its reader's own zone. The link to take part from afar is never in it. What is said at length of a meeting
 * is on the page that the event leads to.
 */
export function calendarOf(
  rows: readonly CalendarRow[],
  consultation: Pick<Consultation, 'id' | 'title' | 'locale'>,
  { origin, department }: Calendar,
): string {
  const { title } = consultation;
  const written =
    department === undefined ? title : `${title} – ${departementName(department) ?? department}`;
  // The library writes what RFC 5545 does not know as it is given.
  const name = oneLine(written).replace(/[\\,;]/g, '\\$&');
  const properties: Property[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//CNR Widgets//meetings//FR'],
    ['method', {}, 'text', 'PUBLISH'],
    // RFC 7986, and what calendars read that are older than it.
    ['name', {}, 'unknown', name],
    ['x-wr-calname', {}, 'unknown', name],
    ['refresh-interval', {}, 'duration', 'PT1H'],
    ['x-published-ttl', {}, 'unknown', 'PT1H'],
  ];
  const events = rows.flatMap((row) => eventsOf(row, consultation, origin));
  ICAL.foldLength = FOLD;
  return ICAL.stringify(['vcalendar', properties, events]);
}

function eventsOf(
  { content, sequence, updated_at }: CalendarRow,
  { id, locale }: Pick<Consultation, 'id' | 'locale'>,
  origin: string,
): unknown[] {
  const { place, sessions, status, title } = content;
  const url = `${origin}/c/${id}`;
  const changed = utc(updated_at);
  // The point of a commune would lead people to its middle: it says less than the address.
  const point = (place?.located ?? 'exact') === 'exact' ? place?.point : undefined;
  const shared: Property[] = [
    ['sequence', {}, 'integer', sequence],
    ['dtstamp', {}, 'date-time', changed],
    ['last-modified', {}, 'date-time', changed],
    ['summary', {}, 'text', oneLine(title)],
    ['location', {}, 'text', oneLine(place ? writtenPlace(place) : ONLINE[locale])],
    ...(point ? [['geo', {}, 'float', [point.latitude, point.longitude]] as const] : []),
    ['url', {}, 'uri', url],
    // Many calendars show no URL.
    ['description', {}, 'text', url],
    ['status', {}, 'text', status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'],
  ];
  const { host } = new URL(origin);
  return sessions.map(({ start, end }, index) => [
    'vevent',
    [
      ['uid', {}, 'text', `${content.id}-${index + 1}@${id}.${host}`],
      ['dtstart', {}, 'date-time', utc(new Date(start))],
      ['dtend', {}, 'date-time', utc(new Date(end))],
      ...shared,
    ],
    [],
  ]);
}

function writtenPlace({ name, address, postalCode, city }: NonNullable<Meeting['place']>): string {
  const town = postalCode === undefined ? city : `${postalCode} ${city}`;
  return [name, address, town].filter((part) => part !== undefined).join(', ');
}

/** A line break that an operator pasted would break the line of the file as well; other controls RFC 5545 forbids. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** In whole seconds, with which calendars count. */
function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
