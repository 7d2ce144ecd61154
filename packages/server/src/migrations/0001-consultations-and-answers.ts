import { sql, type Kysely, type Migration } from 'kysely';

/**
 * The definition is `json`, not `jsonb`: it is served back with its keys in the operator's order. An answer is
 * `jsonb`, because results are tallied inside it. Nothing here says where an answer came from.
 */
async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('consultations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('draft', 'boolean', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('consultation_versions')
    .addColumn('consultation', 'text', (column) => column.notNull().references('consultations.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('definition', 'json', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('imported_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('consultation_versions_key', ['consultation', 'version'])
    .execute();
  await db.schema
    .createTable('answers')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('consultation', 'text', (column) => column.notNull())
    .addColumn('definition_version', 'integer', (column) => column.notNull())
    .addColumn('contribution', 'jsonb')
    .addColumn('content_hash', 'text')
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('received_at', 'timestamptz', (column) => column.notNull())
    .addColumn('late', 'boolean', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('replaced_by', 'uuid', (column) => column.references('answers.id'))
    .addForeignKeyConstraint(
      'answers_version',
      ['consultation', 'definition_version'],
      'consultation_versions',
      ['consultation', 'version'],
    )
    .addCheckConstraint(
      'answers_state',
      sql`case state
        when 'live' then contribution is not null and content_hash is not null and replaced_by is null
        when 'replaced' then contribution is null and content_hash is not null and replaced_by is not null
        when 'withdrawn' then contribution is null and content_hash is null
        else false end`,
    )
    .execute();
  await db.schema
    .createIndex('answers_live')
    .on('answers')
    .columns(['consultation', 'id'])
    .where(sql.ref('state'), '=', 'live')
    .execute();
  // To find what a correction replaced, when the correction is withdrawn.
  await db.schema
    .createIndex('answers_replaced_by')
    .on('answers')
    .column('replaced_by')
    .where(sql.ref('replaced_by'), 'is not', null)
    .execute();
}

export const consultationsAndAnswers: Migration = { up };
