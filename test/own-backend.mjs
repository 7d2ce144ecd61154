// A backend on a PostgreSQL of its own, for what is measured or replayed: nothing of it is there before or after.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { cnr, startBackend } from '../scripts/backend.mjs';
import { freePort } from '../scripts/free-port.mjs';
import { temporaryFolder } from '../scripts/temporary-folder.mjs';
import { startThrowawayDatabase } from '../scripts/throwaway-database.mjs';

/**
 * @param {{ env?: Record<string, string> }} options settings of the backend
 * @param {(own: {
 *   url: string,
 *   publish: (definition: { id: string }) => Promise<void>,
 *   connect: () => Promise<pg.Client>,
 *   closing: (() => unknown)[],
 * }) => Promise<void>} run `connect`: one more connection to the database; `closing`: what else is to be closed at the
 * end, the last one first
 */
export async function withOwnBackend({ env = {} }, run) {
  const { folder, remove } = temporaryFolder('own');
  const closing = [remove];
  const connected = async (connectionString) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    closing.push(() => client.end());
    return client;
  };
  try {
    const server = await startThrowawayDatabase();
    closing.push(() => server.stop());
    const admin = await connected(server.url);
    const name = `cnr_own_${process.pid}_${Date.now()}`;
    await admin.query(`create database ${name}`);
    closing.push(() => admin.query(`drop database ${name} with (force)`));
    const databaseUrl = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
    const backend = await startBackend({
      port: await freePort(),
      databaseUrl,
      env: { LOG_LEVEL: 'warn', ...env },
    });
    closing.push(() => backend.stop());
    await run({
      url: backend.url,
      async publish(definition) {
        const file = path.join(folder, `${definition.id}.json`);
        writeFileSync(file, JSON.stringify(definition));
        await cnr(['import', file], { databaseUrl });
      },
      connect: () => connected(databaseUrl),
      closing,
    });
  } finally {
    for (const close of closing.reverse()) await close();
  }
}
