import type { Attendance, ListedMeeting, Meeting, MeetingDetails } from '@cnr-widgets/contract';

/** A meeting as the operator writes it, what has a default left out or not. */
export type WrittenMeeting = Pick<Meeting, 'id' | 'title' | 'timeZone' | 'sessions'> & Partial<Meeting>;

/** What a backend shows of a meeting that the operator wrote. @param taken places, by those who registered */
export function shownMeeting(
  written: WrittenMeeting,
  taken: Readonly<Record<Attendance, number>> = { 'on-site': 0, remote: 0 },
): MeetingDetails {
  const { places = {}, remote, documents = [], report, status = 'planned', accessibility = {} } = written;
  const left = (all: number | undefined, by: Attendance) =>
    all === undefined ? undefined : Math.max(0, all - taken[by]);
  const { id, title, timeZone, sessions, theme, organiser, place, registration } = written;
  const { description, programme } = written;
  return {
    ...{ id, title, status, timeZone, sessions, accessibility, documents },
    ...given({ theme, organiser, place, registration, description, programme, report }),
    // The link itself is told to those who registered alone.
    remote: remote !== undefined,
    left: given({ onSite: left(places.onSite, 'on-site'), remote: left(places.remote, 'remote') }),
    reported: report !== undefined || documents.length > 0,
    sequence: 0,
  };
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}

/** What of it stands in a list. */
export function listedMeeting(shown: MeetingDetails): ListedMeeting {
  const { description: _text, programme: _course, documents: _papers, report: _said, ...listed } = shown;
  return listed;
}
