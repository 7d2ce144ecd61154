import * as z from 'zod/mini';
import { localId, writtenText } from './text.js';

/**
 * What a definition says of what citizens write themselves. Limits of length are in UTF-16 code units, as everywhere.
 * Every limit is said to the citizen before it bites.
 */
const rules = {
  /** What they are called on screen: proposals to the organiser, or questions to it. */
  asks: z._default(z.enum(['proposals', 'questions']), 'proposals'),
  /** `before`: shown once a moderator accepted it. `after`: shown at once; a moderator may refuse it later. */
  moderation: z.enum(['before', 'after']),
  /** How many one person may deposit within any seven days. */
  perWeek: z._default(z.int().check(z.gte(1), z.lte(50)), 1),
  titleMaxLength: z._default(z.int().check(z.gte(20), z.lte(200)), 120),
  textMaxLength: z._default(z.int().check(z.gte(100), z.lte(10_000)), 2000),
  /** Whether citizens may comment on what others wrote. Comments are moderated in the same way. */
  comments: z._default(z.boolean(), false),
  /** How many proposals one person may support at a time; absent: as many as they like. */
  supportsPerPerson: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  /** What is asked of authors, Markdown subset: shown above the deposit form, agreed to by sending. */
  charter: z.optional(writtenText(5000)),
};

/** One of the themes among which an author chooses. */
const theme = { id: localId, label: writtenText(80) };

/** What the operator writes. */
export const proposalRules = z.strictObject({
  ...rules,
  themes: z._default(z.array(z.strictObject(theme)).check(z.maxLength(50)), []),
});

/** What an element reads of it: keys that a newer backend serves are dropped. */
export const publishedProposalRules = z.object({
  ...rules,
  themes: z._default(z.array(z.object(theme)), []),
});

export type ProposalRules = z.infer<typeof publishedProposalRules>;
