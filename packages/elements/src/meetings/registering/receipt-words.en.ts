import type { ReceiptMessages } from '../../receipt/messages.fr.js';

/** English sentences of `<cnr-receipt>` for a registration in place of an answer. */
export const receiptWordsEn: Partial<ReceiptMessages> = {
  hint: 'Keep it: with it you can read your registration again, here and on another device, correct it or cancel it. It is shown to you alone.',
  hintUnkept:
    'Write it down: this device does not keep it. With it you can read your registration again, correct it or cancel it. It is shown to you alone.',
  replaces: 'This registration replaces the one before; the old code is of no use any more.',
  file: (consultation, code, date) =>
    `${consultation}\nRegistration received on ${date}\nReceipt code: ${code}\n\nWith this code you can read, correct or cancel your registration.\n`,
  eraseSure:
    'Your place stays reserved. Without this receipt you can correct or cancel your registration only if you noted the code.',
  erased: 'The receipt is erased from this device. Your registration stands.',
  codeUnknown: 'This code belongs to no registration. Check each character.',
  codeWithdrawn: 'The registration with this code was cancelled.',
  codeReplaced: 'The registration with this code was corrected already: use the code of the last receipt.',
  correct: 'Correct my registration',
  withdraw: 'Cancel my registration',
  withdrawSure: 'Your registration will be erased and the place will be free again. Cancel it?',
  withdrawConfirm: 'Yes, cancel my registration',
  withdrawn: 'Your registration is cancelled: the place is free again.',
  cancel: 'Go back',
};
