import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
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

/** Refuses a body of more bytes, before it is read: `too-large`. */
export function limitBody(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError('too-large', { detail: `at most ${maxSize} bytes` });
    },
  });
}

/** Of what is asked in a body: some words as they are typed, or fifty ids. */
export const limitAsked = limitBody(16 * 1024);

/**
 * A member of the object in the body. What is typed, and what tells of one person, is asked in a body: an address ends
 * up in histories and logs.
 * @throws ProblemError as `readJsonBody`
 */
export async function readAsked(c: Context, name: string): Promise<unknown> {
  const body = await readJsonBody(c);
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}

/**
 * The same where it is a text, without the blanks around it.
 * @throws ProblemError `invalid-request` where there is none, or none that can be looked for
 */
export async function readTyped(c: Context, name: string, max: number): Promise<string> {
  const text = await readAsked(c, name);
  // PostgreSQL knows no U+0000.
  if (typeof text !== 'string' || text.length > max || text.includes('\u0000')) {
    throw new ProblemError('invalid-request', { detail: `${name} has at most ${max} characters` });
  }
  return text.trim();
}
