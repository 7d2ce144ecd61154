import { randomUUID } from 'node:crypto';
import { consultation, idIn, type ProposalStatus } from '@cnr-widgets/contract';
import type { TestDatabase } from '../database.fixture.js';
import { definition } from '../definition.fixture.js';
import { importConsultation } from '../publishing.js';

/** A consultation that asks for proposals, imported and public. */
export async function importAsking(
  t: TestDatabase,
  id: string,
  proposals: Record<string, unknown> = {},
): Promise<void> {
  const { questionnaire: _, ...rest } = definition({ id });
  const asking = consultation.parse({
    ...rest,
    title: `Propositions ${id}`,
    proposals: {
      moderation: 'before',
      comments: true,
      themes: [{ id: 'velo', label: 'Vélo et marche' }],
      ...proposals,
    },
  });
  await importConsultation(t.db, asking, new Date('2026-11-01T00:00:00Z'));
}

interface Written {
  status?: ProposalStatus;
  title?: string;
  text?: string;
  theme?: string;
  territory?: string;
  name?: string;
  receivedAt?: string;
}

const RECEIVED = '2026-11-20T09:00:00Z';

/** A proposal as its author's device left it. @returns its subject */
export async function writeProposal(
  t: TestDatabase,
  asked: string,
  { status = 'submitted', title = 'Une piste cyclable', text = 'Le long du canal.', ...rest }: Written = {},
): Promise<string> {
  const id = randomUUID();
  await t.query(
    `insert into proposals (id, consultation, definition_version, pseudonym, title, body, theme, territory, name, status,
       created_at, received_at, changed_at, published_at)
     values ($1, $2, 1, sha256(gen_random_uuid()::text::bytea), $3, $4, $5, $6, $7, $8::text, $9::timestamptz, $9::timestamptz, $9::timestamptz, case when $8::text in ('submitted', 'refused') then null else $9::timestamptz end)`,
    [
      id,
      asked,
      title,
      text,
      rest.theme ?? null,
      rest.territory ?? null,
      rest.name ?? null,
      status,
      rest.receivedAt ?? RECEIVED,
    ],
  );
  return `proposal:${id}`;
}

/** A comment on a proposal. @returns its subject */
export async function writeComment(
  t: TestDatabase,
  on: string,
  { status = 'submitted', text = 'Bonne idée.', receivedAt = RECEIVED }: Written = {},
): Promise<string> {
  const id = randomUUID();
  await t.query(
    `insert into comments (id, proposal, consultation, pseudonym, body, status, created_at, received_at, changed_at, published_at)
     select $1::uuid, id, consultation, sha256(gen_random_uuid()::text::bytea), $3::text, $4::text, $5::timestamptz, $5::timestamptz, $5::timestamptz, case when $4::text = 'published' then $5::timestamptz end
     from proposals where id = $2`,
    [id, idIn(on), text, status, receivedAt],
  );
  return `comment:${id}`;
}

export async function report(
  t: TestDatabase,
  subject: string,
  reason = 'insult',
  text?: string,
): Promise<void> {
  const [table] = subject.split(':');
  await t.query(
    `insert into reports (id, consultation, subject, pseudonym, reason, body, received_at)
     select gen_random_uuid(), consultation, $1::text, sha256(gen_random_uuid()::text::bytea), $3::text, $4::text, $5::timestamptz
     from ${table === 'comment' ? 'comments' : 'proposals'} where id = $2`,
    [subject, idIn(subject), reason, text ?? null, RECEIVED],
  );
}
