import type { FailureMessages } from './failure.js';

/** English words for what cannot be shown. */
export const failureEn: FailureMessages = {
  offline: 'You have no network. Try again when it is back.',
  unreachable: 'The consultation service does not reply. Try again in a few minutes.',
  unknownConsultation: 'This consultation does not exist, or is not public yet.',
  malformed: 'The consultation service sent an unreadable reply. Tell the organiser.',
  notOffered: 'This consultation has none.',
  notInstalled: 'This consultation is not set up properly on this page.',
  retry: 'Try again',
};
