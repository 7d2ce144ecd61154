import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * A rollup plugin that writes the licences of what the bundle is made of: theirs asks that the notice goes with it.
 * @param {string} fileName in the output folder
 */
export function thirdParties(fileName) {
  return {
    name: 'third-parties',
    generateBundle(_options, bundle) {
      const folders = new Set();
      for (const output of Object.values(bundle)) {
        for (const id of Object.keys(output.modules ?? {})) {
          const match = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'));
          if (match) folders.add(match[0]);
        }
      }
      const source = [...folders].sort().map(noticeOf).join('\n\n');
      this.emitFile({ type: 'asset', fileName, source: `${source}\n` });
    },
  };
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n${text}`;
}
