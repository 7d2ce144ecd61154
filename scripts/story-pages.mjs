// The built stories, shown one after the other in a browser: what the tests and the pictures of them have in common.
import { statSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { runTool } from './run.mjs';
import { root } from './setup.mjs';

const built = path.join(root, 'storybook-static');

/** What a built Storybook shows. A folder that is not there has nothing newer in it. */
const SOURCES = [
  'stories',
  '.storybook',
  'packages/elements/src',
  'packages/elements/themes',
  'packages/client/src',
  'packages/contract/src',
];

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * Builds Storybook, unless it was built after everything that it is built from.
 * @returns {Promise<{ id: string, title: string, name: string }[]>} in the sidebar's order, without the pages of text
 * @throws an error whose message ends with what the build printed
 */
export async function builtStories() {
  if (!(await isFresh())) {
    const { code, output } = await runTool('node', ['scripts/storybook.mjs', 'build']);
    if (code !== 0) throw new Error(`npm run build:storybook failed:\n${output}`);
  }
  const { entries } = JSON.parse(await readFile(path.join(built, 'index.json'), 'utf8'));
  return Object.values(entries).filter(({ type }) => type === 'story');
}

/** @returns {Promise<{ origin: string, close(): void }>} the built Storybook, on a port that is free */
export async function serveStories() {
  const server = createServer(respond);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Loads a page of Storybook's with this story. The add-on's own run of axe is for the designer's panel. */
export async function loadStory(page, origin, { id }) {
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=scheme:light;a11y.manual:!true`);
}

/**
 * Shows another story in a page that has one, as a press in Storybook's sidebar does: loading Storybook takes longer
 * than showing a story in it.
 */
export async function chooseStory(page, { id }) {
  await page.evaluate(
    (storyId) =>
      globalThis.__STORYBOOK_PREVIEW__.channel.emit('setCurrentStory', { storyId, viewMode: 'story' }),
    id,
  );
}

/**
 * Waits until a story was rendered and its play function has ended.
 * @throws an error that tells what Storybook shows, when it did not end well
 */
export async function hasPlayed(page, { id }) {
  const phase = await page.waitForFunction(
    (storyId) => {
      const render = globalThis.__STORYBOOK_PREVIEW__?.currentRender;
      return (
        render?.id === storyId && ['finished', 'errored', 'aborted'].includes(render.phase) && render.phase
      );
    },
    id,
    { timeout: 60_000 },
  );
  if ((await phase.jsonValue()) === 'finished') return;
  throw new Error(`the story did not end well\n${await page.locator('#error-message').textContent()}`);
}

async function respond(request, response) {
  const name = new URL(request.url, 'http://stories').pathname;
  if (name === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  const file = path.join(built, name.endsWith('/') ? `${name}index.html` : decodeURIComponent(name));
  const body = file.startsWith(built + path.sep) ? await readFile(file).catch(() => undefined) : undefined;
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  // The names of built files tell their content.
  const caching = name.startsWith('/assets/') ? { 'Cache-Control': 'max-age=3600' } : {};
  const headers = { 'Content-Type': `${type}; charset=utf-8`, ...caching };
  response.writeHead(body ? 200 : 404, headers).end(body);
}

async function isFresh() {
  const builtAt = statSync(path.join(built, 'index.json'), { throwIfNoEntry: false })?.mtimeMs;
  if (builtAt === undefined) return false;
  for (const source of SOURCES) {
    const folder = path.join(root, source);
    if (!statSync(folder, { throwIfNoEntry: false })) continue;
    for (const name of await readdir(folder, { recursive: true })) {
      if (statSync(path.join(folder, name)).mtimeMs > builtAt) return false;
    }
  }
  return true;
}
