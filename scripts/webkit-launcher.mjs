import { startWebKit } from './other-browsers.mjs';

/**
 * For @web/test-runner: each file in a window of WebKitGTK and a storage of its own. The runner's launchers for WebDriver
 * show tests in frames of 300 × 150 pixels, or bring two hundred packages.
 * @param {Parameters<typeof startWebKit>[0]} found
 * @param {Record<string, string>} [env]
 * @returns {import('@web/test-runner-core').BrowserLauncher}
 */
export function webkitLauncher(found, env) {
  let builder;
  const windows = new Map();
  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    // Automation has one window at a time on a screen without a window manager.
    concurrency: 1,
    async startSession(id, url) {
      builder ??= startWebKit(found, env);
      const window = await (await builder).build();
      windows.set(id, window);
      await window.get(url);
    },
    isActive: (id) => windows.has(id),
    getBrowserUrl: (id) => windows.get(id).getCurrentUrl(),
    async stopSession(id) {
      const window = windows.get(id);
      windows.delete(id);
      await window.quit();
      return {};
    },
    async stop() {
      await Promise.all([...windows.values()].map((window) => window.quit()));
    },
  };
}
