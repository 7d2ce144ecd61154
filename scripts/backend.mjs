// Starts the built backend as a process of its own, for the demo and for the tests that stop and start it.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { runTool } from './run.mjs';
import { root } from './setup.mjs';

const CNR = path.join(root, 'packages', 'server', 'bin', 'cnr.mjs');
/** Loaded into the backend, so that it ends with whoever started it, even when that one is killed. */
const END_WITH_PARENT = pathToFileURL(path.join(root, 'scripts', 'end-with-parent.mjs')).href;

/**
 * Runs one command of the operator's command line.
 * @param {readonly string[]} args
 * @param {{ databaseUrl: string }} options
 * @throws an error whose message is what the command printed
 */
export async function cnr(args, { databaseUrl }) {
  const { code, output } = await runTool('node', [CNR, ...args], { env: { DATABASE_URL: databaseUrl } });
  if (code !== 0) throw new Error(`cnr ${args[0]} :\n${output.trim()}`);
  return output;
}

/**
 * Starts `cnr serve` and waits until it is ready.
 * @param {{ port: number, databaseUrl: string, logFile?: string, env?: Record<string, string> }} options
 * `port` must be a free one: the address is said in the answers' links
 * @returns {Promise<{
 *   url: string,
 *   ended: Promise<number | null>,
 *   stop(): Promise<void>,
 *   kill(): Promise<void>,
 * }>} `stop` lets what is under way finish; `kill` is the power cut
 */
export async function startBackend({ port, databaseUrl, logFile, env = {} }) {
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, CNR, 'serve'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), PUBLIC_URL: url, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A Ctrl-C in the terminal is for the start script, which then stops things in their order.
    detached: process.platform !== 'win32',
  });
  const log = logFile ? createWriteStream(logFile) : undefined;
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      tail = (tail + chunk).slice(-4000);
      log?.write(chunk);
    });
  }
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', (code) => {
      log?.end();
      resolve(code);
    });
  });
  const signal = async (name) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(name);
    await ended;
  };
  if (!(await isReady(url, child))) {
    await signal('SIGKILL');
    throw new Error(`Le serveur ne démarre pas. / The backend does not start.\n${tail.trim()}`);
  }
  return { url, ended, stop: () => signal('SIGTERM'), kill: () => signal('SIGKILL') };
}

async function isReady(url, child) {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return true;
    await pause(50);
  }
  return false;
}
