import { registrationContact, type RegistrationContact } from '@cnr-widgets/contract';
import { Hono, type Context } from 'hono';
import type { Consultations } from '../consultations.js';
import { receiptCode } from '../contribution-routes.js';
import type { Database } from '../database.js';
import { limitBody, readJsonBody } from '../json-body.js';
import { operatorOfToken, OperatorError, type Operator } from '../moderation/operators.js';
import { covers } from '../moderation/scope.js';
import { ProblemError } from '../problems.js';
import { withMeetings } from './meeting-routes.js';
import { listRegistrations, registrationsCsv } from './registration-list.js';
import { eraseContact, leaveContact, readRegistration } from './registration-reader.js';

/** Nothing here may be cached: it is of one person, or of many by their names. */
const PRIVATE = { 'Cache-Control': 'no-store' };

/** Bytes of an address and needs. */
const MAX_BODY = 16 * 1024;

/** What registrants are told and leave, and what the organiser reads, under `/v1/consultations/:id`. */
export function registrationRoutes(db: Database, consultations: Consultations, now: () => Date): Hono {
  const routes = new Hono();
  const limit = limitBody(MAX_BODY);

  routes.get('/v1/consultations/:id/registrations/mine', async (c) => {
    return c.json(await readRegistration(db, c.req.param('id'), receiptCode(c)), 200, PRIVATE);
  });

  routes.put('/v1/consultations/:id/registrations/mine/contact', limit, async (c) => {
    const { definition } = await withMeetings(consultations, c);
    if (!definition.meetings?.contact) {
      throw new ProblemError('not-offered', { detail: 'it asks for no address and no needs' });
    }
    await leaveContact(db, definition.id, receiptCode(c), await readContact(c), now());
    return c.body(null, 204, PRIVATE);
  });

  routes.delete('/v1/consultations/:id/registrations/mine/contact', async (c) => {
    await eraseContact(db, c.req.param('id'), receiptCode(c));
    return c.body(null, 204, PRIVATE);
  });

  routes.get('/v1/consultations/:id/meetings/:meeting/registrations.csv', async (c) => {
    // Before anything is looked up: what exists is nobody else's to know.
    const { name } = await readerOf(c, db, now());
    const { definition } = await withMeetings(consultations, c);
    const meeting = c.req.param('meeting');
    const rows = await listRegistrations(db, {
      consultation: definition.id,
      meeting,
      actor: name,
      now: now(),
    });
    if (!rows) throw new ProblemError('unknown-subject');
    return c.body(registrationsCsv(rows, definition.locale), 200, {
      ...PRIVATE,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${definition.id}-${meeting}.csv"`,
    });
  });

  return routes;
}

/** The fault is told by its place alone: what was typed goes into no message. */
async function readContact(c: Context): Promise<RegistrationContact> {
  const read = registrationContact.safeParse(await readJsonBody(c));
  if (read.success) return read.data;
  throw new ProblemError('invalid-contribution', {
    errors: read.error.issues.map(({ path }) => ({ path: path.join('.'), code: 'malformed' })),
  });
}

/**
 * Who may read who registered, by their bearer token (RFC 6750).
 * @throws ProblemError `token-required`, `insufficient-scope`, `rate-limited`
 */
async function readerOf(c: Context, db: Database, now: Date): Promise<Operator> {
  const operator = await operatorOf(c, db, now);
  if (operator.readsNames && covers(operator, c.req.param('id') ?? '')) return operator;
  const detail = operator.readsNames ? 'it is for other consultations' : 'it is for moderation alone';
  const headers = { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' };
  throw new ProblemError('insufficient-scope', { detail, headers });
}

async function operatorOf(c: Context, db: Database, now: Date): Promise<Operator> {
  const token = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
  try {
    return await operatorOfToken(db, token, now);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    if (error.code === 'too-many-attempts') {
      throw new ProblemError('rate-limited', { headers: { 'Retry-After': String(error.retryAfter) } });
    }
    throw new ProblemError('token-required', {
      ...(error.code === 'token-ended' && { detail: 'the token has ended' }),
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  }
}
