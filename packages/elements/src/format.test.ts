import { expect } from '@open-wc/testing';
import { formatDateTime, formatDay } from './format.js';

// The tests' browser stands in Paris (web-test-runner.config.mjs).
const evening = '2026-11-22T17:30:00Z';

describe('dates', () => {
  it('are written as the language writes them', () => {
    expect(formatDay(evening, 'fr', 'Europe/Paris')).to.equal('22 novembre 2026');
    expect(formatDay(evening, 'en', 'Europe/Paris')).to.equal('22 November 2026');
  });

  it('name the first of a month as French does', () => {
    expect(formatDay('2026-11-01T12:00:00Z', 'fr', 'Europe/Paris')).to.equal('1er novembre 2026');
    expect(formatDay('2026-11-11T12:00:00Z', 'fr', 'Europe/Paris')).to.equal('11 novembre 2026');
    expect(formatDay('2026-11-01T12:00:00Z', 'en', 'Europe/Paris')).to.equal('1 November 2026');
  });

  it('are those of the consultation’s zone', () => {
    expect(formatDay('2026-11-22T23:30:00Z', 'fr', 'Europe/Paris')).to.equal('23 novembre 2026');
    expect(formatDay('2026-11-22T23:30:00Z', 'fr', 'America/Cayenne')).to.equal('22 novembre 2026');
  });

  it('name the zone where it is not the reader’s', () => {
    expect(formatDateTime(evening, 'fr', 'Europe/Paris')).to.match(/^22 novembre 2026 à 18\sh\s30$/);
    expect(formatDateTime(evening, 'fr', 'Indian/Reunion')).to.match(/^22 novembre 2026 à 21\sh\s30 .*4/);
  });
});
