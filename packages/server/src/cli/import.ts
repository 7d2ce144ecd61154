import { consultation, type Consultation } from '@cnr-widgets/contract';
import type { Transaction } from 'kysely';
import type { Tables } from '../database.js';
import { importConsultationWithin, PublishingError, type Imported } from '../publishing.js';
import {
  CliError,
  NEEDS_FILE,
  readArgs,
  say,
  UsageError,
  withDatabase,
  type Bilingual,
  type Command,
  type Context,
} from './command.js';
import { faultLine, pathText, readDefinition } from './definition-file.js';

const NOTHING: Bilingual = { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' };

/** Records definitions. */
export const importCommand: Command = {
  usage: { fr: 'FICHIER…', en: 'FILE…' },
  summary: {
    fr: 'enregistrer une consultation, ou sa nouvelle version',
    en: 'record a consultation, or its new version',
  },
  help: {
    fr: `Vérifie puis enregistre une ou plusieurs consultations. Un fichier qui a changé devient une nouvelle version :
les réponses déjà données restent attachées à la version que chacun a lue, rien n’est réécrit. Un fichier inchangé ne
change rien. Un serveur qui tourne sert la nouvelle version en quelques secondes.

Un brouillon ("draft": true) est enregistré sans être public : « cnr open » le rend public. Si un fichier a une
erreur, aucun n’est enregistré.

Exemple :
  cnr import acces-aux-soins.json projet-ecole.json`,
    en: `Checks, then records one or more consultations. A file that has changed becomes a new version: answers already
given stay with the version that each person read, nothing is rewritten. An unchanged file changes nothing. A running
server serves the new version within seconds.

A draft ("draft": true) is recorded without being public: “cnr open” makes it public. If one file has a fault, none
is recorded.

Example:
  cnr import access-to-care.json school-project.json`,
  },
  async run(args, context) {
    const { positionals: files } = readArgs(args, {}, context.locale);
    if (files.length === 0) throw new UsageError(say(context, NEEDS_FILE));
    const checked: { file: string; definition: Consultation }[] = [];
    let wrong = false;
    for (const file of files) {
      const { definition, faults } = await readDefinition(file, context);
      const stopping = faults.filter(({ severity }) => severity === 'fault');
      for (const fault of stopping) context.tell(faultLine(file, fault, context));
      if (stopping.length > 0) wrong = true;
      else checked.push({ file, definition: consultation.parse(definition) });
    }
    if (wrong) throw new CliError(say(context, NOTHING));
    const done = await withDatabase(context, (db) =>
      db.transaction().execute(async (transaction) => {
        const imported: Imported[] = [];
        for (const { file, definition } of checked) {
          imported.push(await importOne(transaction, file, definition, context));
        }
        return imported;
      }),
    );
    for (const one of done) context.print(outcome(one, context));
    return 0;
  },
};

async function importOne(
  transaction: Transaction<Tables>,
  file: string,
  definition: Consultation,
  context: Context,
): Promise<Imported> {
  try {
    return await importConsultationWithin(transaction, definition, new Date(), context.locale);
  } catch (error) {
    if (!(error instanceof PublishingError)) throw error;
    const missing = error.faults.map(({ path, message }) => `  ${pathText(path)}: ${message}`).join('\n');
    const incomplete = say(context, {
      fr: `${file} : cette consultation est déjà publique, son fichier doit rester complet.`,
      en: `${file}: this consultation is public already, its file must stay complete.`,
    });
    throw new CliError([incomplete, missing, say(context, NOTHING)].join('\n'), { cause: error });
  }
}

function outcome(imported: Imported, { locale }: Context): string {
  const { id, version, change, draftIgnored } = imported;
  const french = locale === 'fr';
  const done = {
    new: french ? `importée, version ${version}` : `imported, version ${version}`,
    changed: french ? `nouvelle version ${version}` : `new version ${version}`,
    unchanged: french ? `inchangée, version ${version}` : `unchanged, version ${version}`,
  }[change];
  const state = imported.public
    ? french
      ? 'publique'
      : 'public'
    : french
      ? `brouillon, non publique (cnr open ${id})`
      : `draft, not public (cnr open ${id})`;
  const remark = draftIgnored
    ? french
      ? ' ; « draft » ignoré, elle était déjà publique'
      : '; “draft” ignored, it was public already'
    : '';
  return french ? `${id} : ${done} ; ${state}${remark}` : `${id}: ${done}; ${state}${remark}`;
}
