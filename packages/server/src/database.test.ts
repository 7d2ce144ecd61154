import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase, type TestDatabase } from './database.fixture.js';
import { isUnavailable, openDatabase, type Database } from './database.js';

let t: TestDatabase;
before(async () => {
  t = await testDatabase();
});
after(() => t.drop());

/** The database behind connections that can be silenced: they stay open, and nothing comes through any more. */
async function network() {
  const { hostname, port } = new URL(t.url);
  const passing = new Set<Socket>();
  const all: Socket[] = [];
  const proxy = createServer((near) => {
    const far = connect(Number(port || 5432), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      passing.add(one);
      all.push(one);
      one.on('data', (part) => passing.has(one) && other.write(part));
      one.on('error', () => undefined);
      one.on('close', () => passing.has(one) && other.destroy());
    }
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const address = new URL(t.url);
  address.hostname = '127.0.0.1';
  address.port = String((proxy.address() as AddressInfo).port);
  return {
    url: address.href,
    silence: () => passing.clear(),
    close: () => {
      for (const socket of all) socket.destroy();
      proxy.close();
    },
  };
}

const one = (db: Database) => sql<{ one: number }>`select 1 as one`.execute(db).then(({ rows }) => rows);

test('a connection on which nothing comes any more is given up with its query, so that the next has another', async () => {
  const { url, silence, close } = await network();
  const db = openDatabase(`${url}?query_timeout=300`, { connections: 1 });
  try {
    await one(db);
    silence();
    await assert.rejects(one(db), (error) => isUnavailable(error));
    assert.deepEqual(await one(db), [{ one: 1 }]);
    const transaction = db.transaction().execute(async (within) => {
      silence();
      await one(within);
    });
    await assert.rejects(transaction, (error) => isUnavailable(error));
    assert.deepEqual(await one(db), [{ one: 1 }]);
  } finally {
    close();
    await db.destroy();
  }
});

test('a patient pool has no limit on a statement, whatever the address says', async () => {
  const url = `${t.url}?statement_timeout=200`;
  const hurried = openDatabase(url);
  const patient = openDatabase(url, { patient: true });
  const count = (db: Database) => sql`select from answers`.execute(db);
  try {
    await t.query('begin');
    await t.query('lock table answers in access exclusive mode');
    await assert.rejects(count(hurried), { code: '57014' });
    const counting = count(patient);
    const waited = async () => {
      while (!(await t.waiting()).some((ms) => ms > 400));
    };
    await Promise.race([waited(), counting]);
    await t.query('commit');
    await counting;
  } finally {
    await Promise.all([hurried.destroy(), patient.destroy()]);
  }
});
