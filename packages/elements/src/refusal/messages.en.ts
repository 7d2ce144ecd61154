import type { RefusalMessages } from './messages.fr.js';

/** English sentences of `<cnr-refusal>`. */
export const en: RefusalMessages = {
  reopen: 'Read again and resend',
  resendNew: 'Send as a new answer',
  kept: 'It is still on this device: nothing is lost.',
  reasons: {
    closed: 'The consultation is over. Your answer arrived too late.',
    'not-open-yet': 'The consultation is not open yet.',
    'unknown-consultation': 'The service does not know this consultation, or no longer publishes it.',
    'unknown-version': 'The questionnaire has changed. Read your answers again, then send them again.',
    'invalid-contribution':
      'An answer does not fit the questionnaire. Read your answers again, then send them again.',
    'content-conflict':
      'Another version of this answer has been received already, for example from another tab. You can send this one as a new answer.',
    withdrawn: 'This answer was withdrawn. You can send a new one.',
    'already-replaced':
      'The answer that you correct has already been corrected: use the code of the latest receipt.',
    'unknown-receipt-code': 'The answer that you correct cannot be found.',
    'origin-not-allowed': 'This site is not allowed to collect answers. Answer on the organiser’s site.',
    'too-large': 'Your answer is too long. Shorten your texts, then send it again.',
  },
  other: (code) => `The service refused it (${code}). Contact the organiser.`,
};
