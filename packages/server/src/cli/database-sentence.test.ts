import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { MissingExtensionError } from '../migrations/0002-proposals-and-supports.js';
import { cnr } from './command.fixture.js';
import { databaseSentence } from './database-sentence.js';

let t: TestDatabase;
let env: Record<string, string>;
before(async () => {
  t = await testDatabase();
  env = { DATABASE_URL: t.url };
});
after(() => t.drop());

/** The address of the tests' database, otherwise. */
const url = (changes: Partial<Record<'username' | 'password' | 'pathname' | 'search', string>>) =>
  Object.assign(new URL(t.url), changes).href;

/** Says the same, and no more than that, whatever is run; in both languages. */
async function told(address: string, french: RegExp, english: RegExp): Promise<string> {
  const wrong = { DATABASE_URL: address };
  const ran = await cnr(['list'], wrong);
  assert.deepEqual([ran.code, ran.out], [1, '']);
  assert.match(ran.err, french);
  assert.equal(ran.err.trimEnd().split('\n').length, 1, ran.err);
  assert.equal((await cnr(['serve'], { ...wrong, LOG_LEVEL: 'silent', PORT: '0' })).err, ran.err);
  assert.match((await cnr(['--lang', 'en', 'list'], wrong)).err, english);
  return ran.err;
}

test('an address that cannot be read is said, and none of its password', async () => {
  const french = /^DATABASE_URL ne se lit pas\. .*%2F pour \/, %23 pour #/;
  await told(
    'postgres://cnr:a/b@127.0.0.1:1/cnr',
    french,
    /^DATABASE_URL cannot be read\. .*%2F for \/, %23 for #/,
  );
  // Those that begin as a port would be taken for one.
  for (const password of ['xyzzy/plugh', 'xyzzy#plugh', 'xyzzy?plugh', '91/27', '91#27', '91?27']) {
    const { code, err } = await cnr(['list'], { DATABASE_URL: `postgres://cnr:${password}@127.0.0.1:1/cnr` });
    assert.equal(code, 1);
    assert.match(err, french, password);
    for (const part of password.split(/\W/)) assert.ok(!err.includes(part), err);
  }
  for (const port of ['99999', 'abc']) {
    assert.match(
      (await cnr(['list'], { DATABASE_URL: `postgres://cnr:x@127.0.0.1:${port}/cnr` })).err,
      french,
    );
  }
  await told(
    'postgres://cnr:x@127.0.0.1:1/cnr?sslrootcert=/absente.pem',
    /fichier qui ne peut pas être lu : \/absente\.pem \(ENOENT\)/,
    /cannot be read: \/absente\.pem \(ENOENT\)/,
  );
  // Written as it is asked for, the same passwords reach the server, or do not.
  const right = `postgres://cnr:${encodeURIComponent('12/#?@:%')}@127.0.0.1:1/cnr?application_name=a@b`;
  assert.match(
    (await cnr(['list'], { DATABASE_URL: right })).err,
    /ne répond pas à l’adresse 127\.0\.0\.1:1\./,
  );
});

test('a socket that is not there is a database that is away', async () => {
  await told(
    'postgres:///cnr%C3%A9?host=/nulle/part',
    /ne répond pas à l’adresse \/nulle\/part\./,
    /does not answer at \/nulle\/part\./,
  );
});

test('a server without SSL is told from one that is away', async () => {
  await told(
    url({ search: '?sslmode=require' }),
    /n’accepte pas de connexion chiffrée \(SSL\)/,
    /takes no encrypted connection \(SSL\)/,
  );
  const error = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  const context = { env, locale: 'fr', print: () => undefined, tell: () => undefined } as const;
  assert.match(databaseSentence(error, context) ?? '', /pas reconnu \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
});

const sockets = () => process.getActiveResourcesInfo().filter((one) => one === 'TCPSocketWrap').length;

test('an account that does not own its database hears what gives it', async () => {
  const name = `cnr_owned_${randomBytes(6).toString('hex')}`;
  await t.query(`create role ${name} login password 'secret'`);
  await t.query(`create database ${name}`);
  try {
    const address = url({ username: name, password: 'secret', pathname: `/${name}` });
    const err = await told(
      address,
      new RegExp(`« ${name} » ne peut pas créer de tables .*: psql ${name} -c '`),
      new RegExp(`“${name}” may not create tables .*: psql ${name} -c '`),
    );
    const [, statement = ''] = /-c '(.*)'$/m.exec(err) ?? [];
    const admin = new pg.Client({ connectionString: url({ pathname: `/${name}` }) });
    await admin.connect();
    await admin.query(statement).finally(() => admin.end());
    const ran = await cnr(['list'], { DATABASE_URL: address });
    assert.deepEqual([ran.code, ran.err], [0, '']);
    await told(
      url({ username: name, password: 'secret' }),
      new RegExp(`« ${name} » n’a pas les droits .*permission denied for table`),
      new RegExp(`“${name}” lacks rights .*permission denied for table`),
    );
    const before = sockets();
    await told(
      url({ username: name, password: '' }),
      /refuse l’utilisateur ou le mot de passe/,
      /refuses the user or the password/,
    );
    assert.equal(sockets(), before, 'no connection is left that the command would wait for');
  } finally {
    await t.query(`drop database ${name} with (force)`);
    await t.query(`drop role ${name}`);
  }
});

test('a database that cannot hold what people write is refused before anything is made in it', async () => {
  const name = `cnr_latin_${randomBytes(6).toString('hex')}`;
  await t.query(
    `create database ${name} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`,
  );
  try {
    const address = url({ pathname: `/${name}` });
    await told(
      address,
      /est en LATIN1, et il la faut en UTF8\. .*createdb --encoding=UTF8/,
      /must be in UTF8/,
    );
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    const { rows } = await client
      .query(`select from information_schema.tables where table_schema = 'public'`)
      .finally(() => client.end());
    assert.deepEqual(rows, []);
  } finally {
    await t.query(`drop database ${name} with (force)`);
  }
});

test('a database that a newer version made is told', async () => {
  await t.query(`insert into kysely_migration (name, timestamp) values ('9999-later', '')`);
  try {
    await told(t.url, /version plus récente .*\(9999-later\)/, /newer version .*\(9999-later\)/);
  } finally {
    await t.query(`delete from kysely_migration where name = '9999-later'`);
  }
});

test('an error that no command expected is told as such, with all that is known of it', async () => {
  await t.query('alter table consultations rename to away');
  try {
    const { code, out, err } = await cnr(['list'], env);
    assert.deepEqual([code, out], [1, '']);
    assert.match(
      err,
      /^Une erreur que ce programme ne connaît pas.*\nerror: relation "consultations"[^]*42P01/,
    );
  } finally {
    await t.query('alter table away rename to consultations');
  }
});

test('an extension that is missing is named, with how to add it', () => {
  const error = new MissingExtensionError('unaccent', new Error('permission denied'));
  const context = {
    env: { DATABASE_URL: 'postgres://cnr:motdepasse@localhost/consultations' },
    print: () => undefined,
    tell: () => undefined,
  };
  const french = databaseSentence(error, { ...context, locale: 'fr' }) ?? '';
  assert.match(
    french,
    /« unaccent » à la base « consultations ».*psql consultations -c "create extension unaccent"/,
  );
  assert.doesNotMatch(french, /motdepasse/);
  assert.match(databaseSentence(error, { ...context, locale: 'en' }) ?? '', /lacks the extension/);
});

test('a command waits for a process that migrates, however short the limit of statements', async () => {
  // The lock of Kysely's migrations.
  await t.query('select pg_advisory_lock(3853314791062309107)');
  const listing = cnr(['list'], { DATABASE_URL: `${t.url}?statement_timeout=200` });
  const waited = async () => {
    while (!(await t.waiting()).some((ms) => ms > 400));
  };
  // A command that fails ends the wait.
  await Promise.race([waited(), listing]);
  await t.query('select pg_advisory_unlock(3853314791062309107)');
  assert.deepEqual([(await listing).code, (await listing).err], [0, '']);
});

test('an account that may not add the extensions hears which one is missing', async () => {
  const role = `cnr_limited_${process.pid}`;
  const name = new URL(t.url).pathname.slice(1);
  await t.query(`create role ${role} login password 'secret'`);
  try {
    await t.query('drop schema public cascade');
    await t.query('create schema public');
    await t.query(`grant all on schema public to ${role}`);
    await t.query(`revoke create on database ${name} from public`);
    const url = Object.assign(new URL(t.url), { username: role, password: 'secret' }).href;
    const { code, err } = await cnr(['list'], { DATABASE_URL: url });
    assert.equal(code, 1);
    assert.match(err, /Il manque l’extension « unaccent » à la base/);
  } finally {
    await t.query('drop schema public cascade');
    await t.query('create schema public');
    await t.query(`drop owned by ${role}`);
    await t.query(`drop role ${role}`);
  }
});
