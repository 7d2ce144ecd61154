import type { FoundPlaces } from '@cnr-widgets/contract';
import { Hono } from 'hono';
import { publicFiles } from '../cors.js';
import type { Database } from '../database.js';
import { ProblemError } from '../problems.js';
import { loadCommunes } from './load-communes.js';
import { findPlaces } from './places.js';

const MAX_TYPED = 100;

/**
 * Looks for communes and départements: public geography, for every site. What is asked says where somebody lives: it is
 * told to nobody, and stands in no log of ours.
 */
export function placeRoutes(db: Database, now: () => Date): Hono {
  const routes = new Hono();
  let ready: Promise<unknown> | undefined;

  routes.get('/v1/places', publicFiles, async (c) => {
    const typed = c.req.query('q');
    if (typed === undefined || typed.length > MAX_TYPED || typed.includes('\u0000')) {
      throw new ProblemError('invalid-request', { detail: `q has at most ${MAX_TYPED} characters` });
    }
    // The communes come at the start where meetings are held; elsewhere with the first search.
    ready ??= loadCommunes(db, now()).catch((error: unknown) => {
      ready = undefined;
      throw error;
    });
    await ready;
    const found: FoundPlaces = { places: await findPlaces(db, typed) };
    return c.json(found, 200, { 'Cache-Control': 'public, max-age=86400' });
  });

  return routes;
}
