import * as z from 'zod/mini';
import { wholeNumber } from './counts.js';
import { slug } from './text.js';

/** A number that everybody may read; null where it is not told, because it, or another one by it, would point at few. */
const told = z.nullable(wholeNumber);

const cells = z.array(z.object({ id: z.string(), label: z.string(), count: told }));

/**
 * The tally of one question. `shown` = `answered` + `skipped`; a question that the path left out counts in neither.
 * `counts` has a row a choice (of `single`, `multiple`), point (`scale`), département (`territory`): how many answers
 * hold it, so that the rows of a multiple choice may add up to more than `answered`. The département `other` is all
 * those that are too small to be told apart.
 */
const questionResult = z.object({
  question: z.string(),
  kind: z.string(),
  title: z.string(),
  shown: told,
  answered: told,
  skipped: told,
  counts: z.optional(cells),
  /** `matrix`: a row's columns. */
  rows: z.optional(z.array(z.object({ id: z.string(), label: z.string(), counts: cells }))),
  /** `ranking`: how many put the choice first, second… and the Borda score (n points for a first place of n). */
  ranks: z.optional(
    z.array(z.object({ id: z.string(), label: z.string(), positions: z.array(told), score: told })),
  ),
  /** `scale` and `number`: arithmetic mean and median of the answers, null without any, or where they are not told. */
  mean: z.optional(z.nullable(z.number())),
  median: z.optional(z.nullable(z.number())),
});

/** What everybody may read of the answers. It stands still until enough has changed (`GET …/counts` does not). */
export const results = z.object({
  consultation: slug,
  /** Whose answers are in these numbers. */
  participants: wholeNumber,
  questions: z.array(questionResult),
  /** Participants by département of the profile; départements under the threshold are together under `null`. */
  territories: z.array(z.object({ departement: z.nullable(z.string()), participants: wholeNumber })),
});

export type QuestionResult = z.infer<typeof questionResult>;
export type Results = z.infer<typeof results>;
