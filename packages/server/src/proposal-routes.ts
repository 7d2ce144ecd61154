import { idIn, isSubject } from '@cnr-widgets/contract';
import { Hono, type Context } from 'hono';
import { readComments } from './comment-reader.js';
import type { Consultations, PublicConsultation } from './consultations.js';
import type { Database } from './database.js';
import { limitAsked, readAsked, readTyped } from './json-body.js';
import { ProblemError } from './problems.js';
import { MAX_LISTED, readIds, readListQuery } from './proposal-query.js';
import { ProposalReader } from './proposal-reader.js';
import { countSupports } from './support-counts.js';

/** What is withdrawn or refused disappears from every page that shows it within this time. */
const FRESH = { 'Cache-Control': 'public, max-age=5' };
const PRIVATE = { 'Cache-Control': 'no-store' };
/** Characters. */
const MAX_TYPED = 1000;

/** Reading what citizens wrote, under `/v1/consultations/:id`. */
export function proposalRoutes(db: Database, consultations: Consultations, now: () => Date): Hono {
  const routes = new Hono();
  const reader = new ProposalReader(db);

  async function find(c: Context): Promise<PublicConsultation> {
    const found = await consultations.find(c.req.param('id') ?? '');
    if (!found) throw new ProblemError('unknown-consultation');
    if (!found.definition.proposals) {
      throw new ProblemError('not-offered', { detail: 'it asks for no proposals' });
    }
    return found;
  }

  routes.get('/v1/consultations/:id/proposals', async (c) => {
    const query = readListQuery(new URL(c.req.url).searchParams);
    return c.json(await reader.list(await find(c), query), 200, FRESH);
  });

  // Whose these are is told by nothing but the list itself: it stands in no address, and in no cache.
  routes.post('/v1/consultations/:id/proposals/by-id', limitAsked, async (c) => {
    const asked = await readAsked(c, 'ids');
    if (!Array.isArray(asked))
      throw new ProblemError('invalid-request', { detail: 'ids is a list of UUIDs' });
    const query = { ...readListQuery(new URL(c.req.url).searchParams), ids: readIds(asked) };
    return c.json(await reader.list(await find(c), { ...query, limit: MAX_LISTED }), 200, PRIVATE);
  });

  routes.post('/v1/consultations/:id/proposals/similar', limitAsked, async (c) => {
    const text = await readTyped(c, 'text', MAX_TYPED);
    if (text === '') throw new ProblemError('invalid-request', { detail: 'text is empty' });
    return c.json(await reader.similar(await find(c), text), 200, PRIVATE);
  });

  routes.get('/v1/consultations/:id/proposals/:uuid', async (c) => {
    return c.json(await reader.one(await find(c), proposalId(c)), 200, FRESH);
  });

  routes.get('/v1/consultations/:id/proposals/:uuid/comments', async (c) => {
    const page = await readComments(db, await find(c), proposalId(c), c.req.query('cursor'));
    return c.json(page, 200, FRESH);
  });

  routes.get('/v1/consultations/:id/supports', async (c) => {
    const asked = c.req.queries('subject') ?? [];
    if (asked.length === 0 || !asked.every(isSubject)) {
      throw new ProblemError('invalid-request', { detail: 'subject is proposal: and a UUID, once or more' });
    }
    // A comment is a subject, too, and nobody can support one.
    const ids = readIds(asked.filter((one) => one.startsWith('proposal:')).map(idIn));
    return c.json(await countSupports(db, await find(c), ids, now()), 200, FRESH);
  });

  return routes;
}

function proposalId(c: Context): string {
  const [id = ''] = readIds([c.req.param('uuid') ?? '']);
  return id;
}
