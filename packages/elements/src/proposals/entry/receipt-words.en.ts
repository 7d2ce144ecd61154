import type { ReceiptMessages } from '../../receipt/messages.fr.js';

/** English sentences of `<cnr-receipt>` for a text in place of an answer. */
export const receiptWordsEn: Partial<ReceiptMessages> = {
  hint: 'Keep it: with it you can see, here and later, where your text stands, correct it or withdraw it. It is shown to you alone.',
  hintUnkept:
    'Write it down: this device does not keep it. With it you can see where your text stands, correct it or withdraw it. It is shown to you alone.',
  replaces: 'This text replaces the one before; the old code is of no use any more.',
  file: (consultation, code, date) =>
    `${consultation}\nText received on ${date}\nReceipt code: ${code}\n\nWith this code you can correct or withdraw your text.\n`,
  eraseSure: 'Without this receipt you can correct or withdraw your text only if you noted the code.',
  erased: 'The receipt is erased from this device. Your text is not erased.',
  codeUnknown: 'This code belongs to no text of this consultation. Check each character.',
  codeWithdrawn: 'The text with this code was withdrawn.',
  codeReplaced: 'The text with this code was corrected already: use the code of the last receipt.',
  correct: 'Correct this text',
  withdraw: 'Withdraw this text',
  withdrawSure: 'This text will be erased, and nobody will see it any more. Do you want to withdraw it?',
  withdrawConfirm: 'Yes, withdraw this text',
  withdrawn: 'This text is withdrawn: it is erased, and nobody sees it any more.',
};
