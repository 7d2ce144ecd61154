import { expect } from '@open-wc/testing';
import { daysOf, sittings, when, zoneOf, type Saying } from './when.js';
import { whenEn } from './when.messages.en.js';
import { whenFr } from './when.messages.fr.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const fr: Saying = { t: whenFr, locale: 'fr', now: NOW, zone: 'Europe/Paris' };
const en: Saying = { ...fr, t: whenEn, locale: 'en' };

const meeting = (timeZone: string, ...sessions: [string, string][]) => ({
  timeZone,
  sessions: sessions.map(([start, end]) => ({ start, end })),
});
const paris = (...sessions: [string, string][]) => meeting('Europe/Paris', ...sessions);

/** With plain blanks, which read better in a test, and without the comma that some browsers put after an English day. */
const said = (...[of, saying = fr]: [Parameters<typeof when>[0], Saying?]) =>
  when(of, saying)
    .replaceAll('\u00a0', ' ')
    .replace(/([A-Z][a-z]+day), /g, '$1 ');

describe('when a meeting is', () => {
  it('says day and hours in words, in both languages', () => {
    const evening = paris(['2026-12-03T18:30:00+01:00', '2026-12-03T20:00:00+01:00']);
    expect(said(evening)).to.equal('jeudi 3 décembre, de 18 h 30 à 20 h');
    expect(said(evening, en)).to.equal('Thursday 3 December, 18:30 to 20:00');
  });

  it('says today and tomorrow by the calendar of the place', () => {
    expect(said(paris(['2026-11-22T18:00:00+01:00', '2026-11-22T20:00:00+01:00']))).to.equal(
      'aujourd’hui, dimanche 22 novembre, de 18 h à 20 h',
    );
    expect(said(paris(['2026-11-23T09:00:00+01:00', '2026-11-23T09:45:00+01:00']), en)).to.equal(
      'tomorrow, Monday 23 November, 09:00 to 09:45',
    );
    // At ten in the evening of Paris it is the next day already in Nouméa.
    const late = { ...fr, now: new Date('2026-11-22T21:00:00Z') };
    const there = meeting('Pacific/Noumea', ['2026-11-23T17:00:00+11:00', '2026-11-23T19:00:00+11:00']);
    expect(said(there, late)).to.equal('aujourd’hui, lundi 23 novembre, de 17 h à 19 h');
  });

  it('says the first and the last day of several, and that it is going on', () => {
    const days = (from: string, to: string) => paris([`${from}T09:00:00+01:00`, `${to}T17:00:00+01:00`]);
    expect(said(days('2026-12-03', '2026-12-05'))).to.equal('du 3 au 5 décembre');
    expect(said(days('2026-12-01', '2026-12-02'))).to.equal('du 1er au 2 décembre');
    expect(said(days('2026-11-30', '2026-12-01'))).to.equal('du 30 novembre au 1er décembre');
    expect(said(days('2026-12-30', '2027-01-02'))).to.equal('du 30 décembre 2026 au 2 janvier 2027');
    expect(said(days('2026-11-21', '2026-11-23'))).to.equal('aujourd’hui, du 21 au 23 novembre');
    expect(said(days('2026-12-03', '2026-12-05'), en)).to.equal('from 3 to 5 December');
  });

  it('names the year where it is not this one', () => {
    const next = paris(['2027-03-01T18:00:00+01:00', '2027-03-01T20:00:00+01:00']);
    expect(said(next)).to.equal('lundi 1er mars 2027, de 18 h à 20 h');
  });

  it('keeps an evening that ends in the small hours to its day', () => {
    const night = paris(['2026-12-03T21:00:00+01:00', '2026-12-04T00:30:00+01:00']);
    expect(said(night)).to.equal('jeudi 3 décembre, de 21 h à 0 h 30');
    expect(daysOf(night)).to.deep.equal({ first: '2026-12-03', last: '2026-12-03' });
  });

  it('says each sitting, two of one day in one line of the list', () => {
    const two = paris(
      ['2026-12-03T09:00:00+01:00', '2026-12-03T12:00:00+01:00'],
      ['2026-12-03T14:00:00+01:00', '2026-12-03T17:00:00+01:00'],
    );
    expect(said(two)).to.equal('jeudi 3 décembre, de 9 h à 12 h et de 14 h à 17 h');
    expect(sittings(two, fr)).to.have.length(2);
    const long = paris(['2026-12-03T09:00:00+01:00', '2026-12-05T17:00:00+01:00']);
    expect(sittings(long, fr).map((line) => line.replaceAll('\u00a0', ' '))).to.deep.equal([
      'du jeudi 3 décembre, 9 h au samedi 5 décembre, 17 h',
    ]);
  });

  it('shows the hours of the place over a change of the clocks', () => {
    const over = paris(
      ['2026-03-28T20:00:00+01:00', '2026-03-28T22:00:00+01:00'],
      ['2026-03-29T20:00:00+02:00', '2026-03-29T22:00:00+02:00'],
    );
    expect(sittings(over, fr).map((line) => line.replaceAll('\u00a0', ' '))).to.deep.equal([
      'samedi 28 mars, de 20 h à 22 h',
      'dimanche 29 mars, de 20 h à 22 h',
    ]);
  });

  it('names the zone only where clocks there say otherwise at that time', () => {
    const there = meeting('Indian/Reunion', ['2026-12-10T17:00:00+04:00', '2026-12-10T19:00:00+04:00']);
    expect(said(there)).to.equal('jeudi 10 décembre, de 17 h à 19 h');
    expect(zoneOf(there, fr)).to.equal('heure de La Réunion');
    expect(zoneOf(there, { ...fr, zone: 'Indian/Reunion' })).to.equal(undefined);
    expect(zoneOf(there, { ...fr, zone: 'Indian/Mauritius' })).to.equal(undefined);
    const here = paris(['2026-12-10T17:00:00+01:00', '2026-12-10T19:00:00+01:00']);
    expect(zoneOf(here, fr)).to.equal(undefined);
    expect(zoneOf(here, { ...fr, zone: 'Europe/Berlin' })).to.equal(undefined);
    expect(zoneOf(here, { ...fr, zone: 'Indian/Reunion' })).to.equal('heure de Paris');
    expect(zoneOf(here, { ...en, zone: 'America/Cayenne' })).to.equal('Paris time');
    const noumea = meeting('Pacific/Noumea', ['2026-12-10T17:00:00+11:00', '2026-12-10T19:00:00+11:00']);
    expect(zoneOf(noumea, fr)).to.equal('heure de la Nouvelle-Calédonie');
    // Algiers has the hour of Paris in winter alone.
    const summer = paris(['2026-07-10T17:00:00+02:00', '2026-07-10T19:00:00+02:00']);
    expect(zoneOf(here, { ...fr, zone: 'Africa/Algiers' })).to.equal(undefined);
    expect(zoneOf(summer, { ...fr, zone: 'Africa/Algiers' })).to.equal('heure de Paris');
  });

  it('shows something sensible of a zone that does not exist', () => {
    const nowhere = meeting('Mars/Olympus', ['2026-12-10T17:00:00+01:00', '2026-12-10T19:00:00+01:00']);
    expect(said(nowhere)).to.equal('jeudi 10 décembre, de 17 h à 19 h');
    expect(zoneOf(nowhere, fr)).to.equal(undefined);
  });
});
