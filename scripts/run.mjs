// Runs the project's own tools without a shell, npx or a package manager between them and us.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './setup.mjs';

const module = (...names) => path.join(root, 'node_modules', ...names);

/** Programs of node_modules, by the file that Node runs. */
const TOOLS = {
  tsc: module('typescript', 'bin', 'tsc'),
  rollup: module('rollup', 'dist', 'bin', 'rollup'),
  eslint: module('eslint', 'bin', 'eslint.js'),
  prettier: module('prettier', 'bin', 'prettier.cjs'),
  knip: module('knip', 'bin', 'knip.js'),
  cem: module('@custom-elements-manifest', 'analyzer', 'cem.js'),
  storybook: module('storybook', 'dist', 'bin', 'dispatcher.js'),
  wtr: module('@web', 'test-runner', 'dist', 'bin.js'),
};

/**
 * Runs one program to its end and gathers what it prints.
 * @param {keyof typeof TOOLS | 'node'} tool
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, signal?: AbortSignal, print?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 1 when it ended by a signal
 */
export function runTool(tool, args, { env = {}, signal, print = false } = {}) {
  return new Promise((resolve, reject) => {
    const command = tool === 'node' ? args : [TOOLS[tool], ...args];
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    const gather = (target) => (chunk) => {
      output += chunk;
      if (print) target.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', gather(process.stdout));
    child.stderr.setEncoding('utf8').on('data', gather(process.stderr));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Compiles the packages and makes the embed.
 * @param {{ signal?: AbortSignal }} [options]
 * @throws an error whose message is what the tool printed
 */
export async function build(options) {
  for (const [tool, args] of [
    ['tsc', ['-b']],
    ['rollup', ['-c', '--silent']],
  ]) {
    const { code, output } = await runTool(tool, args, options);
    if (code !== 0) throw new Error(`${tool} :\n${output.trim()}`);
  }
}
