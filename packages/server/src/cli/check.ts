import { NEEDS_FILE, readArgs, say, UsageError, type Command } from './command.js';
import { faultLine, readDefinition, remarkLine, type LocatedFault } from './definition-file.js';

/** Checks a file; the database is not needed. */
export const check: Command = {
  usage: { fr: 'FICHIER…', en: 'FILE…' },
  summary: { fr: 'vérifier le fichier d’une consultation', en: 'check the file of a consultation' },
  help: {
    fr: `Vérifie le fichier d’une ou de plusieurs consultations et dit, pour chaque erreur, où elle est (ligne, colonne, chemin) et
comment la corriger. Rien n’est enregistré, et la base de données n’est pas nécessaire.

Un brouillon ("draft": true) peut encore manquer de dates, de mentions d’information ou de sites autorisés : la
commande en donne la liste.

Code de retour : 0 sans erreur (même s’il reste à compléter un brouillon), 1 avec erreur.

Exemple :
  cnr check acces-aux-soins.json`,
    en: `Checks the file of one or more consultations and says, for each fault, where it is (line, column, path) and how to mend
it. Nothing is recorded, and no database is needed.

A draft ("draft": true) may still lack dates, notice or allowed sites: the command lists them.

Exit code: 0 without a fault (even if a draft is incomplete), 1 with faults.

Example:
  cnr check access-to-care.json`,
  },
  async run(args, context) {
    const { positionals: files } = readArgs(args, {}, context.locale);
    if (files.length === 0) throw new UsageError(say(context, NEEDS_FILE));
    const faults: LocatedFault[] = [];
    for (const file of files) {
      const found = await readDefinition(file, context);
      for (const fault of found.faults) context.print(faultLine(file, fault, context));
      for (const remark of found.remarks) context.print(remarkLine(file, remark, context));
      faults.push(...found.faults);
    }
    const wrong = faults.filter(({ severity }) => severity === 'fault').length;
    const incomplete = faults.length - wrong;
    const french = context.locale === 'fr';
    if (wrong > 0) {
      context.print(french ? `${wrong} erreur(s) à corriger.` : `${wrong} fault(s) to mend.`);
      return 1;
    }
    if (incomplete > 0) {
      context.print(
        french
          ? `Aucune erreur ; ${incomplete} point(s) à compléter avant d’ouvrir.`
          : `No fault; ${incomplete} thing(s) to complete before it can open.`,
      );
    } else {
      context.print(french ? 'Aucune erreur.' : 'No fault.');
    }
    return 0;
  },
};
