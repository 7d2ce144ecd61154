// The PostgreSQL of one run leaves nothing behind, whether the run ends by itself or is told to.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { temporaryFolder } from '../scripts/temporary-folder.mjs';

const module = new URL('../scripts/throwaway-database.mjs', import.meta.url).href;
const top = temporaryFolder('throwaway').folder;
chmodSync(top, 0o755);

/** A run: prints the address, and stops the server when its input ends. */
const RUN = `
  const { startThrowawayDatabase } = await import(${JSON.stringify(module)});
  const { url, stop } = await startThrowawayDatabase();
  console.log(url);
  process.stdin.on('end', stop).resume();`;

/** Starts a run whose temporary files are all in one folder, and waits for the server. */
async function run(t, name) {
  const folder = path.join(top, name);
  mkdirSync(folder, { mode: 0o755 });
  const { DATABASE_URL: _ours, ...env } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '-e', RUN], {
    env: { ...env, TMPDIR: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  t.after(async () => {
    child.kill();
    await closed;
  });
  const [said] = await once(child.stdout.setEncoding('utf8'), 'data');
  const url = said.trim();
  await connects(url);
  assert.notDeepEqual(readdirSync(folder), [], 'while it runs, its files are there');
  return { child, closed, url, left: () => readdirSync(folder) };
}

async function connects(url) {
  const client = new pg.Client(url);
  await client.connect();
  await client.end();
}

test('stopped: no file is left', async (t) => {
  const { child, closed, url, left } = await run(t, 'stopped');
  child.stdin.end();
  assert.deepEqual(await closed, [0, null]);
  assert.deepEqual(left(), []);
  await assert.rejects(connects(url));
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(
    `told to end by ${signal}: neither a file nor the server is left`,
    { skip: process.platform === 'win32' && 'there a signal is a kill' },
    async (t) => {
      const { child, closed, url, left } = await run(t, signal);
      child.kill(signal);
      assert.deepEqual(await closed, [1, null]);
      assert.deepEqual(left(), []);
      await assert.rejects(connects(url));
    },
  );
}
