import * as z from 'zod/mini';

/** What a definition says of its meetings as a whole; the meetings themselves are imported apart, as they come and go. */
const rules = {
  /** Days after a meeting's end after which its registrations are erased, names and addresses with them. */
  retentionDays: z._default(z.int().check(z.gte(0), z.lte(365)), 30),
  /** How many may come with one registration. */
  peopleMax: z._default(z.int().check(z.gte(1), z.lte(20)), 5),
  /** Whether an e-mail address and needs may be left with a registration; each is optional for the citizen. */
  contact: z._default(z.boolean(), true),
};

/** What the operator writes. */
export const meetingRules = z.strictObject(rules);

/** What an element reads of it: keys that a newer backend serves are dropped. */
export const publishedMeetingRules = z.object(rules);

export type MeetingRules = z.infer<typeof publishedMeetingRules>;
