import { sql, type Kysely, type Migration } from 'kysely';

/** PostgreSQL lacks an extension that searching needs, or this account may not add it to the database. */
export class MissingExtensionError extends Error {
  override readonly name = 'MissingExtensionError';
  readonly code = 'missing-extension';

  constructor(
    readonly extension: string,
    cause: unknown,
  ) {
    super(`the extension ${extension} could not be created`, { cause });
  }
}

/**
 * What citizens send besides answers. `sent` has a row a contribution: its receipt, and what it said until that is
 * withdrawn or replaced. What follows from it stands in the tables of the kinds. `pseudonym` is the SHA-256 of what
 * the device made for one consultation and one kind; nothing of it, or of anything here, is in `answers`.
 *
 * Supports have no foreign keys: each of them would lock the one row that everybody is supporting.
 */
async function up(db: Kysely<never>): Promise<void> {
  const { unaccent } = await addExtensions(db);
  await sent(db);
  await proposals(db);
  await supports(db);
  await comments(db);
  await search(db, unaccent);
}

/** @returns the schema that `unaccent` is in, quoted */
async function addExtensions(db: Kysely<never>): Promise<{ unaccent: string }> {
  for (const extension of ['unaccent', 'pg_trgm']) {
    await sql`create extension if not exists ${sql.id(extension)}`.execute(db).catch((error: unknown) => {
      throw new MissingExtensionError(extension, error);
    });
  }
  const { rows } = await sql<{ schema: string }>`
    select quote_ident(nspname) as schema
    from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'unaccent'`.execute(
    db,
  );
  return { unaccent: rows[0]?.schema ?? 'public' };
}

async function sent(db: Kysely<never>): Promise<void> {
  await sql`
    create table sent (
      id uuid primary key,
      consultation text not null,
      kind text not null check (kind in ('support', 'proposal', 'comment', 'report')),
      contribution jsonb,
      content_hash text,
      code text not null unique,
      received_at timestamptz not null,
      late boolean not null,
      state text not null,
      replaced_by uuid references sent,
      subject uuid not null,
      constraint sent_state check (case state
        when 'live' then contribution is not null and content_hash is not null and replaced_by is null
        when 'replaced' then contribution is null and content_hash is not null and replaced_by is not null
        when 'withdrawn' then contribution is null and content_hash is null
        else false end)
    )`.execute(db);
  await sql`create index sent_replaced_by on sent (replaced_by) where replaced_by is not null`.execute(db);
}

async function proposals(db: Kysely<never>): Promise<void> {
  // Its id is that of the contribution that first made it. `supports` lacks what stands in `support_deltas` still.
  // `trend` is the logarithm (base 2) of what `trending` weighs: it does not change as time passes, but when a
  // support comes, goes, or turns seven days old. `trend_due`: when it must be weighed again.
  await sql`
    create table proposals (
      id uuid primary key,
      consultation text not null references consultations,
      definition_version integer not null,
      pseudonym bytea not null,
      title text not null,
      body text not null,
      theme text,
      territory text,
      name text,
      status text not null
        check (status in ('submitted', 'published', 'refused', 'selected', 'answered', 'archived')),
      reason text,
      answer jsonb,
      created_at timestamptz not null,
      received_at timestamptz not null,
      published_at timestamptz,
      changed_at timestamptz not null,
      withdrawn boolean not null default false,
      supports integer not null default 0,
      trend double precision not null default '-Infinity',
      trend_due timestamptz,
      constraint proposals_withdrawn check (not withdrawn or (title, body) = ('', '') and name is null),
      constraint proposals_published check (status in ('submitted', 'refused') or published_at is not null)
    )`.execute(db);
  const visible = sql`status in ('published', 'selected', 'answered', 'archived') and not withdrawn`;
  await sql`create index proposals_supported on proposals (consultation, supports, published_at, id) where ${visible}`.execute(
    db,
  );
  await sql`create index proposals_trending on proposals (consultation, trend, published_at, id) where ${visible}`.execute(
    db,
  );
  await sql`create index proposals_latest on proposals (consultation, published_at, id) where ${visible}`.execute(
    db,
  );
  await sql`create index proposals_queue on proposals (consultation, status, received_at) where not withdrawn`.execute(
    db,
  );
  await sql`create index proposals_author on proposals (pseudonym, received_at)`.execute(db);
  await sql`create index proposals_trend_due on proposals (trend_due) where trend_due is not null`.execute(
    db,
  );
}

async function supports(db: Kysely<never>): Promise<void> {
  // `was`: what `active` was before the last change, so that one statement can tell what it changed.
  // `contribution`: the one that decided. `received_at`: when the first one came.
  await sql`
    create table supports (
      proposal uuid not null,
      pseudonym bytea not null,
      active boolean not null,
      was boolean not null,
      revision integer not null,
      created_at timestamptz not null,
      contribution uuid not null,
      received_at timestamptz not null,
      primary key (proposal, pseudonym)
    )`.execute(db);
  await sql`create index supports_person on supports (pseudonym) where active`.execute(db);
  await sql`
    create table support_deltas (
      id bigint primary key generated always as identity,
      proposal uuid not null,
      delta integer not null
    )`.execute(db);
  await sql`create index support_deltas_proposal on support_deltas (proposal)`.execute(db);
}

async function comments(db: Kysely<never>): Promise<void> {
  await sql`
    create table comments (
      id uuid primary key,
      proposal uuid not null references proposals,
      consultation text not null references consultations,
      pseudonym bytea not null,
      body text not null,
      name text,
      status text not null check (status in ('submitted', 'published', 'refused')),
      reason text,
      created_at timestamptz not null,
      received_at timestamptz not null,
      published_at timestamptz,
      changed_at timestamptz not null,
      withdrawn boolean not null default false,
      constraint comments_withdrawn check (not withdrawn or body = '' and name is null),
      constraint comments_published check (status <> 'published' or published_at is not null)
    )`.execute(db);
  await sql`
    create index comments_public on comments (proposal, published_at, id)
    where status = 'published' and not withdrawn`.execute(db);
  await sql`create index comments_queue on comments (consultation, status, received_at) where not withdrawn`.execute(
    db,
  );
  // One a person and subject: telling it twice does not make it weigh more.
  await sql`
    create table reports (
      id uuid primary key,
      consultation text not null references consultations,
      subject text not null check (subject ~ '^(proposal|comment):'),
      pseudonym bytea not null,
      reason text not null,
      body text,
      received_at timestamptz not null,
      handled_at timestamptz,
      unique (subject, pseudonym)
    )`.execute(db);
  await sql`create index reports_open on reports (consultation, subject) where handled_at is null`.execute(
    db,
  );
}

/**
 * Apart from `proposals`, and kept by a trigger: an index of words is costly to change, and every fold of supports
 * changes its row of `proposals`. `plain` is the title alone: all the trigrams of long texts are in most of them.
 */
async function search(db: Kysely<never>, unaccent: string): Promise<void> {
  await sql`create text search configuration cnr_french (copy = pg_catalog.french)`.execute(db);
  await sql`
    alter text search configuration cnr_french alter mapping for hword, hword_part, word
    with ${sql.raw(unaccent)}.unaccent, french_stem`.execute(db);
  // Lower case, no accents, a plain blank for whatever stands between words in French. With its schema, because
  // PostgreSQL 17 maintains indexes on an empty search path; thereby it does not depend on settings.
  await sql`
    create function cnr_plain(written text) returns text language sql immutable strict parallel safe as ${sql.lit(
      `select lower(${unaccent}.unaccent('${unaccent}.unaccent', translate(written, '’''\u00a0\u202f', '    ')))`,
    )}`.execute(db);
  await sql`
    create table proposal_search (
      proposal uuid primary key references proposals,
      words tsvector not null,
      plain text not null
    )`.execute(db);
  await sql`
    create function index_proposal() returns trigger language plpgsql as $$
    begin
      insert into proposal_search (proposal, words, plain)
      values (
        new.id,
        setweight(to_tsvector('cnr_french', translate(new.title, '’', ' ')), 'A')
          || to_tsvector('cnr_french', translate(new.body, '’', ' ')),
        cnr_plain(new.title)
      )
      on conflict (proposal) do update set words = excluded.words, plain = excluded.plain;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger proposals_searched after insert or update of title, body on proposals
    for each row execute function index_proposal()`.execute(db);
  await sql`create index proposal_search_words on proposal_search using gin (words)`.execute(db);
  await sql`create index proposal_search_plain on proposal_search using gin (plain gin_trgm_ops)`.execute(db);
}

export const proposalsAndSupports: Migration = { up };
