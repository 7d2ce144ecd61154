// Client and elements are tested in real browsers, on what `tsc -b` made of them: npm run build first.
// One package or one file: npx wtr --files 'packages/client/dist/**/*.test.js' · --files packages/client/dist/outbox.test.js
// In another browser than Chromium: CNR_ENGINE=firefox npx wtr · CNR_ENGINE=webkit npx wtr
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { findBrowser } from './scripts/browser.mjs';
import { countReporter } from './scripts/count-browser-tests.mjs';
import { findFirefox, findWebKit } from './scripts/other-browsers.mjs';
import { webkitLauncher } from './scripts/webkit-launcher.mjs';

// French is what citizens read first, and the zone is not the machine's, so that a test of dates says what it means.
const LOCALE = 'fr-FR';
const ZONE = 'Europe/Paris';

const ENGINES = { chromium, firefox, webkit };

async function chromium() {
  const { executablePath, args, env } = await findBrowser();
  return playwrightLauncher({
    product: 'chromium',
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
    createBrowserContext: ({ browser }) =>
      browser.newContext({ locale: LOCALE, timezoneId: ZONE, reducedMotion: 'reduce' }),
  });
}

async function firefox() {
  return chromeLauncher({
    launchOptions: {
      browser: 'firefox',
      executablePath: required(await findFirefox()),
      env: { ...process.env, TZ: ZONE },
      extraPrefsFirefox: {
        'intl.accept_languages': `${LOCALE}, fr`,
        'ui.prefersReducedMotion': 1,
        // Of touch screens, without one.
        'dom.w3c_touch_events.enabled': 1,
      },
    },
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
  });
}

async function webkit() {
  return webkitLauncher(required(await findWebKit()), { TZ: ZONE });
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
