import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContractError } from '@cnr-widgets/contract';
import { fromAgora, fromCnr2022, type Draft } from '../convert.js';
import { CliError, onlyArg, readArgs, UsageError, type Command } from './command.js';
import { readJsonFile } from './definition-file.js';

const FORMS = { cnr2022: fromCnr2022, agora: fromAgora };

/** Makes drafts out of questionnaires that were asked elsewhere. */
export const convert: Command = {
  usage: { fr: '--from cnr2022|agora FICHIER --out DOSSIER', en: '--from cnr2022|agora FILE --out FOLDER' },
  summary: {
    fr: 'faire des brouillons de questionnaires existants',
    en: 'make drafts of existing questionnaires',
  },
  help: {
    fr: `Transforme des questionnaires déjà posés ailleurs en brouillons, un fichier par questionnaire. Les questions et
les choix sont repris tels quels. Complétez ensuite chaque fichier (titre, résumé, dates, mentions d’information…) :
« cnr check » dit ce qui manque. Un fichier qui existe déjà n’est jamais remplacé.

  --from cnr2022   les questionnaires du Conseil national de la refondation (2022, export Django)
  --from agora     les consultations de l’application Agora ; les branchements n’y figurent pas
  --out DOSSIER    où écrire les brouillons

Exemple :
  cnr convert --from agora agora-consultations.json --out brouillons`,
    en: `Turns questionnaires that were asked elsewhere into drafts, one file a questionnaire. Questions and choices are
kept as they are. Then complete each file (title, summary, dates, notice…): “cnr check” says what is missing. A file
that is there already is never replaced.

  --from cnr2022   the questionnaires of the Conseil national de la refondation (2022, a Django export)
  --from agora     the consultations of the Agora app; their branches are not in it
  --out FOLDER     where to write the drafts

Example:
  cnr convert --from agora agora-consultations.json --out drafts`,
  },
  async run(args, context) {
    const options = { from: { type: 'string' }, out: { type: 'string' } } as const;
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
    let drafts: Draft[];
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
    await mkdir(out, { recursive: true });
    for (const draft of drafts) {
      const target = join(out, `${draft.id}.json`);
      await writeFile(target, `${JSON.stringify(draft, null, 2)}\n`, { flag: 'wx' }).catch(
        (error: unknown) => {
          throw new CliError(
            french
              ? `Impossible d’écrire ${target} : existe-t-il déjà ?`
              : `Cannot write ${target}: is it there already?`,
            { cause: error },
          );
        },
      );
      context.print(target);
    }
    return 0;
  },
};
