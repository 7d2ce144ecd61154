// The packages as npm packs them, unpacked where nothing but what they ask for is beside them: what a site has that
// installed them. Nothing is fetched.
import { createReadStream, mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-fs';
import { root, runNpm } from '../scripts/setup.mjs';
import { temporaryFolder } from '../scripts/temporary-folder.mjs';

/**
 * @typedef {object} Packed
 * @property {string} folder where it lies
 * @property {readonly string[]} files what is in it
 * @property {Record<string, any>} about its package.json
 */

/** @returns {Promise<{ site: string, packages: Map<string, Packed> }>} the folder of the site; the packages by name */
export async function installPacked() {
  const site = realpathSync(temporaryFolder('packed').folder);
  const packages = new Map();
  for (const { name, filename, files } of pack(site)) {
    const folder = path.join(site, 'node_modules', name);
    mkdirSync(folder, { recursive: true });
    const withoutTop = {
      chown: false,
      map: (header) => ({ ...header, name: header.name.slice('package/'.length) }),
    };
    await pipeline(createReadStream(path.join(site, filename)), createGunzip(), extract(folder, withoutTop));
    const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    packages.set(name, { folder, files: files.map((file) => file.path), about });
  }
  for (const { about } of packages.values()) {
    for (const name of Object.keys(about.dependencies)) if (!packages.has(name)) link(name, site);
  }
  return { site, packages };
}

/** With what npm runs before it packs. */
function pack(destination) {
  const options = ['--offline', '--loglevel=error', '--logs-max=0', '--foreground-scripts=false'];
  const { status, stdout, stderr } = runNpm(
    ['pack', '--workspaces', '--json', `--pack-destination=${destination}`, ...options],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`npm pack: ${stderr}`);
  return Object.values(JSON.parse(stdout));
}

/** Puts on the site what is installed here already; what that asks for itself is found from where it is. */
export function link(name, site) {
  const place = path.join(site, 'node_modules', name);
  mkdirSync(path.dirname(place), { recursive: true });
  try {
    symlinkSync(path.join(root, 'node_modules', name), place, 'junction');
  } catch (error) {
    // Several ask for it.
    if (error.code !== 'EEXIST') throw error;
  }
}
