// Client and elements are tested in a real Chromium, on what `tsc -b` made of them: npm run build first.
// One package or one file: npx wtr --files 'packages/client/dist/**/*.test.js' · --files packages/client/dist/outbox.test.js
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { findBrowser } from './scripts/browser.mjs';
import { countReporter } from './scripts/count-browser-tests.mjs';

const browser = await findBrowser();

export default {
  rootDir: import.meta.dirname,
  files: 'packages/{client,elements}/dist/**/*.test.js',
  nodeResolve: true,
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: browser.executablePath,
        args: browser.args,
        env: { ...process.env, ...browser.env },
      },
      // French is what citizens read first, and the zone is not the machine's, so that a test of dates says what it means.
      createBrowserContext: ({ browser: chromium }) =>
        chromium.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce' }),
    }),
  ],
  // Two tabs on two cores: with more of them, those in the background wait for the processor.
  concurrency: 2,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 480_000,
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
  // CNR_SEED replays a failing seed of the simulation.
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="fr">
  <head><meta charset="utf-8"><title>Tests</title></head>
  <body>
    <script>globalThis.CNR_SEED = ${JSON.stringify(process.env.CNR_SEED ?? null)};</script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  // What an element says to the webmaster where it cannot show what it should: tests of that look at it themselves.
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode| : voir le tableau /.test(String(args[0])),
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countReporter()],
};
