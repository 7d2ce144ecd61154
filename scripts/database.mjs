// Real PostgreSQL for the demo and the tests, from npm alone. In service an operator gives DATABASE_URL.
import { execFile, execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.mjs';
import { isAlive, takeLock } from './lock.mjs';
import { accountFor, canEnter, copyPrograms, programFolder } from './postgres-program.mjs';

const run = promisify(execFile);

/** Neither the machine's locales nor its absence of any decide how text is stored, or what the programs print. */
const INITDB = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const ENV = { ...process.env, LANG: 'C', LC_ALL: 'C', LANGUAGE: 'C' };
const NAME = 'cnr';

/**
 * Starts PostgreSQL on a data folder, or takes the one that `DATABASE_URL` names. What an earlier start left running
 * is stopped and replaced; a second start while the first one lives is refused.
 * @param {{ dataDir: string, port?: number, log?: (sentence: string) => void }} options `port`: default a free one
 * @returns {Promise<{ url: string, folder?: string, stop(): Promise<void> }>} `folder`: where the server's files are
 */
export async function startDatabase({ dataDir, port, log = console.log }) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} };

  const asked = path.resolve(dataDir);
  const lock = await lockFolder(asked);
  if ('heldBy' in lock) {
    throw new Error(
      `La base de ${asked} est déjà en service (processus ${lock.heldBy}). Arrêtez d'abord ce premier démarrage (Ctrl-C).\n` +
        `The database in ${asked} is already running (process ${lock.heldBy}). Stop that first start before (Ctrl-C).`,
    );
  }
  try {
    const place = findPlace(asked, log);
    await stopOrphan(place, log);
    if (!existsSync(place.cluster)) await create(place);
    refuseOtherVersion(place);
    const usedPort = await startServer(place, port);
    // Whatever ends this process in an orderly way ends the server, before anybody removes its files; after anything
    // else the next start does.
    const onExit = () => signalServer(place);
    process.prependOnceListener('exit', onExit);
    return {
      url: `postgres://${NAME}:${readFileSync(place.password, 'utf8').trim()}@127.0.0.1:${usedPort}/${NAME}`,
      folder: place.folder,
      async stop() {
        process.off('exit', onExit);
        await control(place, ['stop', '-m', 'fast', '-w', '-t', '60']).catch(() =>
          control(place, ['stop', '-m', 'immediate', '-w']),
        );
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function lockFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    return await takeLock(path.join(folder, 'lock'));
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error;
    throw new Error(
      `${folder} appartient à quelqu'un d'autre : un premier démarrage sous root ? Supprimez-le, ou rendez-le à votre compte.\n` +
        `${folder} belongs to somebody else: a first start as root? Remove it, or give it to your account.`,
      { cause: error },
    );
  }
}

/** Where the cluster lives: the folder that was asked for, or one that PostgreSQL's account can enter. */
function findPlace(asked, log) {
  let folder = asked;
  let programs = programFolder();
  const account = accountFor(path.join(asked, 'pg'));
  if (account) {
    chmodSync(asked, 0o711);
    if (!canEnter(asked, account) || !canEnter(programs, account)) {
      folder = path.join(
        tmpdir(),
        `cnr-widgets-${createHash('sha256').update(asked).digest('hex').slice(0, 16)}`,
      );
      log(
        `PostgreSQL ne peut pas entrer dans ${asked} (il ne tourne pas sous root) : ses données sont dans ${folder}.\n` +
          `PostgreSQL cannot enter ${asked} (it does not run as root): its data is in ${folder}.`,
      );
      mkdirSync(folder, { recursive: true, mode: 0o711 });
      const { uid, mode } = lstatSync(folder);
      if (uid !== 0 || !lstatSync(folder).isDirectory() || (mode & 0o022) !== 0) {
        throw new Error(`${folder} n'est pas à nous : supprimez-le. / ${folder} is not ours: remove it.`);
      }
      programs = copyPrograms(programs, folder);
    }
  }
  return {
    folder,
    cluster: path.join(folder, 'pg'),
    password: path.join(folder, 'password'),
    programs: path.join(programs, 'bin'),
    account,
  };
}

/** Made beside its place and renamed, so that a start that was cut off leaves nothing half made. */
async function create(place) {
  const fresh = `${place.cluster}.new`;
  const password = randomBytes(18).toString('base64url');
  const passwordFile = path.join(fresh, '..', 'password.new');
  rmSync(fresh, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.account) {
    for (const file of [fresh, passwordFile]) chownSync(file, place.account.uid, place.account.gid);
  }
  await program(place, 'initdb', [
    `--pgdata=${fresh}`,
    `--username=${NAME}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    ...INITDB,
  ]);
  execFileSync(path.join(place.programs, 'postgres'), ['--single', '-D', fresh, 'postgres'], {
    ...place.account,
    cwd: '/',
    env: ENV,
    input: `create database ${NAME};\n`,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  renameSync(passwordFile, place.password);
  renameSync(fresh, place.cluster);
}

function refuseOtherVersion(place) {
  const version = readFileSync(path.join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === '18') return;
  throw new Error(
    `${place.cluster} vient de PostgreSQL ${version}, et non 18 : déplacez ou supprimez ce dossier.\n` +
      `${place.cluster} was made by PostgreSQL ${version}, not 18: move or remove this folder.`,
  );
}

async function startServer(place, askedPort) {
  const logFile = path.join(place.cluster, 'server.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = askedPort ?? (await freePort());
    rmSync(logFile, { force: true });
    try {
      const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`;
      await control(place, ['start', '-w', '-t', '60', '-l', logFile, '-o', options]);
      return port;
    } catch (error) {
      const why = existsSync(logFile) ? readFileSync(logFile, 'utf8') : String(error.stderr ?? error);
      // Between choosing a free port and taking it, somebody else may have.
      if (askedPort === undefined && attempt < 5 && why.includes('Address already in use')) continue;
      throw new Error(
        `PostgreSQL ne démarre pas. / PostgreSQL does not start.\n${why.trim().split('\n').slice(-8).join('\n')}`,
        { cause: error },
      );
    }
  }
}

/** We hold the lock, so whoever started a server that still runs is dead. */
async function stopOrphan(place, log) {
  const file = path.join(place.cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = serverOf(place);
  if (pid === undefined) {
    // Nobody, or a process that has the number now: PostgreSQL would take it for a server of its own and refuse.
    rmSync(file, { force: true });
    return;
  }
  log(
    `Un serveur PostgreSQL d'un démarrage interrompu tourne encore (processus ${pid}) : il est arrêté.\n` +
      `A PostgreSQL server of an interrupted start is still running (process ${pid}): it is stopped.`,
  );
  await control(place, ['stop', '-m', 'fast', '-w', '-t', '30']).catch(() =>
    control(place, ['stop', '-m', 'immediate', '-w']),
  );
}

/** The pid of the server that runs on this folder. */
function serverOf(place) {
  let pid;
  try {
    pid = Number(readFileSync(path.join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
  if (!isAlive(pid)) return undefined;
  return commandOf(pid).includes(place.cluster) ? pid : undefined;
}

function commandOf(pid) {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  if (process.platform === 'win32') {
    const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
    return execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' });
  }
  return execFileSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
}

function signalServer(place) {
  const pid = serverOf(place);
  // SIGINT is PostgreSQL's fast shutdown: transactions under way are rolled back, what was committed stays.
  if (pid !== undefined) process.kill(pid, 'SIGINT');
}

function control(place, args) {
  return program(place, 'pg_ctl', ['-D', place.cluster, ...args]);
}

function program(place, name, args) {
  return run(path.join(place.programs, name), args, {
    ...place.account,
    cwd: place.account ? '/' : undefined,
    env: ENV,
  });
}
