// npm run pictures [-- --only <part of a title, a name or an id>]: every story in the four themes, at 320 and 1280 px,
// into pictures/, with one page to scroll through: pictures/index.html.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { THEMES } from '../.storybook/themes.mjs';
import { findBrowser } from './browser.mjs';
import { picturesPage } from './pictures-page.mjs';
import { root } from './setup.mjs';
import { builtStories, chooseStory, hasPlayed, loadStory, serveStories } from './story-pages.mjs';

const FOLDER = path.join(root, 'pictures');

/** Dark where a theme's dark colours are most its own: each is one more time all stories. */
const LOOKS = [
  ...Object.keys(THEMES).map((theme) => ({ theme, scheme: 'light' })),
  { theme: 'neutral', scheme: 'dark' },
  { theme: 'contrast', scheme: 'dark' },
];
const WIDTHS = [1280, 320];
const AT_ONCE = 3;

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });

const css = Object.fromEntries(
  await Promise.all(Object.keys(THEMES).map(async (name) => [name, await cssOf(name)])),
);
const stories = await builtStories();
const wanted = stories.filter(({ id, title, name }) =>
  [id, title, name].some((text) => text.toLowerCase().includes(values.only.toLowerCase())),
);
if (wanted.length === 0) {
  console.error(`No story has “${values.only}” in its title, its name or its id.`);
  process.exit(1);
}

await mkdir(FOLDER, { recursive: true });
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
const served = await serveStories();
const failures = [];
const titles = [...new Set(wanted.map(({ title }) => title))];
await Promise.all(Array.from({ length: AT_ONCE }, takeTitles));
await browser.close();
served.close();

await throwAwayOld();
const index = path.join(FOLDER, 'index.html');
await writeFile(index, await picturesPage(FOLDER, stories, LOOKS, WIDTHS));
console.log(`${wanted.length - failures.length} stories: ${index}`);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

/** The stories of one title in one page, as its browser's cache and Storybook's start serve them all. */
async function takeTitles() {
  for (let title = titles.shift(); title; title = titles.shift()) {
    const context = await browser.newContext({
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      reducedMotion: 'reduce',
    });
    let page;
    for (const story of wanted.filter((one) => one.title === title)) {
      try {
        if (page) await chooseStory(await widened(page), story);
        else await loadStory((page = await context.newPage()), served.origin, story);
        await hasPlayed(page, story);
        await take(page, story);
      } catch (error) {
        failures.push(`${title}, ${story.name}: ${error.message}`);
        await page.close();
        page = undefined;
      }
    }
    await context.close();
    console.log(title);
  }
}

/** A story plays at the width and in the look at which the tests play it. */
async function widened(page) {
  await page.setViewportSize({ width: WIDTHS[0], height: 720 });
  await page.evaluate(wear, { css: css.neutral, scheme: 'light' });
  return page;
}

async function take(page, { id }) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 720 });
    for (const { theme, scheme } of LOOKS) {
      const height = await page.evaluate(wear, { css: css[theme], scheme });
      await page.screenshot({
        clip: { x: 0, y: 0, width, height },
        path: path.join(FOLDER, `${id}.${theme}-${scheme}.${width}.png`),
        fullPage: true,
        animations: 'disabled',
      });
    }
  }
}

/**
 * In the page: what the toolbar's switches do, until it is on the screen. Not by the switches themselves, which render
 * the story anew and forget what was played. Returns how high the story is then, with the padding around it.
 */
function wear({ css, scheme }) {
  const PADDING = 16;
  const { document, requestAnimationFrame } = globalThis;
  document.documentElement.style.colorScheme = scheme;
  document.querySelector('style[data-theme]').textContent = css;
  const shown = document.getElementById('storybook-root');
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => resolve(Math.ceil(shown.getBoundingClientRect().bottom + PADDING))),
    );
  });
}

function cssOf(theme) {
  if (theme === 'neutral') return '';
  return readFile(path.join(root, 'packages', 'elements', 'themes', `${theme}.css`), 'utf8');
}

/** Pictures of stories that are no more. */
async function throwAwayOld() {
  const ids = new Set(stories.map(({ id }) => id));
  for (const file of await readdir(FOLDER)) {
    if (file.endsWith('.png') && !ids.has(file.split('.')[0])) await rm(path.join(FOLDER, file));
  }
}
