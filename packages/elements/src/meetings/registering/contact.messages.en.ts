import { counted } from '../../counted.en.js';
import type { ContactMessages } from './contact.messages.fr.js';

/** English sentences of `<cnr-contact>`. */
export const en: ContactMessages = {
  summary: 'Be told of a change, name a need (optional)',
  summaryLeft: 'Address and needs left with the organiser',
  intro: 'Nothing that you write here is kept on this device. The organiser alone reads it.',
  replaces:
    'What you send replaces what you left before. Nothing is kept on this device, and the organiser alone reads it.',
  unconfirmed: 'Read your address again: no message checks it. Sending needs the network.',
  email: 'E-mail to tell you of a change (optional)',
  emailHint: 'Your address, for example camille@example.org.',
  needs: 'Particular needs (optional)',
  needsHint: 'In your own words, for example: a place for a wheelchair.',
  consent: (days) =>
    `I agree that the organiser reads what I wrote above for this meeting. What I wrote is erased with my registration, ${
      days === 0 ? 'as soon as the meeting ends' : `${counted(days, 'day', 'days')} after the meeting`
    }, or when I ask for it here.`,
  send: 'Send to the organiser',
  sending: 'Sending…',
  errors: (count) =>
    count === 1 ? 'One field to look at' : `${counted(count, 'field', 'fields')} to look at`,
  faults: {
    nothing: 'E-mail or needs: fill in at least one of them, or send nothing.',
    email: 'E-mail: write a complete address, for example camille@example.org.',
    needs: (over) => `Needs: take out ${counted(over, 'character', 'characters')}.`,
    consent: 'Consent: tick the box to send, or send nothing.',
  },
  notices: {
    sent: 'Sent to the organiser. Nothing is kept on this device.',
    erased: 'Erased at the organiser’s.',
    offline:
      'The service does not reply: nothing was sent. Your text is in the fields and nowhere else. Try again when the network is back.',
    refused: 'The service did not take it. Look at your address, then try again.',
  },
  left: (email, needs) =>
    `The organiser has ${[email && 'an address', needs && 'your needs'].filter(Boolean).join(' and ')}.`,
  erase: 'Erase what I left',
  eraseSure: 'The organiser will not be able to tell you of a change or to meet these needs. Erase?',
  eraseConfirm: 'Yes, erase',
  cancel: 'Cancel',
};
