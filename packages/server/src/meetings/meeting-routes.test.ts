import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parseMeetingDetails, parseMeetingList, type MeetingList } from '@cnr-widgets/contract';
import { ORIGIN, testApp, type TestApp } from '../app.fixture.js';
import { createApp } from '../app.js';
import { DURING, HOST } from '../definition.fixture.js';
import { saveContours } from '../geo/contours-store.js';
import { asking } from '../proposal.fixture.js';
import { importConsultation } from '../publishing.js';
import { meeting, openMeetings } from './meeting.fixture.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.drop());

const many = (count: number) =>
  Array.from({ length: count }, (_, place) => meeting({ id: `m-${place}`, places: { onSite: place + 1 } }));

/** On the same database, with a memory of its own. */
const anotherServer = () =>
  createApp({
    db: t.db,
    origin: ORIGIN,
    embedDir: '/nowhere',
    log: () => undefined,
    now: () => t.clock.now,
  });

test('every meeting is listed by its first session, without what only registrants and readers are told', async () => {
  const later = meeting({ id: 'apres', sessions: [meeting().sessions[1] ?? assert.fail()] });
  const full = meeting({
    places: { onSite: 20, remote: 5 },
    description: 'Une soirée.',
    programme: '- Accueil',
    report: 'Quarante personnes.',
    status: 'cancelled',
  });
  const { read } = await openMeetings(t, [later, full]);
  const raw = await read<MeetingList>();
  assert.doesNotMatch(JSON.stringify(raw), /visio\.example|Une soirée|Accueil|Quarante/);
  const list = parseMeetingList(raw);
  assert.deepEqual(
    list.meetings.map(({ id }) => id),
    ['laval-soir', 'apres'],
  );
  const [first, second] = list.meetings;
  assert.deepEqual(first?.left, { onSite: 20, remote: 5 });
  assert.deepEqual([first.status, first.remote, first.reported], ['cancelled', true, true]);
  assert.deepEqual([second?.left, second?.reported, second?.sequence], [{}, false, 0]);
  assert.equal(list.asOf, DURING.toISOString());

  const details = parseMeetingDetails(await read('/meetings/laval-soir'));
  assert.deepEqual(details, { ...first, ...pick(full, 'description', 'programme', 'report', 'documents') });
});

function pick<T extends object, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}

test('what is not there is said', async () => {
  const { id } = await openMeetings(t, []);
  const unknown = await t.call('GET', `/v1/consultations/${id}/meetings/nulle-part`);
  assert.deepEqual([unknown.status, unknown.problem().code], [404, 'unknown-subject']);
  const nowhere = await t.call('GET', `/v1/consultations/${id}/meetings/nulle-part/calendar.ics`);
  assert.deepEqual([nowhere.status, nowhere.problem().code], [404, 'unknown-subject']);
  await importConsultation(t.db, asking('sans-reunion'), DURING);
  for (const path of ['meetings', 'meetings/x', 'meetings/calendar.ics', 'meetings/x/calendar.ics']) {
    const none = await t.call('GET', `/v1/consultations/sans-reunion/${path}`);
    assert.deepEqual([none.status, none.problem().code], [403, 'not-offered'], path);
    const gone = await t.call('GET', `/v1/consultations/inconnue/${path}`);
    assert.deepEqual([gone.status, gone.problem().code], [404, 'unknown-consultation'], path);
  }
});

test('a list that has not changed is not sent again, and its date is never older than a quarter of an hour', async () => {
  const { id } = await openMeetings(t, [meeting()]);
  const path = `/v1/consultations/${id}/meetings`;
  const first = await t.call('GET', path, { Origin: HOST });
  assert.equal(first.headers.get('cache-control'), 'public, max-age=30, stale-if-error=86400');
  assert.equal(first.headers.get('access-control-allow-origin'), HOST);
  const etag = first.headers.get('etag') ?? '';
  const again = await t.call('GET', path, { 'If-None-Match': etag });
  assert.deepEqual([again.status, again.text], [304, '']);
  const one = await t.call('GET', `${path}/laval-soir`);
  const same = await t.call('GET', `${path}/laval-soir`, { 'If-None-Match': one.headers.get('etag') ?? '' });
  assert.equal(same.status, 304);

  // Another server, as another minute: what this one keeps in memory has no part in it.
  for (const [minutes, status] of [
    [14, 304],
    [16, 200],
  ] as const) {
    t.clock.now = new Date(DURING.getTime() + minutes * 60_000);
    const reply = await anotherServer().request(path, { headers: { 'If-None-Match': etag } });
    assert.equal(reply.status, status, String(minutes));
  }
  t.clock.now = DURING;
});

test('a long list is compressed for who can read that, and its tag still matches', async () => {
  const { id } = await openMeetings(t, many(2_000));
  const path = `/v1/consultations/${id}/meetings`;
  const plain = await t.app.request(path);
  const packed = await t.app.request(path, { headers: { 'Accept-Encoding': 'gzip' } });
  assert.equal(packed.headers.get('content-encoding'), 'gzip');
  assert.match(packed.headers.get('vary') ?? '', /Accept-Encoding/);
  const bytes = Buffer.from(await packed.arrayBuffer());
  const whole = await plain.text();
  assert.ok(bytes.length * 10 < whole.length, `${bytes.length} of ${whole.length}`);
  assert.equal(gunzipSync(bytes).toString(), whole);
  const etag = packed.headers.get('etag') ?? '';
  assert.equal(etag, `W/${plain.headers.get('etag')}`);
  const same = await t.call('GET', path, { 'If-None-Match': etag });
  assert.equal(same.status, 304);
  // A shared cache takes this over, and would else hand what is compressed to everybody.
  assert.match(same.headers.get('vary') ?? '', /Accept-Encoding/);
});

test('contours that the operator imported are named', async () => {
  const { read } = await openMeetings(t, [meeting()]);
  const version = await saveContours(t.db, 'paquet', DURING);
  assert.equal((await read<MeetingList>()).contours, version);
});

test('imported again, a meeting keeps what is taken, and its sequence rises with what a calendar shows', async () => {
  const { id, save, read } = await openMeetings(t, [
    meeting({ places: { onSite: 3 } }),
    meeting({ id: 'autre' }),
  ]);
  await t.query('update meetings set taken_on_site = 3 where consultation = $1 and id = $2', [
    id,
    'laval-soir',
  ]);
  const sequence = async () =>
    (
      await t.query<{ sequence: number }>(
        `select sequence from meetings where consultation = $1 and id = 'laval-soir'`,
        [id],
      )
    )[0]?.sequence;
  const again = await save(meeting({ places: { onSite: 3 } }), meeting({ id: 'nouvelle' }));
  assert.deepEqual(again, {
    added: ['nouvelle'],
    changed: [],
    unchanged: ['laval-soir'],
    overbooked: [],
    registered: [],
  });
  assert.equal(await sequence(), 0);

  const fewer = await save(
    meeting({ places: { onSite: 2 }, theme: 'Santé', description: 'Autrement dit.', report: 'Fini.' }),
  );
  assert.deepEqual(fewer, {
    added: [],
    changed: ['laval-soir'],
    unchanged: [],
    overbooked: [{ id: 'laval-soir', attendance: 'on-site', places: 2, taken: 3 }],
    registered: [],
  });
  assert.equal(await sequence(), 0, 'nothing of that is in a calendar');
  assert.deepEqual((await read<{ left: object }>('/meetings/laval-soir')).left, { onSite: 0 });

  let expected = 0;
  for (const changes of [
    { title: 'Un autre titre' },
    { sessions: meeting().sessions.slice(0, 1) },
    { place: { city: 'Mayenne', departement: '53' } },
    { status: 'cancelled' as const },
  ]) {
    await save(meeting(changes));
    expected += 1;
    assert.equal(await sequence(), expected, JSON.stringify(changes));
    await save(meeting());
    expected += 1;
  }
  await save(meeting({ status: 'full' }));
  assert.equal(await sequence(), expected);
});
