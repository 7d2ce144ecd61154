import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.js';
import type { ServerConfig } from './config.js';
import { migrate, openDatabase, type Database } from './database.js';
import { startErasing } from './erasing.js';
import { loadCommunesForMeetings } from './geo/load-communes.js';
import { createLog, failureFields, type Log } from './logging.js';
import { startFolding } from './support-folding.js';

/** How long, in ms, requests in flight, and then what runs behind them, are waited for when the server stops. */
const STOP_WITHIN = 10_000;

export interface RunningServer {
  /** The origin under which citizens reach it. */
  url: string;
  port: number;
  /** Takes no new request, finishes those in flight (10 s at most), then closes the database. */
  stop(): Promise<void>;
}

interface StartOptions {
  /** Default: JSON lines on standard output, from `config.logLevel` on. */
  log?: Log;
  /** Default: the machine's clock. */
  now?: () => Date;
}

/**
 * Migrates the database and listens.
 * @throws the database's error when it cannot be reached, Node's (`EADDRINUSE`, `EACCES`) when the port cannot be had
 */
export async function startServer(config: ServerConfig, options: StartOptions = {}): Promise<RunningServer> {
  const { now = () => new Date(), log = createLog(config.logLevel) } = options;
  const onIdleError = (error: Error) => log('warn', 'database-connection-lost', failureFields(error));
  const db = openDatabase(config.databaseUrl, { onIdleError });
  const cut = new AbortController();
  const patient = { connections: 3, patient: true, cut: cut.signal, onIdleError };
  const patientDb = openDatabase(config.databaseUrl, patient);
  const closeDatabase = async () => {
    // A count that nobody waits for any more would keep the process for as long as it takes.
    cut.abort();
    await Promise.all([db.destroy(), patientDb.destroy()]);
  };
  let stopping = false;
  try {
    await migrate(patientDb);
    // A whole answer over the slowest mobile network takes seconds; a connection that dribbles longer is let go.
    const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 });
    const { port } = await listen(server, config);
    const url = config.publicUrl ?? `http://localhost:${port}`;
    const app = createApp({
      db,
      patientDb,
      origin: url,
      embedDir: config.embedDir,
      log,
      securityContact: config.securityContact,
      limits: config.limits,
      stopping: () => stopping,
      now,
    });
    const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    server.on('request', (request, response) => void answer(request, response));
    const stopFolding = startFolding(db, {
      now,
      onError: (error) => log('warn', 'folding-failed', failureFields(error)),
    });
    const stopErasing = startErasing(patientDb, {
      now,
      onErased: (what, counts) => log('info', what, counts),
      onError: (error) => log('warn', 'erasing-failed', failureFields(error)),
    });
    log('info', 'listening', { url, port });
    const loading = loadInBackground(patientDb, now, log);
    return {
      url,
      port,
      stop: async () => {
        if (stopping) return;
        stopping = true;
        log('info', 'stopping');
        await close(server);
        // What has no limit may take any time, and is done again by the next start.
        const impatience = setTimeout(() => cut.abort(), STOP_WITHIN);
        await Promise.all([stopFolding(), stopErasing(), loading]);
        clearTimeout(impatience);
        await closeDatabase();
        log('info', 'stopped');
      },
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

/** Answers are received meanwhile, and also if this fails. */
async function loadInBackground(db: Database, now: () => Date, log: Log): Promise<void> {
  const started = performance.now();
  try {
    const { version, communes, loaded } = (await loadCommunesForMeetings(db, now())) ?? {};
    if (version === undefined || communes === undefined || !loaded) return;
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    log('info', 'communes-loaded', { version, communes, seconds });
  } catch (error) {
    log('warn', 'loading-communes-failed', failureFields(error));
  }
}

function listen(server: Server, { port, host }: ServerConfig): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('listens on no port'));
      else resolve(address);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), STOP_WITHIN);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
