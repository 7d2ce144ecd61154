import * as z from 'zod/mini';
import { wholeNumber } from './counts.js';

/**
 * A proof of work to do before a contribution is taken: ALTCHA's challenge, version 2, made and solved by
 * `altcha-lib`, with what the citizen needs to know. It comes with the problem `proof-required`, is good for one
 * contribution, and for a limited time.
 */
export const challenge = z.object({
  /** As `altcha-lib` made it: opaque to everything else. */
  altcha: z.object({ parameters: z.unknown(), signature: z.string() }),
  /** The greatest number of attempts that a solution may take: what progress is measured against. */
  most: wholeNumber,
  /**
   * Seconds after which the challenge is taken without a solution: the way in for a device that is too slow to
   * compute. Counted from when it was made.
   */
  waitSeconds: wholeNumber,
});

export type Challenge = z.infer<typeof challenge>;
