import pg from 'pg';

export interface PoolOptions {
  /** Connections kept; default 10. */
  connections?: number;
  /**
   * For work that takes as long as it takes (migrating, loading, counting, exporting), and that no citizen waits for:
   * no limit on a statement, whatever the address or the account say. Default false.
   */
  patient?: boolean;
  /** When it aborts, connections are cut, with what runs on them. */
  cut?: AbortSignal;
  /** Told of a connection that breaks while nobody uses it: the pool replaces it. */
  onIdleError?: (error: Error) => void;
}

/** Nothing connects before the first query. */
export function openPool(
  url: string,
  { connections = 10, patient = false, cut, onIdleError }: PoolOptions,
): pg.Pool {
  const pool = new pg.Pool({
    Client,
    connectionString: url,
    max: connections,
    // Also the longest wait for a free connection: under a rush a device waits a little, then hears "unavailable".
    connectionTimeoutMillis: 15_000,
    ...(patient
      ? { onConnect: withoutLimit }
      : // A query that hangs must end, so that the device hears "unavailable" and waits, instead of hanging too.
        { statement_timeout: 30_000, query_timeout: 35_000 }),
    // A database that is gone without a word is noticed where there is no limit, too.
    keepAlive: true,
    application_name: 'cnr',
  });
  const clients = new Set<pg.PoolClient>();
  pool.on('error', (error) => !cut?.aborted && onIdleError?.(error));
  pool.on('connect', (client) => {
    clients.add(client);
    // A connection that is cut under a query reports it twice: to the query, and then as an event, which would end the
    // process if nobody listened.
    client.on('error', () => undefined);
  });
  pool.on('remove', (client) => clients.delete(client));
  cut?.addEventListener('abort', () => {
    for (const client of clients) cutConnection(client);
  });
  return pool;
}

/** By a statement: a limit that the address or the account sets goes before what a pool is told. Waited for. */
function withoutLimit(client: pg.ClientBase): unknown {
  return client.query('set statement_timeout = 0');
}

class Client extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // node-postgres keeps a connection open on which it could not sign in, until the server ends it after a minute.
    connectionOf(this).on('error', () => cutConnection(this));
    // A query that was given up still occupies its connection, which goes back to the pool: whatever came next, the end
    // of its own transaction too, would wait behind it and be given up in turn, even when the database is back.
    const query = this.query.bind(this) as (...asked: unknown[]) => unknown;
    this.query = ((...asked: unknown[]) => {
      const answer = query(...asked);
      if (answer instanceof Promise) {
        answer.catch((error: unknown) => {
          // Not by its socket alone: the pool would hand it out once more before it hears of that.
          if (error instanceof Error && error.message === 'Query read timeout') void this.end();
        });
      }
      return answer;
    }) as pg.Client['query'];
  }
}

function connectionOf(client: pg.ClientBase): pg.Connection {
  return (client as unknown as { connection: pg.Connection }).connection;
}

function cutConnection(client: pg.ClientBase): void {
  connectionOf(client).stream.destroy();
}
