import type { Context } from 'hono';
import { ProblemError } from './problems.js';

/**
 * What `JSON.parse` makes of a request's body.
 * @throws ProblemError `unsupported-media-type`, `invalid-request`
 */
export async function readJsonBody(c: Context): Promise<unknown> {
  // Anything else a page of another site could send without a preflight.
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ProblemError('unsupported-media-type');
  const body = await c.req.arrayBuffer();
  try {
    // Strict UTF-8: a byte that were replaced in silence would change the content under its hash.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    throw new ProblemError('invalid-request', { detail: 'the body is not JSON in UTF-8', cause: error });
  }
}
