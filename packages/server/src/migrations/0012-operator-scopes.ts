import { sql, type Kysely, type Migration } from 'kysely';

/**
 * What a token is for: which consultations (null: all), whether it moderates, whether it reads who registered, until
 * when. Those that were given out before go on with all that they could do: whoever runs the server revokes them.
 */
async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table operator_tokens
      add consultations text[],
      add moderates boolean not null default true,
      add reads_names boolean not null default true,
      add ends_at timestamptz,
      add constraint operator_tokens_scope check (
        (moderates or reads_names) and cardinality(consultations) is distinct from 0
      )`.execute(db);
  await sql`
    alter table operator_tokens alter moderates drop default, alter reads_names drop default`.execute(db);
}

export const operatorScopes: Migration = { up };
