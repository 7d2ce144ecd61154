// npm run demo: PostgreSQL, the backend, the demo's consultations, and a partner's site on another origin.
// PORT and SITE_PORT choose the ports, DATA_DIR another folder than .data, DATABASE_URL another PostgreSQL.
// CNR_BUILT=1 takes what is built as it is: for a test that must not rebuild what other tests run on.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { root, setUp } from './setup.mjs';

const setUpStart = performance.now();
setUp();
const { build } = await import('./run.mjs');
const { startDatabase } = await import('./database.mjs');
const { cnr, startBackend } = await import('./backend.mjs');
const { serveSite } = await import('../demo/server.mjs');

const data = path.resolve(root, process.env.DATA_DIR || '.data');
const port = portFrom('PORT', 8080);
const sitePort = portFrom('SITE_PORT', port + 1);
const site = `http://localhost:${sitePort}`;

/** What to stop, the last started first. */
const running = [];
let stopping = false;
const building = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (stopping) return;
    console.log('\nArrêt en cours … / Stopping …');
    end(0);
  });
}

try {
  sayDone('Dépendances', setUpStart);
  const database = await step('Base de données PostgreSQL', async () =>
    keep(await startDatabase({ dataDir: data }), 'stop'),
  );
  for (const [name, wanted] of [
    ['PORT', port],
    ['SITE_PORT', sitePort],
  ]) {
    await refuseTakenPort(name, wanted);
  }
  if (process.env.CNR_BUILT !== '1') await step('Construction', () => build({ signal: building.signal }));
  await step('Consultations de la démonstration', () =>
    cnr(['import', '--yes', ...definitions()], { databaseUrl: database.url }),
  );
  await step('Questions citoyennes', async () => {
    const { seedQuestions } = await import('../demo/questions/seed.mjs');
    await seedQuestions({ databaseUrl: database.url, site });
  });
  await step('Réunions publiques', async () => {
    const { seedMeetings } = await import('../demo/meetings/seed.mjs');
    await seedMeetings({ databaseUrl: database.url });
  });
  const backend = await step('Serveur', async () =>
    keep(
      await startBackend({ port, databaseUrl: database.url, logFile: path.join(data, 'server.log') }),
      'stop',
    ),
  );
  await step('Site partenaire', async () =>
    keep(await serveSite({ port: sitePort, host: '127.0.0.1', widgets: backend.url }), 'close'),
  );
  backend.ended.then(() => {
    if (stopping) return;
    console.error(`Le serveur s'est arrêté : voyez ${path.join(data, 'server.log')}`);
    end(1);
  });
  console.log(`
  Le site partenaire            ${site}/
  Le questionnaire seul         ${site}/questionnaire.html
  Questions citoyennes          ${site}/questions.html
  Réunions publiques            ${site}/reunions.html
  Un bouton de soutien seul     ${site}/logements.html
  Mes participations            ${site}/participations.html
  Des hôtes difficiles          ${site}/hosts/reset.html  ${site}/hosts/revert.html
  Le serveur et ses pages       ${backend.url}/

  Compter les réponses, dans un autre terminal :
    DATABASE_URL=${database.url} npx cnr list
    DATABASE_URL=${database.url} npx cnr results acces-aux-soins-sarthe

  Modérer ce que demandent les citoyens ; dans un navigateur, à ${backend.url}/moderation, avec un jeton :
    DATABASE_URL=${database.url} npx cnr moderate questions-pays-de-la-loire
    DATABASE_URL=${database.url} npx cnr operator add Camille

  Ctrl-C arrête tout ; les réponses restent dans ${path.relative(process.cwd(), data) || data}/
  Ctrl-C stops everything; the answers stay in that folder.
`);
} catch (error) {
  if (!stopping) {
    console.error(`\n${error.message}`);
    end(1);
  }
}

/** Does one thing, and says how long it took. */
async function step(title, action) {
  if (stopping) throw new Error('stopping');
  const start = performance.now();
  const result = await action();
  sayDone(title, start);
  return result;
}

function sayDone(title, start) {
  const seconds = ((performance.now() - start) / 1000).toFixed(1).replace('.', ',');
  console.log(`  ${title.padEnd(36, ' .')} ${seconds.padStart(5)} s`);
}

function keep(started, stop) {
  if (stopping) {
    started[stop]();
    throw new Error('stopping');
  }
  running.push(() => started[stop]());
  return started;
}

async function end(code) {
  stopping = true;
  building.abort();
  for (const stop of running.reverse()) {
    await stop().catch((error) => {
      console.error(error.message);
      code = 1;
    });
  }
  process.exit(code);
}

/** The demo's definitions, with the partner's site of this very start among the hosts allowed to embed them. */
function definitions() {
  const source = path.join(root, 'demo', 'consultations');
  const target = path.join(data, 'consultations');
  mkdirSync(target, { recursive: true });
  return readdirSync(source)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const definition = JSON.parse(readFileSync(path.join(source, name), 'utf8'));
      definition.origins = [site, `http://127.0.0.1:${sitePort}`];
      const file = path.join(target, name);
      writeFileSync(file, `${JSON.stringify(definition, null, 2)}\n`);
      return file;
    });
}

function portFrom(name, otherwise) {
  const value = process.env[name];
  if (!value) return otherwise;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  console.error(`${name}=${value} n'est pas un numéro de port (1 à 65535). / is not a port number.`);
  process.exit(1);
}

function refuseTakenPort(name, wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(
        new Error(
          `Le port ${wanted} est déjà pris par un autre programme. Choisissez-en un autre : ${name}=${wanted + 100} npm run demo\n` +
            `Port ${wanted} is taken by another program. Choose another one: ${name}=${wanted + 100} npm run demo`,
        ),
      ),
    );
    probe.listen(wanted, '127.0.0.1', () => probe.close(resolve));
  });
}
