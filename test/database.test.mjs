// The database of the demo and the tests starts wherever it may have to.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';

const module = new URL('../scripts/database.mjs', import.meta.url).href;
const top = mkdtempSync(path.join(tmpdir(), 'cnr-database-'));
chmodSync(top, 0o755);
const elsewhere = path.join(top, 'tmp');
mkdirSync(elsewhere, { mode: 0o755 });
const isRoot = process.getuid?.() === 0;

const children = new Set();
after(async () => {
  for (const child of children) await child.end();
  rmSync(top, { recursive: true, force: true });
});

/** A start script of its own: prints the address once it has started, and stops in order when its input ends. */
const START = `
  try {
    const { startDatabase } = await import(${JSON.stringify(module)});
    const { url, stop } = await startDatabase({ dataDir: process.argv[1] });
    console.log('url ' + url);
    process.stdin.on('end', async () => { await stop(); process.exit(0); }).resume();
  } catch (error) {
    console.log(error.message);
    process.exit(1);
  }`;

async function start(folder, { env = {}, uid } = {}) {
  const { DATABASE_URL: _ours, LANG: _lang, LC_ALL: _all, ...rest } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '-e', START, folder], {
    env: { ...rest, TMPDIR: elsewhere, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const closed = once(child, 'close');
  while (!/^url \S+\n/m.test(output) && child.exitCode === null && child.signalCode === null) {
    await Promise.race([once(child.stdout, 'data'), closed]);
  }
  const running = {
    url: /^url (\S+)$/m.exec(output)?.[1],
    said: () => output,
    end: async () => {
      children.delete(running);
      child.stdin.end();
      await closed;
    },
    kill: async () => {
      children.delete(running);
      child.kill('SIGKILL');
      await closed;
    },
  };
  children.add(running);
  return running;
}

async function query(url, sql) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('keeps its rows over a restart, in UTF-8 whatever the machine speaks', async () => {
  const folder = path.join(top, 'restart');
  const first = await start(folder);
  await query(first.url, `create table words (word text); insert into words values ('Île 🗳')`);
  await first.end();
  const second = await start(folder, { env: { LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' } });
  assert.deepEqual(await query(second.url, 'select upper(word) as word from words'), [{ word: 'ÎLE 🗳' }]);
  assert.deepEqual(await query(second.url, 'show server_encoding'), [{ server_encoding: 'UTF8' }]);
  await second.end();
});

test('is created under a locale that this machine does not have', async () => {
  const database = await start(path.join(top, 'locale'), {
    env: { LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' },
  });
  assert.deepEqual(await query(database.url, 'show lc_messages'), [{ lc_messages: 'C' }]);
  await database.end();
});

test('refuses a second start on the same folder, and says whose the first is', async () => {
  const folder = path.join(top, 'twice');
  const first = await start(folder);
  const second = await start(folder);
  assert.equal(second.url, undefined);
  assert.match(second.said(), /déjà en service \(processus \d+\)/);
  assert.deepEqual(await query(first.url, 'select 1 as one'), [{ one: 1 }]);
  await first.end();
});

test('replaces the server that a killed start left running', async () => {
  const folder = path.join(top, 'orphan');
  const first = await start(folder);
  await query(first.url, 'create table kept (id int); insert into kept values (1)');
  await first.kill();
  assert.deepEqual(await query(first.url, 'select id from kept'), [{ id: 1 }], 'the orphan still answers');
  const second = await start(folder);
  assert.match(second.said(), /démarrage interrompu/);
  assert.deepEqual(await query(second.url, 'select id from kept'), [{ id: 1 }]);
  await assert.rejects(query(first.url, 'select 1'));
  await second.end();
});

test('touches no process that only has the number of a former server', async () => {
  const folder = path.join(top, 'number');
  await (await start(folder)).end();
  const bystander = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  writeFileSync(path.join(folder, 'pg', 'postmaster.pid'), `${bystander.pid}\n${folder}/pg\n0\n0\n\n\n\n`);
  const database = await start(folder);
  assert.ok(database.url, database.said());
  assert.equal(bystander.exitCode ?? bystander.signalCode, null);
  bystander.kill();
  await database.end();
});

test('begins anew where a first start was cut off', async () => {
  const folder = path.join(top, 'cut');
  mkdirSync(path.join(folder, 'pg.new', 'base'), { recursive: true });
  const database = await start(folder);
  assert.deepEqual(await query(database.url, 'select 1 as one'), [{ one: 1 }]);
  assert.equal(existsSync(path.join(folder, 'pg.new')), false);
  await database.end();
});

test(
  'under a home that only root may enter, lives beside it',
  { skip: !isRoot && 'needs root' },
  async () => {
    const home = path.join(top, 'home');
    mkdirSync(home, { mode: 0o700 });
    const first = await start(path.join(home, 'clone', '.data'));
    assert.match(first.said(), /ne peut pas entrer/);
    await query(first.url, 'create table kept (id int); insert into kept values (2)');
    await first.end();
    const second = await start(path.join(home, 'clone', '.data'));
    assert.deepEqual(await query(second.url, 'select id from kept'), [{ id: 2 }], 'the same place again');
    await second.end();
  },
);

test('runs for a plain user', { skip: !isRoot && 'every other test here did' }, async (t) => {
  const nobody = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):/m);
  const folder = path.join(top, 'plain');
  mkdirSync(folder);
  chownSync(folder, Number(nobody[1]), Number(nobody[1]));
  const database = await start(folder, { uid: Number(nobody[1]) });
  if (/EACCES|Cannot find module/.test(database.said()))
    return t.skip('this clone is not readable for others');
  assert.deepEqual(await query(database.url, 'select 1 as one'), [{ one: 1 }]);
  await database.end();
});

test('takes the database that it is given', async () => {
  const given = await start(path.join(top, 'given'), { env: { DATABASE_URL: 'postgres://db.example/cnr' } });
  assert.equal(given.url, 'postgres://db.example/cnr');
  await given.end();
});
