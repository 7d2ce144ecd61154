import * as z from 'zod/mini';
import { wholeNumber } from './counts.js';

/** The stable `code` of every failure that a backend can report. Clients decide on these, never on a sentence. */
export const PROBLEM_CODES = [
  'invalid-request',
  'invalid-contribution',
  'not-found',
  'unknown-consultation',
  'unknown-version',
  'not-open-yet',
  'closed',
  'content-conflict',
  'withdrawn',
  'erased',
  'unknown-receipt-code',
  'already-replaced',
  'not-correctable',
  'not-offered',
  'unknown-subject',
  'subject-closed',
  'limit-reached',
  'meeting-full',
  'registration-closed',
  'already-registered',
  'proof-required',
  'token-required',
  'insufficient-scope',
  'results-hidden',
  'origin-not-allowed',
  'too-large',
  'unsupported-media-type',
  'method-not-allowed',
  'rate-limited',
  'internal',
  'unavailable',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** `application/problem+json` (RFC 9457) with our `code`. A code that this version does not know stays a string. */
export const problem = z.object({
  type: z._default(z.string(), 'about:blank'),
  title: z.string(),
  status: wholeNumber,
  code: z.string(),
  detail: z.optional(z.string()),
  /**
   * `invalid-contribution`: what is wrong, and where. `path` is a question's id or a field of the payload; of what has
   * not the form of a contribution (`malformed`), the keys that lead there from its root, joined by dots.
   */
  errors: z.optional(
    z.array(z.object({ path: z.string(), code: z.string(), message: z.optional(z.string()) })),
  ),
  /** `limit-reached`: how many the definition allows, and when the next one may be sent (RFC 3339), if ever. */
  limit: z.optional(z.object({ max: wholeNumber, until: z.optional(z.string()) })),
  /** `proof-required`: what to solve (`challenge.ts`). Read by whoever solves it. */
  challenge: z.optional(z.unknown()),
});

export type Problem = z.infer<typeof problem>;
