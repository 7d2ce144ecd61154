import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/cnr.mjs', import.meta.url));

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** `cnr` as an operator runs it: a process of its own, French unless `env` says otherwise. */
export function startCnr(args: string[], env: Record<string, string> = {}): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, [BIN, ...args], {
    env: { PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export async function cnr(args: string[], env: Record<string, string> = {}): Promise<Ran> {
  const child = startCnr(args, env);
  let out = '';
  let err = '';
  child.stdout?.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (err += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
