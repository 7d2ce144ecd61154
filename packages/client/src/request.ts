import { parseProblem } from '@cnr-widgets/contract/read';
import type { CallOptions } from './backend.js';
import { ClientError, clientErrorOf } from './errors.js';

/** What the adapters over HTTP take. */
export interface HttpOptions {
  fetch?: typeof globalThis.fetch | undefined;
  /** For one call, answer body included. Default 15,000 ms. */
  timeoutMs?: number | undefined;
}

/** One call below `/v1`. @throws ClientError */
export type Ask = (path: string, options: CallOptions | undefined, init?: RequestInit) => Promise<unknown>;

/** One call below `/v1/consultations/{consultation}`. @throws ClientError */
export type Call = (
  consultation: string,
  path: string,
  options: CallOptions | undefined,
  init?: RequestInit,
) => Promise<unknown>;

/**
 * One call: no cookie, no referrer, a limit in time. Returns the parsed JSON, undefined for an empty body.
 * @throws ClientError
 */
export async function request(
  url: string,
  init: RequestInit | undefined,
  options: HttpOptions & CallOptions,
): Promise<unknown> {
  const { fetch: send = globalThis.fetch, timeoutMs = 15_000, signal, fresh, held } = options;
  // AbortSignal.any and .timeout are younger than the phones that answer.
  const stop = new AbortController();
  const timer = setTimeout(() => {
    stop.abort(new ClientError('timeout', `no answer within ${timeoutMs} ms`));
  }, timeoutMs);
  const abort = () => {
    stop.abort(new ClientError('aborted', 'the call was stopped'));
  };
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  try {
    const response = await send(url, {
      ...init,
      ...(fresh && { cache: 'reload' }),
      ...(held && { cache: 'force-cache' }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    });
    const body = await response.text();
    if (!response.ok) throw failure(response, body);
    return body === '' ? undefined : parsed(JSON.parse as (body: unknown) => unknown, body);
  } catch (error) {
    // Older browsers reject with an error of their own, not with the signal's reason.
    throw clientErrorOf(stop.signal.aborted ? stop.signal.reason : error, 'network');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** What is asked in a body, so that it stands in no address and no log. */
export function posted(content: unknown): RequestInit {
  const headers = { 'Content-Type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(content) };
}

/** Runs one of the contract's parse functions. @throws ClientError `malformed-response` */
export function parsed<T>(parse: (value: unknown) => T, value: unknown): T {
  try {
    return parse(value);
  } catch (error) {
    throw clientErrorOf(error, 'malformed-response');
  }
}

function failure({ status, headers }: Response, body: string): ClientError {
  const details = { status, retryAfter: secondsOf(headers.get('Retry-After')) };
  try {
    const problem = parseProblem(JSON.parse(body));
    return new ClientError(problem.code, problem.detail ?? problem.title, { ...details, problem });
  } catch (cause) {
    return new ClientError('unexpected-status', `${status} without a problem document`, {
      ...details,
      cause,
    });
  }
}

/** `Retry-After` is a number of seconds or an HTTP date (RFC 9110, 10.2.3). */
function secondsOf(header: string | null): number | undefined {
  if (!header?.trim()) return undefined;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? (Date.parse(header) - Date.now()) / 1000 : seconds;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
