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

/** Contexts that no story is in: with the next one they share what the browser has loaded, and nothing else. */
const idle = [];

test('there are stories', () => assert.notEqual(stories.length, 0));

describe('stories', { concurrency: 3 }, () => {
  for (const story of stories) {
    test(`${story.title} / ${story.name}`, async (t) => {
      const context = idle.pop() ?? (await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' }));
      const page = await context.newPage();
      t.after(async () => {
        await forgetAll(page);
        await page.close();
        idle.push(context);
      });
      await check(page, story);
    });
  }
});

/** The story is played once, as playing is what takes time, and looked at in each mode. */
async function check(page, story) {
  const origin = `http://localhost:${server.address().port}`;
  const faults = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(`${origin}/`)) {
      faults.push(`request to ${request.url()}`);
    }
  });
  // The add-on's own run of axe is for the designer's panel: here ours is enough.
  await page.goto(
    `${origin}/iframe.html?id=${story.id}&viewMode=story&globals=theme:light;a11y.manual:!true`,
  );
  const phase = await page.waitForFunction(
    () => {
      const phase = globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase;
      return ['finished', 'errored', 'aborted'].includes(phase) && phase;
    },
    undefined,
    { timeout: 60_000 },
  );
  const shown = await page.locator('#error-message').textContent();
  assert.equal(
    await phase.jsonValue(),
    'finished',
    `the story did not end well\n${shown}\n${faults.join('\n')}`,
  );
  for (const { name, theme, forcedColors, only } of MODES) {
    // One after the other: Chromium keeps the last theme's colours when forced colours come together with a new one.
    await page.emulateMedia({ colorScheme: theme, forcedColors: 'none' });
    await page.evaluate(paintIn, theme);
    await page.emulateMedia({ forcedColors });
    const violations = await axeIn(page, only);
    assert.deepEqual(violations, [], `${name}: axe found\n${violations.join('\n')}`);
  }
  assert.deepEqual(faults, [], faults.join('\n'));

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

/** All that a story leaves on the device; what the browser keeps of the files themselves stays. */
async function forgetAll(page) {
  const origin = `http://localhost:${server.address().port}`;
  // First the page: what it still has open would keep the database from going.
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  const storageTypes = 'cookies,local_storage,indexeddb,cache_storage,service_workers';
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
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
