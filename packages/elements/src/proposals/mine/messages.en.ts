import { receiptWordsEn } from '../entry/receipt-words.en.js';
import type { MineMessages } from './messages.fr.js';

/** English sentences of `<cnr-mine>`. */
export const en: MineMessages = {
  title: 'My contributions on this device',
  loading: 'Reading this device…',
  shared: 'This device is shared: nothing is kept on it.',
  unreadable: 'This browser does not let us read what is kept on this device.',
  empty: ([one]) =>
    `Nothing is kept on this device for this consultation. When you support or write a ${one}, it appears here.`,
  left: 'No contribution is kept on this device for this consultation. What is left is a random identifier, which keeps you from being counted twice until the consultation ends, or a draft.',
  kept: 'This list is on this device alone. Whoever uses it can read it.',

  sections: {
    proposal: ([, many]) => `My ${many}`,
    support: () => 'My supports',
    comment: () => 'My comments',
    report: () => 'My reports',
  },
  on: (title) => `On “${title}”`,
  untitled: 'Without a title',
  read: 'Read it online',
  readNamed: (title) => `Read it online: ${title}`,

  receipt: receiptWordsEn,
  codeTitle: 'I have a receipt code from another device',
  eraseAll: 'Erase everything from this device',
  eraseAllSure:
    'The receipts of this consultation, what waits to be sent, and the random identifier that keeps you from being counted twice will be erased from here. What was received stays received, and you cannot correct or withdraw it any more unless you noted the codes. Your supports stay counted. Do you want to erase everything?',
  eraseAllYes: 'Yes, erase everything',
  cancel: 'Cancel',
  gone: 'Erased from this device.',
  withdrawn: 'Withdrawn: this text is erased, and nobody sees it any more.',
  erased: 'Everything is erased from this device.',
  eraseFailed: 'Erasing did not work: something is still on this device.',
};
