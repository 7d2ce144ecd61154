import { counted } from '../../counted.en.js';
import { receiptWordsEn } from './receipt-words.en.js';
import type { EntryMessages } from './messages.fr.js';

/** English sentences of `<cnr-entry>`. */
export const en: EntryMessages = {
  queuedTitle: 'Saved on this device, not sent yet',
  unsavedTitle: 'Not sent yet, and this browser keeps nothing',
  refusedTitle: 'Your text was not accepted',
  receivedOn: (date, kind) =>
    `${kind === 'comment' ? 'Comment' : kind === 'report' ? 'Report' : 'Text'} received on ${date}.`,
  late: 'It arrived after the end, and was accepted.',
  withdrawn: 'Withdrawn: this text is erased, and nobody sees it any more.',
  erased: 'Erased from this device.',
  standing: {
    proposal: {
      submitted: 'Waits to be read by the moderators.',
      published: 'Published.',
      refused: 'Refused by the moderators.',
      selected: 'Published, and selected by the organiser.',
      answered: 'Published, and the organiser answered.',
      archived: 'Archived: it can still be read.',
    },
    comment: {
      submitted: 'Waits to be read by the moderators.',
      published: 'Published.',
      refused: 'Refused by the moderators.',
      selected: 'Published.',
      answered: 'Published.',
      archived: 'Published.',
    },
  },
  reported: 'Thank you. The moderators will read your report.',
  standingUnknown: 'Where does this text stand? The service does not reply right now.',
  reason: (reason) => `Reason: ${reason}`,
  receiptOf: 'Receipt code, correction and withdrawal',
  read: 'Read it online',

  receipt: receiptWordsEn,
  withdrawSure: (perWeek) =>
    `This text will be erased, and nobody will see it any more. It will still count for the limit of ${counted(perWeek, 'text', 'texts')} a week. Do you want to withdraw it?`,

  outbox: {
    waits: 'Your text leaves by itself when the network is back: here, or when you open this page again.',
    waitsInPage:
      'Your text leaves when the network is back, if this page stays open. Do not close it before, or save it to a file.',
    eraseSure: 'This text was not received. If you erase it, it is lost. Do you want to erase it?',
  },
  refusal: {
    resendNew: 'Send it again',
    kept: 'Your text is still on this device: nothing is lost.',
  },
  reasons: {
    closed: 'Writing is closed. Your text arrived too late.',
    'not-open-yet': 'Writing is not open yet.',
    'unknown-consultation': 'The service does not know this consultation, or does not publish it any more.',
    'unknown-version': 'The rules have changed. Look at your text again, then send it.',
    'invalid-contribution': 'A title, a text or a theme does not follow the rules. Look again, then send it.',
    'content-conflict':
      'Another version of this text was received already, perhaps from another tab. You can send this one apart.',
    withdrawn: 'This text was withdrawn. You can send a new one.',
    'already-replaced': 'The text that you correct was corrected already: use the code of the last receipt.',
    'unknown-receipt-code': 'The text that you correct cannot be found.',
    'not-correctable':
      'This text was supported or looked into already: it cannot be changed any more, only withdrawn.',
    'not-offered': 'This consultation does not take what you send.',
    'unknown-subject': 'The text that you reply to is not public any more.',
    'subject-closed': 'You can no longer reply to this text.',
    'origin-not-allowed': 'This site may not collect your texts. Write on the organiser’s own site.',
    'too-large': 'Your text is too long. Shorten it, then send it again.',
  },
  limit: (max, until) =>
    `You have reached the limit${max === undefined ? '' : ` of ${max} a week`}.${
      until === undefined ? '' : ` You can send this text again on ${until}.`
    }`,
};
