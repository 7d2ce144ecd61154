import type { TextQuestion, TextsQuestion } from './questionnaire.js';

// Apart from the schemas, so that code that needs a limit does not carry them into a bundle.

/** Where a jump may lead besides a question: to the end of the questionnaire. */
export const END = 'end';

/** Longest text a citizen may be allowed to write in one field, in UTF-16 code units. */
export const MAX_TEXT = 10_000;

/** The limit of the text beside an "Autre" choice, in UTF-16 code units. */
export const MAX_OTHER = 500;

/** The longest name that an author may choose to be shown under, in UTF-16 code units. */
export const MAX_NAME = 60;

/** The longest comment, in UTF-16 code units. */
export const MAX_COMMENT = 1000;

/** What a report may say besides its reason, in UTF-16 code units. */
export const MAX_REPORT = 500;

/** The days within which `perWeek` counts, in milliseconds. */
export const WEEK = 7 * 86_400_000;

/** Why something should not stand. */
export const REPORT_REASONS = ['insult', 'personal-data', 'off-topic', 'spam', 'illegal', 'other'] as const;

/** The orders in which proposals are listed. */
export const PROPOSAL_SORTS = ['supported', 'latest', 'trending'] as const;

/** The header in which a solution travels: base64 of `{ challenge, solution? }` in JSON, as ALTCHA has it (`challenge.ts`). */
export const PROOF_HEADER = 'Cnr-Proof';

/** The limit of each field of a text question, in UTF-16 code units. */
export function maxLengthOf(question: TextQuestion | TextsQuestion): number {
  if (question.maxLength !== undefined) return question.maxLength;
  if (question.kind === 'texts') return 200;
  return question.long === true ? 5000 : 500;
}
