import { Hono } from 'hono';
import { sql } from 'kysely';
import type { Database } from './database.js';
import { toProblem } from './problems.js';

/** `/healthz`: the process answers. `/readyz`: it can also record (503 `unavailable` when not). */
export function healthRoutes(db: Database, stopping: () => boolean): Hono {
  const routes = new Hono();
  routes.get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' }));
  routes.get('/readyz', async (c) => {
    if (stopping()) return c.json({ status: 'stopping' }, 503, { 'Cache-Control': 'no-store' });
    try {
      await sql`select 1 from answers limit 1`.execute(db);
    } catch (error) {
      throw toProblem(error);
    }
    return c.json({ status: 'ready' }, 200, { 'Cache-Control': 'no-store' });
  });
  return routes;
}
