import type { WhenMessages } from './when.js';

const two = (number: number) => String(number).padStart(2, '0');

/** English words for when a meeting is. */
export const whenEn: WhenMessages = {
  today: 'today',
  tomorrow: 'tomorrow',
  time: (hour, minute) => `${two(hour)}:${two(minute)}`,
  hours: (from, to) => `${from} to ${to}`,
  days: (from, to) => `from ${from} to ${to}`,
  at: (day, hours) => `${day}, ${hours}`,
  and: ' and ',
  zones: {
    'Europe/Paris': 'Paris time',
    'America/Guadeloupe': 'Guadeloupe time',
    'America/Martinique': 'Martinique time',
    'America/Marigot': 'Saint-Martin time',
    'America/St_Barthelemy': 'Saint-Barthélemy time',
    'Indian/Mayotte': 'Mayotte time',
  },
};
