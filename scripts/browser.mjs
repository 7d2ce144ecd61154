// Finds a Chromium for the tests, or gets one by npm alone. Nothing here is needed to run the backend or the demo.
import { execFile, spawn } from 'node:child_process';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

// Each window's address bar is drawn by two pages of its own, which cost more than the page that is tested; shown they
// are to nobody. Chromium heeds the last `--disable-features` alone, ours: what follows is what Playwright's names.
const SWITCHED_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

// A test browser talks to this machine alone. On a closed network Chromium's own calls are refused many at a time.
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  `--disable-features=${SWITCHED_OFF.join(',')}`,
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/**
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string>, from: string }} Browser
 * `env` is to be added to the environment in which the browser starts.
 */

/** @type {Promise<Browser> | undefined} */
let found;

/**
 * The browser to test with: `CHROME_PATH`, then a Chrome or Chromium of this system, then the one of the npm package
 * `@sparticuz/chromium` (Linux x64), then the one that Playwright downloads. `CNR_BROWSER=system|npm|playwright` asks
 * for one of them alone.
 * @returns {Promise<Browser>}
 */
export function findBrowser() {
  found ??= search();
  return found;
}

/** @returns {Promise<Browser>} */
async function search() {
  const only = process.env.CNR_BROWSER;
  const given = process.env.CHROME_PATH;
  if (given && !only) {
    if (await starts(given)) return browser(given, 'CHROME_PATH');
    throw new Error(
      `CHROME_PATH=${given} ne démarre pas. Corrigez ce chemin, ou retirez la variable.\n` +
        `CHROME_PATH=${given} does not start. Mend this path, or unset the variable.`,
    );
  }
  const ways = { system: fromSystem, npm: fromNpm, playwright: fromPlaywright };
  for (const [name, way] of Object.entries(ways)) {
    if (only && only !== name) continue;
    const result = await way();
    if (result) return result;
  }
  throw new Error(
    'Aucun navigateur pour les tests. Installez Chrome ou Chromium (sous Debian : apt-get install chromium), ' +
      'ou donnez son chemin : CHROME_PATH=/chemin/de/chromium npm test\n' +
      'No browser to test with. Install Chrome or Chromium, or give its path in CHROME_PATH.',
  );
}

/** @returns {Browser} */
function browser(executablePath, from, env = {}, sandbox = process.getuid?.() !== 0) {
  return { executablePath, args: sandbox ? QUIET : [...QUIET, '--no-sandbox'], env, from };
}

async function fromSystem() {
  for (const candidate of systemPaths()) {
    if (await starts(candidate)) return browser(candidate, 'system');
  }
  return undefined;
}

function systemPaths() {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Google Chrome for Testing'];
    const folders = ['/Applications', path.join(homedir(), 'Applications')];
    return folders.flatMap((folder) => names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    return folders.flatMap((folder) =>
      folder
        ? ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'].map((name) =>
            path.join(folder, name),
          )
        : [],
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/usr/bin', '/opt/google/chrome');
  return names.flatMap((name) => [...new Set(folders)].map((folder) => path.join(folder, name)));
}

/** Whether the program is there and starts: a Chromium whose libraries are missing fails at once. */
async function starts(executablePath, env = {}) {
  try {
    await access(executablePath, constants.X_OK);
    // chrome.exe opens a window instead of printing its version.
    if (process.platform === 'win32') return true;
    await run(executablePath, ['--version'], { env: { ...process.env, ...env }, timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

/** The npm package's own arguments are kept away: they switch web security off, and with it what we test. */
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  let source;
  try {
    source = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'bin');
    await access(path.join(source, 'chromium.br'));
  } catch {
    return undefined;
  }
  const { version } = require(path.join(source, '..', 'package.json'));
  const folder = path.join(root, '.browser', `chromium-${version}`);
  const executablePath = path.join(folder, 'chromium');
  if (!(await exists(executablePath))) await unpack(source, folder);

  /** @type {Record<string, string>} */
  const fonts = (await exists('/etc/fonts/fonts.conf'))
    ? {}
    : { FONTCONFIG_FILE: path.join(folder, 'fonts', 'fonts.conf') };
  const libraries = [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  for (const env of [fonts, { ...fonts, LD_LIBRARY_PATH: libraries }]) {
    // Never sandboxed: systems that guard user namespaces know the profile of an installed Chrome, not of this file.
    if (await starts(executablePath, env)) return browser(executablePath, 'npm', env, false);
  }
  return undefined;
}

/** Unpacks beside its place and renames, so that a second start never sees half a browser. */
async function unpack(source, folder) {
  console.log('Navigateur de test : dépaquetage de @sparticuz/chromium dans .browser/ …');
  const tar = await import('tar-fs');
  // As root, the owner's number inside the archive would be some other person of this machine.
  const extract = (into) => tar.extract(into, { chown: false });
  await mkdir(path.dirname(folder), { recursive: true });
  const fresh = await mkdtemp(path.join(path.dirname(folder), 'unpacking-'));
  const brotli = (name, ...into) =>
    pipeline(createReadStream(path.join(source, name)), createBrotliDecompress(), ...into);
  await Promise.all([
    brotli('chromium.br', createWriteStream(path.join(fresh, 'chromium'), { mode: 0o755 })),
    brotli('al2023.tar.br', extract(fresh)),
    // The software renderer is looked for beside the program.
    brotli('swiftshader.tar.br', extract(fresh)),
    brotli('fonts.tar.br', extract(path.join(fresh, 'fonts'))),
  ]);
  // The package's own file names folders of the service it was made for.
  await writeFile(path.join(fresh, 'fonts', 'fonts.conf'), fontsConfig(path.join(folder, 'fonts', 'fonts')));
  await chmod(fresh, 0o755);
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another start was faster.
    if (!(await exists(path.join(folder, 'chromium')))) throw error;
  }
}

function fontsConfig(folder) {
  return (
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n` +
    `  <dir>${folder}</dir>\n  <dir>/usr/share/fonts</dir>\n  <cachedir>${folder}-cache</cachedir>\n</fontconfig>\n`
  );
}

async function fromPlaywright() {
  const { chromium } = await import('playwright-core');
  const executablePath = chromium.executablePath();
  if (await starts(executablePath)) return browser(executablePath, 'playwright');
  console.log('Navigateur de test : téléchargement par « playwright install chromium » …');
  const cli = path.join(path.dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  const code = await new Promise((resolve) => {
    spawn(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' })
      .on('close', resolve)
      .on('error', () => resolve(1));
  });
  return code === 0 && (await starts(executablePath)) ? browser(executablePath, 'playwright') : undefined;
}

async function exists(file) {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(JSON.stringify(await findBrowser(), null, 2));
}
