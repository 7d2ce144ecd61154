import type { FoundPlaces } from '@cnr-widgets/contract';
import { Hono } from 'hono';
import { askedByAnySite } from '../cors.js';
import type { Database } from '../database.js';
import { limitAsked, readTyped } from '../json-body.js';
import { loadCommunes } from './load-communes.js';
import { findPlaces } from './places.js';

const MAX_TYPED = 100;

/**
 * Looks for communes and départements: public geography, for every site. What is asked says where somebody lives: it is
 * told to nobody, and stands in no address, no cache and no log.
 */
export function placeRoutes(db: Database, now: () => Date): Hono {
  const routes = new Hono();
  let ready: Promise<unknown> | undefined;

  routes.use('/v1/places', askedByAnySite, limitAsked);
  routes.post('/v1/places', async (c) => {
    const typed = await readTyped(c, 'q', MAX_TYPED);
    // The communes come at the start where meetings are held; elsewhere with the first search.
    ready ??= loadCommunes(db, now()).catch((error: unknown) => {
      ready = undefined;
      throw error;
    });
    await ready;
    const found: FoundPlaces = { places: await findPlaces(db, typed) };
    return c.json(found, 200, { 'Cache-Control': 'no-store' });
  });

  return routes;
}
