import { sql, type Kysely, type Migration } from 'kysely';

/** The key with which challenges are signed: one for all processes on this database, made by the first that needs it. */
async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('proof_key')
    .addColumn('only', 'boolean', (column) =>
      column
        .primaryKey()
        .defaultTo(true)
        .check(sql`"only"`),
    )
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute();
}

export const proofKey: Migration = { up };
