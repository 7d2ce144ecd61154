import { say, UsageError, type Bilingual, type Command, type Context } from './command.js';
import { checkFile, importFile } from './meetings-import.js';
import { listMeetings } from './meetings-list.js';
import { purge, showRegistrations } from './meetings-registrations.js';
import { TEMPLATE } from './meetings-words.js';

/** What can be done with the meetings of a consultation, by the word after `cnr meetings`. */
const ACTIONS: Readonly<Record<string, (args: string[], context: Context) => Promise<number>>> = {
  import: importFile,
  check: checkFile,
  list: listMeetings,
  registrations: showRegistrations,
  purge,
  template: async (_, { print, locale }) => {
    // The mark by which a spreadsheet knows UTF-8.
    print(`\uFEFF${TEMPLATE[locale]}`);
    return 0;
  },
};

const NEEDED: Bilingual = {
  fr: `il faut donner : ${Object.keys(ACTIONS).join(', ')}`,
  en: `this is needed: ${Object.keys(ACTIONS).join(', ')}`,
};

/** The public meetings of a consultation. */
export const meetings: Command = {
  usage: { fr: `${Object.keys(ACTIONS).join(' | ')} …`, en: `${Object.keys(ACTIONS).join(' | ')} …` },
  summary: {
    fr: 'enregistrer les rencontres publiques, lire qui est inscrit',
    en: 'record public meetings, read who is registered',
  },
  help: {
    fr: `Enregistre les rencontres d’une consultation, d’un tableau (CSV) ou d’un fichier JSON.

  cnr meetings template > rencontres.csv          un tableau à remplir, avec un exemple
  cnr meetings check FICHIER                      vérifier ; la base de données n’est pas nécessaire
  cnr meetings import CONSULTATION FICHIER        enregistrer, ou mettre à jour
  cnr meetings list CONSULTATION                  voir ce qui est enregistré
  cnr meetings registrations CONSULTATION RENCONTRE [FICHIER.csv]
                                                  lire qui est inscrit ; chaque lecture est notée dans le journal
  cnr meetings purge                              effacer les inscriptions dont le délai est passé ; le serveur le
                                                  fait aussi de lui-même, toutes les heures

Une erreur est dite avec sa ligne et sa colonne ; rien n’est alors enregistré. Ce qui se comprend est réparé, et dit :
formes de dates, fin absente, commune d’après le code postal, coordonnées échangées ou absentes.

Importer de nouveau met à jour : une rencontre est reconnue à son identifiant, ou à son titre, sa commune et son début.
Celles qui ne sont plus dans le fichier sont nommées, et restent comme elles sont ; celles qui changent et où des
personnes sont inscrites sont nommées, avec le nombre d’inscriptions.

Options de « import » :
  --dry-run          tout vérifier et tout dire, sans rien enregistrer
  --skip-wrong       enregistrer les rencontres justes, laisser les autres
  --cancel-absent    annuler celles qui ne sont plus dans le fichier et ne sont pas passées
  --yes              avec --cancel-absent, en annuler même plus de la moitié de celles à venir ; donner une date passée
                     même à une rencontre à venir où des personnes sont inscrites
  --details          dire chaque erreur et chaque réparation, ligne par ligne, et nommer toutes les absentes (aussi
                     pour « check »)

Options de « registrations » :
  --as NOM           sous quel nom la lecture est notée ; le nom de votre session sinon
  --force            remplacer le fichier s’il existe déjà ; sinon il reste comme il est, et rien n’est lu

Exemple :
  cnr meetings import rencontres-sante rencontres.csv --dry-run`,
    en: `Records the meetings of a consultation, from a table (CSV) or a file of JSON.

  cnr meetings template > meetings.csv            a table to fill in, with an example
  cnr meetings check FILE                         check it; no database is needed
  cnr meetings import CONSULTATION FILE           record it, or bring up to date
  cnr meetings list CONSULTATION                  see what is recorded
  cnr meetings registrations CONSULTATION MEETING [FILE.csv]
                                                  read who is registered; each reading is noted in the journal
  cnr meetings purge                              erase the registrations whose time is over; the server does it by
                                                  itself as well, every hour

A fault is told with its line and column; nothing is recorded then. What can be understood is mended, and told: forms of
dates, a missing end, the commune by its postal code, coordinates that are swapped or missing.

Importing again brings up to date: a meeting is known by its id, or by its title, commune and beginning. Those that are
in the file no more are named, and stay as they are; those that change and that people are registered for are named,
with how many registrations they have.

Options of “import”:
  --dry-run          check and tell all, record nothing
  --skip-wrong       record the meetings that are right, leave the others
  --cancel-absent    cancel those that are in the file no more and are not over
  --yes              with --cancel-absent, cancel even more than half of those to come; move into the past even a
                     meeting to come that people are registered for
  --details          tell each fault and each mend, line by line, and name all the absent (also for “check”)

Options of “registrations”:
  --as NAME          under which name the reading is noted; the name of your session unless said
  --force            replace the file if it is there already; else it stays as it is, and nothing is read

Example:
  cnr meetings import health-meetings meetings.csv --dry-run`,
  },
  async run([action = '', ...args], context) {
    const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!run) throw new UsageError(say(context, NEEDED));
    return run(args, context);
  },
};
