import type { Attendance } from '@cnr-widgets/contract';
import { counted } from '../../counted.en.js';
import { noticeEn } from '../../notice.messages.en.js';
import { whenEn } from '../when.messages.en.js';
import type { RegistrationMessages } from './messages.fr.js';
import { receiptWordsEn } from './receipt-words.en.js';

const places = (count: number) => counted(count, 'place', 'places');
const days = (count: number) =>
  count === 0
    ? 'erased as soon as the meeting ends'
    : `erased ${counted(count, 'day', 'days')} after the meeting`;

const ways: Readonly<Record<Attendance, string>> = { 'on-site': 'On site', remote: 'Remotely' };

/** English sentences of `<cnr-registration>`. */
export const en: RegistrationMessages = {
  when: whenEn,
  title: 'Register for this meeting',
  correctTitle: 'Correct my registration',
  firstName: 'First name (required)',
  firstNameHint: 'A pseudonym will do: it serves to welcome you.',
  people: 'Number of people',
  peopleHint: 'Yourself included.',
  attendance: 'How do you take part? (required)',
  ways,
  only: (way, left) => `${ways[way]} (${left}).`,
  left: (count) => (count === 0 ? 'full' : counted(count, 'place left', 'places left')),
  noLimit: 'no limit of places',
  errors: (count) =>
    count === 1 ? 'One field to look at' : `${counted(count, 'field', 'fields')} to look at`,
  faults: {
    firstName: 'First name: write a first name or a pseudonym, for example “Camille”.',
    firstNameLong: (over) => `First name: take out ${counted(over, 'character', 'characters')}.`,
    attendance: 'Taking part: choose “On site” or “Remotely”.',
    people: (left) =>
      left === 0
        ? 'Taking part: no place is left in this way. Choose another way to take part, or another meeting.'
        : `Number of people: ${places(left)} left. Choose ${left} at most.`,
  },
  privacy: (controller, count) =>
    `These data serve to reserve a place for you. Only the organiser reads them. They are ${days(count)}. Controller: ${controller}.`,
  noticeTitle: 'Your personal data',
  notice: noticeEn,
  instead: (count) => ({
    purpose: 'To reserve a place at this meeting for you and to welcome you there.',
    recipients: 'The organiser of the meeting.',
    retention: `Registrations are ${days(count)}.`,
    openData: 'Registrations are never published.',
  }),
  shared:
    'This device is shared: nothing will be kept on it. Note the code that will be shown: it finds your registration again.',
  send: 'Register',
  sendCorrected: 'Send the correction',
  sending: 'Sending…',
  cancel: 'Cancel',
  unsaved: 'Your registration is neither saved nor sent. It is still on this page: try again.',

  confirmed: (count) =>
    count === undefined || count < 2 ? 'Your place is confirmed' : `Your ${places(count)} are confirmed`,
  confirmedOn: (date) => `Registration received on ${date}.`,
  registered: (firstName, people, way) =>
    `${firstName}, ${counted(people, 'person', 'people')}, ${way === 'remote' ? 'remotely' : 'on site'}.`,
  cancelled: 'This meeting is cancelled: it will not take place.',
  held: 'This meeting has taken place.',
  link: 'Link to take part remotely',
  linkHint: 'It is for those who registered alone: do not publish it.',
  noLink:
    'The link to take part remotely is not given yet. Come back here, or use your code, before the meeting.',
  calendar: 'Add to my calendar',
  reading: 'Reading your registration…',
  unread:
    'Your registration was received. The service does not reply: the number of people and the link are missing here.',
  codeUnread: 'The service does not reply: your registration cannot be shown.',
  readAgain: 'Try again',
  unknown: 'The service does not know this registration any more: it is erased some time after the meeting.',
  replaced: 'This registration was corrected elsewhere: use the code of the last receipt.',
  receiptOf: 'Receipt code, correction and cancellation',
  receipt: receiptWordsEn,
  gone: {
    withdrawn: 'Your registration is cancelled: the place is free again.',
    erased: 'Erased from this device.',
    receiptErased: 'The receipt is erased from this device. Your registration stands.',
  },
  said: {
    received: 'Your place is confirmed',
    refused: 'Your registration was not accepted: you have no place',
    erased: 'Erased from this device.',
    receiptErased: 'The receipt is erased from this device. Your registration stands.',
  },
  again: 'Register again',
  another: 'Register another person',

  queuedTitle: 'Registration saved on this device, not sent yet',
  unsavedTitle: 'Registration not sent yet, and this browser keeps nothing',
  unconfirmed:
    'Your place is not confirmed yet. If it arrives when the meeting is full or registration is closed, you will have no place. Come back to this page before you set out.',
  unconfirmedCorrection:
    'Your first registration stands. The correction is not confirmed yet: come back to this page.',
  refusedTitle: 'Your registration was not accepted: you have no place',
  refusedCorrection: 'Your correction was not accepted: your first registration stands',
  outbox: {
    waits: 'It will be sent by itself when the network is back: here, or when you open this page again.',
    waitsInPage: 'It will be sent when the network is back if this page stays open. Do not close it before.',
    eraseSure: 'This registration was not received. If you erase it, it is lost. Erase it?',
  },
  refusal: {
    reopen: 'Change, then send again',
    resendNew: 'Try again',
    kept: 'What you wrote is still on this device. You can erase it too.',
  },
  reasons: {
    'unknown-consultation': 'The service does not know this consultation, or publishes it no more.',
    'unknown-version': 'The consultation has changed. Look at your registration, then send it again.',
    'invalid-contribution':
      'The number of people or the first name does not follow the rules. Change them, then send again.',
    'content-conflict':
      'Another version of this registration was received already, for example from another tab.',
    withdrawn: 'This registration was withdrawn. You can send a new one.',
    'already-registered':
      'A registration for this meeting was made from this device already. To come with others, correct it with its code. Another person registers from their own device.',
    'already-replaced':
      'The registration that you correct was corrected already: use the code of the last receipt.',
    'unknown-receipt-code': 'The registration that you correct cannot be found.',
    'not-offered': 'This meeting takes no registration of this kind.',
    'unknown-subject': 'This meeting is not announced any more.',
    'origin-not-allowed': 'This site may not collect registrations. Register on the organiser’s own site.',
  },
  full: (left, people) =>
    left === undefined
      ? 'There are not enough places left.'
      : left === 0
        ? 'No place is left: others registered before your registration arrived.'
        : left >= people
          ? 'There were not enough places when your registration arrived. Some are free since: try again.'
          : `${places(left)} left, fewer than you ask for. Change the number of people, then send again.`,
  closed: (state, at) => {
    if (state === 'cancelled') return 'The meeting is cancelled.';
    if (state === 'held') return 'The meeting has taken place already.';
    if (state === 'not-yet') return `Registration opens on ${at}. Try again then.`;
    return 'Registration was closed when yours arrived.';
  },
  others: 'See other meetings near by',
};
