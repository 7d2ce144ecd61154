import {
  attendances,
  leftFor,
  MAX_NAME,
  type Attendance,
  type ListedMeeting,
  type MeetingRules,
  type RegistrationPayload,
} from '@cnr-widgets/contract';
import type { RegistrationMessages } from './messages.fr.js';

/** What stands in the form. */
export interface TypedRegistration {
  readonly firstName: string;
  readonly people: number;
  /** Undefined until it was chosen, where there is a choice. */
  readonly attendance: Attendance | undefined;
}

export interface Fault {
  readonly field: keyof TypedRegistration;
  readonly sentence: string;
}

/** What was asked of the form: the meeting, its rules, and the places that this registration has already. */
export interface Asked {
  readonly meeting: ListedMeeting;
  readonly rules: MeetingRules;
  readonly held: Pick<RegistrationPayload, 'attendance' | 'people'> | undefined;
}

export function emptyForm(meeting: ListedMeeting): TypedRegistration {
  const ways = attendances(meeting);
  return { firstName: '', people: 1, attendance: ways.length === 1 ? ways[0] : undefined };
}

/** Places that this registration can have; undefined: as many as it asks for. */
export function placesFor({ meeting, held }: Asked, attendance: Attendance): number | undefined {
  const left = leftFor(meeting, attendance);
  return left === undefined ? undefined : left + (held?.attendance === attendance ? held.people : 0);
}

/** What is not as it should be, in the order of the fields. */
export function faultsOf(asked: Asked, typed: TypedRegistration, t: RegistrationMessages): Fault[] {
  const { firstName, people, attendance } = typed;
  const over = firstName.trim().length - MAX_NAME;
  const places = attendance && placesFor(asked, attendance);
  return [
    ...(firstName.trim() === '' ? [{ field: 'firstName' as const, sentence: t.faults.firstName }] : []),
    ...(over > 0 ? [{ field: 'firstName' as const, sentence: t.faults.firstNameLong(over) }] : []),
    ...(attendance === undefined ? [{ field: 'attendance' as const, sentence: t.faults.attendance }] : []),
    ...(places !== undefined && places < people
      ? [{ field: 'people' as const, sentence: t.faults.people(places) }]
      : []),
  ];
}

/** @param typed without faults */
export function payloadOf(
  meeting: ListedMeeting,
  { firstName, people, attendance }: TypedRegistration,
): Omit<RegistrationPayload, 'pseudonym'> {
  const [only = 'on-site'] = attendances(meeting);
  return { meeting: meeting.id, attendance: attendance ?? only, firstName: firstName.trim(), people };
}
