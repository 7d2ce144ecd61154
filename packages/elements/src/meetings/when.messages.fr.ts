import type { WhenMessages } from './when.js';

const hour = (hours: number, minutes: number) =>
  `${hours}\u00a0h${minutes === 0 ? '' : `\u00a0${String(minutes).padStart(2, '0')}`}`;

/** French words for when a meeting is. */
export const whenFr: WhenMessages = {
  today: 'aujourd’hui',
  tomorrow: 'demain',
  time: hour,
  hours: (from, to) => `de\u00a0${from} à\u00a0${to}`,
  days: (from, to) => `du ${from} au ${to}`,
  at: (day, hours) => `${day}, ${hours}`,
  and: ' et ',
  zones: {
    'Europe/Paris': 'heure de Paris',
    'America/Guadeloupe': 'heure de la Guadeloupe',
    'America/Martinique': 'heure de la Martinique',
    'America/Cayenne': 'heure de la Guyane',
    'America/Marigot': 'heure de Saint-Martin',
    'America/St_Barthelemy': 'heure de Saint-Barthélemy',
    'Indian/Mayotte': 'heure de Mayotte',
  },
};
