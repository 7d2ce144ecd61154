import { consultation, type Consultation } from '@cnr-widgets/contract';
import type { Transaction } from 'kysely';
import type { Tables } from '../database.js';
import { importConsultationWithin, PublishingError, type Imported } from '../publishing.js';
import { upheavalsOf } from '../upheavals.js';
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
import { faultLine, pathText, readDefinition, remarkLine } from './definition-file.js';
import { receivedText, upheavalLines } from './upheaval-words.js';

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

Une consultation publique qui a déjà reçu des réponses ne change pas de titre, et ne perd pas une question, sans que
vous le confirmiez : un fichier copié dont l’"id" n’a pas été changé la remplacerait.

  --yes   enregistrer quand même ce qui change ainsi une consultation publique

Exemple :
  cnr import acces-aux-soins.json projet-ecole.json`,
    en: `Checks, then records one or more consultations. A file that has changed becomes a new version: answers already
given stay with the version that each person read, nothing is rewritten. An unchanged file changes nothing. A running
server serves the new version within seconds.

A draft ("draft": true) is recorded without being public: “cnr open” makes it public. If one file has a fault, none
is recorded.

A public consultation that has received answers does not change its title or lose a question unless you confirm it: a
copied file whose "id" was not changed would replace it.

  --yes   record all the same what changes a public consultation so

Example:
  cnr import access-to-care.json school-project.json`,
  },
  async run(args, context) {
    const { values, positionals: files } = readArgs(args, { yes: { type: 'boolean' } }, context.locale);
    const agreed = values.yes === true;
    if (files.length === 0) throw new UsageError(say(context, NEEDS_FILE));
    const checked: { file: string; definition: Consultation }[] = [];
    let wrong = false;
    for (const file of files) {
      const { definition, faults, remarks } = await readDefinition(file, context);
      for (const remark of remarks) context.tell(remarkLine(file, remark, context));
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
          const one = await importOne(transaction, file, definition, context);
          if (one.public && one.change === 'changed') {
            await confirmUpheavals(transaction, file, one, agreed, context);
          }
          imported.push(one);
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
    if (error.code === 'erased') {
      const erased = say(context, {
        fr: `${file} : ce qui avait été envoyé à « ${definition.id} » est effacé, elle ne rouvre pas. Donnez un autre "id".`,
        en: `${file}: what was sent to “${definition.id}” is erased, it does not open again. Give another "id".`,
      });
      throw new CliError([erased, say(context, NOTHING)].join('\n'), { cause: error });
    }
    const missing = error.faults.map(({ path, message }) => `  ${pathText(path)}: ${message}`).join('\n');
    const incomplete = say(context, {
      fr: `${file} : cette consultation est déjà publique, son fichier doit rester complet.`,
      en: `${file}: this consultation is public already, its file must stay complete.`,
    });
    throw new CliError([incomplete, missing, say(context, NOTHING)].join('\n'), { cause: error });
  }
}

/** Tells what people have answered already that would change. @throws CliError where that is not agreed to */
async function confirmUpheavals(
  transaction: Transaction<Tables>,
  file: string,
  imported: Imported,
  agreed: boolean,
  context: Context,
): Promise<void> {
  const { upheavals, received } = await upheavalsOf(transaction, imported);
  if (upheavals.length === 0) return;
  const { id } = imported;
  const counts = receivedText(received, context);
  const head = say(context, {
    fr: `${file} : « ${id} » est publique et a déjà reçu ${counts}. Ce fichier la change :`,
    en: `${file}: “${id}” is public and has received ${counts} already. This file changes it:`,
  });
  const told = [head, ...upheavalLines(upheavals, context)].join('\n');
  if (agreed) return context.tell(told);
  const way = say(context, {
    fr: 'Est-ce le bon fichier, et le bon "id" ? Si oui, ajoutez --yes',
    en: 'Is it the right file, and the right "id"? If so, add --yes',
  });
  throw new CliError([told, `${say(context, NOTHING)} ${way}`].join('\n'));
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
