import type { Problem, ProblemCode } from '@cnr-widgets/contract';

/** Failures that the device itself finds; a backend's own come as `ProblemCode`. */
export type ClientErrorCode =
  /** No answer came: no network, a refused connection, CORS, a connection cut half-way. */
  | 'network'
  | 'timeout'
  /** The caller stopped it. */
  | 'aborted'
  /** An answer came that is not what the contract says. */
  | 'malformed-response'
  /** An error status without a problem document: a proxy, a captive portal, a plain file server. */
  | 'unexpected-status'
  /** A receipt came, but for something else than what was sent. */
  | 'lying-receipt'
  /** This adapter, or a program without a page, cannot do that. */
  | 'not-supported'
  /** No Web Crypto: the page is neither https nor localhost. */
  | 'insecure-context'
  /** The device did not store it. */
  | 'storage'
  /** No such entry on this device (any more). */
  | 'unknown-entry'
  /** What is stored is not what was saved: it was changed from outside. */
  | 'damaged';

/** What may stand beside a code. */
export interface ClientErrorDetails {
  cause?: unknown;
  /** HTTP status, where an answer came. */
  status?: number | undefined;
  /** Seconds to wait, as the backend asked. */
  retryAfter?: number | undefined;
  problem?: Problem | undefined;
}

/** Every failure of this package. Decide on `code`; `message` is for developers. */
export class ClientError extends Error {
  override readonly name = 'ClientError';
  readonly code: ClientErrorCode | ProblemCode | (string & {});
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  readonly problem: Problem | undefined;

  constructor(code: ClientError['code'], message: string, details: ClientErrorDetails = {}) {
    super(message, details);
    this.code = code;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
    this.problem = details.problem;
  }
}

/** Makes a `ClientError` of whatever was thrown; `code` is for what is none yet. */
export function clientErrorOf(error: unknown, code: ClientErrorCode): ClientError {
  // By name: another copy of the library on the same page has another class.
  if (isClientError(error)) return error;
  return new ClientError(code, error instanceof Error ? error.message : String(error), { cause: error });
}

function isClientError(error: unknown): error is ClientError {
  return error instanceof Error && error.name === 'ClientError';
}

const WAITS = new Set<string>([
  'network',
  'timeout',
  'aborted',
  'malformed-response',
  'lying-receipt',
  'not-supported',
  'insecure-context',
  'storage',
]);

/**
 * Whether trying the same again later may succeed. A receipt that does not parse or does not match is no
 * acknowledgement, nor is it a refusal: the entry waits, with the reason in sight. Of statuses, 408, 425, 428, 429
 * and 5xx wait (RFC 9110, RFC 8470, RFC 6585); any other 4xx is a refusal.
 */
export function isTransient(error: ClientError): boolean {
  if (error.status === undefined || error.status < 400) return WAITS.has(error.code);
  return error.status >= 500 || [408, 425, 428, 429].includes(error.status);
}
