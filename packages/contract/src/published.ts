import * as z from 'zod/mini';
import { httpsUrl, instant, slug, writtenText } from './text.js';

/** Where a consultation applies; `code` is INSEE's, `name` the official name that goes with it. */
const territory = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('national') }),
  z.strictObject({
    level: z.enum(['region', 'departement', 'collectivite']),
    code: z.string().check(z.regex(/^(\d{2}|2[AB]|9[78]\d)$/)),
    name: writtenText(80),
  }),
]);

/** What the citizen is told before the first answer (GDPR, article 13). */
export const notice = z.strictObject({
  controller: z.optional(writtenText(300)),
  purpose: z.optional(writtenText(1000)),
  legalBasis: z.optional(writtenText(500)),
  recipients: z.optional(writtenText(500)),
  retention: z.optional(writtenText(500)),
  /** An e-mail address or an `https:` address. */
  rightsContact: z.optional(writtenText(300)),
  /** The data protection officer, where there is one: an e-mail address or an `https:` address. */
  dpoContact: z.optional(writtenText(300)),
  /** Whether answers become open data, above the threshold and without free text that nobody reviewed. */
  openData: z.optional(z.boolean()),
});

/** A dated step after the consultation ("devoir de suite"). */
const followUpStep = z.strictObject({
  kind: z.enum(['analysis', 'synthesis', 'response', 'commitment', 'done']),
  /** ISO 8601 calendar date on which it was, or will be, published. */
  date: z.iso.date(),
  title: writtenText(200),
  /** Markdown subset. */
  text: z.optional(writtenText(10_000)),
  url: z.optional(httpsUrl),
});

/** What a definition says of itself, whoever reads it. */
export const described = {
  id: slug,
  /** BCP 47 language of the definition's own sentences. */
  locale: z.enum(['fr', 'en']),
  title: writtenText(150),
  summary: writtenText(600),
  theme: writtenText(60),
  organiser: writtenText(150),
  territory,
  /** IANA time zone in which dates are shown, e.g. `Europe/Paris`. */
  timeZone: writtenText(60),
  estimatedMinutes: z.int().check(z.gte(1), z.lte(240)),
  /** Participants hoped for. */
  goal: z.optional(z.int().check(z.gte(1))),
  resultsVisible: z.enum(['never', 'after-closing', 'always']),
  /** Markdown subset. */
  objectives: z.optional(writtenText(5000)),
  modalities: z.optional(writtenText(5000)),
  access: z.enum(['open', 'proof-of-work', 'email']),
  /** Days after closing in which an answer that was finished before closing is still accepted. */
  graceDays: z._default(z.int().check(z.gte(0), z.lte(60)), 7),
  followUp: z._default(z.array(followUpStep).check(z.maxLength(100)), []),
  /** Where results and the follow-up can be read. */
  resultsUrl: z.optional(httpsUrl),
};

export const phase = z.enum(['upcoming', 'open', 'analysis', 'results', 'followed-up']);

const publicNotice = z.required(notice, {
  controller: true,
  purpose: true,
  legalBasis: true,
  recipients: true,
  retention: true,
  rightsContact: true,
  openData: true,
});

/**
 * What an element reads: a definition that is public, and so complete. Unknown keys are dropped here, so that an
 * older element reads what a newer backend serves. The questionnaire stays unread (`parseQuestionnaire`): the card
 * shows without it, and without the code that checks it.
 */
export const publishedConsultation = z.object({
  /** Counts up from 1 with each change that was imported. */
  version: z.int().check(z.gte(1)),
  phase,
  consultation: z.object({
    ...described,
    opensAt: instant,
    closesAt: instant,
    notice: publicNotice,
    questionnaire: z.unknown(),
  }),
});

export type Territory = z.infer<typeof territory>;
export type Notice = z.infer<typeof publicNotice>;
export type FollowUpStep = z.infer<typeof followUpStep>;
export type Phase = z.infer<typeof phase>;
export type PublishedConsultation = z.infer<typeof publishedConsultation>;
export type ConsultationCard = PublishedConsultation['consultation'];
