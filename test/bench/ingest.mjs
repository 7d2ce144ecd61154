// npm run bench:ingest: how many answers a second the backend accepts, from the device's connection to the committed row,
// beside what the same PostgreSQL takes of bare inserts in the same run. Both through ten connections.
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { cnr, startBackend } from '../../scripts/backend.mjs';
import { startDatabase } from '../../scripts/database.mjs';

const CONNECTIONS = 10;
/** The two take turns, so that what else the machine does hits both. */
const ROUNDS = 3;
const ROUND_MS = 3_000;

const choices = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: `Choix ${id}` }));
const items = Array.from({ length: 12 }, (_, place) =>
  place % 3 === 0
    ? { id: `q${place}`, kind: 'single', title: `Question ${place}`, choices }
    : place % 3 === 1
      ? { id: `q${place}`, kind: 'multiple', title: `Question ${place}`, choices }
      : { id: `q${place}`, kind: 'text', title: `Question ${place}` },
);
const definition = {
  id: 'mesure',
  locale: 'fr',
  title: 'Mesure',
  summary: 'Douze questions.',
  theme: 'Mesure',
  organiser: 'Mesure',
  territory: { level: 'national' },
  timeZone: 'Europe/Paris',
  estimatedMinutes: 2,
  resultsVisible: 'never',
  access: 'open',
  opensAt: '2020-01-01T00:00:00Z',
  closesAt: '2099-01-01T00:00:00Z',
  origins: [],
  notice: {
    controller: 'Mesure',
    purpose: 'Mesure',
    legalBasis: 'Mesure',
    recipients: 'Mesure',
    retention: 'Mesure',
    rightsContact: 'mesure@prefecture.example',
    openData: false,
  },
  questionnaire: { items },
};

const valueOf = {
  single: { kind: 'single', choice: 'b' },
  multiple: { kind: 'multiple', choices: ['a', 'c', 'd'] },
  text: { kind: 'text', text: 'Il faudrait davantage de médecins près de chez nous. '.repeat(3).trim() },
};

function answer() {
  return {
    id: randomUUID(),
    kind: 'answer',
    consultation: definition.id,
    definitionVersion: 1,
    createdAt: new Date().toISOString(),
    payload: { answers: items.map(({ id, kind }) => ({ question: id, value: valueOf[kind] })) },
  };
}

/** Runs `work` again and again on each connection until the round ends. Returns how often a second it was done. */
async function round(work) {
  const started = performance.now();
  const counts = await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      let count = 0;
      for (; performance.now() - started < ROUND_MS; count += 1) await work(connection);
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - started) / 1000);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const folder = mkdtempSync(path.join(tmpdir(), 'cnr-bench-'));
const closing = [() => rmSync(folder, { recursive: true, force: true })];
try {
  const server = await startDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
  closing.push(() => server.stop());
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  const name = `cnr_bench_${Date.now()}`;
  await admin.query(`create database ${name}`);
  closing.push(() => admin.end());
  closing.push(() => admin.query(`drop database ${name} with (force)`));
  const databaseUrl = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;

  const file = path.join(folder, 'mesure.json');
  writeFileSync(file, JSON.stringify(definition));
  await cnr(['import', file], { databaseUrl });
  const backend = await startBackend({ port: await freePort(), databaseUrl, env: { LOG_LEVEL: 'warn' } });
  closing.push(() => backend.stop());

  const clients = Array.from({ length: CONNECTIONS }, () => new pg.Client({ connectionString: databaseUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  closing.push(() => Promise.all(clients.map((client) => client.end())));
  // The same columns, indexes and checks, so that the row costs the same.
  await clients[0].query('create table bare (like answers including all)');
  const insert = (connection) => {
    const row = answer();
    const content = JSON.stringify(row);
    const hash = createHash('sha256').update(content).digest('hex');
    const values = [row.id, row.consultation, content, hash, row.id, row.createdAt];
    return clients[connection].query(
      `insert into bare (id, consultation, definition_version, contribution, content_hash, code, received_at, late, state)
       values ($1, $2, 1, $3, $4, $5, $6, false, 'live')`,
      values,
    );
  };

  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  closing.push(() => agent.destroy());
  const acknowledged = [];
  const put = () => {
    const sent = answer();
    const url = `${backend.url}/v1/consultations/${sent.consultation}/contributions/${sent.id}`;
    return new Promise((resolve, reject) => {
      const call = request(url, { method: 'PUT', agent, headers: { 'Content-Type': 'application/json' } });
      call.on('error', reject);
      call.on('response', (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === 201) acknowledged.push(sent.id);
          else reject(new Error(`the backend answered ${response.statusCode}`));
          resolve();
        });
      });
      call.end(JSON.stringify(sent));
    });
  };

  const bare = [];
  const whole = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    bare.push(await round(insert));
    whole.push(await round(put));
  }
  const { rows } = await clients[0].query(
    'select count(distinct id)::int as there from answers where id = any($1::uuid[])',
    [acknowledged],
  );
  const lost = acknowledged.length - rows[0].there;
  const [perSecond, inserts] = [median(whole), median(bare)];
  console.log(
    `accepted end to end   ${perSecond.toFixed(0)} answers/s (median of ${ROUNDS} rounds, ${CONNECTIONS} connections)`,
  );
  console.log(`bare inserts          ${inserts.toFixed(0)} rows/s`);
  console.log(`ratio                 ${(perSecond / inserts).toFixed(2)}`);
  console.log(`acknowledged          ${acknowledged.length}`);
  console.log(`lost                  ${lost}`);
  if (lost !== 0) process.exitCode = 1;
} finally {
  for (const close of closing.reverse()) await close();
}
