import { ACTS } from '../moderation/rules.js';
import {
  actorOf,
  readArgs,
  unknownConsultation,
  UsageError,
  withDatabase,
  type Bilingual,
  type Command,
} from './command.js';
import { applyFile, exportQueue } from './moderate-batch.js';
import { answerOne, decideOn } from './moderate-decide.js';
import { showItem, showJournal, showQueue } from './moderate-read.js';
import type { Moderating } from './moderating.js';

const OPTIONS = {
  reason: { type: 'string' },
  file: { type: 'string' },
  author: { type: 'string' },
  date: { type: 'string' },
  state: { type: 'string' },
  sort: { type: 'string' },
  as: { type: 'string' },
  confirm: { type: 'boolean' },
  'keep-going': { type: 'boolean' },
  force: { type: 'boolean' },
} as const;

const NEEDS: Record<'consultation' | 'id' | 'file', Bilingual> = {
  consultation: { fr: 'l’identifiant d’une consultation', en: 'the id of a consultation' },
  id: { fr: 'un identifiant', en: 'an id' },
  file: { fr: 'un fichier', en: 'a file' },
};

/** What citizens wrote, read and decided upon. */
export const moderate: Command = {
  usage: { fr: 'ID [ACTION]', en: 'ID [ACTION]' },
  summary: {
    fr: 'lire et décider ce que les citoyens ont écrit',
    en: 'read what citizens wrote, and decide on it',
  },
  help: {
    fr: `Montre ce que les citoyens ont écrit (propositions, questions, commentaires), et fait ce que vous décidez. La même
chose se fait dans un navigateur, à l’adresse /moderation du serveur, avec un jeton (cnr operator add).

Lire :
  cnr moderate ID                        ce qui attend, le plus ancien d’abord, puis ce qui est signalé
  cnr moderate ID queue --state ÉTAT     une autre liste : submitted, reported, published, selected, answered,
                                         archived, refused
      --sort supports                    les plus soutenues d’abord (aussi pour export)
  cnr moderate ID show N                 un texte en entier, ses signalements, ce qui a été fait
  cnr moderate ID journal [N]            toutes les décisions ; rien ne peut y être changé

Décider (N : un identifiant, ou ses huit premiers caractères ; plusieurs à la fois sont possibles) :
  cnr moderate ID accept N…              le rendre visible
  cnr moderate ID refuse N… --reason "…" le refuser, ou le retirer ; l’auteur lit la raison
  cnr moderate ID restore N…             le remettre en ligne
  cnr moderate ID select N…              le montrer comme retenu par l’organisateur
  cnr moderate ID archive N…             le laisser visible, sans soutiens nouveaux
  cnr moderate ID keep N…                le maintenir, et classer les signalements
  cnr moderate ID answer N --file F      publier la réponse de l’organisateur : un texte (.md) ou un fichier .json
      --author "La préfète" --date 22/11/2026   (sinon : l’organisateur, aujourd’hui)

Par lots, dans un tableur :
  cnr moderate ID export file.csv        écrire la liste ; remplissez les colonnes act et reason
      --force                            remplacer le fichier s’il existe déjà, avec ce que vous y avez rempli
  cnr moderate ID apply file.csv         dire ce qui serait fait, ligne par ligne, sans rien faire
  cnr moderate ID apply file.csv --confirm     le faire : tout, ou rien si une ligne est fausse
      --keep-going                       faire les lignes justes, dire les autres

  --as NOM   sous quel nom la décision est notée au journal ; par défaut, votre nom de session

Exemple :
  cnr moderate questions-sarthe refuse 1a2b3c4d --reason "Votre texte nomme une personne."`,
    en: `Shows what citizens wrote (proposals, questions, comments), and does what you decide. The same is done in a
browser, at the address /moderation of the server, with a token (cnr operator add).

Read:
  cnr moderate ID                        what waits, the oldest first, then what was reported
  cnr moderate ID queue --state STATE    another list: submitted, reported, published, selected, answered,
                                         archived, refused
      --sort supports                    the most supported first (for export too)
  cnr moderate ID show N                 the whole of a text, its reports, what was done
  cnr moderate ID journal [N]            every decision; nothing in it can be changed

Decide (N: an id, or its first eight characters; several at once are possible):
  cnr moderate ID accept N…              make it visible
  cnr moderate ID refuse N… --reason "…" refuse it, or take it down; the author reads the reason
  cnr moderate ID restore N…             put it back online
  cnr moderate ID select N…              show it as chosen by the organiser
  cnr moderate ID archive N…             leave it visible, without new supports
  cnr moderate ID keep N…                keep it, and settle the reports
  cnr moderate ID answer N --file F      publish the organiser's answer: a text (.md) or a .json file
      --author "The prefect" --date 2026-11-22   (else: the organiser, today)

In batches, in a spreadsheet:
  cnr moderate ID export file.csv        write the list; fill in the columns act and reason
      --force                            replace the file if it is there already, with all that you filled in
  cnr moderate ID apply file.csv         say what would be done, line by line, and do nothing
  cnr moderate ID apply file.csv --confirm     do it: all, or nothing when a line is wrong
      --keep-going                       do the lines that are right, and say the others

  --as NAME   under which name the decision stands in the journal; the name of your session unless said

Example:
  cnr moderate questions-sarthe refuse 1a2b3c4d --reason "Your text names a person."`,
  },
  async run(args, context) {
    const { values, positionals } = readArgs(args, OPTIONS, context.locale);
    const [consultation, action = 'queue', ...rest] = positionals;
    const needs = (what: keyof typeof NEEDS): UsageError =>
      new UsageError(
        context.locale === 'fr' ? `il faut donner : ${NEEDS[what].fr}` : `this is needed: ${NEEDS[what].en}`,
      );
    if (consultation === undefined) throw needs('consultation');
    const only = (what: 'id' | 'file'): string => {
      const [first, ...more] = rest;
      if (first === undefined || more.length > 0) throw needs(what);
      return first;
    };
    const act = ACTS.find((name) => name === action);
    const actions = ['queue', 'show', 'journal', 'export', 'apply'];
    if (!act && !actions.includes(action)) {
      throw new UsageError(
        context.locale === 'fr' ? `« ${action} » n’est pas une action` : `“${action}” is no action`,
      );
    }
    const actor = actorOf(context, values.as);
    return withDatabase(context, async (db) => {
      const known = await db
        .selectFrom('consultations')
        .select('id')
        .where('id', '=', consultation)
        .executeTakeFirst();
      if (!known) throw unknownConsultation(consultation, context);
      const moderating: Moderating = { db, context, consultation, actor, now: new Date() };
      if (act === 'answer') return answerOne(moderating, only('id'), values);
      if (act) return decideOn(moderating, act, rest, values.reason);
      if (action === 'export') return exportQueue(moderating, only('file'), values);
      if (action === 'apply') {
        const { confirm = false, 'keep-going': keepGoing = false } = values;
        return applyFile(moderating, only('file'), { confirm, keepGoing });
      }
      if (action === 'show') await showItem(moderating, only('id'));
      else if (action === 'journal') await showJournal(moderating, rest.length > 0 ? only('id') : undefined);
      else await showQueue(moderating, values);
      return 0;
    });
  },
};
