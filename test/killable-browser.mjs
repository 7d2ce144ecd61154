// A browser with a profile of its own on the disk, whose processes a test can kill as a power cut would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from 'playwright-core';

/** @param {string} profile the folder of its profile, kept when it is killed */
export async function startBrowser({ browserOptions: { executablePath, args, env } }, profile) {
  const child = spawn(
    executablePath,
    [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    // A group of its own, so that the processes that it starts end with it.
    { env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const closed = once(child, 'close');
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
    await closed;
  };
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
      const found = /DevTools listening on (\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    closed.then(() => reject(new Error(`the browser ended:\n${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const page = browser.contexts()[0].pages()[0] ?? (await browser.contexts()[0].newPage());
  return { page, kill };
}
