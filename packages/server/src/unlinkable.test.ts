import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from './app.fixture.js';
import { contribution, definition, DURING } from './definition.fixture.js';
import { meeting, registration } from './meetings/meeting.fixture.js';
import { saveMeetings } from './meetings/meeting-writes.js';
import { comment, proposal, report, support } from './proposal.fixture.js';
import { importConsultation } from './publishing.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.drop());

/** What many people have in common leads from none of them to another. */
const COMMON = ['consultations', 'consultation_versions'];
/** Where a row is of one person. */
const OTHERS = [
  'sent',
  'proposals',
  'proposal_search',
  'supports',
  'support_deltas',
  'comments',
  'reports',
  'registrations',
  'registration_contacts',
];

async function tables(): Promise<string[]> {
  const rows = await t.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  return rows.map(({ name }) => name);
}

test('no foreign key, however many are followed, leads from an answer to anything else of a person', async () => {
  const keys = await t.query<{ from: string; to: string }>(
    `select distinct child.table_name as from, parent.table_name as to
     from information_schema.referential_constraints link
     join information_schema.table_constraints child
       on (child.constraint_schema, child.constraint_name) = (link.constraint_schema, link.constraint_name)
     join information_schema.table_constraints parent on (parent.constraint_schema, parent.constraint_name)
       = (link.unique_constraint_schema, link.unique_constraint_name)
     where link.constraint_schema = 'public'`,
  );
  assert.ok(keys.some(({ from, to }) => from === 'answers' && to === 'consultation_versions'));
  const reached = new Set(['answers']);
  for (const table of reached) {
    // A common table is reached, and not passed through.
    if (COMMON.includes(table)) continue;
    for (const { from, to } of keys) {
      if (from === table) reached.add(to);
      if (to === table) reached.add(from);
    }
  }
  assert.deepEqual([...reached].sort(), ['answers', 'consultation_versions']);
});

test('answers share no column of a person with what stands elsewhere', async () => {
  const columns = await t.query<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type
     from information_schema.columns where table_schema = 'public'`,
  );
  const of = (table: string) => columns.filter((one) => one.table === table);
  // What could hold the same of one person in both: uuids, hashes, texts. Their own id, code and content are drawn
  // anew for each contribution; the next test looks at the values.
  const alike = of('answers').filter(({ type }) => ['uuid', 'bytea', 'text', 'jsonb'].includes(type));
  assert.deepEqual(alike.map(({ column }) => column).sort(), [
    'code',
    'consultation',
    'content_hash',
    'contribution',
    'id',
    'replaced_by',
    'state',
  ]);
  assert.ok(columns.every(({ table, column }) => table !== 'answers' || !/pseudonym|person/.test(column)));
  for (const table of OTHERS) assert.ok(of(table).length > 0, table);
});

test('nothing that is drawn for one contribution, or for one person, stands in two places', async () => {
  const both = definition({
    id: 'idees',
    proposals: { moderation: 'after', comments: true },
    meetings: {},
  });
  await importConsultation(t.db, both, DURING);
  await t.db.transaction().execute((transaction) => saveMeetings(transaction, 'idees', [meeting()], DURING));
  // One device, all kinds: pseudonyms are random a kind, as the client makes them.
  const answered = contribution(undefined, {
    consultation: both,
    profile: { as: 'individual', departement: '72' },
  });
  const written = proposal();
  const pressed = support(written.id);
  const said = comment(written.id);
  const told = report(`proposal:${written.id}`);
  const registered = registration('idees');
  let code = '';
  for (const one of [answered, written, pressed, said, told, registered]) {
    const { status, text, receipt } = await t.put(one);
    assert.equal(status, 201, text);
    ({ code } = receipt());
  }
  const left = await t.app.request('/v1/consultations/idees/registrations/mine/contact', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'Cnr-Receipt-Code': code },
    body: JSON.stringify({ email: 'awa@courriel.example', needs: 'Un fauteuil', consent: true }),
  });
  assert.equal(left.status, 204);
  const [row] = await t.query<Record<string, string>>(
    `select id::text, code, content_hash, encode(sha256(id::text::bytea), 'hex') as hashed from answers`,
  );
  assert.ok(row);
  for (const table of (await tables()).filter((name) => name !== 'answers')) {
    for (const [column, value] of Object.entries(row)) {
      const found: object[] = await t.query(`select from ${table} one where strpos(one::text, $1) > 0`, [
        value,
      ]);
      assert.deepEqual(found, [], `${column} of the answer, in ${table}`);
    }
  }
  const addresses = [];
  for (const table of await tables()) {
    const rows = await t.query(`select from ${table} one where one::text ~ 'awa@courriel|Un fauteuil'`);
    if (rows.length > 0) addresses.push(table);
  }
  assert.deepEqual(addresses, ['registration_contacts']);
  for (const { payload } of [written, pressed, said, told, registered]) {
    const found = await t.query(`select from answers one where strpos(one::text, $1) > 0`, [
      payload.pseudonym,
    ]);
    assert.deepEqual(found, []);
    const places = [];
    for (const table of OTHERS) {
      const rows = await t.query(
        `select from ${table} one where strpos(one::text, encode(sha256(convert_to($1, 'UTF8')), 'hex')) > 0`,
        [payload.pseudonym],
      );
      if (rows.length > 0) places.push(table);
    }
    assert.equal(places.length, 1, 'a pseudonym is of one kind');
  }
});
