#!/usr/bin/env node
// Committed, because npm links a workspace's command at install, before anything is built.
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
// `cnr results … | head` closes the pipe early: nothing is wrong, and nobody reads on.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
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
