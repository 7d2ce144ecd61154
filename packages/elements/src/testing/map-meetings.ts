import { DEPARTEMENTS, type ListedMeeting } from '@cnr-widgets/contract';
import { meeting } from './meetings.js';

/** A meeting of a test's own, on 3 December 2026 at half past six where it is. */
export function meetingAt(
  id: string,
  { city = 'Laval', departement = '53', latitude = 48.0733, longitude = -0.7689 } = {},
  changes: Partial<ListedMeeting> = {},
): ListedMeeting {
  return meeting(id, {
    title: 'Se soigner près de chez soi',
    sessions: [{ start: '2026-12-03T18:30:00+01:00', end: '2026-12-03T20:30:00+01:00' }],
    place: { city, departement, point: { latitude, longitude }, located: 'exact' },
    ...changes,
  });
}

export const LAVAL = meetingAt('laval');
export const LILLE = meetingAt('lille', {
  city: 'Lille',
  departement: '59',
  latitude: 50.63,
  longitude: 3.06,
});
export const NICE = meetingAt('nice', { city: 'Nice', departement: '06', latitude: 43.7, longitude: 7.26 });
export const SAINT_DENIS = meetingAt(
  'saint-denis',
  { city: 'Saint-Denis', departement: '974', latitude: -20.88, longitude: 55.45 },
  { timeZone: 'Indian/Reunion' },
);
/** Two in one hall. */
export const BREST = ['brest-1', 'brest-2'].map((id) =>
  meetingAt(id, { city: 'Brest', departement: '29', latitude: 48.39, longitude: -4.49 }),
);

/** So many over all of mainland France and overseas, the same every time. */
export function manyMeetings(count: number): ListedMeeting[] {
  let state = 42;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, (_, number) => {
    const { code, name } = DEPARTEMENTS[number % DEPARTEMENTS.length] ?? { code: '75', name: 'Paris' };
    const overseas = code.length === 3;
    const point = { latitude: 43 + 6.5 * random(), longitude: -1 + 7 * random() };
    const meeting = meetingAt(`m${number}`, { city: name, departement: code, ...point });
    return overseas ? { ...meeting, place: { city: name, departement: code } } : meeting;
  });
}
