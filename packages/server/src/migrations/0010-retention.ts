import { sql, type Kysely, type Migration } from 'kysely';

/**
 * `erasures`: consultations whose contributions are erased, as their notice promised, with what is known of them
 * from then on. Its row comes first, so that nobody reads numbers of rows that are half gone; `ended_at` is null until
 * all of them are. What was erased keeps its id and its receipt code, to be told apart from what never was.
 *
 * The journal stays. What a moderator wrote of a text can quote it: once that text is erased, and only then, the
 * reason may be blanked. Nothing else of a line can change.
 */
async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table erasures (
      consultation text primary key references consultations,
      began_at timestamptz not null,
      ended_at timestamptz,
      answers integer not null,
      proposals integer not null,
      authors integer not null,
      results json
    )`.execute(db);
  for (const table of ['answers', 'sent']) {
    const constraint = sql.id(`${table}_state`);
    await sql`
      alter table ${sql.id(table)} drop constraint ${constraint}, add constraint ${constraint} check (
        case state
          when 'live' then contribution is not null and content_hash is not null and replaced_by is null
          when 'replaced' then contribution is null and content_hash is not null and replaced_by is not null
          when 'withdrawn' then contribution is null and content_hash is null
          when 'erased' then contribution is null and content_hash is null
          else false end)`.execute(db);
  }
  await sql`create index sent_written on sent (subject) where kind in ('proposal', 'comment')`.execute(db);
  // Where a proposal that goes is looked for among the comments.
  await sql`create index comments_proposal on comments (proposal)`.execute(db);

  await sql`drop trigger moderation_journal_append_only on moderation_journal`.execute(db);
  await sql`
    create trigger moderation_journal_append_only before delete or truncate on moderation_journal
    for each statement execute function refuse_change()`.execute(db);
  await sql`
    create function refuse_rewriting() returns trigger language plpgsql as $$
    begin
      if new.reason = '' and to_jsonb(new) - 'reason' = to_jsonb(old) - 'reason' and exists (
        select from sent where kind in ('proposal', 'comment') and kind = split_part(old.subject, ':', 1)
          and subject = split_part(old.subject, ':', 2)::uuid and state = 'erased'
      ) then return new; end if;
      raise exception 'the moderation journal is only ever added to' using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`
    create trigger moderation_journal_unchanged before update on moderation_journal
    for each row execute function refuse_rewriting()`.execute(db);
}

export const retention: Migration = { up };
