import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase, type TestDatabase } from './database.fixture.js';
import { migrate, openDatabase } from './database.js';

let t: TestDatabase;
before(async () => {
  t = await testDatabase();
});
after(() => t.drop());

/** Left by who asks to be told of a change, by a call of its own: it stands nowhere else. */
const LEFT = 'registration_contacts.email';

test('no column says where something came from, and one alone to whom one could write', async () => {
  const columns = await t.query<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type
     from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%'`,
  );
  assert.deepEqual([...new Set(columns.map(({ table }) => table))].sort(), [
    'answers',
    'comments',
    'commune_postal_codes',
    'communes',
    'consultation_versions',
    'consultations',
    'contours',
    'erasures',
    'loaded_communes',
    'meetings',
    'moderation_journal',
    'operator_sessions',
    'operator_tokens',
    'place_names',
    'proof_key',
    'proposal_search',
    'proposals',
    'published_results',
    'registration_contacts',
    'registrations',
    'reports',
    'sent',
    'support_deltas',
    'supports',
  ]);
  assert.ok(columns.some(({ table, column }) => `${table}.${column}` === LEFT));
  for (const { table, column, type } of columns) {
    if (`${table}.${column}` === LEFT) continue;
    assert.doesNotMatch(column, /ip|addr|mail|phone|agent|session|cookie|device|user/i, `${table}.${column}`);
    assert.ok(type !== 'inet' && type !== 'cidr', `${table}.${column}`);
  }
});

test('an answer keeps its content exactly while it is live', async () => {
  await t.query("insert into consultations values ('c', 1, false)");
  await t.query("insert into consultation_versions values ('c', 1, '{}', 'h', now())");
  const insert = (state: string, content: string | null, hash: string | null) =>
    t.query(
      `insert into answers values (gen_random_uuid(), 'c', 1, $2, $3, gen_random_uuid()::text, now(), false, $1, null)`,
      [state, content, hash],
    );
  await insert('live', '{}', 'h');
  await insert('withdrawn', null, null);
  await insert('erased', null, null);
  const wrong: [string, string | null, string | null][] = [
    ['live', null, 'h'],
    ['withdrawn', '{}', null],
    ['withdrawn', null, 'h'],
    ['erased', '{}', null],
    ['erased', null, 'h'],
    ['replaced', null, 'h'],
    ['gone', null, null],
  ];
  for (const row of wrong) await assert.rejects(insert(...row), { code: '23514' });
});

test('processes that start together migrate once', async () => {
  await t.query('drop schema public cascade');
  await t.query('create schema public');
  const pools = Array.from({ length: 4 }, () => openDatabase(t.url, { connections: 2 }));
  try {
    await Promise.all(pools.map(migrate));
  } finally {
    await Promise.all(pools.map((pool) => pool.destroy()));
  }
});
