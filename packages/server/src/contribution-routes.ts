import { ContractError, parseContribution, type Contribution } from '@cnr-widgets/contract';
import { Hono, type Context } from 'hono';
import type { Contributions } from './contributions.js';
import { limitBody, readJsonBody } from './json-body.js';
import type { Limits } from './limits.js';
import { ProblemError } from './problems.js';
import { isUuid } from './uuid.js';

/**
 * Bytes of a contribution: some 80,000 words. A questionnaire with many long texts allows more in characters; who
 * writes that much hears `too-large`, keeps the text on the device and may shorten it.
 */
const MAX_BODY = 256 * 1024;

/** Writing, reading back and withdrawing, under `/v1/consultations/:id/contributions`. Nothing here may be cached. */
export function contributionRoutes(contributions: Contributions, limits: Limits): Hono {
  const routes = new Hono();
  const limit = limitBody(MAX_BODY);

  routes.put('/v1/consultations/:id/contributions/:uuid', limits.tell, limit, async (c) => {
    const contribution = await readContribution(c, c.req.param('id'), c.req.param('uuid'));
    const { receipt, created } = await contributions.accept(contribution, () =>
      limits.admit(c, contribution),
    );
    return c.json(receipt, created ? 201 : 200, { 'Cache-Control': 'no-store' });
  });

  routes.get('/v1/consultations/:id/contributions/mine', async (c) => {
    const found = await contributions.retrieve(c.req.param('id'), receiptCode(c));
    return c.json(found, 200, { 'Cache-Control': 'no-store' });
  });

  routes.delete('/v1/consultations/:id/contributions/:uuid', async (c) => {
    const { id, uuid } = c.req.param();
    if (!isUuid(uuid)) throw new ProblemError('invalid-request', { detail: 'the id is not a UUID' });
    await contributions.withdraw(receiptCode(c), { consultation: id, id: uuid });
    return c.body(null, 204, { 'Cache-Control': 'no-store' });
  });

  return routes;
}

/** The code travels in a header: an address ends up in histories and logs. */
export function receiptCode(c: Context): string {
  const code = c.req.header('Cnr-Receipt-Code');
  if (code === undefined)
    throw new ProblemError('invalid-request', { detail: 'Cnr-Receipt-Code is missing' });
  return code;
}

async function readContribution(c: Context, id: string, uuid: string): Promise<Contribution> {
  const value = await readJsonBody(c);
  let contribution: Contribution;
  try {
    contribution = parseContribution(value);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const errors = error.issues.slice(0, 20).map(({ path, message }) => ({
      path: path.join('.'),
      code: 'malformed',
      message,
    }));
    throw new ProblemError('invalid-contribution', { detail: 'not a contribution', errors, cause: error });
  }
  if (contribution.id !== uuid || contribution.consultation !== id) {
    throw new ProblemError('invalid-request', { detail: 'the address and the body name different things' });
  }
  return contribution;
}
