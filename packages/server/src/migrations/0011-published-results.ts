import { sql, type Kysely, type Migration } from 'kysely';

/** `published_results`: what everybody reads of the answers until enough has changed (`publication.ts`). */
async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table published_results (
      consultation text primary key references consultations,
      before timestamptz not null,
      answers integer not null,
      results json not null
    )`.execute(db);
  // How many came since, and which was the fifth before the last.
  await sql`create index answers_received on answers (consultation, received_at) where state = 'live'`.execute(
    db,
  );
}

export const publishedResults: Migration = { up };
