import { calendarDay } from '@cnr-widgets/contract';
import { safeCell } from '../export-csv.js';
import { MAX_REASON } from '../moderation/decide.js';
import { doneIn } from '../moderation/done.js';
import { findItem, readJournal, type Item } from '../moderation/queue.js';
import { statusAfter, type Act } from '../moderation/rules.js';
import { CliError, say, type Bilingual } from './command.js';
import { plain, wordsOf, type Moderating } from './moderating.js';
import type { CsvRow } from './read-csv.js';

/** The columns of a batch, in their order. `status` tells whether somebody else decided in between. */
export const BATCH_COLUMNS = [
  'id',
  'kind',
  'title',
  'text',
  'theme',
  'territory',
  'name',
  'received',
  'status',
  'reports',
  'supports',
  'act',
  'reason',
] as const;
export type BatchColumn = (typeof BATCH_COLUMNS)[number];

type BatchAct = Exclude<Act, 'answer'>;

/** What may be written in the column `act`: accents and case aside. */
const ACTS: Readonly<Record<string, BatchAct>> = {
  accept: 'accept',
  accepter: 'accept',
  refuse: 'refuse',
  refuser: 'refuse',
  restore: 'restore',
  remettre: 'restore',
  select: 'select',
  retenir: 'select',
  archive: 'archive',
  archiver: 'archive',
  keep: 'keep',
  maintenir: 'keep',
};

export const ACT_WORDS: Bilingual = {
  fr: 'accepter, refuser, retenir, archiver, remettre, maintenir',
  en: 'accept, refuse, select, archive, restore, keep',
};

/** One decision of the file. `row`: as a spreadsheet numbers it. `reports`: how many there were when it was written. */
export interface BatchLine {
  row: number;
  item: Item;
  act: BatchAct;
  reason: string | undefined;
  reports: number;
}

export interface BatchFault {
  row: number;
  /** As the file has it. */
  id: string;
  column: BatchColumn;
  message: string;
}

const MISSING: Bilingual = {
  fr: 'colonne absente. La première ligne doit garder les noms des colonnes.',
  en: 'column missing. The first line must keep the names of the columns.',
};
const UNKNOWN: Bilingual = {
  fr: 'aucun texte de cette consultation n’a cet identifiant ; son auteur l’a peut-être retiré',
  en: 'no text of this consultation has this id; its author may have withdrawn it',
};
const NO_ACT: Bilingual = { fr: `attend l’un de : ${ACT_WORDS.fr}`, en: `takes one of: ${ACT_WORDS.en}` };
const ANSWER: Bilingual = {
  fr: 'une réponse s’écrit à part : cnr moderate … answer ID --file …',
  en: 'an answer is written apart: cnr moderate … answer ID --file …',
};
const TWICE: Bilingual = {
  fr: 'ce texte est déjà décidé plus haut',
  en: 'this text is decided upon further up',
};
const CHANGED: Bilingual = {
  fr: 'a changé depuis l’export, ou dans le fichier : relisez le texte',
  en: 'changed since the export, or in the file: read the text again',
};

/**
 * What a filled-in file decides, and what is wrong with it, by line and column. A line with no act is left aside.
 * @throws CliError when columns are missing
 */
export async function readBatch(
  moderating: Moderating,
  [head, ...rows]: readonly CsvRow[],
  shown: (item: Item, column: BatchColumn) => string | number,
): Promise<{ lines: BatchLine[]; faults: BatchFault[] }> {
  const { context } = moderating;
  const names = head?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  const absent = (
    ['id', 'kind', 'title', 'text', 'name', 'status', 'reports', 'act', 'reason'] as const
  ).filter((column) => !names.includes(column));
  if (absent.length > 0) throw new CliError(`${absent.join(', ')}: ${say(context, MISSING)}`);
  const lines: BatchLine[] = [];
  const faults: BatchFault[] = [];
  for (const { row, cells } of rows) {
    const cell = (column: BatchColumn) => cells[names.indexOf(column)] ?? '';
    if (cell('act').trim() === '') continue;
    const read = await readLine(moderating, cell, shown, lines);
    if ('column' in read) faults.push({ row, id: cell('id').trim(), ...read });
    else lines.push({ row, ...read });
  }
  return { lines, faults };
}

async function readLine(
  { db, context, consultation }: Moderating,
  cell: (column: BatchColumn) => string,
  shown: (item: Item, column: BatchColumn) => string | number,
  before: readonly BatchLine[],
): Promise<Omit<BatchLine, 'row'> | Omit<BatchFault, 'row' | 'id'>> {
  const words = wordsOf(context);
  const typed = cell('act').trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (typed === 'answer' || typed === 'repondre') return { column: 'act', message: say(context, ANSWER) };
  const act = Object.hasOwn(ACTS, typed) ? ACTS[typed] : undefined;
  if (!act) return { column: 'act', message: say(context, NO_ACT) };
  const subject = `${cell('kind').trim()}:${cell('id').trim().toLowerCase()}`;
  const item = await findItem(db, subject);
  if (item?.consultation !== consultation) return { column: 'id', message: say(context, UNKNOWN) };
  if (before.some((line) => line.item.subject === subject))
    return { column: 'id', message: say(context, TWICE) };
  for (const column of ['title', 'text', 'name'] as const) {
    if (!alike(cell(column), shown(item, column))) return { column, message: say(context, CHANGED) };
  }
  const possible = statusAfter(act, { ...item, answered: item.answer !== null }) !== undefined;
  if (cell('status').trim() !== item.status || !possible) {
    const [last] = await readJournal(db, { subject, limit: 1 });
    const did = last ? words.lastAct(plain(last.actor), doneIn(words, last), calendarDay(last.at)) : '';
    return { column: 'act', message: `${words.status[item.kind][item.status]}. ${did || words.notPossible}` };
  }
  const reason =
    cell('reason')
      .replace(/^'(?=\s*[=+\-@])/, '')
      .trim() || undefined;
  if (act === 'refuse' && reason === undefined) return { column: 'reason', message: words.reasonRequired };
  if ((reason?.length ?? 0) > MAX_REASON)
    return { column: 'reason', message: words.reasonTooLong(MAX_REASON) };
  return { item, act, reason, reports: Number(cell('reports')) || 0 };
}

/** A spreadsheet may change line breaks and blanks at the ends; nothing else. */
function alike(cell: string, shown: string | number): boolean {
  const plainly = (text: string) => text.replace(/\s+/g, ' ').trim();
  return plainly(cell) === plainly(safeCell(shown));
}
