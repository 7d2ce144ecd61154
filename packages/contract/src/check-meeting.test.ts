import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkMeeting } from './check-meeting.js';
import { MEETING_FAULT_SENTENCES } from './meeting-fault-sentences.js';

const place = { city: 'Laval', departement: '53' };
const session = { start: '2026-12-03T18:30:00+01:00', end: '2026-12-03T20:30:00+01:00' };
const right = {
  id: 'laval-soir',
  title: 'Se soigner',
  timeZone: 'Europe/Paris',
  sessions: [session],
  place,
};

const fine: [string, unknown][] = [
  ['a meeting in a place', right],
  ['one that is remote', { ...right, place: undefined, remote: {}, places: { remote: 300 } }],
  [
    'one of several days, over the change to summer time',
    {
      ...right,
      sessions: [
        { start: '2027-03-27T18:00:00+01:00', end: '2027-03-27T20:00:00+01:00' },
        { start: '2027-03-28T09:00:00+02:00', end: '2027-03-28T12:00:00+02:00' },
      ],
    },
  ],
  [
    'one whose zone has no offset in winter',
    {
      ...right,
      timeZone: 'Europe/London',
      sessions: [{ start: '2026-12-03T18:30:00Z', end: '2026-12-03T20:30:00+00:00' }],
    },
  ],
  [
    'one far away',
    {
      ...right,
      timeZone: 'Pacific/Marquesas',
      sessions: [{ start: '2026-12-03T18:30:00-09:30', end: '2026-12-03T20:30:00-09:30' }],
    },
  ],
];

const faults: [code: string, path: string, written: unknown][] = [
  ['not-a-meeting', '', 'Laval'],
  ['missing-key', 'title', { ...right, title: undefined }],
  ['unknown-key', 'titre', { ...right, titre: 'Se soigner' }],
  ['bad-slug', 'id', { ...right, id: 'Laval soir' }],
  ['bad-instant', 'sessions.0.start', { ...right, sessions: [{ ...session, start: '2026-12-03 18:30' }] }],
  ['too-few-items', 'sessions', { ...right, sessions: [] }],
  ['unknown-time-zone', 'timeZone', { ...right, timeZone: 'Europe/Laval' }],
  ['bad-postal-code', 'place.postalCode', { ...right, place: { ...place, postalCode: '5300' } }],
  ['bad-commune-code', 'place.commune', { ...right, place: { ...place, commune: 'Laval' } }],
  ['unknown-departement', 'place.departement', { ...right, place: { ...place, departement: 'Mayenne' } }],
  ['unknown-departement', 'place.departement', { ...right, place: { ...place, departement: '20' } }],
  ['nowhere', 'place', { ...right, place: undefined }],
  ['end-before-start', 'sessions.0.end', { ...right, sessions: [{ ...session, end: session.start }] }],
  ['sessions-overlap', 'sessions.1.start', { ...right, sessions: [session, session] }],
  [
    'offset-of-zone',
    'sessions.0.start',
    { ...right, sessions: [{ ...session, start: '2026-12-03T18:30:00+02:00' }] },
  ],
  ['places-nowhere', 'places.remote', { ...right, places: { remote: 20 } }],
  ['places-nowhere', 'places.onSite', { ...right, place: undefined, remote: {}, places: { onSite: 20 } }],
  ['located-without-point', 'place.located', { ...right, place: { ...place, located: 'commune' } }],
  ['point-nowhere', 'place.point', { ...right, place: { ...place, point: { latitude: 0, longitude: 0 } } }],
  [
    'closing-before-opening',
    'registration.closesAt',
    { ...right, registration: { opensAt: session.end, closesAt: session.start } },
  ],
  ['forbidden-link', 'programme', { ...right, programme: '[ici](http://laval.example)' }],
];

describe('checkMeeting', () => {
  for (const [name, written] of fine) {
    it(`accepts ${name}`, () => assert.deepEqual(checkMeeting(JSON.parse(JSON.stringify(written))), []));
  }

  for (const [code, path, written] of faults) {
    it(`finds ${code} at ${path || 'the root'}`, () => {
      const found = checkMeeting(JSON.parse(JSON.stringify(written)));
      assert.deepEqual(
        found.map((fault) => [fault.severity, fault.code, fault.path.join('.')]),
        [['fault', code, path]],
      );
    });
  }

  it('has a sentence for nothing else', () => {
    const found = new Set(faults.map(([code]) => code));
    assert.deepEqual(
      Object.keys(MEETING_FAULT_SENTENCES).filter((code) => !found.has(code)),
      [],
    );
  });

  it('says in both languages how to mend it, with nothing left open', () => {
    for (const [, , written] of faults) {
      const [french, english] = (['fr', 'en'] as const).map(
        (locale) => checkMeeting(written, locale)[0]?.message,
      );
      assert.ok(french && english && french !== english);
      assert.doesNotMatch(`${french}${english}`, /\{[a-z]+\}|undefined/);
    }
  });
});
