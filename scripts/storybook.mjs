// npm run storybook · npm run build:storybook: compiles, describes the elements, then hands over to Storybook.
import { setUp } from './setup.mjs';

setUp();
const { runTool } = await import('./run.mjs');

const env = { STORYBOOK_DISABLE_TELEMETRY: '1' };
const STEPS = [
  ['tsc', ['-b']],
  ['cem', ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet']],
];
const LAST = {
  dev: ['dev', '--port', process.env.PORT ?? '6006', '--no-version-updates', '--ci'],
  build: ['build', '--output-dir', 'storybook-static', '--quiet'],
};

const last = LAST[process.argv[2]];
if (!last) {
  console.error('node scripts/storybook.mjs dev|build');
  process.exit(1);
}
for (const [tool, args] of STEPS) {
  const { code } = await runTool(tool, args, { env, print: true });
  if (code !== 0) process.exit(code);
}
// Stories show the compiled packages: what a designer changes is compiled as soon as it is saved.
const ended = new AbortController();
if (process.argv[2] === 'dev') {
  runTool('tsc', ['-b', '--watch', '--preserveWatchOutput'], { signal: ended.signal }).catch((error) => {
    if (!ended.signal.aborted) console.error(error);
  });
}
const { code } = await runTool('storybook', last, { env, print: true });
ended.abort();
process.exit(code);
