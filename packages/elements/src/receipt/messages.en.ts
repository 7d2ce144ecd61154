import { failureEn } from '../failure.messages.en.js';
import type { ReceiptMessages } from './messages.fr.js';

/** English sentences of `<cnr-receipt>`. */
export const en: ReceiptMessages = {
  failedTitle: 'The receipt code cannot be asked for',
  failure: failureEn,

  title: 'Your receipt code',
  hint: 'Keep it: with it you can correct or withdraw your answer, here and later. It is shown to you alone.',
  hintUnkept:
    'Write it down: this device does not keep it. With it you can correct or withdraw your answer. It is shown to you alone.',
  replaces: 'This answer replaces the one before; the old code is of no use any more.',
  copy: 'Copy the code',
  copied: 'Code copied.',
  copyFailed: 'Copying did not work: write the code down.',
  save: 'Save the receipt',
  print: 'Print',
  file: (consultation, code, date) =>
    `${consultation}\nAnswer received on ${date}\nReceipt code: ${code}\n\nWith this code you can correct or withdraw your answer.\n`,
  fileName: 'receipt',
  erase: 'Erase from this device',
  eraseSure: 'Without this receipt you can correct or withdraw your answer only if you have noted the code.',
  eraseConfirm: 'Yes, erase the receipt',
  erased: 'The receipt is erased from this device. Your answer is not erased.',
  eraseFailed: 'The receipt is not erased from this device.',

  codeLabel: 'Receipt code',
  codeHint: '16 letters and digits, for example 7KQF-3MZT-9XRA-2B4C.',
  codeMissing: 'Write your receipt code: 16 letters and digits, for example 7KQF-3MZT-9XRA-2B4C.',
  codeUnknown: 'This code belongs to no answer to this consultation. Check each character.',
  codeWithdrawn: 'The answer with this code was withdrawn.',
  codeErased: 'What has this code is erased: the announced time is over.',
  codeReplaced: 'The answer with this code has already been corrected: use the code of the latest receipt.',
  unreachable: 'The service does not reply. Nothing has changed: try again when the network is back.',
  notOffered: 'This site cannot do this online. Write to the organiser.',

  correct: 'Correct my answer',
  withdraw: 'Withdraw my answer',
  withdrawSure: 'Your answer will be erased and no longer count. Do you want to withdraw it?',
  withdrawConfirm: 'Yes, withdraw my answer',
  withdrawn: 'Your answer is withdrawn: it is erased and no longer counts.',
  cancel: 'Cancel',
};
