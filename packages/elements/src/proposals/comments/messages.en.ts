import { counted } from '../../counted.en.js';
import type { CommentsMessages } from './messages.fr.js';

/** English sentences of `<cnr-comments>` and `<cnr-comment>`. */
export const en: CommentsMessages = {
  loading: 'Loading the comments…',
  failed: 'The comments could not be loaded. Check your network, then try again.',
  retry: 'Try again',
  empty: 'No comment yet.',
  more: 'Show more comments',
  author: (name, date) => `${name ?? 'No name'}, ${date}`,
  report: 'Report',
  reportOf: (author) => `Report the comment: ${author}`,

  title: 'Write a comment',
  correctTitle: 'Correct my comment',
  label: 'Your comment (required)',
  hint: 'Stay courteous, and write no personal data.',
  before: 'A moderator reads it before it is published.',
  after: 'It is published at once; a moderator may refuse it afterwards.',
  name: 'Name to be shown (optional)',
  left: (left) =>
    left < 0
      ? `${counted(-left, 'character', 'characters')} too many`
      : counted(left, 'character left', 'characters left'),
  missing: 'Write your comment, for example what you would add.',
  tooLong: (over) => `Take out ${counted(over, 'character', 'characters')}.`,
  send: 'Send the comment',
  sending: 'Sending…',
  unsaved: 'Neither saved nor sent. Your text is still here; try again.',
  another: 'Write another comment',
};
