import * as z from 'zod/mini';

/** 0, 1, 2… */
export const wholeNumber = z.int().check(z.gte(0));

/** Participants of a consultation: one an answer that is neither withdrawn nor replaced, late ones included. */
export const counts = z.object({ participants: wholeNumber });

export type Counts = z.infer<typeof counts>;
