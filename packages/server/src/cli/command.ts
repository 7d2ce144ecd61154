import { parseArgs } from 'node:util';
import { ConfigError, readDatabaseUrl } from '../config.js';
import { migrate, openDatabase, type Database } from '../database.js';
import { databaseSentence } from './database-sentence.js';

export type Locale = 'fr' | 'en';

/** One text in both languages. */
export type Bilingual = Record<Locale, string>;

/** The text in the operator's language. */
export function say({ locale }: { locale: Locale }, text: Bilingual): string {
  return text[locale];
}

/** What a command is run with. */
export interface Context {
  locale: Locale;
  env: Readonly<Record<string, string | undefined>>;
  /** What was asked for, on standard output: a line break is added. */
  print: (text: string) => void;
  /** Progress and remarks, on standard error: a line break is added. */
  tell: (text: string) => void;
}

export interface Command {
  /** What is written after the name, e.g. `FICHIER…`. */
  usage: Bilingual;
  /** One line for the list of commands. */
  summary: Bilingual;
  /** What it does, its options and an example, for somebody who has never used it. */
  help: Bilingual;
  /** @returns the exit code */
  run(args: string[], context: Context): Promise<number>;
}

/** The command cannot go on; the message is the operator's own, and says what to do. */
export class CliError extends Error {
  override readonly name = 'CliError';
}

/** Who acts, as it will stand in the journal: what was said, else the name of the session. */
export function actorOf({ env: { USER, LOGNAME } }: Context, said: string | undefined): string {
  return [said, USER, LOGNAME].find((name) => name?.trim())?.trim() ?? 'cnr';
}

/** The command was typed wrongly: its help is pointed at, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const NEEDS_FILE: Bilingual = { fr: 'il faut donner : un fichier', en: 'this is needed: a file' };

type Options = Record<string, { type: 'boolean' | 'string' }>;
type Values<T extends Options> = { [K in keyof T]?: T[K]['type'] extends 'boolean' ? boolean : string };

/** Options and words of a command line. @throws UsageError for an option that does not exist */
export function readArgs<T extends Options>(
  args: string[],
  options: T,
  locale: Locale,
): { values: Values<T>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { values: values, positionals };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new UsageError(
      locale === 'fr'
        ? `option inconnue ou incomplète : ${option}`
        : `unknown or incomplete option: ${option}`,
    );
  }
}

/** The one word that a command takes. @throws UsageError when there is none, or more */
export function onlyArg(positionals: string[], name: Bilingual, locale: Locale): string {
  const [first, ...more] = positionals;
  if (first !== undefined && more.length === 0) return first;
  throw new UsageError(locale === 'fr' ? `il faut donner : ${name.fr}` : `this is needed: ${name.en}`);
}

export function unknownConsultation(id: string, context: Context): CliError {
  const sentence = {
    fr: `Aucune consultation « ${id} ». La liste : cnr list`,
    en: `There is no consultation “${id}”. The list: cnr list`,
  };
  return new CliError(say(context, sentence));
}

/** What concerns answers was asked of a consultation that has none. */
export function noQuestionnaire(id: string, context: Context): CliError {
  const sentence = {
    fr: `« ${id} » ne pose pas de questions : il n’y a pas de réponses. Ses propositions : cnr moderate --help`,
    en: `“${id}” asks no questions: there are no answers. Its proposals: cnr moderate --help`,
  };
  return new CliError(say(context, sentence));
}

/** Runs `work` on the database of `DATABASE_URL`, its tables brought up to date, and closes it. @throws CliError */
export async function withDatabase<T>(context: Context, work: (db: Database) => Promise<T>): Promise<T> {
  const url = readUrl(context);
  let db: Database | undefined;
  try {
    // The operator sees that it goes on, and may stop it.
    db = openDatabase(url, { connections: 2, patient: true });
    await migrate(db);
    return await work(db);
  } catch (error) {
    throw asCliError(error, context);
  } finally {
    await db?.destroy();
  }
}

/** What the operator is told where the database cannot be used; any other error as it is. */
export function asCliError(error: unknown, context: Context): unknown {
  const sentence = databaseSentence(error, context);
  return sentence === undefined ? error : new CliError(sentence, { cause: error });
}

function readUrl(context: Context): string {
  try {
    return readDatabaseUrl(context.env, context.locale);
  } catch (error) {
    if (error instanceof ConfigError) throw new CliError(error.message, { cause: error });
    throw error;
  }
}
