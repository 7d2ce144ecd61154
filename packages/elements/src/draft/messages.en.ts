import type { DraftMessages } from './messages.fr.js';

/** English sentences of `<cnr-draft>`. */
export const en: DraftMessages = {
  found: (date) => `A draft of ${date} is kept on this device.`,
  resume: 'Resume my draft',
  erase: 'Erase the draft',
  erased: 'The draft is erased from this device.',
  eraseFailed: 'The draft is not erased from this device.',
  keep: 'Keep my draft on this device',
  keepHint: 'It stays there for 24 hours. Better not on a shared computer.',
  saved: 'Draft kept on this device.',
  unsaved: 'This device cannot keep the draft.',
};
