import { Consultations } from '../consultations.js';
import { Contributions } from '../contributions.js';
import { ProblemError } from '../problems.js';
import { CliError, onlyArg, readArgs, withDatabase, type Command } from './command.js';

/** Withdraws an answer on a citizen's request. */
export const withdraw: Command = {
  usage: { fr: 'CODE', en: 'CODE' },
  summary: {
    fr: 'retirer une réponse, à la demande de son auteur',
    en: 'withdraw an answer, when its author asks for it',
  },
  help: {
    fr: `Retire la réponse dont une personne vous donne le code de reçu (quatre groupes de quatre caractères ; les
minuscules, la lettre O pour un zéro, I ou L pour un un sont compris). Le contenu de la réponse est effacé tout de
suite et définitivement ; elle ne compte plus dans les résultats. La personne peut aussi le faire elle-même, sur la
page de la consultation.

Exemple :
  cnr withdraw 7Q2M-X0VK-94TB-ZD1R`,
    en: `Withdraws the answer of which a person gives you the receipt code (four groups of four characters; lower case,
the letter O for a zero, I or L for a one are understood). What the answer said is erased at once and for good; it no
longer counts in the results. People can also do this themselves, on the page of the consultation.

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
              ? 'Cette réponse a été corrigée depuis : son contenu est déjà effacé. Demandez le code de reçu de la correction.'
              : 'This answer was corrected since: what it said is erased already. Ask for the receipt code of the correction.'
            : french
              ? 'Aucune réponse n’a ce code de reçu. Vérifiez chaque caractère.'
              : 'No answer has this receipt code. Check every character.';
        throw new CliError(sentence, { cause: error });
      });
    });
    context.print(
      french
        ? 'La réponse est retirée, son contenu est effacé.'
        : 'The answer is withdrawn, what it said is erased.',
    );
    return 0;
  },
};
