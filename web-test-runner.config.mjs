// Client and elements are tested in real browsers, on what `tsc -b` made of them: npm run build first.
// One package or one file: npx wtr --files 'packages/client/dist/**/*.test.js' · --files packages/client/dist/outbox.test.js
// In another browser than Chromium: CNR_ENGINE=firefox npx wtr · CNR_ENGINE=webkit npx wtr
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { findBrowser } from './scripts/browser.mjs';
import { countReporter } from './scripts/count-browser-tests.mjs';
import { findFirefox, findWebKit } from './scripts/other-browsers.mjs';
import { firefoxLauncher, webkitLauncher } from './scripts/test-launchers.mjs';

const ENGINES = { chromium, firefox, webkit };

async function chromium() {
  const { executablePath, args, env } = await findBrowser();
  return playwrightLauncher({
    product: 'chromium',
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
    // French is what citizens read first, and the zone is not the machine's, so that a test of dates says what it means.
    createBrowserContext: ({ browser }) =>
      browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce' }),
  });
}

async function firefox() {
  return firefoxLauncher(required(await findFirefox()));
}

async function webkit() {
  return webkitLauncher(required(await findWebKit()));
}

function required(found) {
  if (found) return found;
  throw new Error(
    'Ce navigateur n’est pas installé : voyez CONTRIBUTING. / It is not installed: see CONTRIBUTING.',
  );
}

export default {
  rootDir: import.meta.dirname,
  files: 'packages/{client,elements}/dist/**/*.test.js',
  nodeResolve: true,
  browsers: [await ENGINES[process.env.CNR_ENGINE ?? 'chromium']()],
  // Two tabs on two cores: with more of them, those in the background wait for the processor.
  concurrency: 2,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 480_000,
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
  // CNR_SEED replays a failing seed of the simulation.
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="fr">
  <head><meta charset="utf-8"><title>Tests</title><link rel="icon" href="data:,"></head>
  <body>
    <script>globalThis.CNR_SEED = ${JSON.stringify(process.env.CNR_SEED ?? null)};</script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  // What an element says to the webmaster where it cannot show what it should: tests of that look at it themselves.
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode| : voir le tableau /.test(String(args[0])),
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countReporter()],
};
