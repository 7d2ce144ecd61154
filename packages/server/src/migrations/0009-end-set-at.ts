import { sql, type Kysely, type Migration } from 'kysely';

/**
 * `end_set_at`: when a meeting's end was last said otherwise. Registrations are kept from then on where that is later
 * than the end itself, so that a wrong date in a table does not erase them before anybody can mend it.
 */
async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table meetings add end_set_at timestamptz`.execute(db);
  // No earlier import is known; at the latest it was this one.
  await sql`update meetings set end_set_at = updated_at`.execute(db);
  await sql`alter table meetings alter end_set_at set not null`.execute(db);
}

export const endSetAt: Migration = { up };
