import {
  attendances,
  departementOfPostalCode,
  leftFor,
  parseMeetingRules,
  plainName,
  registrationState,
  startOf,
  type Attendance,
  type ContributionOf,
  type FoundPlace,
  type FoundPlaces,
  type MeetingDetails,
  type MeetingList,
  type PublishedConsultation,
  type RegistrationContact,
  type RegistrationDetails,
} from '@cnr-widgets/contract';
import { refusal } from './memory-refusal.js';
import type { Row } from './memory-rows.js';
import { listedMeeting, shownMeeting, type WrittenMeeting } from './shown-meeting.js';

/** A meeting as the operator writes it, with the places that are taken besides those registered here. */
export interface MemoryMeeting extends WrittenMeeting {
  taken?: Partial<Record<Attendance, number>> | undefined;
}

type Registration = ContributionOf<'registration'>;

/** A registration with its receipt. */
export type RegistrationRow = Row & { contribution: Registration };

/** What the meetings of one consultation are read from. */
interface Held {
  published: PublishedConsultation;
  meetings: readonly MemoryMeeting[];
  /** Those that are neither withdrawn nor replaced. */
  registrations: readonly Registration[];
  /** Milliseconds since the epoch. */
  now: number;
}

/** The meetings of a consultation, and who comes to them, by the rules of the reference backend. */
export class MemoryMeetings {
  /** By the id of the first registration, which its corrections keep; gone with them. */
  readonly #contacts = new Map<string, RegistrationContact>();

  constructor(private readonly held: (consultation: string) => Held) {}

  list(consultation: string, contours: string | undefined): MeetingList {
    const held = this.#held(consultation);
    const meetings = held.meetings.map((written) => listedMeeting(shownOf(held, written)));
    return {
      asOf: new Date(held.now).toISOString(),
      ...(contours === undefined ? {} : { contours }),
      meetings: meetings.sort((a, b) => startOf(a).getTime() - startOf(b).getTime()),
    };
  }

  /** @throws ClientError `unknown-subject` */
  details(consultation: string, id: string): MeetingDetails {
    const held = this.#held(consultation);
    return shownOf(held, found(held, id));
  }

  /**
   * Whether this registration is taken now.
   * @param corrected it stays with its meeting; who takes no more places than before needs no room
   * @throws ClientError the reference backend's refusals
   */
  admit({ consultation, payload }: Registration, corrected: Registration | undefined): void {
    const held = this.#held(consultation);
    const { attendance, people, pseudonym } = payload;
    if (people > parseMeetingRules(held.published.consultation.meetings).peopleMax) {
      throw refusal(422, 'invalid-contribution', { errors: [{ path: 'people', code: 'too-many' }] });
    }
    const before = corrected?.payload;
    if (before && before.meeting !== payload.meeting) throw refusal(404, 'unknown-subject');
    const meeting = shownOf(held, found(held, payload.meeting));
    const state = registrationState(meeting, new Date(held.now));
    if (state === 'none' || !attendances(meeting).includes(attendance)) throw refusal(403, 'not-offered');
    if (state !== 'open' && state !== 'full') throw refusal(403, 'registration-closed');
    const known = held.registrations.some(
      (other) => other.payload.meeting === meeting.id && other.payload.pseudonym === pseudonym,
    );
    if (known && !before) throw refusal(409, 'already-registered');
    const more = before?.attendance === attendance ? people - before.people : people;
    const room = meeting.status === 'full' ? 0 : (leftFor(meeting, attendance) ?? Infinity);
    if (more > 0 && room < more) throw refusal(409, 'meeting-full');
  }

  registration({ contribution, receipt, made }: RegistrationRow): RegistrationDetails {
    const { id, consultation, payload } = contribution;
    const held = this.#held(consultation);
    const { attendance, firstName, people, meeting } = payload;
    const { receivedAt } = receipt;
    const written = found(held, meeting);
    const link = attendance === 'remote' ? written.remote?.link : undefined;
    const contact = this.#contacts.get(made);
    return {
      registration: { id, attendance, firstName, people, receivedAt },
      meeting: shownOf(held, written),
      ...(link === undefined ? {} : { remoteLink: link }),
      contact: { email: contact?.email !== undefined, needs: contact?.needs !== undefined },
    };
  }

  leaveContact({ contribution, made }: RegistrationRow, contact: RegistrationContact): void {
    const { published } = this.#held(contribution.consultation);
    if (!parseMeetingRules(published.consultation.meetings).contact) throw refusal(403, 'not-offered');
    this.#contacts.set(made, contact);
  }

  eraseContact(made: string): void {
    this.#contacts.delete(made);
  }

  #held(consultation: string): Held {
    const held = this.held(consultation);
    if (held.published.consultation.meetings === undefined) throw refusal(403, 'not-offered');
    return held;
  }
}

function found({ meetings }: Held, id: string): MemoryMeeting {
  const written = meetings.find((meeting) => meeting.id === id);
  if (!written) throw refusal(404, 'unknown-subject');
  return written;
}

function shownOf({ registrations }: Pick<Held, 'registrations'>, written: MemoryMeeting): MeetingDetails {
  const taken = (by: Attendance) =>
    registrations
      .filter(({ payload }) => payload.meeting === written.id && payload.attendance === by)
      .reduce((people, { payload }) => people + payload.people, written.taken?.[by] ?? 0);
  return shownMeeting(written, { 'on-site': taken('on-site'), remote: taken('remote') });
}

/** By the beginning of a name, or by postal code: enough for stories and tests, no gazetteer. */
export function placesFor(query: string, places: readonly FoundPlace[]): FoundPlaces {
  const words = plainName(query);
  if (words === '') return { places: [] };
  const departement = departementOfPostalCode(words);
  const matching = places.filter(({ kind, name, ...place }) =>
    departement === undefined
      ? plainName(name).startsWith(words) || ('code' in place && plainName(place.code) === words)
      : 'postalCodes' in place && place.postalCodes.includes(words),
  );
  return { places: matching };
}
