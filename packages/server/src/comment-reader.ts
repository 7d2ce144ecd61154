import { calendarDay, type CommentPage } from '@cnr-widgets/contract';
import { sql } from 'kysely';
import type { PublicConsultation } from './consultations.js';
import type { Database } from './database.js';
import { ProblemError } from './problems.js';
import { instantOf, MICROSECONDS, readCursor, writeCursor } from './proposal-query.js';
import { SHOWN } from './proposal-reader.js';

const PAGE = 20;

interface Row {
  id: string;
  body: string;
  name: string | null;
  published_at: Date;
  at: string;
}

/**
 * The comments on a proposal that everybody may see, the oldest first.
 * @throws ProblemError `unknown-subject`, `invalid-request`
 */
export async function readComments(
  db: Database,
  { definition }: PublicConsultation,
  proposal: string,
  cursor: string | undefined,
): Promise<CommentPage> {
  const after = cursor === undefined ? undefined : readCursor(cursor, 'comments');
  const found = await sql`
    select from proposals where id = ${proposal} and consultation = ${definition.id} and ${SHOWN}`.execute(
    db,
  );
  if (found.rows.length === 0) throw new ProblemError('unknown-subject');
  const beyond = after ? sql`and (published_at, id) > (${instantOf(after.at)}, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Row>`
    select id, body, name, published_at, ${MICROSECONDS} as at from comments
    where proposal = ${proposal} and status = 'published' and not withdrawn ${beyond}
    order by published_at, id limit ${PAGE + 1}`.execute(db);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    comments: page.map(({ id, body, name, published_at }) => ({
      id,
      text: body,
      ...(name !== null && { name }),
      publishedOn: calendarDay(published_at, definition.timeZone),
    })),
    ...(last && rows.length > PAGE && { next: writeCursor({ sort: 'comments', at: last.at, id: last.id }) }),
  };
}
