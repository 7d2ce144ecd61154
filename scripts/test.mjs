// npm test: everything that CI runs. One part alone: npm test -- --only server (several: --only lint,server)
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, setUp } from './setup.mjs';

setUp();
const { build, runTool } = await import('./run.mjs');
const { startThrowawayDatabase } = await import('./throwaway-database.mjs');
const { BROWSER_COUNTS } = await import('./count-browser-tests.mjs');
const { findFirefox, findWebKit } = await import('./other-browsers.mjs');

/** A step that hangs is a step that failed. */
const STEP_LIMIT_MS = 20 * 60_000;
/** A failed step's last lines say why; its first ones are about what went well. */
const SHOWN_LINES = 400;

const STORIES = 'stories.test.mjs';
/** A citizen, a network and a server that wait for each other leave most of a core to others. */
const END_TO_END_AT_ONCE = 3;
/** Files that take as long as several others: begun first, so that none is alone at the end. */
const LONGEST = ['replay-supports.test.mjs', 'real-questionnaires.test.mjs'];

const cem = ['cem', ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet']];

/** Two steps at a time; the long ones first, so that both cores have something to do until the end. */
const STEPS = {
  e2e: endToEnd,
  stories: () => nodeTests(filesIn('test', (name) => name === STORIES)),
  // They wait for PostgreSQL and for processes of `cnr` as much as they compute.
  server: () => nodeTests(filesIn('packages/server/dist'), 2),
  browser: () => browserTests('chromium'),
  firefox: () => browserTests('firefox', findFirefox),
  webkit: () => browserTests('webkit', findWebKit),
  lint: () => checks(['eslint', ['.']]),
  contract: () => nodeTests(filesIn('packages/contract/dist')),
  types: () => checks(cem, ['tsc', ['-p', '.storybook']]),
  unused: () => checks(['knip', []]),
  format: () => checks(['prettier', ['--check', '.']]),
  size: () => checks(['node', ['scripts/size.mjs']], { show: true }),
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? Object.keys(STEPS);
const unknown = wanted.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`--only ${unknown.join(',')} : inconnu. Parties / parts: ${Object.keys(STEPS).join(', ')}`);
  process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const failedSteps = [];
await report('build', async () => {
  await build();
  return { passed: 1, failed: 0, skipped: 0, output: '' };
});

if (total.failed === 0) {
  const database = await startThrowawayDatabase();
  process.env.DATABASE_URL = database.url;
  try {
    const waiting = Object.keys(STEPS).filter((name) => wanted.includes(name));
    const worker = async () => {
      for (let name = waiting.shift(); name; name = waiting.shift()) await report(name, STEPS[name]);
    };
    await Promise.all([worker(), worker()]);
  } finally {
    await database.stop();
  }
}

// Whoever sees only the end of a long log knows which part to run again.
if (failedSteps.length > 0) console.log(`\nÀ reprendre / to run again: npm test -- --only ${failedSteps}`);
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed > 0 ? 1 : 0);

/** Runs one step, says how it ended, and adds its counts. */
async function report(name, run) {
  const start = performance.now();
  const result = await run().catch((error) => ({ passed: 0, failed: 1, skipped: 0, output: error.message }));
  // Tests that were not found have not passed.
  if (result.passed + result.failed + result.skipped === 0) result.failed = 1;
  const { passed, failed, skipped, output, show } = result;
  for (const key of ['passed', 'failed', 'skipped']) total[key] += result[key];
  if (failed > 0) {
    if (name in STEPS) failedSteps.push(name);
    console.log(`\n--- ${name} ---\n${output.trim().split('\n').slice(-SHOWN_LINES).join('\n')}\n---`);
  } else if (show) console.log(output.trimEnd());
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`${failed > 0 ? '✖' : '✔'} ${name}: ${passed} passed, ${failed} failed${skips} (${seconds} s)`);
}

function tool(name, args, env) {
  return runTool(name, args, { env, signal: AbortSignal.timeout(STEP_LIMIT_MS) });
}

/** The tests of client and elements in one browser; one that npm cannot bring may be absent where CI does not ask for it. */
async function browserTests(engine, find) {
  if (find && process.env.CNR_ENGINES !== 'required' && !(await find())) {
    const output = `${engine} : absent, ses tests sont passés (voir CONTRIBUTING). / Not installed: skipped.`;
    return { passed: 0, failed: 0, skipped: 1, output, show: true };
  }
  return counted(await tool('wtr', [], { CNR_ENGINE: engine }), BROWSER_COUNTS);
}

/** Programs that only say yes or no: together they count as one. */
async function checks(...commands) {
  const show = commands.at(-1).show ?? false;
  let all = '';
  for (const [name, args] of commands.filter(Array.isArray)) {
    const { code, output } = await tool(name, args);
    all += output;
    if (code !== 0) return { passed: 0, failed: 1, skipped: 0, output: all };
  }
  return { passed: 1, failed: 0, skipped: 0, output: all, show };
}

/** node:test ends with how many passed. @param {number} [atOnce] files at a time: another step runs beside this one */
async function nodeTests(files, atOnce = 1) {
  if (files.length === 0) throw new Error('No test file was found.');
  const { code, output } = await tool('node', [
    '--test',
    `--test-concurrency=${atOnce}`,
    '--test-reporter=spec',
    ...files,
  ]);
  const count = (word) => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  const result = { passed: count('pass'), failed, skipped: count('skipped') + count('todo'), output };
  return code !== 0 && failed === 0 ? { ...result, failed: 1 } : result;
}

function counted({ code, output }, pattern) {
  const [passed, failed, skipped] = (pattern.exec(output)?.slice(1) ?? [0, 0, 0]).map(Number);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped, output };
}

/** Each file is a run of its own: node:test would run them in the order of their names. */
async function endToEnd() {
  const isLong = (file) => LONGEST.includes(path.basename(file));
  const files = filesIn('test', (name) => name !== STORIES);
  const waiting = [...files.filter(isLong), ...files.filter((file) => !isLong(file))];
  const all = { passed: 0, failed: 0, skipped: 0, output: '' };
  const worker = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const { output, ...counts } = await nodeTests([file]);
      for (const key in counts) all[key] += counts[key];
      // What went well would only stand between two that did not.
      if (counts.failed > 0) all.output += `${file}\n${output}`;
    }
  };
  await Promise.all(Array.from({ length: END_TO_END_AT_ONCE }, worker));
  return all;
}

/** Node 20 takes no patterns: the files are named one by one. */
function filesIn(folder, accept = () => true) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .filter((name) => /\.test\.m?js$/.test(name) && accept(name))
    .sort()
    .map((name) => path.join(folder, name));
}
