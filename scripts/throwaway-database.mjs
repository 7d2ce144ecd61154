// PostgreSQL for one run of tests or measurements: nothing of it is left behind.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { startDatabase } from './database.mjs';
import { removeWithProcess, temporaryFolder } from './temporary-folder.mjs';

/** A fast shutdown takes a second; on a machine that does a lot at once, some more. */
const SHUTDOWN_LIMIT_MS = 20_000;

/**
 * Starts PostgreSQL on a folder of its own, or takes the one that `DATABASE_URL` names. Its files go with `stop`, and
 * with this process at the latest.
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startThrowawayDatabase() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} };
  const { folder, remove } = temporaryFolder('database');
  let lives = folder;
  const wait = () => waitForEnd(lives);
  // After the one of `startDatabase`, which tells the server to end, and before those that remove its files.
  process.prependOnceListener('exit', wait);
  const server = await startDatabase({ dataDir: folder, log: () => {} });
  lives = server.folder;
  const removeServer = removeWithProcess(server.folder);
  return {
    url: server.url,
    async stop() {
      await server.stop();
      process.off('exit', wait);
      removeServer();
      remove();
    },
  };
}

/** A process that ends awaits nothing any more; and what a server still writes is not removed. */
function waitForEnd(folder) {
  const running = path.join(folder, 'pg', 'postmaster.pid');
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  const deadline = Date.now() + SHUTDOWN_LIMIT_MS;
  while (existsSync(running) && Date.now() < deadline) Atomics.wait(sleeper, 0, 0, 20);
}
