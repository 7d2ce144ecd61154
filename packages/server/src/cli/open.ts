import { openConsultation, PublishingError } from '../publishing.js';
import { CliError, onlyArg, readArgs, unknownConsultation, withDatabase, type Command } from './command.js';
import { pathText } from './definition-file.js';

/** Makes a draft public. */
export const open: Command = {
  usage: { fr: 'ID', en: 'ID' },
  summary: { fr: 'rendre public un brouillon', en: 'make a draft public' },
  help: {
    fr: `Rend publique une consultation enregistrée comme brouillon. S’il manque quelque chose (dates, mentions
d’information, sites autorisés…), la commande le dit et ne change rien : complétez le fichier, « cnr import », puis
recommencez. Les réponses sont reçues entre la date d’ouverture et la date de clôture.

Exemple :
  cnr open acces-aux-soins`,
    en: `Makes public a consultation that was recorded as a draft. If something is missing (dates, notice, allowed
sites…), the command says so and changes nothing: complete the file, “cnr import”, and try again. Answers are received
between the opening and the closing date.

Example:
  cnr open access-to-care`,
  },
  async run(args, context) {
    const { positionals } = readArgs(args, {}, context.locale);
    const id = onlyArg(
      positionals,
      { fr: 'l’identifiant d’une consultation', en: 'the id of a consultation' },
      context.locale,
    );
    const french = context.locale === 'fr';
    const { opensAt, closesAt } = await withDatabase(context, (db) =>
      openConsultation(db, id, context.locale).catch((error: unknown) => {
        if (!(error instanceof PublishingError)) throw error;
        if (error.code === 'unknown-consultation') {
          throw unknownConsultation(id, context);
        }
        const missing = error.faults.map(({ path, message }) => `  ${pathText(path)}: ${message}`).join('\n');
        throw new CliError(
          french ? `${id} ne peut pas encore ouvrir :\n${missing}` : `${id} cannot open yet:\n${missing}`,
          { cause: error },
        );
      }),
    );
    context.print(
      french
        ? `${id} est publique. Réponses reçues du ${opensAt} au ${closesAt}.`
        : `${id} is public. Answers are received from ${opensAt} to ${closesAt}.`,
    );
    return 0;
  },
};
