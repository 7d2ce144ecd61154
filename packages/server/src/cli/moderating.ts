import { idIn } from '@cnr-widgets/contract';
import type { Database } from '../database.js';
import { findByPrefix, type Item } from '../moderation/queue.js';
import { fr } from '../moderation/words.fr.js';
import { en } from '../moderation/words.en.js';
import { CliError, say, type Bilingual, type Context } from './command.js';

/** What `cnr moderate` works with, whatever is asked of it. */
export interface Moderating {
  db: Database;
  context: Context;
  consultation: string;
  /** Who decides, as it will stand in the journal. */
  actor: string;
  now: Date;
}

/** The words of the moderation's pages, in the operator's language. */
export function wordsOf({ locale }: Context): typeof fr {
  return locale === 'fr' ? fr : en;
}

/**
 * Text that somebody wrote, for a terminal: control characters, which could move its cursor or change its title, are
 * shown as such.
 */
export function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (one) => (one === '\n' ? one : '\uFFFD'));
}

/** On one line, and no longer than that. */
export function oneLine(text: string, length = 60): string {
  const line = plain(text).replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}

/** The eight first characters, which mostly say enough. */
export function shortId({ subject }: Pick<Item, 'subject'>): string {
  return idIn(subject).slice(0, 8);
}

/** What a comment is about, or what a proposal says: for a line of a list. */
export function headline(item: Item): string {
  return item.kind === 'comment' ? oneLine(item.text) : oneLine(item.title);
}

const UNKNOWN: Bilingual = {
  fr: 'rien ne commence ainsi dans cette consultation ; son auteur l’a peut-être retiré',
  en: 'nothing in this consultation begins so; its author may have withdrawn it',
};
const AMBIGUOUS: Bilingual = {
  fr: 'plusieurs commencent ainsi : donnez plus de caractères',
  en: 'several begin so: give more characters',
};
const TOO_SHORT: Bilingual = {
  fr: 'donnez au moins les huit premiers caractères de l’identifiant',
  en: 'give at least the first eight characters of the id',
};

/** The item whose id begins so, or why there is not exactly one. */
export async function itemOf(
  { db, consultation }: Moderating,
  typed: string,
): Promise<{ item: Item } | { problem: Bilingual }> {
  const prefix = typed.trim().toLowerCase();
  if (!/^[0-9a-f]{8}[0-9a-f-]*$/.test(prefix)) return { problem: TOO_SHORT };
  const [item, other] = await findByPrefix(db, consultation, prefix);
  if (!item) return { problem: UNKNOWN };
  return other ? { problem: AMBIGUOUS } : { item };
}

/** The same where there must be one. @throws CliError */
export async function theItem(moderating: Moderating, typed: string): Promise<Item> {
  const found = await itemOf(moderating, typed);
  if ('item' in found) return found.item;
  throw new CliError(`${typed}: ${say(moderating.context, found.problem)}`);
}
