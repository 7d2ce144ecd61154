// Meetings of our own making, the same every time: around towns as meetings are, in every département.
import { readContours } from '@cnr-widgets/contract';

/** Park and Miller's generator: small, and the same everywhere. */
function generator(state) {
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** @param contours packed, as the map reads them */
export function madeUpMeetings(count, contours, seed = 4) {
  const random = generator(seed);
  const towns = [...readContours(contours).departments].flatMap(([code, rings]) => {
    const ring = rings.reduce((longest, one) => (one.length > longest.length ? one : longest), []);
    const middle = [0, 1].map((axis) => ring.reduce((sum, place) => sum + place[axis], 0) / ring.length);
    return Array.from({ length: 12 }, (_, number) => {
      const edge = ring[Math.floor(random() * ring.length)];
      const near = random() * 0.8;
      const [longitude, latitude] = middle.map((at, axis) => at + (edge[axis] - at) * near);
      return { code, city: `Ville ${code}-${number}`, longitude, latitude };
    });
  });
  return Array.from({ length: count }, (_, number) => {
    // Some towns have many of them.
    const { code, city, longitude, latitude } = towns[Math.floor(random() ** 1.5 * towns.length)];
    const start = Date.UTC(2026, 11, 1 + Math.floor(random() * 90), 17, 30);
    return {
      id: `reunion-${number}`,
      title: `Réunion publique numéro ${number}`,
      status: 'planned',
      timeZone: 'Europe/Paris',
      sessions: [
        { start: new Date(start).toISOString(), end: new Date(start + 2 * 3_600_000).toISOString() },
      ],
      place: {
        city,
        departement: code,
        point: { longitude: longitude + (random() - 0.5) / 20, latitude: latitude + (random() - 0.5) / 20 },
        located: 'exact',
      },
      remote: false,
      accessibility: {},
      left: {},
      reported: false,
      sequence: 0,
    };
  });
}
