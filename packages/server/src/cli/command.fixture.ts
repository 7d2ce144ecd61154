import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run } from './main.js';

const BIN = fileURLToPath(new URL('../../bin/cnr.mjs', import.meta.url));

interface Ran {
  code: number;
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

/** The same without a process, which takes longer to start than most commands take: what is printed, and the exit code. */
export async function cnr(args: string[], env: Record<string, string> = {}): Promise<Ran> {
  const lines: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const code = await run(args, {
    env,
    print: (text) => lines.out.push(`${text}\n`),
    tell: (text) => lines.err.push(`${text}\n`),
  });
  return { code, out: lines.out.join(''), err: lines.err.join('') };
}
