import type { Challenge, Problem, ProblemCode } from '@cnr-widgets/contract';
import { isUnavailable } from './database.js';

const KINDS: Record<ProblemCode, { status: number; title: string }> = {
  'invalid-request': { status: 400, title: 'The request cannot be read' },
  'invalid-contribution': { status: 422, title: 'The contribution does not fit its consultation' },
  'not-found': { status: 404, title: 'Nothing is here' },
  'unknown-consultation': { status: 404, title: 'No public consultation has this id' },
  'unknown-version': { status: 422, title: 'The consultation has no such version' },
  'not-open-yet': { status: 403, title: 'The consultation has not opened yet' },
  closed: { status: 403, title: 'The consultation is closed' },
  'content-conflict': { status: 422, title: 'This id was used for other content; nothing was overwritten' },
  withdrawn: { status: 410, title: 'This contribution was withdrawn' },
  erased: { status: 410, title: 'This contribution was erased: it was kept as long as announced' },
  'unknown-receipt-code': {
    status: 404,
    title: 'No contribution of this consultation has this receipt code',
  },
  'already-replaced': { status: 409, title: 'This contribution was already replaced by a newer one' },
  'not-correctable': {
    status: 409,
    title: 'Others rely on it: it can be withdrawn, and not changed any more',
  },
  'not-offered': { status: 403, title: 'The consultation does not ask for this' },
  'unknown-subject': { status: 404, title: 'No such proposal, comment or meeting is public here' },
  'subject-closed': { status: 403, title: 'This cannot be supported or commented on any more' },
  'limit-reached': { status: 403, title: 'The limit of the consultation is reached' },
  'meeting-full': { status: 409, title: 'Not enough places are left at this meeting' },
  'registration-closed': { status: 403, title: 'Nobody can register for this meeting now' },
  'already-registered': { status: 409, title: 'This device has a registration for this meeting already' },
  'proof-required': { status: 428, title: 'A proof of work is needed' },
  'token-required': { status: 401, title: 'This is for operators, with their token' },
  'insufficient-scope': { status: 403, title: 'This token is for something else' },
  'results-hidden': { status: 403, title: 'Results are not public' },
  'origin-not-allowed': { status: 403, title: 'This site is not among the origins of the consultation' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: {
    status: 500,
    title: 'Something failed here; the request was not recorded unless a receipt was given',
  },
  unavailable: { status: 503, title: 'The database is away; nothing was recorded, try again later' },
};

/** Seconds after which a device may try again when the database is away. */
const RETRY_AFTER = 10;

interface ProblemExtras {
  detail?: string;
  errors?: Problem['errors'];
  limit?: Problem['limit'];
  challenge?: Challenge;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** A failure that the caller is told of, by its stable `code`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly extras: ProblemExtras = {},
  ) {
    super(`${code}: ${extras.detail ?? KINDS[code].title}`, { cause: extras.cause });
    this.status = KINDS[code].status;
  }
}

/** Any failure as one that can be told: what is not ours is `unavailable` or `internal`, with nothing of its words. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (!isUnavailable(error)) return new ProblemError('internal', { cause: error });
  return new ProblemError('unavailable', { headers: { 'Retry-After': String(RETRY_AFTER) }, cause: error });
}

/** The failure as `application/problem+json` (RFC 9457). Never cached. */
export function problemResponse({ code, status, extras }: ProblemError): Response {
  const body: Problem = {
    type: 'about:blank',
    title: KINDS[code].title,
    status,
    code,
    ...(extras.detail !== undefined && { detail: extras.detail }),
    ...(extras.errors && { errors: extras.errors }),
    ...(extras.limit && { limit: extras.limit }),
    ...(extras.challenge && { challenge: extras.challenge }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...extras.headers,
    },
  });
}
