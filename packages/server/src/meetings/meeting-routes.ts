import { isDepartement } from '@cnr-widgets/contract';
import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { matches } from '../consultation-routes.js';
import type { Consultations, PublicConsultation, Served } from '../consultations.js';
import type { Database } from '../database.js';
import { etagOf } from '../etag.js';
import { ProblemError } from '../problems.js';
import { MeetingReader } from './meeting-reader.js';

/** A device that has lost the network may still show what it read within a day, with its date. */
const FRESH = { 'Cache-Control': 'public, max-age=30, stale-if-error=86400' };

/**
 * The public consultation of an address, where it has meetings.
 * @throws ProblemError `unknown-consultation`, `not-offered`
 */
export async function withMeetings(consultations: Consultations, c: Context): Promise<PublicConsultation> {
  const found = await consultations.find(c.req.param('id') ?? '');
  if (!found) throw new ProblemError('unknown-consultation');
  if (!found.definition.meetings) throw new ProblemError('not-offered', { detail: 'it has no meetings' });
  return found;
}

/** Reading meetings, under `/v1/consultations/:id/meetings`, and putting them into a calendar. */
export function meetingRoutes(
  db: Database,
  consultations: Consultations,
  origin: string,
  now: () => Date,
): Hono {
  const routes = new Hono();
  const reader = new MeetingReader(db, origin, now);
  const find = (c: Context) => withMeetings(consultations, c);

  // A list of a whole country is some hundred kilobytes, of which a tenth is left when it is compressed.
  routes.use('/v1/consultations/:id/meetings', compress());
  routes.use('/v1/consultations/:id/meetings/calendar.ics', compress());

  routes.get('/v1/consultations/:id/meetings', async (c) => {
    return answer(c, await reader.list(await find(c)), 'application/json');
  });

  routes.get('/v1/consultations/:id/meetings/calendar.ics', async (c) => {
    const department = c.req.query('departement');
    if (department !== undefined && !isDepartement(department)) {
      throw new ProblemError('invalid-request', { detail: 'departement is the code of a département' });
    }
    return answer(c, await reader.feed(await find(c), department), 'text/calendar; charset=utf-8');
  });

  routes.get('/v1/consultations/:id/meetings/:meeting', async (c) => {
    const body = JSON.stringify(await reader.one(await find(c), c.req.param('meeting')));
    return answer(c, { body, etag: etagOf(body) }, 'application/json');
  });

  routes.get('/v1/consultations/:id/meetings/:meeting/calendar.ics', async (c) => {
    const meeting = c.req.param('meeting');
    const served = await reader.calendar(await find(c), meeting);
    // Known to be an id: a file name that needs no quoting.
    c.header('Content-Disposition', `attachment; filename="${meeting}.ics"`);
    return answer(c, served, 'text/calendar; charset=utf-8');
  });

  return routes;
}

function answer(c: Context, { body, etag }: Served, type: string): Response {
  const headers = { ...FRESH, ETag: etag };
  // As with the list itself, which may come compressed: a cache takes over the headers of a 304.
  if (matches(c.req.header('If-None-Match'), etag)) {
    return c.body(null, 304, { ...headers, Vary: 'Accept-Encoding' });
  }
  return c.body(body, 200, { ...headers, 'Content-Type': type });
}
