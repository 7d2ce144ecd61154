// One start script a data folder: a lock file with the process that holds it, which a dead process cannot hold.
import { readFileSync, rmSync } from 'node:fs';
import { link, open, readFile, rename, rm } from 'node:fs/promises';

/**
 * Takes the lock, also from a process that died with it.
 * @param {string} file
 * @returns {Promise<{ release(): void } | { heldBy: number }>} `heldBy`: the pid of the live process that has it
 */
export async function takeLock(file) {
  const mine = `${process.pid} ${startOf(process.pid)}\n`;
  for (;;) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(mine);
      await handle.close();
      return { release: () => release(file, mine) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const theirs = await readFile(file, 'utf8').catch(() => undefined);
    if (theirs === undefined) continue;
    const [pid, start] = theirs.trim().split(' ');
    if (isAlive(Number(pid)) && startOf(Number(pid)) === start) return { heldBy: Number(pid) };
    await discard(file, theirs);
  }
}

/** Two starts may find one dead lock: the slower of them must not throw away what the faster has just taken. */
async function discard(file, dead) {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== dead) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

function release(file, mine) {
  try {
    if (readFileSync(file, 'utf8') === mine) rmSync(file);
  } catch {
    // Somebody deleted the folder: there is nothing left to release.
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  // Ended, but its parent has not asked how: in a container the first process often never does.
  if (statOf(pid)?.[0] === 'Z') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** When a process started, where the system tells: pids come back, in containers from one start to the next. */
function startOf(pid) {
  return statOf(pid)?.[19] ?? '-';
}

/** The fields of Linux's /proc/PID/stat from the third on, the state. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
