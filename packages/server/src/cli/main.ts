import { inspect } from 'node:util';
import { CliError, UsageError, type Bilingual, type Command, type Context, type Locale } from './command.js';
import { check } from './check.js';
import { convert } from './convert.js';
import { exportCommand } from './export.js';
import { geo } from './geo.js';
import { importCommand } from './import.js';
import { list } from './list.js';
import { meetings } from './meetings.js';
import { moderate } from './moderate.js';
import { open } from './open.js';
import { operator } from './operator.js';
import { purge } from './purge.js';
import { results } from './results.js';
import { serve } from './serve.js';
import { withdraw } from './withdraw.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  serve,
  check,
  import: importCommand,
  open,
  list,
  results,
  export: exportCommand,
  withdraw,
  purge,
  moderate,
  meetings,
  operator,
  geo,
  convert,
};

const ABOUT: Bilingual = {
  fr: `cnr : recevoir les réponses à une consultation publique

L’après-midi type, du fichier aux résultats :
  cnr check ma-consultation.json      vérifier le fichier
  cnr import ma-consultation.json     l’enregistrer
  cnr open ma-consultation            la rendre publique
  cnr list                            suivre le nombre de réponses
  cnr results ma-consultation         lire les résultats

Commandes :
{commands}

« cnr COMMANDE --help » explique chaque commande, avec un exemple.
La base de données est donnée par la variable DATABASE_URL.
In English: cnr --lang en --help`,
  en: `cnr: receives the answers to a public consultation

The usual afternoon, from file to results:
  cnr check my-consultation.json      check the file
  cnr import my-consultation.json     record it
  cnr open my-consultation            make it public
  cnr list                            watch the number of answers
  cnr results my-consultation         read the results

Commands:
{commands}

“cnr COMMAND --help” explains each command, with an example.
The database is given by the variable DATABASE_URL.
En français : cnr --lang fr --help`,
};

/** Above an error that no command expected. */
const UNKNOWN: Bilingual = {
  fr: 'Une erreur que ce programme ne connaît pas. Si elle revient, transmettez ce qui suit à qui le maintient :',
  en: 'An error that this program does not know. If it comes again, pass what follows on to who maintains it:',
};

const TERMINAL: Omit<Context, 'locale'> = {
  env: process.env,
  print: (text) => void process.stdout.write(`${text}\n`),
  tell: (text) => void process.stderr.write(`${text}\n`),
};

/**
 * The operator's command line.
 * @param argv what follows `cnr`
 * @param surroundings the process's own environment and outputs, unless others are given
 * @returns the exit code: 0 done, 1 it could not be done or faults were found, 2 it was typed wrongly
 */
export async function run(argv: readonly string[], surroundings = TERMINAL): Promise<number> {
  const { locale, args } = languageOf(argv, surroundings.env);
  const context: Context = { ...surroundings, locale };
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    context.print(about(locale));
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    context.tell(
      locale === 'fr' ? `cnr : « ${name} » n’est pas une commande.` : `cnr: “${name}” is no command.`,
    );
    context.tell(about(locale));
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    context.print(`cnr ${name} ${command.usage[locale]}\n\n${command.help[locale]}`);
    return 0;
  }
  try {
    return await command.run(rest, context);
  } catch (error) {
    if (error instanceof UsageError) {
      context.tell(
        `cnr ${name}${locale === 'fr' ? ' ' : ''}: ${error.message}\ncnr ${name} ${command.usage[locale]}`,
      );
      context.tell(locale === 'fr' ? `Aide : cnr ${name} --help` : `Help: cnr ${name} --help`);
      return 2;
    }
    context.tell(error instanceof CliError ? error.message : `${UNKNOWN[locale]}\n${inspect(error)}`);
    return 1;
  }
}

/** French, unless `--lang en`, then `CNR_LANG`, then the system's own language say English. */
function languageOf(argv: readonly string[], env: Context['env']): { locale: Locale; args: string[] } {
  const args = [...argv];
  const place = args.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  let asked: string | undefined;
  if (place >= 0) {
    const [option = ''] = args.splice(place, 1);
    asked = option.includes('=') ? option.slice('--lang='.length) : args.splice(place, 1)[0];
  }
  const { CNR_LANG, LC_ALL, LC_MESSAGES, LANG } = env;
  const language = [asked, CNR_LANG, LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? 'fr';
  return { locale: language.toLowerCase().startsWith('en') ? 'en' : 'fr', args };
}

function about(locale: Locale): string {
  const width = Math.max(
    ...Object.entries(COMMANDS).map(([name, { usage }]) => `${name} ${usage[locale]}`.length),
  );
  const lines = Object.entries(COMMANDS).map(
    ([name, { usage, summary }]) => `  ${`${name} ${usage[locale]}`.padEnd(width)}  ${summary[locale]}`,
  );
  return ABOUT[locale].replace('{commands}', lines.join('\n'));
}
