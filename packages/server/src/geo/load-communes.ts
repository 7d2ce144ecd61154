import { sql, type Transaction } from 'kysely';
import type { Database, Tables } from '../database.js';
import { dataVersion, readCommuneData, type CommuneData } from './commune-data.js';
import { communeRows, placeNameRows } from './commune-rows.js';

/** Rises when other rows are made of the same packages. */
const MADE = 1;
/** Two processes do not load at once: the number is any. */
const LOCK = 5_812_046;

export interface LoadedCommunes {
  version: string;
  communes: number;
  /** False: this version was there already. */
  loaded: boolean;
}

/**
 * Puts the communes of the installed packages into the database, unless they are there. One transaction: whoever
 * searches meanwhile finds the old ones. A second process waits for the first, and then has nothing to do.
 */
export async function loadCommunes(db: Database, now: Date): Promise<LoadedCommunes> {
  const version = `${dataVersion()}/${MADE}`;
  const there = async (tables: Database | Transaction<Tables>): Promise<LoadedCommunes | undefined> => {
    const row = await tables.selectFrom('loaded_communes').select('version').executeTakeFirst();
    if (row?.version !== version) return undefined;
    const { communes } = await tables
      .selectFrom('communes')
      .select(({ fn }) => fn.countAll<string>().as('communes'))
      .executeTakeFirstOrThrow();
    return { version, communes: Number(communes), loaded: false };
  };
  const before = await there(db);
  if (before) return before;
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    const meanwhile = await there(transaction);
    if (meanwhile) return meanwhile;
    const communes = await fill(transaction, await readCommuneData());
    await transaction
      .insertInto('loaded_communes')
      .values({ version, loaded_at: now })
      .onConflict((conflict) => conflict.column('only').doUpdateSet({ version, loaded_at: now }))
      .execute();
    return { version, communes, loaded: true };
  });
}

/** The same where meetings are held, or were searched for; elsewhere nobody asks for communes. */
export async function loadCommunesForMeetings(db: Database, now: Date): Promise<LoadedCommunes | undefined> {
  const { rows } = await sql`
    select from consultation_versions where definition -> 'meetings' is not null
    union all select from loaded_communes limit 1`.execute(db);
  return rows.length > 0 ? loadCommunes(db, now) : undefined;
}

async function fill(transaction: Transaction<Tables>, data: CommuneData): Promise<number> {
  const communes = communeRows(data);
  await sql`delete from communes`.execute(transaction);
  await sql`
    insert into communes (code, name, department, postal_codes, latitude, longitude, located, population)
    select code, name, department, postal_codes, latitude, longitude, located, population
    from jsonb_to_recordset(${JSON.stringify(communes)}::jsonb) as given(
      code text, name text, department text, postal_codes text[], latitude double precision,
      longitude double precision, located text, population integer)`.execute(transaction);
  await sql`delete from commune_postal_codes`.execute(transaction);
  await sql`
    insert into commune_postal_codes (postal_code, commune)
    select distinct unnest(postal_codes), code from communes`.execute(transaction);
  await sql`delete from place_names`.execute(transaction);
  await sql`
    insert into place_names (code, place, kind, former, plain, compact, bare, population)
    select code, place, kind, former, plain, compact, bare, population
    from jsonb_to_recordset(${JSON.stringify(placeNameRows(data))}::jsonb) as given(
      code text, place text, kind text, former boolean, plain text, compact text, bare text,
      population integer)`.execute(transaction);
  // Else each search would read the list of what is not in the index of trigrams yet.
  await sql`select gin_clean_pending_list('place_names_plain'::regclass)`.execute(transaction);
  // The planner must know at once that these tables are no longer empty.
  for (const table of ['communes', 'commune_postal_codes', 'place_names']) {
    await sql`analyze ${sql.table(table)}`.execute(transaction);
  }
  return communes.length;
}
