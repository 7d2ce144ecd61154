import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Communes and their postal codes, filled by `geo/load-communes.ts`. Nothing refers to them by a foreign key: the whole
 * is replaced each year, and what was said of a place stays as it was said.
 *
 * What is searched by its beginning is collated "C": in another collation an index cannot find a beginning.
 */
async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table communes (
      code text collate "C" primary key,
      name text not null,
      department text not null,
      postal_codes text[] not null,
      latitude double precision,
      longitude double precision,
      located text check (located in ('commune', 'nearby')),
      population integer not null,
      constraint communes_point check (
        (latitude is null) = (longitude is null) and (latitude is null) = (located is null))
    )`.execute(db);
  await sql`
    create table commune_postal_codes (
      postal_code text collate "C" not null,
      commune text collate "C" not null,
      primary key (postal_code, commune)
    )`.execute(db);
  // Under what a place is found: its name, the names of communes that were joined to it, those of its arrondissements,
  // and the names of départements. `code`: INSEE's for that name; `place`: the commune or département that it leads
  // to. A commune that was joined to others often left its code to them, so that no column here is a key.
  await sql`
    create table place_names (
      code text collate "C" not null,
      place text collate "C" not null,
      kind text not null check (kind in ('commune', 'department')),
      former boolean not null,
      plain text not null,
      compact text collate "C" not null,
      bare text collate "C" not null,
      population integer not null
    )`.execute(db);
  await sql`create index place_names_code on place_names (code)`.execute(db);
  await sql`create index place_names_compact on place_names (compact)`.execute(db);
  await sql`create index place_names_bare on place_names (bare)`.execute(db);
  await sql`create index place_names_plain on place_names using gin (plain gin_trgm_ops)`.execute(db);
  await sql`
    create table loaded_communes (
      "only" boolean primary key default true check ("only"),
      version text not null,
      loaded_at timestamptz not null
    )`.execute(db);
}

export const communes: Migration = { up };
