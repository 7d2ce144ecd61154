/** Right meetings, with much and with little said of them. */
import type { ListedMeeting, MeetingDetails } from './meeting.js';

const evening: ListedMeeting = {
  id: 'laval-soir',
  title: 'Se soigner près de chez soi',
  theme: 'Santé',
  organiser: 'Préfecture de la Mayenne',
  status: 'planned',
  timeZone: 'Europe/Paris',
  sessions: [
    { start: '2026-12-03T18:30:00+01:00', end: '2026-12-03T20:30:00+01:00' },
    { start: '2026-12-04T09:00:00+01:00', end: '2026-12-04T12:00:00+01:00' },
  ],
  place: {
    name: 'Salle polyvalente',
    address: '3 place de Hercé',
    postalCode: '53000',
    city: 'Laval',
    commune: '53130',
    departement: '53',
    point: { latitude: 48.0733, longitude: -0.7689 },
    located: 'exact',
  },
  remote: true,
  accessibility: { stepFree: true, hearingLoop: false, signLanguage: true },
  registration: { opensAt: '2026-11-20T08:00:00+01:00', closesAt: '2026-12-03T12:00:00+01:00' },
  left: { onSite: 12, remote: 300 },
  reported: true,
  sequence: 2,
};

const bare: ListedMeeting = {
  id: 'saint-denis',
  title: 'Rencontre à Saint-Denis',
  status: 'cancelled',
  timeZone: 'Indian/Reunion',
  sessions: [{ start: '2026-12-10T17:00:00+04:00', end: '2026-12-10T19:00:00+04:00' }],
  place: { city: 'Saint-Denis', departement: '974' },
  remote: false,
  accessibility: {},
  left: {},
  reported: false,
  sequence: 0,
};

export const listedMeetings: readonly ListedMeeting[] = [evening, bare];

export const fullMeeting: MeetingDetails = {
  ...evening,
  description: 'Une soirée, une matinée.',
  programme: '- Accueil\n- Ateliers',
  documents: [{ title: 'Dossier', url: 'https://prefecture.example/dossier.pdf' }],
  report: 'Quarante personnes sont venues.',
};

export const cancelledMeeting: MeetingDetails = { ...bare, documents: [] };
