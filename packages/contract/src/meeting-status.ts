import type { Attendance, ListedMeeting } from './meeting.js';

type Timed = Pick<ListedMeeting, 'sessions'>;
type Taken = Pick<ListedMeeting, 'sessions' | 'status' | 'left' | 'place' | 'remote'>;

/** When its first session begins. */
export function startOf({ sessions }: Timed): Date {
  return new Date(Math.min(...sessions.map(({ start }) => Date.parse(start))));
}

/** When its last session ends: a meeting of several days is not past before. */
export function endOf({ sessions }: Timed): Date {
  return new Date(Math.max(...sessions.map(({ end }) => Date.parse(end))));
}

/** The ways in which one can take part. */
export function attendances({ place, remote }: Pick<ListedMeeting, 'place' | 'remote'>): Attendance[] {
  return [...(place ? (['on-site'] as const) : []), ...(remote ? (['remote'] as const) : [])];
}

/** Places that are left for a way of taking part; undefined: as many as come. */
export function leftFor({ left }: Pick<ListedMeeting, 'left'>, attendance: Attendance): number | undefined {
  return attendance === 'remote' ? left.remote : left.onSite;
}

/**
 * What is so now: cancelled whatever the time, then held once it ended (or the organiser says so), then full where the
 * organiser says so or no place is left in any way of taking part.
 */
export function meetingStatus(meeting: Taken, now: Date): ListedMeeting['status'] {
  if (meeting.status === 'cancelled') return 'cancelled';
  if (meeting.status === 'held' || endOf(meeting) <= now) return 'held';
  const full = attendances(meeting).every((attendance) => leftFor(meeting, attendance) === 0);
  return meeting.status === 'full' || full ? 'full' : 'planned';
}

/** Whether one can register now, and if not, why. `none`: no registration, one simply comes. */
export type RegistrationState = 'none' | 'not-yet' | 'open' | 'closed' | 'full' | 'cancelled' | 'held';

export function registrationState(
  meeting: Taken & Pick<ListedMeeting, 'registration'>,
  now: Date,
): RegistrationState {
  const { registration } = meeting;
  const status = meetingStatus(meeting, now);
  if (status === 'cancelled' || status === 'held') return status;
  if (!registration) return 'none';
  const { opensAt, closesAt } = registration;
  if (opensAt !== undefined && now < new Date(opensAt)) return 'not-yet';
  const closes = closesAt === undefined ? startOf(meeting) : new Date(closesAt);
  if (now >= closes) return 'closed';
  return status === 'full' ? 'full' : 'open';
}
