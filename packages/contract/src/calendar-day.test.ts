import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDay } from './calendar-day.js';

const LATE = new Date('2026-01-01T23:30:00Z');

test('a day is that of its zone, written as ISO 8601 has it', () => {
  assert.equal(calendarDay(LATE, 'UTC'), '2026-01-01');
  assert.equal(calendarDay(LATE, 'Europe/Paris'), '2026-01-02');
  assert.equal(calendarDay(LATE.getTime(), 'America/Martinique'), '2026-01-01');
  assert.equal(calendarDay(LATE, 'Europe/Paris'), '2026-01-02');
});

test('an instant is given as a date or as milliseconds, and without a zone it falls on the day it is here', () => {
  const here = new Date(2026, 2, 4, 0, 5);
  assert.equal(calendarDay(here), '2026-03-04');
  assert.equal(calendarDay(here.getTime()), '2026-03-04');
});

test('a zone that is not known here is taken for that of Paris', () => {
  assert.equal(calendarDay(LATE, 'Europe/Nowhere'), '2026-01-02');
});
