import { departementName, type Consultation, type Meeting } from '@cnr-widgets/contract';
import ical, { ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator';
import type { Selectable } from 'kysely';
import type { Tables } from '../database.js';

/** How often, in seconds, a calendar that is subscribed to is asked to look again. */
const LOOK_AGAIN = 3_600;

const ONLINE = { fr: 'À distance', en: 'Online' };

export type CalendarRow = Pick<Selectable<Tables['meetings']>, 'content' | 'sequence' | 'updated_at'>;

interface Calendar {
  /** The backend's own. */
  origin: string;
  /** The département that it is narrowed to, by INSEE's code. */
  department?: string | undefined;
}

/**
 * Meetings as a calendar (RFC 5545): an event a session. An event keeps its UID through every import, and what
 * changed about it raises its SEQUENCE; a cancelled one stays, as CANCELLED. Times are in UTC, which every calendar
 * shows in its reader's own zone. The link to take part from afar is never in it.
 */
export function calendarOf(
  rows: readonly CalendarRow[],
  consultation: Pick<Consultation, 'id' | 'title' | 'locale'>,
  { origin, department }: Calendar,
): string {
  const calendar = ical({
    name: department === undefined ? consultation.title : `${consultation.title} – ${nameOf(department)}`,
    prodId: { company: 'CNR Widgets', product: 'meetings', language: consultation.locale },
    method: ICalCalendarMethod.PUBLISH,
    ttl: LOOK_AGAIN,
  });
  for (const row of rows) addSessions(calendar, row, consultation, origin);
  return calendar.toString();
}

function addSessions(
  calendar: ICalCalendar,
  { content, sequence, updated_at }: CalendarRow,
  { id, locale }: Pick<Consultation, 'id' | 'locale'>,
  origin: string,
): void {
  const { place } = content;
  const url = `${origin}/c/${id}`;
  // The point of a commune would lead people to its middle: it says less than the address.
  const geo = place?.point && (place.located ?? 'exact') === 'exact' ? place.point : undefined;
  const title = place ? writtenPlace(place) : ONLINE[locale];
  content.sessions.forEach(({ start, end }, index) => {
    calendar.createEvent({
      id: `${content.id}-${index + 1}@${id}.${new URL(origin).host}`,
      sequence,
      stamp: updated_at,
      lastModified: updated_at,
      start: new Date(start),
      end: new Date(end),
      summary: content.title,
      description: content.description === undefined ? url : `${content.description}\n\n${url}`,
      location: geo ? { title, geo: { lat: geo.latitude, lon: geo.longitude } } : title,
      url,
      status: content.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  });
}

function writtenPlace({ name, address, postalCode, city }: NonNullable<Meeting['place']>): string {
  const town = postalCode === undefined ? city : `${postalCode} ${city}`;
  return [name, address, town].filter((part) => part !== undefined).join(', ');
}

function nameOf(department: string): string {
  return departementName(department) ?? department;
}
