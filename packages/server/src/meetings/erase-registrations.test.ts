import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { testApp, type TestApp } from '../app.fixture.js';
import { DURING } from '../definition.fixture.js';
import { startErasing } from '../erasing.js';
import { eraseRegistrations } from './erase-registrations.js';
import { holdBack, meeting, openMeetings, registration } from './meeting.fixture.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
beforeEach(() => {
  t.clock.now = DURING;
});
after(() => t.drop());

/** The meeting of the fixture ends on 2026-12-04 at 19:30 UTC. */
const ENDS = Date.parse('2026-12-04T19:30:00Z');
const DAY = 86_400_000;

const held = async (consultation: string) =>
  (
    await t.query<{ registrations: number; contacts: number }>(
      `select count(*)::integer as registrations, count(registration)::integer as contacts
       from registrations left join registration_contacts on registration = id where consultation = $1`,
      [consultation],
    )
  )[0];

async function someone(id: string, payload: Parameters<typeof registration>[1] = {}) {
  const sent = registration(id, { firstName: 'Nom-à-effacer', ...payload });
  const { status, text, receipt } = await t.put(sent);
  assert.equal(status, 201, text);
  const { code } = receipt();
  const left = await t.app.request(`/v1/consultations/${id}/registrations/mine/contact`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'Cnr-Receipt-Code': code },
    body: JSON.stringify({ email: 'nom-a-effacer@courriel.example', consent: true }),
  });
  assert.equal(left.status, 204);
  return { sent, code };
}

test('names, addresses and what was sent are erased when the days are over; how many came stays', async () => {
  const { id, taken } = await openMeetings(t, [meeting(), meeting({ id: 'plus-tard', sessions: later() })], {
    retentionDays: 10,
  });
  const first = await someone(id, { people: 2 });
  await someone(id, { people: 3, replaces: first.code });
  await someone(id);
  await someone(id, { meeting: 'plus-tard' });

  const early = await eraseRegistrations(t.db, new Date(ENDS + 10 * DAY - 1));
  assert.deepEqual(early, { meetings: 0, registrations: 0, failures: [] });
  assert.deepEqual(await held(id), { registrations: 3, contacts: 3 });

  const due = new Date(ENDS + 10 * DAY);
  assert.deepEqual(await eraseRegistrations(t.db, due), { meetings: 1, registrations: 2, failures: [] });
  assert.deepEqual(await eraseRegistrations(t.db, due), { meetings: 0, registrations: 0, failures: [] });
  assert.deepEqual(await held(id), { registrations: 1, contacts: 1 }, 'the later meeting’s');
  assert.deepEqual(await taken(), { onSite: 4, remote: 0 });
  const sent = await t.query<{ state: string; hash: string | null; whole: string | null }>(
    `select state, content_hash as hash, contribution::text as whole from sent
     where consultation = $1 order by state, received_at`,
    [id],
  );
  assert.deepEqual(
    sent.map(({ state, hash }) => [state, hash === null]),
    [
      ['live', false],
      ['withdrawn', true],
      ['withdrawn', true],
      ['withdrawn', true],
    ],
  );
  t.clock.now = due;
  const gone = await t.call('GET', `/v1/consultations/${id}/registrations/mine`, {
    'Cnr-Receipt-Code': first.code,
  });
  assert.equal(gone.problem().code, 'withdrawn');
});

const later = () => [{ start: '2027-03-01T18:00:00+01:00', end: '2027-03-01T20:00:00+01:00' }];

test('nothing that was erased is found anywhere', async () => {
  const { id } = await openMeetings(t, [meeting({ id: 'seule' })], { retentionDays: 0 });
  const { sent } = await someone(id, { meeting: 'seule', firstName: 'Introuvable' });
  await eraseRegistrations(t.db, new Date(ENDS));
  const tables = await t.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  for (const { name } of tables) {
    for (const word of ['Introuvable', sent.payload.pseudonym]) {
      const found = await t.query(`select from ${name} one where strpos(one::text, $1) > 0`, [word]);
      assert.deepEqual(found, [], `${word} in ${name}`);
    }
  }
});

test('a meeting that was put off and takes new registrations is erased again', async () => {
  const places = { onSite: 3, remote: 2 };
  const { id, save, taken } = await openMeetings(t, [meeting({ places })], { retentionDays: 0 });
  await someone(id, { people: 3 });
  t.clock.now = new Date(ENDS);
  await eraseRegistrations(t.db, t.clock.now);
  await save(meeting({ places, report: 'Trois personnes.', sessions: meeting().sessions }));
  assert.deepEqual(await taken(), { onSite: 3, remote: 0 }, 'how many came, for whoever adds a report');
  await eraseRegistrations(t.db, t.clock.now);
  const { overbooked } = await save(meeting({ places: { onSite: 2 }, sessions: later() }));
  assert.deepEqual(
    [await taken(), overbooked],
    [{ onSite: 0, remote: 0 }, []],
    'free again: nobody holds them',
  );
  await someone(id);
  const after = await eraseRegistrations(t.db, new Date('2027-03-01T19:00:00Z'));
  assert.deepEqual(after, { meetings: 1, registrations: 1, failures: [] });
});

test('one meeting that cannot be erased keeps none of the others, and is named', async () => {
  const { id } = await openMeetings(
    t,
    [meeting({ id: 'avant' }), meeting({ id: 'retenue' }), meeting({ id: 'apres' })],
    {
      retentionDays: 0,
    },
  );
  for (const name of ['avant', 'retenue', 'apres']) await someone(id, { meeting: name });
  const letGo = await holdBack(t, id, 'retenue');
  const { failures, ...erased } = await eraseRegistrations(t.db, new Date(ENDS));
  assert.deepEqual(erased, { meetings: 2, registrations: 2 });
  assert.deepEqual(
    failures.map(({ consultation, meeting: kept }) => [consultation, kept]),
    [[id, 'retenue']],
  );
  assert.match(String(failures[0]?.error), /held back by a test/);
  await letGo();
  assert.deepEqual(await eraseRegistrations(t.db, new Date(ENDS)), {
    meetings: 1,
    registrations: 1,
    failures: [],
  });
});

test('what an import puts off while it is being erased keeps its registrations', async () => {
  const { id } = await openMeetings(t, [meeting()], { retentionDays: 0 });
  await someone(id);
  // An import that has the meeting locked, and ends once the erasing waits for it.
  await t.query('begin');
  await t.query(`update meetings set ends_at = '2031-03-01T19:00:00Z' where consultation = $1`, [id]);
  const erasing = eraseRegistrations(t.db, new Date(ENDS));
  const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await t.query(waits)).length === 0) await t.query('select pg_stat_clear_snapshot()');
  await t.query('commit');
  assert.deepEqual(await erasing, { meetings: 0, registrations: 0, failures: [] });
  assert.deepEqual(await held(id), { registrations: 1, contacts: 1 });
  assert.deepEqual(
    await t.query('select from sent where consultation = $1 and contribution is null', [id]),
    [],
  );
});

test('two processes that erase at once do it once', async () => {
  const { id } = await openMeetings(
    t,
    Array.from({ length: 150 }, (_, place) => meeting({ id: `m-${place}` })),
    { retentionDays: 0 },
  );
  for (const place of [0, 75, 149]) await someone(id, { meeting: `m-${place}` });
  const both = await Promise.all([
    eraseRegistrations(t.db, new Date(ENDS)),
    eraseRegistrations(t.db, new Date(ENDS)),
  ]);
  assert.equal(both[0].registrations + both[1].registrations, 3);
  assert.deepEqual(await held(id), { registrations: 0, contacts: 0 });
});

test('it erases by itself until it is stopped, and goes on after a failure', async () => {
  const { id, save } = await openMeetings(t, [meeting()], { retentionDays: 0 });
  await someone(id);
  const errors: unknown[] = [];
  const told: unknown[] = [];
  let now = new Date(ENDS);
  const stop = startErasing(t.db, {
    now: () => now,
    onErased: (...erased) => told.push(erased),
    onError: (error) => errors.push(error),
    everyMs: 1,
  });
  while ((await held(id))?.registrations !== 0) await t.query('select 1');
  await t.query('alter table meetings rename to away');
  while (errors.length < 2) await t.query('select 1');
  await t.query('alter table away rename to meetings');
  await save(meeting({ sessions: later() }));
  await someone(id);
  now = new Date('2027-03-01T19:00:00Z');
  while ((await held(id))?.registrations !== 0) await t.query('select 1');
  await stop();
  assert.deepEqual(told, [
    ['registrations-erased', { meetings: 1, registrations: 1 }],
    ['registrations-erased', { meetings: 1, registrations: 1 }],
  ]);
});

test('a meeting that a wrong date put into the past keeps its registrations for as long again', async () => {
  const { id, save } = await openMeetings(t, [meeting()], { retentionDays: 10 });
  await someone(id);
  const wrong = [{ start: '2026-03-10T18:30:00+01:00', end: '2026-03-10T20:30:00+01:00' }];
  await save(meeting({ sessions: wrong }));
  const none = { meetings: 0, registrations: 0, failures: [] };
  assert.deepEqual(await eraseRegistrations(t.db, new Date(DURING.getTime() + 10 * DAY - 1)), none);
  // Another change of it, of which the end is no part, puts nothing off.
  t.clock.now = new Date(DURING.getTime() + 5 * DAY);
  await save(meeting({ sessions: wrong, title: 'Autrement' }));
  assert.deepEqual(await eraseRegistrations(t.db, new Date(DURING.getTime() + 10 * DAY - 1)), none);
  await save(meeting());
  assert.deepEqual(await eraseRegistrations(t.db, new Date(ENDS + 10 * DAY - 1)), none);
  assert.deepEqual(await held(id), { registrations: 1, contacts: 1 });
  await save(meeting({ sessions: wrong }));
  const due = new Date(DURING.getTime() + 15 * DAY);
  assert.deepEqual(await eraseRegistrations(t.db, due), { ...none, meetings: 1, registrations: 1 });
});
