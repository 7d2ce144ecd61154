// Every story, in a real browser: it renders, its play function ends well, nothing is logged as an error, axe finds
// nothing in the light, the dark and the forced-colours theme, and at 320 px there is nothing to scroll sideways.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/browser.mjs';
import { runTool } from '../scripts/run.mjs';
import { COLOUR_RULES } from './inspect.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = path.join(root, 'storybook-static');

/** A story is a fragment of a page: what a whole page must have is the host's. */
const PAGE_RULES = ['bypass', 'landmark-one-main', 'page-has-heading-one', 'region'];

/** What the toolbar's theme and the reader's system make of a page. */
const MODES = [
  { name: 'light', theme: 'light', forcedColors: 'none' },
  { name: 'dark', theme: 'dark', forcedColors: 'none', only: COLOUR_RULES },
  { name: 'forced colours', theme: 'light', forcedColors: 'active', only: COLOUR_RULES },
];

if (!(await isFresh())) {
  const { code, output } = await runTool('node', ['scripts/storybook.mjs', 'build']);
  assert.equal(code, 0, `npm run build:storybook failed:\n${output}`);
}
const { entries } = JSON.parse(readFileSync(path.join(built, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(({ type }) => type === 'story');

let server;
let browser;
before(async () => {
  server = createServer(respond);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { executablePath, args, env } = await findBrowser();
  browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
});
after(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
});

test('there are stories', () => assert.notEqual(stories.length, 0));

/**
 * Loading Storybook takes longer than showing a story in it: the stories of one title are shown one after the other in
 * one page, as the sidebar does, each on a device that nobody used (`setTheStage`). After one that failed the page is
 * loaded anew, so that it alone fails.
 */
describe('stories', { concurrency: 3 }, () => {
  for (const title of new Set(stories.map((story) => story.title))) {
    describe(title, { concurrency: 1 }, () => {
      let context;
      let page;
      before(async () => {
        context = await browser.newContext({
          locale: 'fr-FR',
          timezoneId: 'Europe/Paris',
          reducedMotion: 'reduce',
        });
      });
      after(() => context?.close());
      for (const story of stories.filter((one) => one.title === title)) {
        test(story.name, async () => {
          const fresh = !page;
          page ??= await context.newPage();
          try {
            await check(page, story, fresh);
          } catch (error) {
            await page.close();
            page = undefined;
            throw error;
          }
        });
      }
    });
  }
});

/** The story is played once, as playing is what takes time, and looked at in each mode. */
async function check(page, story, fresh) {
  const faults = [];
  const stop = listen(page, faults);
  try {
    await (fresh ? load(page, story) : choose(page, story));
    const phase = await page.waitForFunction(
      (id) => {
        const render = globalThis.__STORYBOOK_PREVIEW__?.currentRender;
        return render?.id === id && ['finished', 'errored', 'aborted'].includes(render.phase) && render.phase;
      },
      story.id,
      { timeout: 60_000 },
    );
    const shown = await page.locator('#error-message').textContent();
    assert.equal(
      await phase.jsonValue(),
      'finished',
      `the story did not end well\n${shown}\n${faults.join('\n')}`,
    );
    await look(page);
    assert.deepEqual(faults, [], faults.join('\n'));
  } finally {
    stop();
  }
}

/** Gathers what a page should not do, until it is told to stop. */
function listen(page, faults) {
  const listeners = {
    pageerror: (error) => faults.push(`uncaught: ${error.stack ?? error.message}`),
    console: (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
    },
    request: (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(`${origin()}/`)) {
        faults.push(`request to ${request.url()}`);
      }
    },
  };
  for (const [name, listener] of Object.entries(listeners)) page.on(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) page.off(name, listener);
  };
}

const origin = () => `http://localhost:${server.address().port}`;

/** The add-on's own run of axe is for the designer's panel: here ours is enough. */
function load(page, { id }) {
  return page.goto(`${origin()}/iframe.html?id=${id}&viewMode=story&globals=theme:light;a11y.manual:!true`);
}

/** What Storybook's sidebar sends when a story is pressed in it. */
async function choose(page, { id }) {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.evaluate(
    (storyId) =>
      globalThis.__STORYBOOK_PREVIEW__.channel.emit('setCurrentStory', { storyId, viewMode: 'story' }),
    id,
  );
}

/** In each mode, and as narrow as a phone. */
async function look(page) {
  for (const { name, theme, forcedColors, only } of MODES) {
    // One after the other: Chromium keeps the last theme's colours when forced colours come together with a new one.
    await page.emulateMedia({ colorScheme: theme, forcedColors: 'none' });
    await page.evaluate(paintIn, theme);
    await page.emulateMedia({ forcedColors });
    const violations = await axeIn(page, only);
    assert.deepEqual(violations, [], `${name}: axe found\n${violations.join('\n')}`);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 320, `at 320 px wide the page is ${width} px wide`);
}

/** In the page: what the toolbar's theme does, until it is on the screen. */
function paintIn(colorScheme) {
  document.documentElement.style.colorScheme = colorScheme;
  return new Promise((resolve) =>
    globalThis.requestAnimationFrame(() => globalThis.requestAnimationFrame(resolve)),
  );
}

function axeIn(page, only) {
  const rules = Object.fromEntries(PAGE_RULES.map((id) => [id, { enabled: false }]));
  const options = { resultTypes: ['violations'], ...(only ? { runOnly: only } : { rules }) };
  return page.evaluate(
    async ([source, options]) => {
      if (!globalThis.axe) (0, eval)(source);
      const { violations } = await globalThis.axe.run('#storybook-root', options);
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id} (${help}): ${node.target.flat().join(' ')}\n    ${node.failureSummary}`),
      );
    },
    [axe.source, options],
  );
}

async function respond(request, response) {
  const types = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
  };
  const name = new URL(request.url, 'http://stories').pathname;
  if (name === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  const file = path.join(built, name.endsWith('/') ? `${name}index.html` : decodeURIComponent(name));
  const body = file.startsWith(built + path.sep) ? await readFile(file).catch(() => undefined) : undefined;
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  // The names of built files tell their content.
  const caching = name.startsWith('/assets/') ? { 'Cache-Control': 'max-age=3600' } : {};
  const headers = { 'Content-Type': `${type}; charset=utf-8`, ...caching };
  response.writeHead(body ? 200 : 404, headers).end(body);
}

/** Whether storybook-static was built after everything that it is built from. */
async function isFresh() {
  const builtAt = statSync(path.join(built, 'index.json'), { throwIfNoEntry: false })?.mtimeMs;
  if (builtAt === undefined) return false;
  const sources = [
    'stories',
    '.storybook',
    'packages/elements/src',
    'packages/client/src',
    'packages/contract/src',
  ];
  for (const source of sources) {
    const folder = path.join(root, source);
    for (const name of await readdir(folder, { recursive: true })) {
      if (statSync(path.join(folder, name)).mtimeMs > builtAt) return false;
    }
  }
  return true;
}
