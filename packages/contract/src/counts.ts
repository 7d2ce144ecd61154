import * as z from 'zod/mini';

/** Participants of a consultation: one an answer that is neither withdrawn nor replaced, late ones included. */
export const counts = z.object({ participants: z.int().check(z.gte(0)) });

export type Counts = z.infer<typeof counts>;
