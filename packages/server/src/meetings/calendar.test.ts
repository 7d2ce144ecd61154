import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Meeting } from '@cnr-widgets/contract';
import ICAL from 'ical.js';
import { ORIGIN, testApp, type TestApp } from '../app.fixture.js';
import { createApp } from '../app.js';
import { meeting, openMeetings } from './meeting.fixture.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.drop());

/** What a calendar makes of it. */
interface Entry {
  uid: string;
  sequence: number;
  status: string;
  title: string;
  start: Date;
  end: Date;
  location: string;
  description: string;
  geo: unknown;
  url: unknown;
  stamp: Date;
}

function readEntries(text: string): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const value = (name: string): unknown => component.getFirstPropertyValue(name);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(value('status')),
      title: event.summary,
      start: event.startDate.toJSDate(),
      end: event.endDate.toJSDate(),
      location: event.location,
      description: event.description,
      geo: value('geo'),
      url: value('url'),
      stamp: (value('dtstamp') as InstanceType<typeof ICAL.Time>).toJSDate(),
    };
  });
}

/** Through a server that has nothing in memory. */
async function calendar(path: string): Promise<string> {
  const app = createApp({
    db: t.db,
    origin: ORIGIN,
    embedDir: '/nowhere',
    log: () => undefined,
    now: () => t.clock.now,
  });
  const response = await app.request(path);
  const text = await response.text();
  assert.equal(response.status, 200, text);
  assert.equal(response.headers.get('content-type'), 'text/calendar; charset=utf-8');
  return text;
}

const one = (id: string) => `/v1/consultations/${id}/meetings/laval-soir/calendar.ics`;
const feed = (id: string, query = '') => `/v1/consultations/${id}/meetings/calendar.ics${query}`;

describe('a meeting in a calendar', () => {
  it('is read back equal, a session an event', async () => {
    const written = meeting({
      description: 'Ce qui est long est sur la page.',
      place: {
        name: 'Salle « Voltaire »; 1er étage',
        address: '3 place de Hercé',
        postalCode: '53000',
        city: 'Laval',
        departement: '53',
        point: { latitude: 48.0733, longitude: -0.7689 },
        located: 'exact',
      },
    });
    const { id } = await openMeetings(t, [written]);
    const text = await calendar(one(id));
    assert.doesNotMatch(text, /visio\.example/);
    const entries = readEntries(text);
    assert.deepEqual(
      entries,
      written.sessions.map(({ start, end }, place) => ({
        uid: `laval-soir-${place + 1}@${id}.participation.example`,
        sequence: 0,
        status: 'CONFIRMED',
        title: written.title,
        start: new Date(start),
        end: new Date(end),
        location: 'Salle « Voltaire »; 1er étage, 3 place de Hercé, 53000 Laval',
        description: `${ORIGIN}/c/${id}`,
        geo: [48.0733, -0.7689],
        url: `${ORIGIN}/c/${id}`,
        stamp: t.clock.now,
      })),
    );
  });

  it('is written as RFC 5545 has it, line by line', async () => {
    const [session] = meeting().sessions;
    assert.ok(session);
    const title = 'Se soigner, ici ; et \\ là\r\n\u001bensemble';
    const { id } = await openMeetings(t, [meeting({ title, sessions: [session] })]);
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//CNR Widgets//meetings//FR',
      'METHOD:PUBLISH',
      'NAME:Accès aux soins',
      'X-WR-CALNAME:Accès aux soins',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      `UID:laval-soir-1@${id}.participation.example`,
      'DTSTART:20261203T173000Z',
      'DTEND:20261203T193000Z',
      'SEQUENCE:0',
      'DTSTAMP:20261122T120000Z',
      'LAST-MODIFIED:20261122T120000Z',
      'SUMMARY:Se soigner\\, ici \\; et \\\\ là ensemble',
      'LOCATION:Salle polyvalente\\, 3 place de Hercé\\, 53000 Laval',
      `URL:${ORIGIN}/c/${id}`,
      `DESCRIPTION:${ORIGIN}/c/${id}`,
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ];
    assert.deepEqual((await calendar(one(id))).split('\r\n'), lines);
  });

  it('keeps its UID through an edit, with a higher SEQUENCE, and is cancelled in its place', async () => {
    const { id, save } = await openMeetings(t, [meeting()]);
    const first = readEntries(await calendar(one(id)));
    await save(meeting({ title: 'Reportée', sessions: [...meeting().sessions].reverse() }));
    const edited = readEntries(await calendar(one(id)));
    assert.deepEqual(
      edited.map(({ uid }) => uid),
      first.map(({ uid }) => uid),
    );
    assert.deepEqual(
      edited.map(({ sequence, title }) => [sequence, title]),
      [
        [1, 'Reportée'],
        [1, 'Reportée'],
      ],
    );
    await save(meeting({ title: 'Reportée', status: 'cancelled' }));
    const cancelled = readEntries(await calendar(one(id)));
    assert.deepEqual(
      cancelled.map(({ uid, sequence, status }) => [uid, sequence, status]),
      first.map(({ uid }) => [uid, 2, 'CANCELLED']),
    );
  });

  it('says no point that is a town’s, and “À distance” where there is no place', async () => {
    const point = { latitude: 48.07, longitude: -0.77 };
    const { id, save } = await openMeetings(t, [
      meeting({ place: { city: 'Laval', departement: '53', point, located: 'commune' } }),
    ]);
    const [there] = readEntries(await calendar(one(id)));
    assert.deepEqual([there?.geo, there?.location], [null, 'Laval']);
    await save(meeting({ place: undefined }));
    const [online] = readEntries(await calendar(one(id)));
    assert.equal(online?.location, 'À distance');
  });

  for (const title of [
    'Virgule, point-virgule; barre \\ guillemet " et deux : points',
    '🏥 L’hôpital 👩‍⚕️ de proximité'.repeat(6),
    'é'.repeat(200),
    `${'a'.repeat(59)}😀${'b'.repeat(73)}😀`,
  ]) {
    it(`keeps “${title.slice(0, 40)}”, in lines of at most 75 octets`, async () => {
      const { id } = await openMeetings(t, [meeting({ title })]);
      const text = await calendar(one(id));
      const lines = text.split('\r\n');
      assert.ok(!/[^\r]\n/.test(text), 'every line ends as RFC 5545, 3.1 has it');
      const long = lines.filter((line) => Buffer.byteLength(line) > 75);
      assert.deepEqual(long, []);
      assert.ok(lines.every((line) => !line.includes('\ufffd')));
      assert.equal(readEntries(text)[0]?.title, title);
    });
  }

  it('is a file to be saved, with a tag', async () => {
    const { id } = await openMeetings(t, [meeting()]);
    const reply = await t.call('GET', one(id));
    assert.equal(reply.headers.get('content-disposition'), 'attachment; filename="laval-soir.ics"');
    const again = await t.call('GET', one(id), { 'If-None-Match': reply.headers.get('etag') ?? '' });
    assert.equal(again.status, 304);
  });
});

describe('a calendar to subscribe to', () => {
  const there = (id: string, departement: string): Meeting =>
    meeting({ id, place: { city: 'Ici', departement } });

  it('has the meetings of a département, or all of them', async () => {
    const { id } = await openMeetings(t, [
      there('au-mans', '72'),
      there('a-laval', '53'),
      meeting({ id: 'partout', place: undefined }),
    ]);
    const meetings = async (query?: string) => [
      ...new Set(readEntries(await calendar(feed(id, query))).map(({ uid }) => uid.replace(/-\d@.*/, ''))),
    ];
    assert.deepEqual(await meetings(), ['a-laval', 'au-mans', 'partout']);
    assert.deepEqual(await meetings('?departement=72'), ['au-mans']);
    assert.deepEqual(await meetings('?departement=2A'), []);
    const named = new ICAL.Component(ICAL.parse(await calendar(feed(id, '?departement=72'))) as unknown[]);
    assert.equal(named.getFirstPropertyValue('x-wr-calname'), 'Accès aux soins – Sarthe');
    assert.equal(named.getFirstPropertyValue('method'), 'PUBLISH');
    const wrong = await t.call('GET', feed(id, '?departement=999'));
    assert.deepEqual([wrong.status, wrong.problem().code], [400, 'invalid-request']);
  });

  it('is read without an Origin, as calendars do, and by the sites of the consultation', async () => {
    const { id } = await openMeetings(t, [meeting()]);
    const other = await t.call('GET', feed(id), { Origin: 'https://ailleurs.example' });
    assert.equal(other.headers.get('access-control-allow-origin'), null);
    assert.equal((await t.call('GET', feed(id))).status, 200);
  });
});
