#!/usr/bin/env node
// Committed, because npm links a workspace's command at install, before anything is built.
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const { run } = await import(main.href);
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write(
    'cnr : le projet n’est pas encore construit. Lancez d’abord : npm run build\n' +
      'cnr: the project is not built yet. Run first: npm run build\n',
  );
  process.exitCode = 1;
}
