// Shows test files to Firefox and to WebKitGTK for @web/test-runner, each in a window and a storage of its own. The
// runner's launchers reuse a page and what it stored, show tests in frames of 300 × 150 pixels, or bring two hundred
// packages.
import { startFirefox, startWebKit } from './other-browsers.mjs';

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */
/** @typedef {{ go(url: string): Promise<unknown>, url(): string | Promise<string>, close(): Promise<unknown> }} Window */

/**
 * @param {string} executablePath
 * @returns {BrowserLauncher}
 */
export function firefoxLauncher(executablePath) {
  let started;
  const open = async () => {
    started ??= startFirefox(executablePath);
    const context = await (await started).createBrowserContext();
    const page = await context.newPage();
    return { go: (url) => page.goto(url), url: () => page.url(), close: () => context.close() };
  };
  return launcher({ name: 'Firefox', open, stop: async () => (await started)?.close() });
}

/**
 * @param {Parameters<typeof startWebKit>[0]} found
 * @returns {BrowserLauncher}
 */
export function webkitLauncher(found) {
  let started;
  const open = async () => {
    started ??= startWebKit(found);
    const { driver, close } = await (await started)();
    return { go: (url) => driver.get(url), url: () => driver.getCurrentUrl(), close };
  };
  return launcher({ name: 'WebKitGTK', open, stop: async () => undefined });
}

/**
 * @param {{ name: string, open(): Promise<Window>, stop(): Promise<unknown> }} options
 * @returns {BrowserLauncher}
 */
function launcher({ name, open, stop }) {
  const windows = new Map();
  const close = async (id) => {
    const window = windows.get(id);
    windows.delete(id);
    await window.close();
  };
  return {
    name,
    type: name.toLowerCase(),
    // A window that opens takes the focus from the others, and WebKit's driver knows one session at a time.
    concurrency: 1,
    async startSession(id, url) {
      const window = await open();
      windows.set(id, window);
      await window.go(url);
    },
    isActive: (id) => windows.has(id),
    getBrowserUrl: (id) => windows.get(id).url(),
    async stopSession(id) {
      await close(id);
      return {};
    },
    async stop() {
      await Promise.all([...windows.keys()].map(close));
      await stop();
    },
  };
}
