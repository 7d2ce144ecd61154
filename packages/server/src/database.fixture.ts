import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, openDatabase, type Database } from './database.js';

export interface TestDatabase {
  url: string;
  db: Database;
  /** A connection of its own, to look at the tables as they are. */
  query: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** Who waits for a lock, in this database: for how long by now, in ms. */
  waiting: () => Promise<number[]>;
  drop: () => Promise<void>;
}

interface DatabaseScript {
  startThrowawayDatabase: () => Promise<{ url: string; stop(): Promise<void> }>;
}

/** A new, empty and migrated database on `DATABASE_URL`, else on a PostgreSQL of its own. */
export async function testDatabase(): Promise<TestDatabase> {
  const script = new URL('../../../scripts/throwaway-database.mjs', import.meta.url).href;
  const { startThrowawayDatabase } = (await import(script)) as DatabaseScript;
  const server = await startThrowawayDatabase();
  const name = `cnr_test_${randomBytes(6).toString('hex')}`;
  await once(server.url, `create database ${name}`);
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  const db = openDatabase(url);
  await migrate(db);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    url,
    db,
    query: <Row extends object>(text: string, values?: unknown[]) =>
      client.query<Row>(text, values).then(({ rows }) => rows),
    waiting: async () => {
      // Within a transaction the first look would be kept for all that follow.
      await client.query('select pg_stat_clear_snapshot()');
      const { rows } = await client.query<{ ms: number }>(
        `select (extract(epoch from clock_timestamp() - query_start) * 1000)::float8 as ms from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.map(({ ms }) => ms);
    },
    drop: async () => {
      await client.end();
      await db.destroy();
      await once(server.url, `drop database ${name} with (force)`);
      await server.stop();
    },
  };
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
