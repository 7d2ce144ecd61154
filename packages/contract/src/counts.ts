import * as z from 'zod/mini';

/** 0, 1, 2… as one check of our own: zod's `int` and bounds are a third of a kilobyte that a card would carry. */
export const wholeNumber = z
  .number()
  .check(z.refine((value) => Number.isSafeInteger(value) && value >= 0, { error: 'not-a-whole-number' }));

/** Participants of a consultation: one an answer that is neither withdrawn nor replaced, late ones included. */
export const counts = z.object({ participants: wholeNumber });

export type Counts = z.infer<typeof counts>;
