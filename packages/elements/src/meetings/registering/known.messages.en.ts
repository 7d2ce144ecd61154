import type { KnownMessages } from './code-view.js';
import { receiptWordsEn } from './receipt-words.en.js';

/** English words of registrations in the list of meetings. */
export const knownEn: KnownMessages = {
  states: {
    received: 'Registered from this device',
    waiting: 'Registration waiting on this device, not confirmed yet',
    sending: 'Registration being sent',
    refused: 'Registration not accepted',
  },
  codeTitle: 'I have a registration code already',
  codeFailed: 'This form could not be loaded. Check your network, then close and open this part again.',
  receipt: { ...receiptWordsEn, correct: 'Read my registration' },
};
