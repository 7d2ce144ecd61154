import * as z from 'zod/mini';
import { wholeNumber } from './counts.js';
import { slug } from './text.js';

/**
 * The tally of one question. `shown` = `answered` + `skipped`; a question that the path left out counts in neither.
 * `counts` has a row a choice (of `single`, `multiple`), point (`scale`), département (`territory`): how many answers
 * hold it, so that the rows of a multiple choice may add up to more than `answered`. Of a question that fewer than five
 * answered, what everybody reads has no counts, rows or ranks, and neither mean nor median; of a matrix's row that
 * fewer than five filled in, `counts` is empty.
 */
const questionResult = z.object({
  question: z.string(),
  kind: z.string(),
  title: z.string(),
  shown: wholeNumber,
  answered: wholeNumber,
  skipped: wholeNumber,
  counts: z.optional(z.array(z.object({ id: z.string(), label: z.string(), count: wholeNumber }))),
  /** `matrix`: a row's columns. */
  rows: z.optional(
    z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        counts: z.array(z.object({ id: z.string(), label: z.string(), count: wholeNumber })),
      }),
    ),
  ),
  /** `ranking`: how many put the choice first, second… and the Borda score (n points for a first place of n). */
  ranks: z.optional(
    z.array(
      z.object({ id: z.string(), label: z.string(), positions: z.array(wholeNumber), score: wholeNumber }),
    ),
  ),
  /** `scale` and `number`: arithmetic mean and median of the answers, null without any, or where they are not told. */
  mean: z.optional(z.nullable(z.number())),
  median: z.optional(z.nullable(z.number())),
});

export const results = z.object({
  consultation: slug,
  participants: wholeNumber,
  questions: z.array(questionResult),
  /** Participants by département of the profile; départements under the threshold are together under `null`. */
  territories: z.array(z.object({ departement: z.nullable(z.string()), participants: wholeNumber })),
});

export type QuestionResult = z.infer<typeof questionResult>;
export type Results = z.infer<typeof results>;
