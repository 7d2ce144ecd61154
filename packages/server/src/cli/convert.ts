import { join } from 'node:path';
import { ContractError, type Consultation } from '@cnr-widgets/contract';
import { fromAgora, fromCnr2022 } from '../convert.js';
import { CliError, onlyArg, readArgs, UsageError, type Command } from './command.js';
import { readJsonFile } from './definition-file.js';
import { makeFolder, writeFiles } from './written-files.js';

const FORMS = { cnr2022: fromCnr2022, agora: fromAgora };

/** Makes drafts out of questionnaires that were asked elsewhere. */
export const convert: Command = {
  usage: {
    fr: '--from cnr2022|agora FICHIER --out DOSSIER [--force]',
    en: '--from cnr2022|agora FILE --out FOLDER [--force]',
  },
  summary: {
    fr: 'faire des brouillons de questionnaires existants',
    en: 'make drafts of existing questionnaires',
  },
  help: {
    fr: `Transforme des questionnaires déjà posés ailleurs en brouillons, un fichier par questionnaire. Les questions et
les choix sont repris tels quels. Complétez ensuite chaque fichier (titre, résumé, dates, mentions d’information…) :
« cnr check » dit ce qui manque. Si l’un des fichiers existe déjà, aucun n’est écrit.

  --from cnr2022   les questionnaires du Conseil national de la refondation (2022, export Django)
  --from agora     les consultations de l’application Agora ; les branchements n’y figurent pas
  --out DOSSIER    où écrire les brouillons
  --force          remplacer les fichiers qui existent déjà, avec ce que vous y avez complété

Exemple :
  cnr convert --from agora agora-consultations.json --out brouillons`,
    en: `Turns questionnaires that were asked elsewhere into drafts, one file a questionnaire. Questions and choices are
kept as they are. Then complete each file (title, summary, dates, notice…): “cnr check” says what is missing. If one of
the files is there already, none is written.

  --from cnr2022   the questionnaires of the Conseil national de la refondation (2022, a Django export)
  --from agora     the consultations of the Agora app; their branches are not in it
  --out FOLDER     where to write the drafts
  --force          replace files that are there already, with all that you completed in them

Example:
  cnr convert --from agora agora-consultations.json --out drafts`,
  },
  async run(args, context) {
    const options = {
      from: { type: 'string' },
      out: { type: 'string' },
      force: { type: 'boolean' },
    } as const;
    const { values, positionals } = readArgs(args, options, context.locale);
    const french = context.locale === 'fr';
    const file = onlyArg(positionals, { fr: 'un fichier', en: 'a file' }, context.locale);
    const { from, out } = values;
    if (from !== 'cnr2022' && from !== 'agora') {
      throw new UsageError(
        french
          ? 'il faut donner : --from cnr2022 ou --from agora'
          : 'this is needed: --from cnr2022 or --from agora',
      );
    }
    if (out === undefined)
      throw new UsageError(french ? 'il faut donner : --out DOSSIER' : 'this is needed: --out FOLDER');
    const read = await readJsonFile(file, context);
    let drafts: Consultation[];
    try {
      drafts = FORMS[from](read);
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      throw new CliError(
        french
          ? `${file} n’a pas la forme attendue pour « ${from} » : ${error.message}`
          : `${file} does not have the shape that “${from}” has: ${error.message}`,
        { cause: error },
      );
    }
    // Questionnaires are for everybody: who may read their files is the account's own to say.
    await makeFolder(out, 0o777, context);
    const paths = drafts.map(({ id }) => join(out, `${id}.json`));
    const force = values.force === true;
    await writeFiles(paths, { force, mode: 0o666 }, context, async (writes) => {
      for (const [place, draft] of drafts.entries()) {
        await writes[place]?.(`${JSON.stringify(draft, null, 2)}\n`);
      }
    });
    for (const path of paths) context.print(path);
    return 0;
  },
};
