// Every story, in a real browser: it renders, its play function ends well, nothing is logged as an error, axe finds
// nothing in the light, the dark and the forced-colours theme, and at 320 px there is nothing to scroll sideways.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/browser.mjs';
import { builtStories, chooseStory, hasPlayed, loadStory, serveStories } from '../scripts/story-pages.mjs';
import { COLOUR_RULES } from './inspect.mjs';

/** A story is a fragment of a page: what a whole page must have is the host's. */
const PAGE_RULES = ['bypass', 'landmark-one-main', 'page-has-heading-one', 'region'];

/** What the toolbar's theme and the reader's system make of a page. */
const MODES = [
  { name: 'light', theme: 'light', forcedColors: 'none' },
  { name: 'dark', theme: 'dark', forcedColors: 'none', only: COLOUR_RULES },
  { name: 'forced colours', theme: 'light', forcedColors: 'active', only: COLOUR_RULES },
];

const stories = await builtStories();

let served;
let browser;
before(async () => {
  served = await serveStories();
  const { executablePath, args, env } = await findBrowser();
  browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
});
after(async () => {
  await browser?.close();
  served?.close();
});

test('there are stories', () => assert.notEqual(stories.length, 0));

/**
 * The stories of one title are shown one after the other in one page, each on a device that nobody used
 * (`setTheStage`). After one that failed the page is loaded anew, so that it alone fails.
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
    await (fresh ? loadStory(page, served.origin, story) : choose(page, story));
    await hasPlayed(page, story).catch((error) => {
      throw new Error(`${error.message}\n${faults.join('\n')}`, { cause: error });
    });
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
      if (/^https?:/.test(request.url()) && !request.url().startsWith(`${served.origin}/`)) {
        faults.push(`request to ${request.url()}`);
      }
    },
  };
  for (const [name, listener] of Object.entries(listeners)) page.on(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) page.off(name, listener);
  };
}

/** Another story, as the first one was loaded. */
async function choose(page, story) {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await chooseStory(page, story);
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
