import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { publicFiles } from '../cors.js';
import type { Database } from '../database.js';
import { ProblemError } from '../problems.js';
import { contoursOf } from './contours-store.js';

/**
 * Imported contours: a string in JSON, which is all that the client reads. A version is the hash of its text, so that
 * it never changes; every page may read it.
 */
export function contourRoutes(db: Database): Hono {
  const routes = new Hono();
  routes.get('/v1/contours/:version', publicFiles, compress(), async (c) => {
    const version = c.req.param('version');
    const content = /^[0-9a-f]{16}$/.test(version) ? await contoursOf(db, version) : undefined;
    if (content === undefined) throw new ProblemError('not-found');
    return c.json(content, 200, { 'Cache-Control': 'public, max-age=31536000, immutable' });
  });
  return routes;
}
