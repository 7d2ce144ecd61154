import * as z from 'zod/mini';
import { instant } from './instant.js';
import { described, noticeSentences, stepSentences } from './published.js';
import { meetingRules } from './meeting-rules.js';
import { proposalRules } from './proposal-rules.js';
import { questionnaire } from './questionnaire.js';
import { storableText, writtenText } from './text.js';

/** An origin as in RFC 6454: scheme, host and port, no path. */
const origin = z
  .string()
  .check(
    z.maxLength(300),
    z.regex(/^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:\d{1,5})?$/),
  );

const territory = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('national') }),
  z.strictObject({
    level: z.enum(['region', 'departement', 'collectivite']),
    code: z.string().check(z.regex(/^(\d{2}|2[AB]|9[78]\d)$/)),
    name: writtenText(80),
  }),
]);

const followUpStep = z.strictObject({ ...stepSentences, date: z.iso.date() });

/** Months after closing. */
const months = z.optional(z.int().check(z.gte(1), z.lte(600)));

/** What `retention` says in words, as the backend carries it out. Elements read the words alone. */
const carriedOut = {
  /** Everything that was sent is erased then, registrations left aside (`meetings.retentionDays`). */
  retentionMonths: months,
  /** What moderators refused is erased then, with what was reported of it. */
  refusedRetentionMonths: months,
};

/**
 * What the operator writes. The shape alone: `checkConsultation` says what else must hold before it can open.
 * A draft may still lack dates, notice and origins.
 */
export const consultation = z.strictObject({
  ...described,
  territory,
  estimatedMinutes: z.int().check(z.gte(1), z.lte(240)),
  goal: z.optional(z.int().check(z.gte(1))),
  graceDays: z._default(z.int().check(z.gte(0), z.lte(60)), 7),
  followUp: z._default(z.array(followUpStep).check(z.maxLength(100)), []),
  $schema: z.optional(storableText(500)),
  draft: z._default(z.boolean(), false),
  opensAt: z.optional(instant),
  closesAt: z.optional(instant),
  notice: z.optional(z.partial(z.strictObject({ ...noticeSentences, ...carriedOut }))),
  /** Host sites allowed to embed it. The backend's own origin always is. */
  origins: z.optional(z.array(origin).check(z.maxLength(200))),
  /** One of this, `proposals` and `meetings`, or several. */
  questionnaire: z.optional(questionnaire),
  proposals: z.optional(proposalRules),
  meetings: z.optional(meetingRules),
});

export type Consultation = z.infer<typeof consultation>;
