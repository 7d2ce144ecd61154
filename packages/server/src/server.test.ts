import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { addressOf } from './app.fixture.js';
import type { ServerConfig } from './config.js';
import { testDatabase, type TestDatabase } from './database.fixture.js';
import { contribution, definition, DURING } from './definition.fixture.js';
import { asking, proposal, support } from './proposal.fixture.js';
import { importConsultation } from './publishing.js';
import { startServer, type RunningServer } from './server.js';

let t: TestDatabase;
before(async () => {
  t = await testDatabase();
  await importConsultation(t.db, definition(), DURING);
});
after(async () => {
  // Of a test that failed half-way the server still listens, and the run would never end.
  await Promise.all(started.map((server) => server.stop()));
  await t.drop();
});

const config = (): ServerConfig => ({
  databaseUrl: t.url,
  host: '127.0.0.1',
  port: 0,
  publicUrl: undefined,
  embedDir: '/nowhere',
  logLevel: 'silent',
  securityContact: undefined,
});
const started: RunningServer[] = [];
async function start(): Promise<RunningServer> {
  const server = await startServer(config(), { log: () => undefined, now: () => DURING });
  started.push(server);
  return server;
}

const rows = async (id: string) => (await t.query('select 1 from answers where id = $1', [id])).length;

/** A request as bytes, so that the connection can be cut wherever the test wants. */
function requestOf(sent: ReturnType<typeof contribution>, body = JSON.stringify(sent)): string {
  return [
    `PUT ${addressOf(sent)} HTTP/1.1`,
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 90_000;
  while (!(await holds())) assert.ok(performance.now() < deadline, 'waited in vain');
}

test('a response that is lost after the commit is heard on the next try: one row, one receipt', async () => {
  const server = await start();
  const sent = contribution();
  const socket = await open(server.port);
  socket.write(requestOf(sent));
  await until(async () => (await rows(sent.id)) === 1);
  socket.destroy();
  const put = () =>
    fetch(`http://127.0.0.1:${server.port}${addressOf(sent)}`, {
      method: 'PUT',
      body: JSON.stringify(sent),
      headers: { 'Content-Type': 'application/json' },
    });
  const [one, two] = [await put(), await put()];
  assert.deepEqual([one.status, two.status], [200, 200]);
  assert.deepEqual(await one.json(), await two.json());
  assert.equal(await rows(sent.id), 1);
  await server.stop();
});

test('a device that leaves before the end of its answer leaves no row', async () => {
  const server = await start();
  const sent = contribution();
  const socket = await open(server.port);
  const request = requestOf(sent);
  socket.write(request.slice(0, -20));
  socket.destroy();
  const healthy = await fetch(`http://127.0.0.1:${server.port}/healthz`);
  assert.equal(healthy.status, 200);
  await server.stop();
  assert.equal(await rows(sent.id), 0);
});

test('a stop finishes what is in flight, takes nothing new, and then ends', async () => {
  const server = await start();
  const sent = contribution();
  // The row's lock keeps the request in flight for as long as the test wants.
  await t.query('begin');
  await t.query('lock table answers in exclusive mode');
  const answered = fetch(`http://127.0.0.1:${server.port}${addressOf(sent)}`, {
    method: 'PUT',
    body: JSON.stringify(sent),
    headers: { 'Content-Type': 'application/json' },
  });
  await until(async () => (await t.waiting()).length > 0);
  const stopped = server.stop();
  await assert.rejects(open(server.port), { code: 'ECONNREFUSED' });
  await t.query('commit');
  const response = await answered;
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('connection'), 'close');
  await stopped;
  assert.equal(await rows(sent.id), 1);
  await server.stop();
});

test('a stop waits for no count that nobody waits for any more', async () => {
  const asked = definition({ id: 'comptee', resultsVisible: 'always' });
  await importConsultation(t.db, asked, DURING);
  const server = await start();
  await t.query('begin');
  await t.query('lock table answers in access exclusive mode');
  const device = new AbortController();
  const results = fetch(`http://127.0.0.1:${server.port}/v1/consultations/comptee/results`, {
    signal: device.signal,
  });
  await until(async () => (await t.waiting()).length > 0);
  device.abort();
  await assert.rejects(results, { name: 'AbortError' });
  await server.stop();
  // Nothing but the stop has ended it.
  await t.query('commit');
});

test('a stop waits for erasing no longer than for requests', async () => {
  await t.query('begin');
  await t.query('lock table meetings in access exclusive mode');
  const server = await start();
  await until(async () => (await t.waiting()).length > 0);
  await server.stop();
  // Nothing but the stop has ended it.
  await t.query('commit');
});

test('a start waits for another process that migrates, however short the limit of statements', async () => {
  // The lock of Kysely's migrations.
  await t.query('select pg_advisory_lock(3853314791062309107)');
  const limited = { ...config(), databaseUrl: `${t.url}?statement_timeout=200` };
  const starting = startServer(limited, { log: () => undefined, now: () => DURING });
  const waited = until(async () => (await t.waiting()).some((ms) => ms > 400));
  // A start that fails ends the wait.
  await Promise.race([waited, starting]);
  await t.query('select pg_advisory_unlock(3853314791062309107)');
  await (await starting).stop();
});

test('a body that is far too large is told so over a real connection', async () => {
  const server = await start();
  const sent = contribution();
  const socket = await open(server.port);
  socket.on('error', () => undefined);
  socket.write(requestOf(sent, ' '.repeat(8 * 1024 * 1024)));
  const [first] = (await once(socket, 'data')) as [Buffer];
  assert.match(first.toString(), /^HTTP\/1\.1 413 /);
  assert.match(first.toString(), /"code":"too-large"/);
  socket.destroy();
  await server.stop();
});

test('a port that is taken and a database that is away stop the start, and leave nothing open', async () => {
  const server = await start();
  await assert.rejects(startServer({ ...config(), port: server.port }), { code: 'EADDRINUSE' });
  await assert.rejects(startServer({ ...config(), databaseUrl: 'postgres://nobody@127.0.0.1:1/x' }), {
    code: 'ECONNREFUSED',
  });
  await server.stop();
});

test('a running server folds the supports that it recorded, and stops all the same', async () => {
  await importConsultation(t.db, asking('idees'), DURING);
  const server = await start();
  const written = proposal();
  for (const sent of [written, support(written.id), support(written.id)]) {
    const { status } = await fetch(`http://127.0.0.1:${server.port}${addressOf(sent)}`, {
      method: 'PUT',
      body: JSON.stringify(sent),
      headers: { 'Content-Type': 'application/json' },
    });
    assert.equal(status, 201);
  }
  await until(async () => {
    const folded = await t.query('select 1 from proposals where id = $1 and supports = 2', [written.id]);
    return folded.length === 1;
  });
  await server.stop();
});

test('where meetings are held the communes are loaded behind the start, and elsewhere not', async () => {
  const loaded = () => t.query('select 1 from loaded_communes');
  const logged: string[] = [];
  const log = (_: string, event: string) => void logged.push(event);
  const before = await startServer(config(), { log, now: () => DURING });
  await before.stop();
  assert.deepEqual([await loaded(), logged.includes('communes-loaded')], [[], false]);
  const meetings = { retentionDays: 30, peopleMax: 5, contact: true };
  await importConsultation(t.db, { ...definition(), id: 'rencontres', meetings }, DURING);
  const server = await startServer(config(), { log, now: () => DURING });
  started.push(server);
  await until(async () => (await loaded()).length > 0);
  await server.stop();
  assert.equal((await loaded()).length, 1);
  assert.ok(logged.indexOf('listening') < logged.indexOf('communes-loaded'));
});
