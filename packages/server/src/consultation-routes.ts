import type { Counts } from '@cnr-widgets/contract';
import { Hono } from 'hono';
import type { Consultations, PublicConsultation } from './consultations.js';
import { ProblemError } from './problems.js';
import type { ResultsReader } from './results.js';

/** Reading, under `/v1/consultations/:id`. */
export function consultationRoutes(consultations: Consultations, results: ResultsReader): Hono {
  const routes = new Hono();

  async function find(id: string): Promise<PublicConsultation> {
    const found = await consultations.find(id);
    if (!found) throw new ProblemError('unknown-consultation');
    return found;
  }

  routes.get('/v1/consultations/:id', async (c) => {
    const { body, etag } = consultations.serve(await find(c.req.param('id')));
    const headers = { ETag: etag, 'Cache-Control': 'public, max-age=60' };
    if (matches(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers);
    return c.body(body, 200, { ...headers, 'Content-Type': 'application/json' });
  });

  routes.get('/v1/consultations/:id/counts', async (c) => {
    const found = await find(c.req.param('id'));
    const counts: Counts = { participants: await results.participants(found) };
    return c.json(counts, 200, { 'Cache-Control': 'public, max-age=5' });
  });

  routes.get('/v1/consultations/:id/results', async (c) => {
    const shown = await results.shown(await find(c.req.param('id')));
    return c.json(shown, 200, { 'Cache-Control': 'public, max-age=30' });
  });

  return routes;
}

/** RFC 9110, 13.1.2: a list, or `*`; the comparison is weak, as a proxy that compresses weakens our tag. */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
