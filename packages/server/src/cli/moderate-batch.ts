import { idIn } from '@cnr-widgets/contract';
import { csvLine } from '../export-csv.js';
import { decide, decideWithin, ModerationError } from '../moderation/decide.js';
import { wholeQueue } from '../moderation/list-queue.js';
import type { Item } from '../moderation/queue.js';
import { CliError, type Context } from './command.js';
import {
  ACT_WORDS,
  BATCH_COLUMNS,
  readBatch,
  type BatchColumn,
  type BatchFault,
  type BatchLine,
} from './batch-file.js';
import { readText } from './definition-file.js';
import { whyNot } from './moderate-decide.js';
import { queueOf, type QueueOptions } from './moderate-read.js';
import { headline, oneLine, shortId, wordsOf, type Moderating } from './moderating.js';
import { CsvError, readCsv, rowIn } from './read-csv.js';
import { writeFiles } from './written-files.js';

/** Writes a queue as a file for a spreadsheet: `act` and `reason` are empty, to be filled in. */
export async function exportQueue(
  moderating: Moderating,
  file: string,
  asked: QueueOptions & { force?: boolean },
): Promise<number> {
  const { db, context, consultation } = moderating;
  const queue = queueOf(asked, context);
  let count = 0;
  // It holds what citizens wrote before anybody read it: for its owner alone.
  await writeFiles([file], { force: asked.force ?? false }, context, async ([write]) => {
    // The mark by which a spreadsheet knows UTF-8.
    await write(`\uFEFF${csvLine(BATCH_COLUMNS)}`);
    await wholeQueue(db, { ...queue, consultation }, async (items) => {
      const lines = items.map((item) => csvLine(BATCH_COLUMNS.map((column) => cellOf(item, column))));
      await write(lines.join(''));
      count += items.length;
    });
  });
  context.print(
    context.locale === 'fr'
      ? `${count} texte(s) dans ${file}. Remplissez les colonnes act (${ACT_WORDS.fr}) et reason, puis :\n  cnr moderate ${consultation} apply ${file}`
      : `${count} text(s) in ${file}. Fill in the columns act (${ACT_WORDS.en}) and reason, then:\n  cnr moderate ${consultation} apply ${file}`,
  );
  return 0;
}

/**
 * Does what a filled-in file says, or says what it would do. All of it or nothing, unless `keepGoing`.
 * @returns the exit code
 */
export async function applyFile(
  moderating: Moderating,
  file: string,
  { confirm, keepGoing }: { confirm: boolean; keepGoing: boolean },
): Promise<number> {
  const { context, consultation } = moderating;
  const french = context.locale === 'fr';
  const { lines, faults } = await readBatch(
    moderating,
    rowsOf(await readText(file, context), file, french),
    cellOf,
  );
  for (const fault of faults) context.tell(faultLine(fault, file, context));
  const words = wordsOf(context);
  if (!confirm) {
    for (const { row, act, item } of lines) {
      const at = rowIn(file, row, context.locale, shortId(item));
      context.print(`${at}  ${words.acts[act]}  ${headline(item)}`);
    }
  }
  if (faults.length > 0 && !keepGoing) {
    context.tell(
      french
        ? `Rien n’a été fait : ${faults.length} ligne(s) à corriger. Pour appliquer les autres : --keep-going`
        : `Nothing was done: ${faults.length} line(s) to correct. To apply the others: --keep-going`,
    );
    return 1;
  }
  if (lines.length === 0) {
    context.tell(
      french
        ? 'Aucune décision dans ce fichier : la colonne act est vide.'
        : 'No decision in this file: the column act is empty.',
    );
    return faults.length > 0 ? 1 : 0;
  }
  if (!confirm) {
    const command = `cnr moderate ${consultation} apply ${file} --confirm${keepGoing ? ' --keep-going' : ''}`;
    context.tell(
      french
        ? `Rien n’a encore été fait. Pour appliquer ces ${lines.length} décision(s) :\n  ${command}`
        : `Nothing was done yet. To apply these ${lines.length} decision(s):\n  ${command}`,
    );
    return faults.length > 0 ? 1 : 0;
  }
  const done = keepGoing ? await applyEach(moderating, lines, file) : await applyAll(moderating, lines, file);
  context.print(french ? `${done} décision(s) appliquée(s).` : `${done} decision(s) applied.`);
  return done === lines.length && faults.length === 0 ? 0 : 1;
}

/** What the file shows of an item, and must show still when it comes back. */
function cellOf(item: Item, column: BatchColumn): string | number {
  switch (column) {
    case 'id':
      return idIn(item.subject);
    case 'received':
      return item.receivedAt.toISOString();
    case 'reports':
      return item.openReports;
    case 'act':
    case 'reason':
      return '';
    default:
      return item[column] ?? '';
  }
}

function decisionOf({ actor, consultation, now }: Moderating, { item, act, reason, reports }: BatchLine) {
  const seen = { revision: item.revision, openReports: reports };
  return { actor, consultation, subject: item.subject, act, reason, seen, now };
}

/** Together: when one is not possible, none is done. @throws CliError */
async function applyAll(moderating: Moderating, lines: readonly BatchLine[], file: string): Promise<number> {
  const french = moderating.context.locale === 'fr';
  await moderating.db.transaction().execute(async (transaction) => {
    for (const line of lines) {
      await decideWithin(transaction, decisionOf(moderating, line)).catch((error: unknown) => {
        if (!(error instanceof ModerationError)) throw error;
        const nothing = french ? 'Rien n’a été fait.' : 'Nothing was done.';
        const at = rowIn(file, line.row, moderating.context.locale, shortId(line.item));
        throw new CliError(`${at}  ${whyNot(error, moderating)}\n${nothing}`, { cause: error });
      });
    }
  });
  return lines.length;
}

async function applyEach(moderating: Moderating, lines: readonly BatchLine[], file: string): Promise<number> {
  let done = 0;
  for (const line of lines) {
    try {
      await decide(moderating.db, decisionOf(moderating, line));
      done++;
    } catch (error) {
      if (!(error instanceof ModerationError)) throw error;
      const at = rowIn(file, line.row, moderating.context.locale, shortId(line.item));
      moderating.context.tell(`${at}  ${whyNot(error, moderating)}`);
    }
  }
  return done;
}

function rowsOf(content: string, file: string, french: boolean) {
  try {
    return readCsv(content);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CliError(
      french
        ? `${file}:${error.line}  un guillemet est ouvert, et jamais fermé`
        : `${file}:${error.line}  a quote is opened and never closed`,
      { cause: error },
    );
  }
}

function faultLine({ row, id, column, message }: BatchFault, file: string, { locale }: Context): string {
  const at = rowIn(file, row, locale, oneLine(id).slice(0, 8));
  return locale === 'fr' ? `${at}  colonne ${column} : ${message}` : `${at}  column ${column}: ${message}`;
}
