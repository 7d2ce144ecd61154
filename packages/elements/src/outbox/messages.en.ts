import { counted } from '../counted.en.js';
import type { OutboxMessages } from './messages.fr.js';

/** English sentences of `<cnr-outbox>`. */
export const en: OutboxMessages = {
  title: 'My contributions on this device',
  loading: 'Reading this device…',
  failed: 'This browser does not let us read what is kept on this device.',
  retry: 'Try again',
  empty: 'Nothing is kept on this device.',
  emptyHint: 'When you take part on this site, you find here what waits to be sent, and your receipts.',
  remains: (identifier, draft) =>
    `No contribution is kept on this device. What is left: ${[
      identifier &&
        'a random identifier, which keeps you from being counted twice until the consultation ends',
      draft && 'a draft',
    ]
      .filter(Boolean)
      .join(', and ')}.`,
  shared: 'This device is shared: nothing is kept on it.',
  offline: 'You have no network. Sending goes on by itself when it is back.',
  waitingCount: (count) =>
    `${counted(count, 'contribution is waiting to be sent', 'contributions are waiting to be sent')}.`,
  memoryOnly: 'This browser keeps nothing: what is waiting is lost if you close this page.',
  states: () => ({
    waiting: 'Saved here, not sent yet',
    sending: 'Being sent',
    received: 'Received',
    refused: 'Not accepted',
  }),
  kinds: {
    answer: 'Answer',
    support: 'Support',
    proposal: 'Text',
    comment: 'Comment',
    report: 'Report',
    registration: 'Registration',
  },
  unsupported: 'Support taken back',
  named: (kind, title) => `${kind}: ${title}`,
  savedOn: (date) => `Saved on ${date}`,
  receivedOn: (date) => `Received on ${date}`,
  code: 'Receipt code',
  where: {
    answer: 'With this code you can correct or withdraw it on the consultation’s page.',
    support: 'To take it back, return to this text and press the support button again.',
    proposal: 'With this code you can correct or withdraw it on the consultation’s page.',
    comment: 'With this code you can correct or withdraw it on the consultation’s page.',
    report: 'With this code you can withdraw it on the consultation’s page.',
    registration: 'With this code you can correct or cancel it on the consultation’s page.',
  },
  page: 'Go to this page',
  pageNamed: (title) => `Go to this page: ${title}`,
  refusedWhere: (kind) =>
    kind === 'support' ? '' : 'To read it again and resend it, return to the page where you wrote it.',
  tried: (count) => counted(count, 'attempt to send', 'attempts to send'),
  unreadable: 'Unreadable item, kept as it is. You can save it to a file or erase it.',
  waits:
    'Your answer is waiting for the network. It will leave by itself: here, or when you open this page again.',
  waitsInPage:
    'Your answer is in this page only. It will leave when the network is back, if the page stays open. Do not close it before, or save your answer to a file.',
  sendNow: 'Send now',
  sendAll: 'Send everything now',
  send: 'Send',
  sendNamed: (title) => `Send: ${title}`,
  exportAll: 'Save everything to a file',
  exportOne: 'Save to a file',
  fileAbout: (date) =>
    `Your contributions kept on this device, on ${date}. Keep this file to yourself: it holds your receipt codes.`,
  fileName: 'my-contributions',
  erase: 'Erase',
  eraseNamed: (title) => `Erase from this device: ${title}`,
  eraseSure: 'This contribution has not been received. If you erase it, it is lost. Do you want to erase it?',
  eraseReceiptSure:
    'Without this receipt you can no longer correct or withdraw your contribution. Do you want to erase it from here?',
  eraseConfirm: 'Yes, erase',
  eraseAll: 'Erase everything from this device',
  eraseAllSure:
    'All that this site keeps here of your contributions will be erased: receipts, drafts, random identifiers, and what waits to be sent, which will be lost. What was received stays received, and you cannot correct or withdraw it any more unless you noted the codes. Do you want to erase everything?',
  eraseAllConfirm: 'Yes, erase everything',
  allErased: 'Everything is erased from this device.',
  allNotErased: 'Not everything is erased: something is still on this device.',
  cancel: 'Cancel',
  erased: 'Erased from this device.',
  eraseFailed: 'It could not be erased: it is still on this device.',
  nothingWent: 'Still no reply from the service. Sending will be tried again.',
  notSent: 'It could not be sent. Please try again.',
  notAllAccepted: 'Not everything was accepted. See above what you can do.',
  allWent: 'Everything is sent.',
};
