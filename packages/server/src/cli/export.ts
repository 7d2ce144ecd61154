import { join } from 'node:path';
import { calendarDay, isQuestion, type Questionnaire } from '@cnr-widgets/contract';
import type { Database } from '../database.js';
import { csvColumns, csvHead, csvRow, type ExportedAnswer } from '../export-csv.js';
import { liveAnswers } from '../live-answers.js';
import { erasureOf } from '../retention/erasure.js';
import {
  CliError,
  noQuestionnaire,
  onlyArg,
  readArgs,
  say,
  unknownConsultation,
  UsageError,
  withDatabase,
  type Bilingual,
  type Command,
  type Context,
} from './command.js';
import { CSV_WORDS, README } from './export-words.js';
import { startProgress } from './progress.js';
import { makeFolder, writeFiles, type Write } from './written-files.js';

type Format = 'csv' | 'jsonl';

const ERASED: Bilingual = {
  fr: 'Les réponses sont effacées : leur délai est passé. Restent les résultats : cnr results ID',
  en: 'The answers are erased: their time is over. The results are left: cnr results ID',
};

/** Writes the answers as they are. */
export const exportCommand: Command = {
  usage: {
    fr: 'ID --raw [--format csv|jsonl] [--out DOSSIER] [--force]',
    en: 'ID --raw [--format csv|jsonl] [--out FOLDER] [--force]',
  },
  summary: { fr: 'exporter les réponses brutes', en: 'export the raw answers' },
  help: {
    fr: `Écrit les réponses reçues, telles quelles, dans un dossier : un fichier CSV (une ligne par réponse, une colonne
par question, à ouvrir dans un tableur), un fichier JSON Lines (pour un programme) et un LISEZMOI.txt qui dit ce
qu’ils contiennent. Chaque réponse y a un numéro, la version du questionnaire et le jour où elle est arrivée. N’y sont
pas : les réponses retirées ou corrigées, les codes de reçu, et ce qui permettrait d’en obtenir un (l’identifiant de
la réponse, l’heure).

Ce sont des données personnelles : des textes libres peuvent nommer quelqu’un. --raw dit que vous le savez. La
version à publier en données ouvertes n’est pas encore disponible.

  --format csv|jsonl   un seul des deux formats
  --out DOSSIER        où écrire ; par défaut, le dossier export-IDENTIFIANT
  --force              remplacer les fichiers d’un export précédent ; sinon ils restent comme ils sont

Exemple :
  cnr export acces-aux-soins --raw --out export-soins`,
    en: `Writes the answers as they were received into a folder: a CSV file (a row an answer, a column a question, for a
spreadsheet), a JSON Lines file (for a program) and a LISEZMOI.txt (read-me) that says what they contain. Each answer has
a number, the version of the questionnaire and the day on which it came. Not in it: answers that were withdrawn or
replaced, receipt codes, and what would get one (the id of the answer, the time).

This is personal data: free text may name somebody. --raw says that you know. The form to publish as open data is not
available yet.

  --format csv|jsonl   one of the two formats only
  --out FOLDER         where to write; the folder export-ID unless said otherwise
  --force              replace the files of an earlier export; else they stay as they are

Example:
  cnr export access-to-care --raw --out care-export`,
  },
  async run(args, context) {
    const options = {
      raw: { type: 'boolean' },
      format: { type: 'string' },
      out: { type: 'string' },
      force: { type: 'boolean' },
    } as const;
    const { values, positionals } = readArgs(args, options, context.locale);
    const french = context.locale === 'fr';
    const id = onlyArg(
      positionals,
      { fr: 'l’identifiant d’une consultation', en: 'the id of a consultation' },
      context.locale,
    );
    if (!values.raw) {
      throw new UsageError(
        french
          ? 'ajoutez --raw : l’export contient des données personnelles, à ne pas publier'
          : 'add --raw: the export contains personal data, which must not be published',
      );
    }
    const formats = formatsOf(values.format, french);
    const folder = values.out ?? `export-${id}`;
    await withDatabase(context, async (db) => {
      const versions = await db
        .selectFrom('consultation_versions')
        .select(['version', 'definition'])
        .where('consultation', '=', id)
        .orderBy('version', 'desc')
        .execute();
      if (versions.length === 0) throw unknownConsultation(id, context);
      const questionnaires = new Map(
        versions.flatMap(({ version, definition: { questionnaire } }) =>
          questionnaire ? [[version, questionnaire] as const] : [],
        ),
      );
      if (questionnaires.size === 0) throw noQuestionnaire(id, context);
      if (await erasureOf(db, id)) throw new CliError(say(context, ERASED));
      await makeFolder(folder, 0o700, context);
      const force = values.force === true;
      const readmeFile = join(folder, 'LISEZMOI.txt');
      const files = formats.map((format) => join(folder, `${id}.${format}`));
      const count = await writeFiles(
        [readmeFile, ...files],
        { force },
        context,
        async ([readme, ...writes]) => {
          const outputs = formats.flatMap((format, place): [Format, Write][] => {
            const write = writes[place];
            return write ? [[format, write]] : [];
          });
          const { title, timeZone } = versions[0]?.definition ?? { title: id, timeZone: undefined };
          const written = await writeAnswers(db, { id, timeZone, questionnaires }, outputs, context);
          await readme(README[context.locale]({ id, title, count: written, formats }));
          return written;
        },
      );
      context.print(french ? `${count} réponse(s) dans ${folder}` : `${count} answer(s) in ${folder}`);
    });
    return 0;
  },
};

function formatsOf(format: string | undefined, french: boolean): Format[] {
  if (format === undefined) return ['csv', 'jsonl'];
  if (format === 'csv' || format === 'jsonl') return [format];
  throw new UsageError(french ? '--format attend csv ou jsonl' : '--format takes csv or jsonl');
}

interface Asked {
  id: string;
  timeZone: string | undefined;
  /** By version. */
  questionnaires: ReadonlyMap<number, Questionnaire>;
}

async function writeAnswers(
  db: Database,
  { id, timeZone, questionnaires }: Asked,
  outputs: readonly [Format, Write][],
  context: Context,
): Promise<number> {
  const words = CSV_WORDS[context.locale];
  const columns = csvColumns([...questionnaires.values()], words);
  const questions = new Map(
    [...questionnaires].map(([version, { items }]) => [
      version,
      new Map(items.filter(isQuestion).map((question) => [question.id, question])),
    ]),
  );
  const lineOf: Record<Format, (answer: ExportedAnswer) => string> = {
    csv: (answer) => csvRow(columns, questions.get(answer.version) ?? new Map(), answer, words),
    jsonl: jsonLine,
  };
  const progress = startProgress(context, { fr: 'Export…', en: 'Exporting…' });
  let count = 0;
  try {
    for (const [format, write] of outputs) {
      // The mark by which a spreadsheet knows UTF-8.
      if (format === 'csv') await write(`\uFEFF${csvHead(columns, words)}`);
    }
    await liveAnswers(db, id, async (answers, total) => {
      const exported = answers.map(({ receivedAt, payload: { replaces: _, ...payload }, ...rest }, place) => {
        const receivedOn = calendarDay(receivedAt, timeZone);
        return { ...rest, number: count + place + 1, receivedOn, payload };
      });
      for (const [format, write] of outputs) await write(exported.map(lineOf[format]).join(''));
      count += answers.length;
      progress.step(count, total);
    });
  } finally {
    progress.stop();
  }
  return count;
}

function jsonLine({ number, version, receivedOn, late, payload }: ExportedAnswer): string {
  return `${JSON.stringify({ number, definitionVersion: version, receivedOn, late, ...payload })}\n`;
}
