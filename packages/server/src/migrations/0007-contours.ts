import { sql, type Kysely, type Migration } from 'kysely';

/** Contours of the départements that the operator imported; at most one is current, the built-in ones are when none is. */
async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('contours')
    .addColumn('version', 'text', (column) => column.primaryKey())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('imported_at', 'timestamptz', (column) => column.notNull())
    .addColumn('current', 'boolean', (column) => column.notNull())
    .execute();
  await sql`create unique index contours_current on contours (current) where current`.execute(db);
}

export const contours: Migration = { up };
