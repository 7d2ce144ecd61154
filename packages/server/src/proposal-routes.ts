import { idIn, isSubject } from '@cnr-widgets/contract';
import { Hono, type Context } from 'hono';
import { readComments } from './comment-reader.js';
import type { Consultations, PublicConsultation } from './consultations.js';
import type { Database } from './database.js';
import { ProblemError } from './problems.js';
import { readIds, readListQuery } from './proposal-query.js';
import { ProposalReader } from './proposal-reader.js';
import { countSupports } from './support-counts.js';

/** What is withdrawn or refused disappears from every page that shows it within this time. */
const FRESH = { 'Cache-Control': 'public, max-age=5' };
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

  routes.get('/v1/consultations/:id/proposals/similar', async (c) => {
    const text = c.req.query('text')?.trim() ?? '';
    if (text === '' || text.length > MAX_TYPED) {
      throw new ProblemError('invalid-request', { detail: `text has 1 to ${MAX_TYPED} characters` });
    }
    return c.json(await reader.similar(await find(c), text), 200, FRESH);
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
