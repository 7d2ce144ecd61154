import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { graceEnds, isTakenLate, phaseOf } from './phase.js';
import type { FollowUpStep } from './published.js';

const step = (kind: FollowUpStep['kind'], date: string): FollowUpStep => ({ kind, date, title: 'Étape' });
const consultation = {
  opensAt: '2026-09-01T08:00:00+02:00',
  closesAt: '2026-10-01T18:00:00+02:00',
  graceDays: 7,
  followUp: [
    step('analysis', '2026-10-05'),
    step('synthesis', '2026-11-02'),
    step('commitment', '2026-12-01'),
  ],
};

describe('phaseOf', () => {
  const expected: [at: string, phase: string][] = [
    ['2026-09-01T05:59:59Z', 'upcoming'],
    ['2026-09-01T06:00:00Z', 'open'],
    ['2026-10-01T15:59:59Z', 'open'],
    ['2026-10-01T16:00:00Z', 'analysis'],
    ['2026-11-01T23:59:59Z', 'analysis'],
    ['2026-11-02T00:00:00Z', 'results'],
    ['2026-12-01T00:00:00Z', 'followed-up'],
  ];
  for (const [at, phase] of expected) {
    it(`is ${phase} at ${at}`, () => {
      assert.equal(phaseOf(consultation, new Date(at)), phase);
    });
  }
});

describe('graceEnds', () => {
  it('adds whole days to the closing', () => {
    assert.equal(graceEnds(consultation).toISOString(), '2026-10-08T16:00:00.000Z');
  });

  it('stays in the years that RFC 3339 can write', () => {
    const last = graceEnds({ closesAt: '9999-12-31T00:00:00Z', graceDays: 7 });
    assert.equal(last.toISOString(), '9999-12-31T23:59:59.999Z');
  });
});

describe('isTakenLate', () => {
  const expected: [createdAt: string, now: string, taken: boolean][] = [
    ['2026-10-01T17:59:59.999+02:00', '2026-10-08T16:00:00.000Z', true],
    ['2026-10-01T17:59:59.999+02:00', '2026-10-08T16:00:00.001Z', false],
    ['2026-10-01T18:00:00+02:00', '2026-10-02T16:00:00Z', false],
  ];
  for (const [createdAt, now, taken] of expected) {
    it(`is ${taken} of ${createdAt} at ${now}`, () => {
      assert.equal(isTakenLate(consultation, createdAt, new Date(now)), taken);
    });
  }
});
