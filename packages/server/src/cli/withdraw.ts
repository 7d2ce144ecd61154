import { Consultations } from '../consultations.js';
import { Contributions } from '../contributions.js';
import { ProblemError } from '../problems.js';
import { CliError, onlyArg, readArgs, withDatabase, type Command } from './command.js';

/** Withdraws a contribution on a citizen's request. */
export const withdraw: Command = {
  usage: { fr: 'CODE', en: 'CODE' },
  summary: {
    fr: 'retirer une réponse, une proposition, un soutien ou une inscription, à la demande de son auteur',
    en: 'withdraw an answer, a proposal, a support or a registration, when its author asks for it',
  },
  help: {
    fr: `Retire ce dont une personne vous donne le code de reçu : une réponse, une proposition, un commentaire, un
soutien, un signalement ou une inscription (quatre groupes de quatre caractères ; les minuscules, la lettre O pour un
zéro, I ou L pour un un sont compris). Le contenu est effacé tout de suite et définitivement ; il ne compte plus dans
les résultats, et la place à une rencontre est libre. La personne peut aussi le faire elle-même, sur la page de la
consultation.

Exemple :
  cnr withdraw 7Q2M-X0VK-94TB-ZD1R`,
    en: `Withdraws that of which a person gives you the receipt code: an answer, a proposal, a comment, a support, a
report or a registration (four groups of four characters; lower case, the letter O for a zero, I or L for a one are
understood). What it said is erased at once and for good; it no longer counts in the results, and a place at a meeting
is free. People can also do this themselves, on the page of the consultation.

Example:
  cnr withdraw 7Q2M-X0VK-94TB-ZD1R`,
  },
  async run(args, context) {
    const { positionals } = readArgs(args, {}, context.locale);
    const code = onlyArg(positionals, { fr: 'le code de reçu', en: 'the receipt code' }, context.locale);
    const french = context.locale === 'fr';
    await withDatabase(context, async (db) => {
      const now = () => new Date();
      await new Contributions(db, new Consultations(db, now), now).withdraw(code).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        const sentence =
          error.code === 'already-replaced'
            ? french
              ? 'Cet envoi a été corrigé depuis : son contenu est déjà effacé. Demandez le code de reçu de la correction.'
              : 'This was corrected since: what it said is erased already. Ask for the receipt code of the correction.'
            : french
              ? 'Rien n’a ce code de reçu. Vérifiez chaque caractère.'
              : 'Nothing has this receipt code. Check every character.';
        throw new CliError(sentence, { cause: error });
      });
    });
    context.print(
      french ? 'C’est retiré, le contenu est effacé.' : 'It is withdrawn, what it said is erased.',
    );
    return 0;
  },
};
