// Firefox, and the WebKit of GTK, which is as near to Safari as Linux has it. npm brings neither: where the system has
// none, what they test is skipped, and said.
import { spawn } from 'node:child_process';
import { constants, mkdirSync, writeFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/** Not the machine's, so that a test of dates says what it means. */
const ZONE = 'Europe/Paris';

const STARTS_WITHIN_MS = 60_000;
const OPENS_WITHIN_MS = 30_000;

/**
 * The Firefox of this system, `FIREFOX_PATH` first.
 * @returns {Promise<string | undefined>}
 */
export function findFirefox() {
  return firstOf([process.env.FIREFOX_PATH, ...firefoxPaths()]);
}

function firefoxPaths() {
  if (process.platform === 'darwin') {
    return ['/Applications', path.join(homedir(), 'Applications')].map(
      (folder) => `${folder}/Firefox.app/Contents/MacOS/firefox`,
    );
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)']
      .filter((name) => process.env[name])
      .map((name) => path.join(process.env[name], 'Mozilla Firefox', 'firefox.exe'));
  }
  return inPath('firefox', 'firefox-esr');
}

/**
 * Starts it as a citizen in France has it, but for motion, which is reduced.
 * @param {string} executablePath
 * @returns {Promise<import('puppeteer-core').Browser>} each of its contexts has a storage of its own
 */
export async function startFirefox(executablePath) {
  const { launch } = await import('puppeteer-core');
  return launch({
    browser: 'firefox',
    headless: true,
    executablePath,
    env: { ...process.env, TZ: ZONE },
    extraPrefsFirefox: { 'intl.accept_languages': 'fr-FR, fr', 'ui.prefersReducedMotion': 1 },
  });
}

/**
 * The programs of WebKitGTK: its driver, the browser that it drives, and, where this machine has no screen, one.
 * Under Debian: `apt-get install webkit2gtk-driver xvfb`.
 * @returns {Promise<{ driver: string, browser: string, screen: string | undefined } | undefined>}
 */
export async function findWebKit() {
  if (process.platform !== 'linux') return undefined;
  const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((machine) => `/usr/lib/${machine}`);
  const [driver, browser, screen] = await Promise.all([
    firstOf(inPath('WebKitWebDriver')),
    firstOf(
      [...libraries, '/usr/libexec', '/usr/lib'].map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`),
    ),
    firstOf(inPath('Xvfb')),
  ]);
  if (!driver || !browser || !(hasScreen() || screen)) return undefined;
  return { driver, browser, screen: hasScreen() ? undefined : screen };
}

/**
 * Gets it ready, with a screen where there is none; what it starts ends with this process. Its language is the machine's.
 * @param {{ driver: string, browser: string, screen: string | undefined }} found
 * @returns {Promise<() => Promise<{ driver: import('selenium-webdriver').WebDriver, close(): Promise<void> }>>} opens a
 * window with a storage of its own, one at a time
 */
export async function startWebKit({ driver, browser, screen }) {
  const { Builder } = await import('selenium-webdriver');
  const env = {
    ...process.env,
    ...(screen && { DISPLAY: await startScreen(screen) }),
    XDG_CONFIG_HOME: withoutMotion(),
    // Its sandbox needs rights that containers, and root, do not have; what is shown is ours.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    TZ: ZONE,
  };
  const capabilities = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  };
  const attempt = async () => {
    const port = await freePort();
    // A group of its own: its browser ends with it.
    const child = untilExit(driver, ['--host=127.0.0.1', `--port=${port}`], {
      stdio: 'ignore',
      detached: true,
      env,
    });
    const url = `http://127.0.0.1:${port}`;
    await answers(url, child);
    const builder = new Builder().usingServer(url).withCapabilities(capabilities);
    const session = await Promise.race([builder.build(), pause(OPENS_WITHIN_MS, undefined, { ref: false })]);
    if (session) return { driver: session, close: () => session.quit().finally(() => endGroup(child)) };
    endGroup(child);
    return undefined;
  };
  return async () => {
    // On a busy machine its driver may not hear of the browser that it started, and then of none any more.
    for (let left = 3; left > 0; left -= 1) {
      const opened = await attempt();
      if (opened) return opened;
    }
    throw new Error('WebKitGTK n’ouvre aucune fenêtre. / WebKitGTK opens no window.');
  };
}

/** A folder of settings: only the desktop's say that motion is to be reduced. */
function withoutMotion() {
  const { folder } = temporaryFolder('webkit');
  mkdirSync(path.join(folder, 'gtk-3.0'));
  writeFileSync(path.join(folder, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return folder;
}

function hasScreen() {
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Xvfb takes a number that is free, and says which: in two writes, and it dies of the second when nobody reads on. */
async function startScreen(screen) {
  const child = untilExit(screen, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.endsWith('\n')) return `:${said.trim()}`;
  }
  throw new Error('Xvfb ne démarre pas. / Xvfb does not start.');
}

function untilExit(program, args, options) {
  const child = spawn(program, args, options);
  const end = () => (options.detached ? endGroup(child) : child.kill());
  process.once('exit', end);
  child.once('close', () => process.off('exit', end));
  child.unref();
  return child;
}

function endGroup({ pid, exitCode }) {
  if (pid === undefined || exitCode !== null) return;
  try {
    process.kill(-pid);
  } catch (error) {
    // It ended by itself meanwhile.
    if (error.code !== 'ESRCH') throw error;
  }
}

async function answers(url, child) {
  const deadline = Date.now() + STARTS_WITHIN_MS;
  for (;;) {
    const ready = await fetch(`${url}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error('WebKitWebDriver ne démarre pas. / WebKitWebDriver does not start.');
    }
    await pause(50);
  }
}

function inPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

async function firstOf(candidates) {
  for (const candidate of candidates) {
    if (candidate && (await isProgram(candidate))) return candidate;
  }
  return undefined;
}

async function isProgram(file) {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
