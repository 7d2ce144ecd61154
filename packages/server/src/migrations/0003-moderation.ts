import { sql, type Kysely, type Migration } from 'kysely';

/**
 * `moderation_journal`: what each moderator did, in order. `before` and `after` are statuses, so that what became of
 * a proposal can be told day by day; what was shown without a moderator (moderation after publication) has no line.
 * `answer` is the organiser's as it was given, so that a corrected one does not erase the first. No line of it can be
 * changed or deleted, by the server's own account either.
 */
async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('moderation_journal')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('consultation', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .addColumn('answer', 'jsonb')
    .addCheckConstraint(
      'moderation_journal_act',
      sql`act in ('accept', 'refuse', 'restore', 'select', 'answer', 'archive', 'keep')
        and (act = 'refuse') <= (reason is not null) and (act = 'answer') = (answer is not null)`,
    )
    .execute();
  await sql`create index moderation_journal_subject on moderation_journal (subject, id)`.execute(db);
  await sql`create index moderation_journal_consultation on moderation_journal (consultation, id)`.execute(
    db,
  );
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the moderation journal is only ever added to' using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`
    create trigger moderation_journal_append_only before update or delete or truncate on moderation_journal
    for each statement execute function refuse_change()`.execute(db);

  // A token is `cnr_SELECTOR_SECRET`: found by the one, held to the hash of the whole. Failures are counted a
  // selector, so that nobody can lock out a moderator whose token they have never seen.
  await db.schema
    .createTable('operator_tokens')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('selector', 'text', (column) => column.notNull().unique())
    .addColumn('token_hash', 'bytea', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('revoked_at', 'timestamptz')
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failures_since', 'timestamptz')
    .execute();
  // A name may come back once its token was revoked.
  await sql`create unique index operator_tokens_name on operator_tokens (name) where revoked_at is null`.execute(
    db,
  );
  await db.schema
    .createTable('operator_sessions')
    .addColumn('id_hash', 'bytea', (column) => column.primaryKey())
    .addColumn('operator', 'integer', (column) => column.notNull().references('operator_tokens.id'))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
}

export const moderation: Migration = { up };
