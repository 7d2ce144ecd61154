// Every story, in a real browser: it renders, its play function ends well, nothing is logged as an error, axe finds
// nothing in the light, the dark and the forced-colours theme; assistive technology is given what test/snapshots says;
// at 400 % zoom, with WCAG's text spacing and with text of 200 % nothing is cut off or lies over other words; what a
// finger has to hit is large enough; and nothing moves for who asked for reduced motion.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/browser.mjs';
import { builtStories, chooseStory, hasPlayed, loadStory, serveStories } from '../scripts/story-pages.mjs';
import { assertAdapts } from './adapted.mjs';
import { COLOUR_RULES } from './inspect.mjs';
import { snapshotsOf } from './snapshots.mjs';

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

const titles = [...new Set(stories.map((story) => story.title))];

/** Of what no element is: nothing that anybody uses. */
const SAMPLES = ['Langage visuel', 'Thèmes'];

test('what assistive technology is given is kept for stories of each title, and for none that is gone', () => {
  for (const title of titles) {
    const { names } = snapshotsOf(title);
    assert.ok(names.length > 0 || SAMPLES.includes(title), `nothing is kept of ${title}`);
    const there = stories.filter((story) => story.title === title).map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => there.filter((one) => one === name).length !== 1),
      [],
      `${title} has no such story, or more than one`,
    );
  }
});

/**
 * The stories of one title are shown one after the other in one page, each on a device that nobody used
 * (`setTheStage`). After one that failed the page is loaded anew, so that it alone fails.
 */
describe('stories', { concurrency: 3 }, () => {
  for (const title of titles) {
    describe(title, { concurrency: 1 }, () => {
      const snapshots = snapshotsOf(title);
      let context;
      let page;
      let session;
      before(async () => {
        context = await browser.newContext({
          locale: 'fr-FR',
          timezoneId: 'Europe/Paris',
          reducedMotion: 'reduce',
        });
        await context.addInitScript({ content: axe.source });
      });
      after(async () => {
        await context?.close();
        snapshots.write();
      });
      for (const story of stories.filter((one) => one.title === title)) {
        test(story.name, async () => {
          const fresh = !page;
          page ??= await context.newPage();
          if (fresh) session = await context.newCDPSession(page);
          try {
            await check(page, story, fresh, (shown) => snapshots.compare(shown, session, story));
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
async function check(page, story, fresh, compare) {
  const faults = [];
  const stop = listen(page, faults);
  try {
    await (fresh ? loadStory(page, served.origin, story) : choose(page, story));
    await hasPlayed(page, story).catch((error) => {
      throw new Error(`${error.message}\n${faults.join('\n')}`, { cause: error });
    });
    await compare(page);
    await look(page);
    await assertAdapts(page);
    assert.deepEqual(faults, [], faults.join('\n'));
  } finally {
    stop();
  }
}

/** What an element says to the webmaster, once, where it cannot show what it should: many a story is about that. */
const TOLD = /^<cnr-[a-z-]+> [a-z-]+ : voir le tableau/;

/** Gathers what a page should not do, until it is told to stop. */
function listen(page, faults) {
  const listeners = {
    pageerror: (error) => faults.push(`uncaught: ${error.stack ?? error.message}`),
    console: (message) => {
      if (message.type() === 'error' && !TOLD.test(message.text()))
        faults.push(`console: ${message.text()} (${message.location().url})`);
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

/** In each mode. */
async function look(page) {
  for (const { name, theme, forcedColors, only } of MODES) {
    // One after the other: Chromium keeps the last theme's colours when forced colours come together with a new one.
    await page.emulateMedia({ colorScheme: theme, forcedColors: 'none' });
    await page.evaluate(paintIn, theme);
    await page.emulateMedia({ forcedColors });
    const violations = await axeIn(page, only);
    assert.deepEqual(violations, [], `${name}: axe found\n${violations.join('\n')}`);
  }
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
  return page.evaluate(async (asked) => {
    const { violations } = await globalThis.axe.run('#storybook-root', asked);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}): ${node.target.flat().join(' ')}\n    ${node.failureSummary}`),
    );
  }, options);
}
