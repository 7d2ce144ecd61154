import { calendarDay } from '@cnr-widgets/contract';
import { latestVersions } from '../consultations.js';
import { eraseAll } from '../retention/erase-all.js';
import { erasureOf } from '../retention/erasure.js';
import { countHeld, type Held } from '../retention/held.js';
import { readTerms, type Terms } from '../retention/terms.js';
import {
  CliError,
  onlyArg,
  readArgs,
  say,
  unknownConsultation,
  withDatabase,
  type Bilingual,
  type Command,
  type Context,
} from './command.js';
import { startProgress } from './progress.js';

const DRAFT: Bilingual = {
  fr: 'C’est un brouillon : personne n’a rien envoyé.',
  en: 'It is a draft: nobody sent anything.',
};
const STAYS: Bilingual = {
  fr: `Resteront : les nombres et les résultats, comme chacun pouvait les lire ; les codes de reçu, qui répondent « effacé » ;
le journal de modération, sans les raisons qui citeraient un texte. Les inscriptions aux rencontres ont leur propre délai.`,
  en: `These stay: the numbers and the results, as everybody could read them; receipt codes, which answer “erased”; the
journal of moderation, without reasons that could quote a text. Registrations have days of their own.`,
};
const NOT_YET: Bilingual = {
  fr: 'Rien n’est effacé. Effacer est définitif : exportez d’abord ce dont vous avez besoin, puis ajoutez --yes',
  en: 'Nothing is erased. Erasing is for good: export first what you need, then add --yes',
};
const WORDS_ALONE: Bilingual = {
  fr: 'Le serveur ne l’effacera pas de lui-même : « notice.retentionMonths » n’est pas renseigné.',
  en: 'The backend will not erase it by itself: “notice.retentionMonths” is not set.',
};
const DONE: Bilingual = { fr: 'C’est effacé.', en: 'It is erased.' };

/** Erases what was sent to a consultation, before the server does. */
export const purge: Command = {
  usage: { fr: 'ID [--yes]', en: 'ID [--yes]' },
  summary: {
    fr: 'effacer ce qui a été envoyé à une consultation close',
    en: 'erase what was sent to a consultation that has closed',
  },
  help: {
    fr: `Efface tout ce que chacun a envoyé à une consultation close : réponses, propositions, commentaires, soutiens,
signalements. Le serveur le fait de lui-même, chaque heure, passé les mois de « notice.retentionMonths » ; cette
commande, tout de suite.

Sans --yes, elle dit ce qui serait effacé, ce qui resterait, et quand le serveur le fera. Vos exports et vos
sauvegardes ne sont pas effacés : c’est à vous de le faire.

  --yes   effacer ; c’est définitif

Exemple :
  cnr purge acces-aux-soins --yes`,
    en: `Erases all that people sent to a consultation that has closed: answers, proposals, comments, supports, reports.
The backend does so by itself, every hour, once the months of “notice.retentionMonths” are over; this command, at once.

Without --yes it tells what would be erased, what would stay, and when the backend will do it. Your exports and
backups are not erased: that is yours to do.

  --yes   erase; it is for good

Example:
  cnr purge access-to-care --yes`,
  },
  async run(args, context) {
    const { values, positionals } = readArgs(args, { yes: { type: 'boolean' } }, context.locale);
    const name = { fr: 'l’identifiant d’une consultation', en: 'the id of a consultation' };
    const id = onlyArg(positionals, name, context.locale);
    const now = new Date();
    await withDatabase(context, async (db) => {
      const known = await latestVersions(db).select('definition').where('id', '=', id).executeTakeFirst();
      if (!known) throw unknownConsultation(id, context);
      const dayOf = (at: Date) => calendarDay(at, known.definition.timeZone);
      const ended = (await erasureOf(db, id))?.endedAt;
      if (ended) return context.print(alreadyErased(dayOf(ended), context));
      const [terms] = await readTerms(db, id);
      if (!terms) return context.print(say(context, DRAFT));
      if (terms.graceEndsAt > now) throw new CliError(stillOpen(dayOf(terms.graceEndsAt), context));
      for (const line of plan(await countHeld(db, id), terms, dayOf, context)) context.print(line);
      if (!values.yes) throw new CliError(say(context, NOT_YET));
      const progress = startProgress(context, { fr: 'Effacement…', en: 'Erasing…' });
      await eraseAll(db, id, now).finally(() => progress.stop());
      context.print(say(context, DONE));
    });
    return 0;
  },
};

function plan(held: Held, { dueAt }: Terms, dayOf: (at: Date) => string, context: Context): string[] {
  const { answers, proposals, comments, supports, reports } = held;
  const what = say(context, {
    fr: `${answers} réponse(s), ${proposals} proposition(s), ${comments} commentaire(s), ${supports} soutien(s), ${reports} signalement(s)`,
    en: `${answers} answer(s), ${proposals} proposal(s), ${comments} comment(s), ${supports} support(s), ${reports} report(s)`,
  });
  const due = dueAt && dayOf(dueAt);
  return [
    say(context, { fr: `À effacer : ${what}.`, en: `To be erased: ${what}.` }),
    say(context, STAYS),
    due === null
      ? say(context, WORDS_ALONE)
      : say(context, {
          fr: `Le serveur l’effacera de lui-même à partir du ${due}.`,
          en: `The backend will erase it by itself from ${due} on.`,
        }),
  ];
}

function alreadyErased(day: string, context: Context): string {
  return say(context, {
    fr: `C’est déjà effacé, depuis le ${day}.`,
    en: `It was erased already, on ${day}.`,
  });
}

function stillOpen(day: string, context: Context): string {
  return say(context, {
    fr: `Des envois peuvent encore arriver jusqu’au ${day} : rien n’est effacé avant.`,
    en: `Things may still arrive until ${day}: nothing is erased before.`,
  });
}
