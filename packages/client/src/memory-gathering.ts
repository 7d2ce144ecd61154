import type { FoundPlace } from '@cnr-widgets/contract';
import type { Backend, CallOptions } from './backend.js';
import { placesFor, type MemoryMeetings, type RegistrationRow } from './memory-meetings.js';
import { refusal } from './memory-refusal.js';

/** What of a backend has to do with meetings. */
type Gathering = Pick<
  Backend,
  | 'meetings'
  | 'meeting'
  | 'calendarUrl'
  | 'places'
  | 'contours'
  | 'registration'
  | 'leaveContact'
  | 'eraseContact'
>;

/** One call, as a test may intercept it. */
type Around = <T>(
  call: Exclude<keyof Gathering, 'calendarUrl'>,
  consultation: string,
  act: () => T | Promise<T>,
  options?: CallOptions,
) => Promise<T>;

interface Surroundings {
  around: Around;
  meetings: MemoryMeetings;
  /** @throws ClientError where the code is of no registration */
  registered: (consultation: string, code: string) => RegistrationRow;
  places?: readonly FoundPlace[] | undefined;
  contours?: Readonly<Record<string, unknown>> | undefined;
  calendars?: string | undefined;
}

export function gatheringOf({
  around,
  meetings,
  registered,
  places = [],
  contours = {},
  calendars,
}: Surroundings): Gathering {
  return {
    meetings: (id, call) => around('meetings', id, () => meetings.list(id, Object.keys(contours)[0]), call),
    meeting: (id, meeting, call) => around('meeting', id, () => meetings.details(id, meeting), call),
    calendarUrl(id, { meeting, departement }) {
      if (calendars === undefined) return undefined;
      return `${calendars}/${[id, meeting ?? departement].filter(Boolean).join('/')}.ics`;
    },
    places: (query, call) => around('places', '', () => placesFor(query, places), call),
    contours: (version, call) =>
      around(
        'contours',
        '',
        () => {
          if (!(version in contours)) throw refusal(404, 'not-found');
          return contours[version];
        },
        call,
      ),
    registration: (id, code, call) =>
      around('registration', id, () => meetings.registration(registered(id, code)), call),
    leaveContact: (id, code, contact, call) =>
      around('leaveContact', id, () => meetings.leaveContact(registered(id, code), contact), call),
    eraseContact: (id, code, call) =>
      around('eraseContact', id, () => meetings.eraseContact(registered(id, code).made), call),
  };
}
