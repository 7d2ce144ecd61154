import type { Context, MiddlewareHandler } from 'hono';
import type { Consultations } from './consultations.js';
import { ProblemError } from './problems.js';

/** Seconds for which a browser remembers a preflight; Chromium keeps none longer. */
const MAX_AGE = 7_200;

const METHODS = 'GET, POST, PUT, DELETE';
const REQUEST_HEADERS = 'Content-Type, Cnr-Receipt-Code, Cnr-Proof, If-None-Match';
const RESPONSE_HEADERS = 'ETag, Retry-After, RateLimit, RateLimit-Policy';

/**
 * Which sites may call a consultation from a browser: exactly its `origins`, and the backend's own pages. Anything
 * else may neither read nor write; a write is refused before its body is looked at. A call without `Origin` does not
 * come from a page of another site, and passes. An unknown consultation has nothing to protect, and says so to
 * everyone: a webmaster who mistyped the id should not be told of a network fault.
 */
export function consultationCors(consultations: Consultations, ownOrigin: string): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('Origin');
    const allowed = origin === undefined ? undefined : await allowedOrigin(origin);
    if (origin !== undefined && allowed === undefined && !isReading(c.req.method)) {
      throw new ProblemError('origin-not-allowed', { headers: { Vary: 'Origin' } });
    }
    if (c.req.method === 'OPTIONS') {
      c.res = new Response(null, { status: 204, headers: { Allow: `${METHODS}, OPTIONS` } });
      allow(c, allowed);
      c.header('Access-Control-Allow-Methods', METHODS);
      c.header('Access-Control-Allow-Headers', REQUEST_HEADERS);
      c.header('Access-Control-Max-Age', String(MAX_AGE));
      return;
    }
    await next();
    allow(c, allowed);

    async function allowedOrigin(origin: string): Promise<string | undefined> {
      if (origin === ownOrigin) return origin;
      const consultation = await consultations.find(c.req.param('id') ?? '');
      if (!consultation) return '*';
      return consultation.definition.origins?.includes(origin) ? origin : undefined;
    }
  };
}

function allow(c: Context, allowed: string | undefined): void {
  // Always: a cache must not hand one site's answer to another.
  c.header('Vary', 'Origin', { append: true });
  if (allowed === undefined) return;
  c.header('Access-Control-Allow-Origin', allowed);
  c.header('Access-Control-Expose-Headers', RESPONSE_HEADERS);
}

function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Files that any page may load: a module script from another site needs this. */
export const publicFiles: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
};

/** What any page may ask in a body, which a browser asks leave for: nothing of it is a consultation's. */
export const askedByAnySite: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    c.res = new Response(null, { status: 204, headers: { Allow: 'POST, OPTIONS' } });
    c.header('Access-Control-Allow-Methods', 'POST');
    c.header('Access-Control-Allow-Headers', 'Content-Type');
    c.header('Access-Control-Max-Age', String(MAX_AGE));
  } else await next();
  c.header('Access-Control-Allow-Origin', '*');
};
