import { counted } from '../../counted.en.js';
import type { ReportMessages } from './messages.fr.js';

/** English sentences of `<cnr-report>`. */
export const en: ReportMessages = {
  legend: 'Why should this text not be here? (required)',
  reasons: {
    insult: 'It insults or threatens someone',
    'personal-data': 'It reveals personal data',
    'off-topic': 'It is off topic',
    spam: 'It is advertising',
    illegal: 'It is against the law',
    other: 'For another reason',
  },
  more: 'Say more (optional)',
  left: (left) =>
    left < 0
      ? `${counted(-left, 'character', 'characters')} too many`
      : counted(left, 'character left', 'characters left'),
  missing: 'Choose a reason, for example “It is off topic”.',
  send: 'Report to the moderators',
  sending: 'Sending…',
  unsaved: 'Neither saved nor sent. Try again.',
};
