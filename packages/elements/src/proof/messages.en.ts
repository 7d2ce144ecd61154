import { counted } from '../counted.en.js';
import type { ProofMessages } from './messages.fr.js';

const duration = (seconds: number) =>
  seconds > 50
    ? counted(Math.ceil(seconds / 60), 'minute', 'minutes')
    : counted(Math.ceil(seconds / 10) * 10, 'second', 'seconds');

/** English sentences of `<cnr-proof>`. */
export const en: ProofMessages = {
  working:
    'Before it is sent, your device computes for a while. This keeps automatic senders out without identifying you.',
  kept: 'What you send is saved on this device: if you close the page, sending goes on at your next visit.',
  progress: 'Computing before sending',
  percent: (share) => `${Math.floor(share * 100)}%`,
  waitInstead: (seconds) => `My device is slow: send without computing in ${duration(seconds)}`,
  waiting: (seconds) => `No more computing: it is sent within ${duration(seconds)}.`,
  wait: 'Waiting to send',
};
