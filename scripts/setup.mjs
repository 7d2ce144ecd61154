// What every start script begins with. It imports nothing that an install brings.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Checks Node's version, and installs from the lockfile when `node_modules` is missing or differs from it.
 * Ends the process with a sentence when it cannot.
 */
export function setUp() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Node.js 20.19 ou plus récent est nécessaire ; ici : ${process.versions.node}. Voyez https://nodejs.org/fr\n` +
        `Node.js 20.19 or later is needed; this is ${process.versions.node}. See https://nodejs.org`,
    );
  }
  if (isInstalled()) return;
  console.log('Installation des dépendances (npm ci) … / Installing the dependencies …');
  const { status } = runNpm(['ci', '--loglevel=error'], { stdio: 'inherit' });
  if (status !== 0) fail('« npm ci » a échoué : voyez ci-dessus. / "npm ci" failed: see above.');
}

/** Started by npm, it is the npm that this was started with. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, ...options })
    : spawnSync('npm', args, { cwd: root, shell: process.platform === 'win32', ...options });
}

/**
 * Whether what is installed is what the lockfile says. Compared by content: after `git clone` or a touch the dates of
 * the files say nothing. A package for another system, or an optional one that did not install, may be absent.
 */
function isInstalled() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const here = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([place, { version, link, optional, peer }]) => {
    if (!place.startsWith('node_modules/') && !place.includes('/node_modules/')) return true;
    if (!here[place]) return optional === true || peer === true;
    return link === true || here[place].version === version;
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) setUp();
