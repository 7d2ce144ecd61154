import * as z from 'zod/mini';
import { wholeNumber } from './counts.js';
import { instant } from './instant.js';
import { MAX_NAME } from './limits.js';
import { typedReceiptCode } from './receipt.js';
import { httpsUrl, slug, storableText, writtenText } from './text.js';

/** INSEE code of a département or an overseas collectivity. */
const departement = z.string().check(z.regex(/^(\d{2}|2[AB]|9[78]\d)$/));

/** INSEE code of a commune; the département's letters in Corsica. */
const communeCode = z.string().check(z.regex(/^(\d{2}|2[AB])\d{3}$/));

/**
 * What a place offers to those who need it. Absent: the organiser did not say, which is shown as such and is never
 * taken for a yes.
 */
const accessibility = {
  /** No step from the street to the seat. */
  stepFree: z.optional(z.boolean()),
  /** Induction loop for hearing aids. */
  hearingLoop: z.optional(z.boolean()),
  /** French sign language, on site or remote. */
  signLanguage: z.optional(z.boolean()),
};

/** One sitting. Both ends with the offset of the meeting's time zone. */
const session = { start: instant, end: instant };

/**
 * Where a point comes from. `exact`: the organiser gave it. `commune`: the commune's own point. `nearby`: a known
 * commune of the same arrondissement. Said on the map where it is not exact.
 */
const located = z.enum(['exact', 'commune', 'nearby']);

const place = {
  /** The hall or building. */
  name: z.optional(writtenText(150)),
  /** Street and number; without postal code and commune. */
  address: z.optional(writtenText(300)),
  postalCode: z.optional(z.string().check(z.regex(/^\d{5}$/))),
  /** The commune's name. */
  city: writtenText(100),
  commune: z.optional(communeCode),
  departement,
};

/** WGS 84, in decimal degrees. */
const point = { latitude: z.number(), longitude: z.number() };

/** In how many ways one can take part: in the room, from afar, or either. */
export const attendance = z.enum(['on-site', 'remote']);

const documents = { title: writtenText(200), url: httpsUrl };

const described = {
  /** Stable: calendars, receipts and addresses name it. */
  id: slug,
  title: writtenText(200),
  theme: z.optional(writtenText(80)),
  organiser: z.optional(writtenText(150)),
  /**
   * What the organiser says. `full` and `held` follow from places and time as well (`meetingStatus`), and need not be
   * written; a meeting of the past stays `held` whatever is said.
   */
  status: z._default(z.enum(['planned', 'full', 'cancelled', 'held']), 'planned'),
  /** IANA time zone of the place. */
  timeZone: writtenText(60),
};

const wide = {
  /** Markdown subset. */
  description: z.optional(writtenText(10_000)),
  /** What happens when; Markdown subset. */
  programme: z.optional(writtenText(10_000)),
};

/** When a registration is taken. Without `closesAt`: until the first session begins. */
const registration = { opensAt: z.optional(instant), closesAt: z.optional(instant) };

/** Places in all; absent: as many as come. */
const places = {
  onSite: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
  remote: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
};

/** What the operator writes. The shape alone: `checkMeeting` says what else must hold. */
export const meeting = z.strictObject({
  ...described,
  ...wide,
  /** In the order of time, several for a meeting of several days. */
  sessions: z.array(z.strictObject(session)).check(z.minLength(1), z.maxLength(30)),
  place: z.optional(
    z.strictObject({
      ...place,
      point: z.optional(
        z.strictObject({
          latitude: z.number().check(z.gte(-90), z.lte(90)),
          longitude: z.number().check(z.gte(-180), z.lte(180)),
        }),
      ),
      located: z.optional(located),
    }),
  ),
  /** Present where one can take part from afar; the link is told to those who registered alone. */
  remote: z.optional(z.strictObject({ link: z.optional(httpsUrl) })),
  accessibility: z._default(z.strictObject(accessibility), {}),
  places: z._default(z.strictObject(places), {}),
  /** Absent: no registration, one simply comes. */
  registration: z.optional(z.strictObject(registration)),
  documents: z._default(z.array(z.strictObject(documents)).check(z.maxLength(50)), []),
  /** What was said, afterwards; Markdown subset. */
  report: z.optional(writtenText(20_000)),
});

/** A meeting as lists, maps and calendars show it. */
const listed = {
  ...described,
  sessions: z.array(z.object(session)).check(z.minLength(1)),
  place: z.optional(z.object({ ...place, point: z.optional(z.object(point)), located: z.optional(located) })),
  /** One can take part from afar. */
  remote: z.boolean(),
  accessibility: z.object(accessibility),
  registration: z.optional(z.object(registration)),
  /** Places that are left; absent: as many as come. */
  left: z.object({ onSite: z.optional(wholeNumber), remote: z.optional(wholeNumber) }),
  /** A report or documents are there. */
  reported: z.boolean(),
  /** Rises with each change that a calendar shows (RFC 5545, 3.8.7.4). */
  sequence: wholeNumber,
};

export const listedMeeting = z.object(listed);

/** Every meeting of a consultation at once: finding, sorting by distance and drawing are done on the device. */
export const meetingList = z.object({
  /** When this was true (RFC 3339): a list that is shown without the network says it. */
  asOf: instant,
  /** Version of contours that the operator imported (`GET /v1/contours/{version}`); absent: the built-in ones. */
  contours: z.optional(z.string()),
  /** By their first session. */
  meetings: z.array(listedMeeting),
});

/** A meeting opened. */
export const meetingDetails = z.object({
  ...listed,
  ...wide,
  documents: z.array(z.object(documents)),
  report: z.optional(z.string()),
});

/** What is sent to take part: it may wait on the device, and gives a place only once it was received. */
export const registrationPayload = z.strictObject({
  pseudonym: z.uuid(),
  /** Id of the meeting. */
  meeting: slug,
  attendance,
  firstName: writtenText(MAX_NAME),
  /** How many come, this person included. */
  people: z.int().check(z.gte(1), z.lte(20)),
  /** The receipt code of what this one replaces. */
  replaces: z.optional(typedReceiptCode),
});

/**
 * What must never wait on a device: sent online only, by a call of its own, with its own consent, and kept apart. The
 * pattern of an address is the one of HTML's `<input type="email">`, with a dot in the domain.
 */
export const registrationContact = z.strictObject({
  email: z.optional(
    z
      .string()
      .check(
        z.maxLength(254),
        z.regex(
          /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i,
        ),
      ),
  ),
  /** In the person's own words, e.g. a place for a wheelchair. May reveal health: read by the organiser alone. */
  needs: z.optional(storableText(1000)),
  consent: z.literal(true),
});

/** What the code of a registration reads back. */
export const registrationDetails = z.object({
  registration: z.object({
    id: z.uuid(),
    attendance,
    firstName: z.string(),
    people: wholeNumber,
    receivedAt: instant,
  }),
  meeting: meetingDetails,
  /** Where to take part from afar: told here alone, and to those who registered for it. */
  remoteLink: z.optional(httpsUrl),
  /** Whether an address and needs were left. Neither is read back: the code may lie on a shared device. */
  contact: z.object({ email: z.boolean(), needs: z.boolean() }),
});

export type Meeting = z.infer<typeof meeting>;
export type ListedMeeting = z.infer<typeof listedMeeting>;
export type MeetingList = z.infer<typeof meetingList>;
export type MeetingDetails = z.infer<typeof meetingDetails>;
export type MeetingPlace = NonNullable<ListedMeeting['place']>;
export type MeetingPoint = NonNullable<MeetingPlace['point']>;
export type Attendance = z.infer<typeof attendance>;
export type RegistrationPayload = z.infer<typeof registrationPayload>;
export type RegistrationContact = z.infer<typeof registrationContact>;
export type RegistrationDetails = z.infer<typeof registrationDetails>;
