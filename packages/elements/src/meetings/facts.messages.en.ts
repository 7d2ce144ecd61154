import { counted } from '../counted.en.js';
import type { FactsMessages } from './facts.js';

/** English words for what is known of a meeting, in the list and where it is opened. */
export const factsEn: FactsMessages = {
  status: { planned: '', full: 'Full', cancelled: 'Cancelled', held: 'Past' },
  remote: 'Online',
  also: 'online too',
  far: (km, rough) =>
    km < 1
      ? 'less than a kilometre away'
      : `${rough ? 'about ' : ''}${counted(Math.round(km), 'kilometre', 'kilometres')} away`,
  left: (count) => `${counted(count, 'place', 'places')} left on site`,
  leftRemote: (count) => `${counted(count, 'place', 'places')} left online`,
  access: {
    stepFree: 'step-free access',
    hearingLoop: 'hearing loop',
    signLanguage: 'sign language',
  },
  reported: 'report published',
};
