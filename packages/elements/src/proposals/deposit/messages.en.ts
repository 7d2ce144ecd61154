import { counted } from '../../counted.en.js';
import type { DepositMessages } from './messages.fr.js';

/** English sentences of `<cnr-deposit>`. */
export const en: DepositMessages = {
  title: { proposals: 'Make a proposal', questions: 'Ask a question' },
  correctTitle: ([one]) => `Correct my ${one}`,
  rules: (perWeek, [one, many], before) =>
    `${counted(perWeek, one, many)} per person per week. ${
      before
        ? 'A moderator reads each text before it is published.'
        : 'Your text is published at once; a moderator may refuse it afterwards.'
    }`,
  reached: (until) => `This device has reached that limit. You can send again from ${until} on.`,
  charter: 'Rules to follow',
  charterAgreed: 'By sending you accept these rules.',

  titleLabel: 'Title (required)',
  titleHint: ([one, many], sent) =>
    `Your ${one} in one sentence.${
      sent ? ` The service receives it as you type, to find ${many} like it, and does not keep it.` : ''
    }`,
  textLabel: 'Text (required)',
  textHint: 'Explain in your own words. Write no personal data, neither yours nor another person’s.',
  theme: 'Theme (optional)',
  noTheme: 'No theme',
  territory: 'Département concerned (optional)',
  noTerritory: 'None in particular',
  name: 'Name to be shown (optional)',
  nameHint: 'A first name, a pseudonym: everybody will see it. Left empty, your text has no name.',
  left: (left) =>
    left < 0
      ? `${counted(-left, 'character', 'characters')} too many`
      : counted(left, 'character left', 'characters left'),

  similarTitle: 'Perhaps written already: support rather than repeat',
  similarRead: 'Perhaps written already: read before repeating',
  similarClosed: {
    answered: ([one]) => `This ${one} has an answer already: read it in the list.`,
    archived: ([one]) => `This ${one} is archived: it can still be read in the list.`,
  },
  similarFound: (count, [one, many]) =>
    `${counted(count, `similar ${one}`, `similar ${many}`)} found below the title.`,

  errors: (count) =>
    count === 1 ? 'One field to look at' : `${counted(count, 'field', 'fields')} to look at`,
  faults: {
    title: {
      proposals: 'Title: say your proposal in one sentence, for example “A bus to the station on Sundays”.',
      questions:
        'Title: ask your question in one sentence, for example “When will a bus go to the station on Sundays?”.',
    },
    titleLong: (over) => `Title: take out ${counted(over, 'character', 'characters')}.`,
    text: {
      proposals: 'Text: explain in a few sentences what you propose, and why.',
      questions: 'Text: explain in a few sentences what you want to know, and why.',
    },
    textLong: (over) => `Text: take out ${counted(over, 'character', 'characters')}.`,
    nameLong: (over) => `Name: take out ${counted(over, 'character', 'characters')}.`,
  },

  review: 'Look again before sending',
  previewTitle: 'This is what others will see',
  by: (name) => `by ${name}`,
  noName: 'no name',
  send: 'Send',
  change: 'Change',
  sending: 'Sending…',
  unsaved: 'Your text is neither saved nor sent. It is still on this page: try again.',
  another: { proposals: 'Make another proposal', questions: 'Ask another question' },
  doneTitle: ([one]) => `Your ${one}`,
};
