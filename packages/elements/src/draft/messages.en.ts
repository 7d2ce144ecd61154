import type { DraftMessages } from './messages.fr.js';

/** English sentences of `<cnr-draft>`. */
export const en: DraftMessages = {
  found: (date) => `A draft of ${date} is kept on this device.`,
  resume: 'Resume my draft',
  restart: 'Start again',
  erase: 'Erase the draft',
  eraseSure: 'The answers of this draft will be lost. Do you want to erase it?',
  eraseConfirm: 'Yes, erase',
  cancel: 'Cancel',
  erased: 'The draft is erased from this device.',
  eraseFailed: 'The draft is not erased from this device.',
  keep: 'Keep my draft on this device',
  keepHint: 'It stays there for 24 hours. Better not on a shared computer.',
  replaceSure: (date) =>
    `A draft of ${date} is already kept on this device. Do you want to erase it and keep this one in its place?`,
  replaceConfirm: 'Yes, replace',
  saved: 'Draft kept on this device.',
  unsaved: 'This device cannot keep the draft.',
};
