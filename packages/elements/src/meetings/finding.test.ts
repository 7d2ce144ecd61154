import { expect } from '@open-wc/testing';
import type { FoundPlace, ListedMeeting } from '@cnr-widgets/contract';
import { meeting } from '../testing/meetings.js';
import {
  findMeetings,
  kilometres,
  meant,
  NO_FILTERS,
  placesOffline,
  soughtOf,
  type Filters,
  type Sought,
} from './finding.js';

/** A Wednesday. */
const NOW = new Date('2026-12-02T12:00:00Z');
const LAVAL = { latitude: 48.0733, longitude: -0.7689 };
const LE_MANS = { latitude: 48.0061, longitude: 0.1996 };
const SAINT_DENIS = { latitude: -20.8789, longitude: 55.4481 };

const on = (id: string, day: string, changes: Partial<ListedMeeting> = {}) =>
  meeting(id, {
    sessions: [{ start: `${day}T18:00:00+01:00`, end: `${day}T20:00:00+01:00` }],
    ...changes,
  });
const at = (city: string, departement: string, point: { latitude: number; longitude: number }) => ({
  place: { city, departement, point, located: 'exact' as const },
});

function ids(
  meetings: readonly ListedMeeting[],
  filters: Partial<Filters> = {},
  sought?: Sought,
  withHeld = false,
): string[] {
  const { found } = findMeetings(meetings, { ...NO_FILTERS, ...filters }, sought, NOW, withHeld);
  return found.map(({ meeting: { id } }) => id);
}

describe('finding meetings', () => {
  it('lists what is to come by date, and on demand what has been, the latest first', () => {
    const all = [
      on('janvier', '2027-01-05'),
      on('octobre', '2026-10-05'),
      on('demain', '2026-12-03'),
      on('novembre', '2026-11-05'),
      // Several days are not over before the last ends.
      meeting('foire', { sessions: [{ start: '2026-12-01T08:00:00Z', end: '2026-12-05T18:00:00Z' }] }),
      on('annulee', '2026-11-06', { status: 'cancelled' }),
    ];
    expect(ids(all)).to.deep.equal(['foire', 'demain', 'janvier']);
    expect(ids(all, {}, undefined, true)).to.deep.equal([
      ...['foire', 'demain', 'janvier'],
      ...['annulee', 'novembre', 'octobre'],
    ]);
    expect(findMeetings(all, NO_FILTERS, undefined, NOW, false).held).to.equal(3);
  });

  it('filters by theme, way of taking part, and what people need', () => {
    const all = [
      on('salle', '2026-12-03', { theme: 'Santé', accessibility: { stepFree: true, hearingLoop: false } }),
      on('visio', '2026-12-04', { place: undefined, remote: true, accessibility: { signLanguage: true } }),
      on('tout', '2026-12-05', { remote: true, accessibility: { stepFree: true, hearingLoop: true } }),
    ];
    expect(ids(all, { theme: 'Santé' })).to.deep.equal(['salle']);
    expect(ids(all, { attendance: 'on-site' })).to.deep.equal(['salle', 'tout']);
    expect(ids(all, { attendance: 'remote' })).to.deep.equal(['visio', 'tout']);
    expect(ids(all, { stepFree: true })).to.deep.equal(['salle', 'tout']);
    // What is not said, or denied, is no loop.
    expect(ids(all, { hearingLoop: true })).to.deep.equal(['tout']);
    expect(ids(all, { signLanguage: true, attendance: 'on-site' })).to.deep.equal([]);
  });

  it('filters by what is left, in the way that one wants to come', () => {
    const all = [
      on('libre', '2026-12-03'),
      on('pleine', '2026-12-04', { left: { onSite: 0 } }),
      on('salle-pleine', '2026-12-05', { remote: true, left: { onSite: 0, remote: 4 } }),
      on('dite-pleine', '2026-12-06', { status: 'full' }),
      on('annulee', '2026-12-07', { status: 'cancelled' }),
    ];
    expect(ids(all, { available: true })).to.deep.equal(['libre', 'salle-pleine']);
    expect(ids(all, { available: true, attendance: 'on-site' })).to.deep.equal(['libre']);
    expect(ids(all, { available: true, attendance: 'remote' })).to.deep.equal(['salle-pleine']);
  });

  it('filters by period: to Sunday, to the end of the month, from and to a date', () => {
    const all = [
      on('aujourdhui', '2026-12-02'),
      on('dimanche', '2026-12-06'),
      on('lundi', '2026-12-07'),
      on('saint-sylvestre', '2026-12-31'),
      on('janvier', '2027-01-01'),
      meeting('foire', { sessions: [{ start: '2026-12-06T08:00:00Z', end: '2026-12-08T18:00:00Z' }] }),
    ];
    expect(ids(all, { period: 'week' })).to.deep.equal(['aujourdhui', 'foire', 'dimanche']);
    expect(ids(all, { period: 'month' })).not.to.include('janvier');
    expect(ids(all, { period: 'month' })).to.have.length(5);
    const dates = { period: 'dates', from: '2026-12-07', to: '2026-12-08' } as const;
    expect(ids(all, dates)).to.deep.equal(['foire', 'lundi']);
    expect(ids(all, { ...dates, to: '' })).to.have.length(4);
    expect(ids(all, { ...dates, from: '', to: '2026-12-02' })).to.deep.equal(['aujourdhui']);
    expect(ids(all, { ...dates, from: '', to: '' })).to.have.length(6);
  });

  it('puts the nearest first, and behind them what is nowhere', () => {
    const all = [
      on('reunion', '2026-12-03', at('Saint-Denis', '974', SAINT_DENIS)),
      on('visio', '2026-12-03', { place: undefined, remote: true }),
      on('mans', '2026-12-04', at('Le Mans', '72', LE_MANS)),
      on('laval', '2026-12-09', at('Laval', '53', LAVAL)),
    ];
    const sought: Sought = { name: 'Laval', departement: '53', point: LAVAL, rough: true, whole: false };
    expect(ids(all, {}, sought)).to.deep.equal(['laval', 'mans', 'reunion', 'visio']);
    const { found } = findMeetings(all, NO_FILTERS, sought, NOW, false);
    expect(found.map(({ km }) => km && Math.round(km))).to.deep.equal([0, 72, 9485, undefined]);
  });

  it('puts a département’s own first by date, then the others by distance from the middle of them', () => {
    const all = [
      on('mans', '2026-12-03', at('Le Mans', '72', LE_MANS)),
      on('laval-tard', '2026-12-20', at('Laval', '53', LAVAL)),
      on('laval-tot', '2026-12-10', { place: { city: 'Laval', departement: '53' } }),
      on('reunion', '2026-12-03', at('Saint-Denis', '974', SAINT_DENIS)),
    ];
    const mayenne = soughtOf({ kind: 'department', code: '53', name: 'Mayenne' }, 'Mayenne', all);
    expect(ids(all, {}, mayenne)).to.deep.equal(['laval-tot', 'laval-tard', 'mans', 'reunion']);
    const { found } = findMeetings(all, NO_FILTERS, mayenne, NOW, false);
    expect(found.map(({ km }) => km === undefined)).to.deep.equal([true, true, false, false]);
    // Where it has none there is no middle: the others by date.
    const lozere = soughtOf({ kind: 'department', code: '48', name: 'Lozère' }, 'Lozère', all);
    expect(ids(all, {}, lozere)).to.deep.equal(['mans', 'reunion', 'laval-tot', 'laval-tard']);
  });

  it('says which distances are about right only', () => {
    const near = at('Laval', '53', LAVAL);
    const all = [
      on('exacte', '2026-12-03', near),
      on('commune', '2026-12-04', { place: { ...near.place, located: 'commune' } }),
    ];
    const rough = (of: boolean) =>
      findMeetings(
        all,
        NO_FILTERS,
        { name: '', point: LE_MANS, rough: of, whole: false },
        NOW,
        false,
      ).found.map((one) => one.rough);
    expect(rough(false)).to.deep.equal([false, true]);
    expect(rough(true)).to.deep.equal([true, true]);
  });

  it('measures on the globe', () => {
    expect(kilometres(LAVAL, LAVAL)).to.equal(0);
    expect(kilometres(LAVAL, LE_MANS)).to.be.closeTo(72.4, 0.5);
    expect(kilometres({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).to.be.closeTo(
      111.2,
      0.1,
    );
  });

  it('does without the network for départements, and for those of postal codes', () => {
    const codes = (query: string) => placesOffline(query).map(({ code }) => code);
    expect(codes('sarthe')).to.deep.equal(['72']);
    expect(codes(' SARTHE ')).to.deep.equal(['72']);
    expect(codes('72')).to.deep.equal(['72']);
    expect(codes('2a')).to.deep.equal(['2A']);
    expect(codes('97400')).to.deep.equal(['974']);
    expect(codes('20200')).to.deep.equal(['2B']);
    expect(codes('cotes d’armor')).to.deep.equal(['22']);
    expect(codes('la reunion')).to.deep.equal(['974']);
    expect(codes('haute')).to.have.length.above(5);
    expect(codes('')).to.deep.equal([]);
    expect(codes('Laval')).to.deep.equal([]);
  });

  it('takes the only place that was found, or the only one of exactly this name', () => {
    const commune = (name: string, code: string): FoundPlace => ({
      ...{ kind: 'commune', code, name, department: code.slice(0, 2), postalCodes: [] },
    });
    const laval = [commune('Laval', '53130'), commune('Laval-Atger', '48085')];
    expect(meant('laval', laval)).to.equal(laval[0]);
    expect(meant('53000', laval.slice(0, 1))).to.equal(laval[0]);
    expect(meant('lav', laval)).to.equal(undefined);
    const saints = [commune('Saint-Denis', '93066'), commune('Saint-Denis', '11339')];
    expect(meant('St Denis', saints)).to.equal(undefined);
    expect(meant('St Denis', saints.slice(0, 1))).to.equal(saints[0]);
    expect(meant('rien', [])).to.equal(undefined);
    const mayenne: FoundPlace = { kind: 'department', code: '53', name: 'Mayenne' };
    expect(meant('53', [mayenne, ...laval])).to.equal(mayenne);
    expect(meant('531', [mayenne, ...laval])).to.equal(undefined);
  });
});
