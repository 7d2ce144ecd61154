// Folders of one run under the system's temporary ones.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A new folder, which is gone when this process ends, by Ctrl-C too; only a kill leaves it.
 * @param {string} name what it is for, in its name
 * @returns {{ folder: string, remove(): void }} `remove` takes it away sooner
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `cnr-${name}-`));
  return { folder, remove: removeWithProcess(folder) };
}

/**
 * The same for a folder that is there. Whoever still writes into it is to be stopped by a listener of `exit` before
 * this one: `process.prependOnceListener`.
 * @param {string} folder
 * @returns {() => void} takes it away sooner
 */
export function removeWithProcess(folder) {
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  // A signal that nobody listens to ends a process without its `exit`.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(1));
  }
  return () => {
    process.off('exit', remove);
    remove();
  };
}
