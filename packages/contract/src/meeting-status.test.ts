import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attendances, endOf, meetingStatus, registrationState, startOf } from './meeting-status.js';
import type { ListedMeeting } from './meeting.js';

const twoDays: ListedMeeting = {
  id: 'deux-jours',
  title: 'Deux jours',
  status: 'planned',
  timeZone: 'Europe/Paris',
  sessions: [
    { start: '2026-12-03T18:00:00+01:00', end: '2026-12-03T20:00:00+01:00' },
    { start: '2026-12-04T09:00:00+01:00', end: '2026-12-04T12:00:00+01:00' },
  ],
  place: { city: 'Laval', departement: '53' },
  remote: true,
  accessibility: {},
  registration: { opensAt: '2026-11-20T08:00:00+01:00' },
  left: { onSite: 4 },
  reported: false,
  sequence: 0,
};
const at = (time: string) => new Date(time);
const between = at('2026-12-04T08:00:00+01:00');
const before = at('2026-11-25T08:00:00+01:00');

void describe('the state of a meeting', () => {
  void it('begins with its first session and ends with its last', () => {
    assert.deepEqual(startOf(twoDays), at('2026-12-03T17:00:00Z'));
    assert.deepEqual(endOf(twoDays), at('2026-12-04T11:00:00Z'));
  });

  void it('is not past between two days, and held at the end of the last', () => {
    assert.equal(meetingStatus(twoDays, between), 'planned');
    assert.equal(meetingStatus(twoDays, endOf(twoDays)), 'held');
  });

  void it('stays cancelled after its time', () => {
    assert.equal(meetingStatus({ ...twoDays, status: 'cancelled' }, at('2027-01-01T00:00:00Z')), 'cancelled');
  });

  void it('is full when no way of taking part has a place left', () => {
    assert.equal(meetingStatus({ ...twoDays, left: { onSite: 0 } }, before), 'planned');
    assert.equal(meetingStatus({ ...twoDays, left: { onSite: 0, remote: 0 } }, before), 'full');
    assert.equal(meetingStatus({ ...twoDays, remote: false, left: { onSite: 0 } }, before), 'full');
    assert.equal(meetingStatus({ ...twoDays, status: 'full' }, before), 'full');
  });

  void it('names the ways of taking part', () => {
    assert.deepEqual(attendances(twoDays), ['on-site', 'remote']);
    assert.deepEqual(attendances({ place: undefined, remote: true }), ['remote']);
  });
});

void describe('the state of a registration', () => {
  void it('opens when it says so, and closes when the meeting begins where nothing else is said', () => {
    assert.equal(registrationState(twoDays, at('2026-11-20T07:59:59+01:00')), 'not-yet');
    assert.equal(registrationState(twoDays, at('2026-11-20T08:00:00+01:00')), 'open');
    assert.equal(registrationState(twoDays, startOf(twoDays)), 'closed');
    const early = { ...twoDays, registration: { closesAt: '2026-12-01T00:00:00+01:00' } };
    assert.equal(registrationState(early, at('2026-12-01T00:00:00+01:00')), 'closed');
  });

  void it('says why one cannot register', () => {
    assert.equal(registrationState({ ...twoDays, registration: undefined }, before), 'none');
    assert.equal(registrationState({ ...twoDays, left: { onSite: 0, remote: 0 } }, before), 'full');
    assert.equal(registrationState({ ...twoDays, status: 'cancelled' }, before), 'cancelled');
    assert.equal(registrationState(twoDays, endOf(twoDays)), 'held');
  });
});
