import { idIn } from '@cnr-widgets/contract';
import type { JournalEntry } from './queue.js';
import type { Words } from './words.fr.js';

/** What an entry of the journal says was done. */
export function doneIn(words: Words, { subject, act }: Pick<JournalEntry, 'subject' | 'act'>): string {
  if (act === 'read-names') return words.namesRead(idIn(subject));
  return words.done[subject.startsWith('comment:') ? 'comment' : 'proposal'][act];
}
