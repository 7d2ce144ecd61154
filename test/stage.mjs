// What the tests of the whole road run on: a database of their own on real PostgreSQL, the backend as a process, a
// proxy in front of it on which faults are made, a partner's site on another origin, and a real browser.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { serveSite } from '../demo/server.mjs';
import { run } from '../packages/server/dist/cli/main.js';
import { startBackend } from '../scripts/backend.mjs';
import { findBrowser } from '../scripts/browser.mjs';
import { freePort } from '../scripts/free-port.mjs';
import { temporaryFolder } from '../scripts/temporary-folder.mjs';
import { startThrowawayDatabase } from '../scripts/throwaway-database.mjs';
import { startHost } from './host.mjs';
import { startProxy } from './proxy.mjs';

const demo = fileURLToPath(new URL('../demo/consultations/', import.meta.url));

const DEMO = [
  'acces-aux-soins-sarthe',
  'bilan-transports-mayenne',
  'budget-participatif-2027',
  'projet-ecole-villeneuve',
  'questions-pays-de-la-loire',
];

/** A definition of the demo, as its file says. */
export function demoDefinition(id) {
  return JSON.parse(readFileSync(path.join(demo, `${id}.json`), 'utf8'));
}

/** Only a hang takes that long, also where several tests share a slow machine. */
const HANG_MS = 90_000;

/** Between two looks at a page that is loaded for each: what it shows may be 5 s old, and others want the processor. */
export const RELOAD_MS = 1_000;

/** Waits for a condition, and returns what it found; a hang ends with `what` in the message. */
export async function until(what, condition, everyMs = 20) {
  const deadline = Date.now() + HANG_MS;
  for (;;) {
    const found = await condition();
    if (found) return found;
    assert.ok(Date.now() < deadline, `waited in vain: ${what}`);
    await pause(everyMs);
  }
}

/** Starts everything; `close` ends it and leaves nothing behind. */
export async function openStage() {
  const closers = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return await open(closers, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(closers, close) {
  const { folder, remove } = temporaryFolder('e2e');
  closers.push(remove);
  const databaseUrl = await ownDatabase(closers);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  closers.push(() => pool.end());

  const port = await freePort();
  const proxy = await startProxy(port);
  closers.push(proxy.close);
  const site = await serveSite({ port: 0, widgets: proxy.url });
  closers.push(site.close);
  const host = await startHost({ site: site.url, widgets: proxy.url });
  closers.push(host.close);

  let backend;
  const start = async (settings = {}) => {
    backend = await startBackend({
      port,
      databaseUrl,
      env: { PUBLIC_URL: proxy.url, LOG_LEVEL: 'error', ...settings },
    });
  };
  closers.push(async () => backend?.stop());

  const { executablePath, args, env } = await findBrowser();
  const browserOptions = { executablePath, args, env: { ...process.env, ...env } };
  const browser = await chromium.launch(browserOptions);
  closers.push(() => browser.close());

  const query = async (text, values) => (await pool.query(text, values)).rows;
  /** What `cnr` prints, without the process, which takes longer to start than most commands take. */
  const cnr = async (...command) => {
    const said = [];
    const tell = (text) => said.push(text);
    const code = await run(command, { env: { DATABASE_URL: databaseUrl }, print: tell, tell });
    assert.equal(code, 0, said.join('\n'));
    return said.join('\n');
  };

  /** Imports definitions with this site among its origins, and waits until the backend serves them. */
  async function publish(...definitions) {
    const files = definitions.map((definition) => {
      const file = path.join(folder, `${definition.id}.json`);
      writeFileSync(file, JSON.stringify({ ...definition, origins: [host.url] }));
      return file;
    });
    // Some tests change on purpose what was answered.
    await cnr('import', '--yes', ...files);
    for (const { id } of definitions) {
      const [{ version }] = await query('select version from consultations where id = $1', [id]);
      await until(`version ${version} of ${id} is served`, async () => {
        const response = await fetch(`${backend.url}/v1/consultations/${id}`);
        return (await response.json()).version === version;
      });
    }
  }

  await start();
  await publish(...DEMO.map(demoDefinition));

  return {
    folder,
    browserOptions,
    /** The partner's site. */
    host,
    /** The backend as citizens reach it. */
    proxy,
    /** One command of the operator's. */
    cnr,
    publish,
    /** Rows of the database, as PostgreSQL has them. */
    query,
    rows: (consultation) =>
      query('select * from answers where consultation = $1 order by received_at', [consultation]),
    stopBackend: async () => {
      await backend.stop();
      backend = undefined;
    },
    /** @param settings environment variables besides the stage's own */
    startBackend: start,
    /** A citizen's device; closed after the test `t`, with the faults that it made. */
    async device(t, options = {}) {
      const context = await browser.newContext({
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(HANG_MS);
      t.after(async () => {
        proxy.heal();
        await context.close();
      });
      return context;
    },
    close,
  };
}

async function ownDatabase(closers) {
  const server = await startThrowawayDatabase();
  closers.push(server.stop);
  const name = `cnr_e2e_${randomUUID().replaceAll('-', '')}`;
  await administer(server.url, `create database ${name}`);
  closers.push(() => administer(server.url, `drop database if exists ${name} with (force)`));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
