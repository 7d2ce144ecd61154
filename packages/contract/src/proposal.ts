import * as z from 'zod/mini';
import { wholeNumber } from './counts.js';
import { instant } from './instant.js';
import { MAX_COMMENT, MAX_NAME, MAX_REPORT, REPORT_REASONS, type PROPOSAL_SORTS } from './limits.js';
import { PROPOSAL_STATUSES, VISIBLE_STATUSES } from './proposal-status.js';
import { phase } from './published.js';
import { typedReceiptCode } from './receipt.js';
import { SUBJECT } from './subject.js';
import { httpsUrl, localId, storableText, writtenText } from './text.js';

/**
 * The person on one device, for one consultation and one kind of contribution: a random UUID. It is never shown, and
 * it is in no answer, so that nothing of what a person sent can be put together.
 */
const pseudonym = z.uuid();

/** INSEE code of a département or an overseas collectivity: never a finer place. */
const departement = z.string().check(z.regex(/^(\d{2}|2[AB]|9[78]\d)$/));

/** What is supported or commented on: comments are neither. */
const proposalSubject = z.string().check(z.regex(/^proposal:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

/** The receipt code of what this one replaces. */
const replaces = z.optional(typedReceiptCode);

/**
 * One press of the button. Undoing is a new contribution with a higher revision; the highest wins whatever the order
 * of arrival, and of two with the same revision the later `createdAt`, then the greater id.
 */
export const supportPayload = z.strictObject({
  pseudonym,
  subject: proposalSubject,
  on: z.boolean(),
  /** At most what a database's ordinary integer holds. */
  revision: z.int().check(z.gte(1), z.lte(2_147_483_647)),
});

export const proposalPayload = z.strictObject({
  pseudonym,
  title: writtenText(200),
  text: writtenText(10_000),
  /** One of the definition's themes. */
  theme: z.optional(localId),
  territory: z.optional(departement),
  /** The name to be shown, if the author wants one. */
  name: z.optional(writtenText(MAX_NAME)),
  replaces,
});

export const commentPayload = z.strictObject({
  pseudonym,
  subject: proposalSubject,
  text: writtenText(MAX_COMMENT),
  name: z.optional(writtenText(MAX_NAME)),
  replaces,
});

/** Tells the moderators of something that should not stand. */
export const reportPayload = z.strictObject({
  pseudonym,
  subject: z.string().check(z.regex(SUBJECT)),
  reason: z.enum(REPORT_REASONS),
  text: z.optional(storableText(MAX_REPORT)),
});

export const proposalStatus = z.enum(PROPOSAL_STATUSES);

/** Where what a citizen wrote stands with the moderators; `reason` in the moderator's words, for `refused`. */
export const standing = z.object({
  status: proposalStatus,
  reason: z.optional(z.string()),
  /** ISO 8601 calendar date of the last change. */
  date: z.iso.date(),
});

/** The organiser's answer: a text, a video with its transcript, or both. */
export const officialAnswer = z.object({
  author: writtenText(150),
  date: z.iso.date(),
  /** Markdown subset. */
  text: z.optional(writtenText(20_000)),
  video: z.optional(
    z.object({
      src: httpsUrl,
      transcript: writtenText(50_000),
      captions: z.optional(httpsUrl),
      poster: z.optional(httpsUrl),
    }),
  ),
  /** What follows, Markdown subset. */
  next: z.optional(writtenText(5000)),
  url: z.optional(httpsUrl),
});

const visibleStatus = z.enum(VISIBLE_STATUSES);

/** A proposal in a list. */
const summary = {
  id: z.uuid(),
  title: z.string(),
  /** The beginning of the text, some 280 characters, cut between words. */
  excerpt: z.string(),
  theme: z.optional(localId),
  territory: z.optional(departement),
  name: z.optional(z.string()),
  status: visibleStatus,
  /** Day of publication, in the consultation's time zone. */
  publishedOn: z.iso.date(),
  supports: wholeNumber,
  comments: wholeNumber,
};

export const proposalSummary = z.object(summary);

/** A proposal opened: with its text, what became of it day by day, and the organiser's answer. */
export const proposal = z.object({
  ...summary,
  text: z.string(),
  history: z.array(z.object({ status: visibleStatus, date: z.iso.date() })),
  answer: z.optional(officialAnswer),
});

/** A page of a list. `next` asks for the following one; absent on the last. */
export const proposalPage = z.object({
  proposals: z.array(proposalSummary),
  /** How many there are in all, on every page together. */
  total: wholeNumber,
  next: z.optional(z.string()),
});

export const commentPage = z.object({
  comments: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      name: z.optional(z.string()),
      publishedOn: z.iso.date(),
    }),
  ),
  next: z.optional(z.string()),
});

/** What support buttons need, and no definition with it: the button alone on a page must stay small. */
export const supportCounts = z.object({
  /** The definition's version, for the envelope. */
  version: wholeNumber,
  phase,
  /** `proposalRules.supportsPerPerson`. */
  supportsPerPerson: z.optional(wholeNumber),
  /** Of what was asked for, what everybody may see. `open`: it can be supported now. */
  supports: z.array(
    z.object({ subject: z.string(), title: z.string(), count: wholeNumber, open: z.boolean() }),
  ),
  /** When these were counted (RFC 3339). */
  countedAt: instant,
  /** Until when supports are taken, days of grace included (RFC 3339): a device keeps its pseudonym as long. */
  takenUntil: z.optional(instant),
});

export type SupportPayload = z.infer<typeof supportPayload>;
export type ProposalPayload = z.infer<typeof proposalPayload>;
export type CommentPayload = z.infer<typeof commentPayload>;
export type ReportPayload = z.infer<typeof reportPayload>;
export type ReportReason = ReportPayload['reason'];
export type ProposalStatus = z.infer<typeof proposalStatus>;
export type Standing = z.infer<typeof standing>;
export type OfficialAnswer = z.infer<typeof officialAnswer>;
export type ProposalSummary = z.infer<typeof proposalSummary>;
export type Proposal = z.infer<typeof proposal>;
export type ProposalPage = z.infer<typeof proposalPage>;
export type CommentPage = z.infer<typeof commentPage>;
export type SupportCounts = z.infer<typeof supportCounts>;

export type ProposalSort = (typeof PROPOSAL_SORTS)[number];

/** Which proposals, and in which order. What is absent does not narrow. */
export interface ProposalQuery {
  /** Words to be found in title or text, accents and endings aside. At most 200 characters. */
  search?: string | undefined;
  theme?: string | undefined;
  /** INSEE code of a département. */
  territory?: string | undefined;
  /** `answered` alone. */
  answered?: boolean | undefined;
  /**
   * Only these, at most 50, on one page. Asked for in a body that no cache keeps, for what tells of one person; what
   * somebody supported and what they wrote are not to be asked for together.
   */
  ids?: readonly string[] | undefined;
  /**
   * `supported`: most supports first. `latest`: newest first. `trending` (default): the supports of the last seven
   * days, each worth half as much after every two days.
   */
  sort?: ProposalSort | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
}
