import { counted } from '../../counted.en.js';
import { failureEn } from '../../failure.messages.en.js';
import { factsEn } from '../facts.messages.en.js';
import { whenEn } from '../when.messages.en.js';
import type { MeetingMessages } from './messages.fr.js';

const places = (count: number) => counted(count, 'place', 'places');

/** English sentences of `<cnr-meeting>`. */
export const en: MeetingMessages = {
  loading: 'Loading the meeting…',
  failure: failureEn,
  failedTitle: 'The meeting cannot be shown',
  gone: 'This meeting is not announced any more.',
  when: whenEn,
  facts: factsEn,

  cancelled: 'This meeting is cancelled.',
  date: 'When',
  zone: (name) => `These are the hours of the place (${name}).`,
  place: 'Where',
  approximate: 'On the map the point is the town’s, not the address’s.',
  nearby: 'On the map the point is a neighbouring town’s.',
  online: 'Online. Register to have the link.',
  alsoOnline: 'Online too: register to have the link.',
  organiser: 'Organised by',
  theme: 'Theme',
  registration: 'Registration',
  states: (state, at) =>
    ({
      none: 'Free entry, no registration.',
      'not-yet': `Registration opens on ${at}.`,
      open: `Registration is open until ${at}.`,
      closed: 'Registration is closed.',
      full: 'No place is left.',
      cancelled: 'Meeting cancelled: registration is closed.',
      held: 'The meeting has taken place.',
    })[state],
  left: (count) => `On site: ${count === 0 ? 'full' : places(count)}`,
  leftRemote: (count) => `Online: ${count === 0 ? 'full' : places(count)}`,
  entrance: {
    register: 'Register',
    loading: 'Loading…',
    failed: 'The registration could not be loaded. Check your network, then try again.',
    others: 'See other meetings near by',
  },
  access: 'Accessibility',
  needs: { stepFree: 'Step-free access', hearingLoop: 'Hearing loop', signLanguage: 'Sign language' },
  need: (name, value) => `${name}: ${value === undefined ? 'not stated' : value ? 'yes' : 'no'}`,

  calendar: 'Add to my calendar',
  directions: 'Directions (OpenStreetMap, new tab)',
  share: 'Share',
  copied: 'The address of this meeting is copied.',
  shareYourself: 'Here is the address of this meeting, to copy:',
  follow: (departement) => `Subscribe to the meetings: ${departement}`,
  followText:
    'Your calendar then shows each meeting of this territory, and its changes. If nothing opens, copy this address into your calendar application:',
  followAddress: 'Address of the calendar',
  followOpen: 'Open in my calendar',

  description: 'About it',
  programme: 'Programme',
  documents: 'Documents',
  report: 'Report',
  noReport: 'The report has not been published yet.',
};
