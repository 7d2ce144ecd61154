import * as z from 'zod/mini';
import { wholeNumber } from './counts.js';
import { instant } from './instant.js';
import { httpsUrl, slug, writtenText } from './text.js';

// A definition that is served has been checked already, strictly, when it was imported (`consultation.ts`).

/** Where a consultation applies; `code` is INSEE's, `name` the official name that goes with it. */
const territory = z.discriminatedUnion('level', [
  z.object({ level: z.literal('national') }),
  z.object({
    level: z.enum(['region', 'departement', 'collectivite']),
    code: z.optional(z.string()),
    name: z.string(),
  }),
]);

/** What a definition says of itself, in the same way to its author and to its readers. */
export const described = {
  id: slug,
  /** BCP 47 language of the definition's own sentences. */
  locale: z.enum(['fr', 'en']),
  title: writtenText(150),
  summary: writtenText(600),
  theme: writtenText(60),
  organiser: writtenText(150),
  /** IANA time zone in which dates are shown, e.g. `Europe/Paris`. */
  timeZone: writtenText(60),
  resultsVisible: z.enum(['never', 'after-closing', 'always']),
  /** Markdown subset. */
  objectives: z.optional(writtenText(5000)),
  modalities: z.optional(writtenText(5000)),
  access: z.enum(['open', 'proof-of-work', 'email']),
  /** Where results and the follow-up can be read. */
  resultsUrl: z.optional(httpsUrl),
};

export const phase = z.enum(['upcoming', 'open', 'analysis', 'results', 'followed-up']);

/** The sentences of what the citizen is told before the first answer (GDPR, article 13). */
export const noticeSentences = {
  controller: writtenText(300),
  purpose: writtenText(1000),
  legalBasis: writtenText(500),
  recipients: writtenText(500),
  retention: writtenText(500),
  /** An e-mail address or an `https:` address. */
  rightsContact: writtenText(300),
  /** The data protection officer, where there is one: an e-mail address or an `https:` address. */
  dpoContact: z.optional(writtenText(300)),
  /** Whether answers become open data, above the threshold and without free text that nobody reviewed. */
  openData: z.boolean(),
};

/** A dated step after the consultation ("devoir de suite"), its date left aside. */
export const stepSentences = {
  kind: z.enum(['analysis', 'synthesis', 'response', 'commitment', 'done']),
  title: writtenText(200),
  /** Markdown subset. */
  text: z.optional(writtenText(10_000)),
  url: z.optional(httpsUrl),
};

const notice = z.object(noticeSentences);

/** `date`: ISO 8601 calendar date on which it was, or will be, published. */
const followUpStep = z.object({ ...stepSentences, date: z.iso.date() });

/**
 * What an element reads: a definition that is public, and so complete. Unknown keys are dropped here, so that an
 * older element reads what a newer backend serves. Questionnaire and proposals stay unread (`parseQuestionnaire`,
 * `parseProposalRules`): the card shows without them, and without the code that checks them.
 */
export const publishedConsultation = z.object({
  /** Counts up from 1 with each change that was imported. */
  version: wholeNumber,
  phase,
  consultation: z.object({
    ...described,
    territory,
    opensAt: instant,
    closesAt: instant,
    estimatedMinutes: wholeNumber,
    /** Participants hoped for. */
    goal: z.optional(wholeNumber),
    /** Days after closing in which an answer that was finished before closing is still accepted. */
    graceDays: z._default(wholeNumber, 7),
    notice,
    followUp: z._default(z.array(followUpStep), []),
    /** Absent where citizens are asked for proposals or questions alone. */
    questionnaire: z.optional(z.unknown()),
    /** What citizens may write themselves: unread here as well (`parseProposalRules`). */
    proposals: z.optional(z.unknown()),
    /** Public meetings to come to: unread here as well (`parseMeetingRules`). */
    meetings: z.optional(z.unknown()),
  }),
});

export type Territory = z.infer<typeof territory>;
export type Notice = z.infer<typeof notice>;
export type FollowUpStep = z.infer<typeof followUpStep>;
export type Phase = z.infer<typeof phase>;
export type PublishedConsultation = z.infer<typeof publishedConsultation>;
export type ConsultationCard = PublishedConsultation['consultation'];
