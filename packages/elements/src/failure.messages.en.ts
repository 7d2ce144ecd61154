import type { FailureMessages } from './failure.js';

/** English words for what cannot be shown. */
export const failureEn: FailureMessages = {
  offline: 'You seem to be offline. Check your network, then try again.',
  unreachable: 'The consultation service does not reply. Try again in a few minutes.',
  unknownConsultation: 'This consultation does not exist, or is not public yet.',
  malformed: 'The consultation service sent an unreadable reply. The organiser has to mend it.',
  notInstalled: 'This consultation is not set up properly on this page.',
  retry: 'Try again',
};
