import { counted } from '../counted.en.js';
import type { SupportMessages } from './messages.fr.js';

/** English sentences of `<cnr-support>`. */
export const en: SupportMessages = {
  support: 'Support',
  named: (title) => `: ${title}`,
  supports: (count) => counted(count, 'support', 'supports'),
  supported: 'You gave your support.',

  left: (left) => `You have ${counted(left, 'support', 'supports')} left.`,
  noneLeft: 'You have given all your supports. Take one back to give another.',

  queued: (on, leaving) =>
    `${on ? 'Support' : 'Withdrawal'} saved on this device, ${leaving ? 'being sent' : 'not sent yet'}.`,
  memoryOnly: 'Not sent yet, and this browser keeps nothing: leave this page open.',
  later: (time) => `Too many supports in a row: this one leaves at ${time}.`,
  received: 'Support counted.',
  receivedOff: 'Support taken back.',
  cancelled: 'Support cancelled: nothing was sent.',
  unsaved: 'Support neither saved nor sent. Press again.',
  refused: (reason) => `Support not accepted. ${reason}`,

  closed: 'Supports are closed.',
  notYet: 'Supports are not open yet.',
  gone: 'This text is no longer published.',
  limit: 'You have reached the limit: take back another support, then try again.',
  notAllowed: 'This site may not collect supports.',
  other: (code) => `The service refused it (${code}). Contact the organiser.`,

  data: 'Your data',

  unknown: 'Number of supports unavailable.',
  notInstalled: (code) => `This button is not installed correctly on this page (${code}).`,
};
