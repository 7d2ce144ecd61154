import { calendarDay } from '@cnr-widgets/contract';
import { addOperator, listOperators, OperatorError, revokeOperator } from '../moderation/operators.js';
import { aligned } from './columns.js';
import { CliError, readArgs, UsageError, withDatabase, type Command, type Context } from './command.js';
import { SCOPE_OPTIONS, scopeIn, scopeText } from './operator-scope.js';

/** Letters, digits and what stands between them in names, as they are read in the journal. */
const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .'’_@-]{0,58}[\p{L}\p{M}\p{N}.])?$/u;

/** Who may moderate in a browser, or read who registered. */
export const operator: Command = {
  usage: { fr: 'add NOM [options] | list | revoke NOM', en: 'add NAME [options] | list | revoke NAME' },
  summary: {
    fr: 'dire qui peut modérer dans un navigateur, ou lire les inscrits',
    en: 'say who may moderate in a browser, or read who registered',
  },
  help: {
    fr: `Donne à une personne un jeton, avec lequel elle se connecte à la page /moderation du serveur. Un jeton par personne :
son nom est noté au journal à côté de chaque décision.

  cnr operator add NOM      créer un jeton. Il n’est montré qu’une fois : remettez-le par un moyen sûr.
  cnr operator list         voir qui a un jeton, pour quoi et jusqu’à quand
  cnr operator revoke NOM   reprendre un jeton ; la personne est déconnectée tout de suite

Sans option, un jeton permet de modérer toutes les consultations, et rien d’autre. Donnez le moins qui suffit :

  --consultation ID,ID   ces consultations seulement
  --registrations        lire les inscrits aux rencontres (noms, adresses, besoins), et ne pas modérer
  --moderation           avec --registrations : modérer aussi
  --until 2027-06-30     jusqu’à ce jour compris

Un jeton perdu ne se retrouve pas, et ce qu’il permet ne change pas : reprenez-le, puis créez-en un autre sous le même
nom. Ceux d’avant ces options permettent tout, partout : « list » les montre.

Exemple :
  cnr operator add camille.martin --consultation acces-aux-soins --until 2027-06-30`,
    en: `Gives a person a token to sign in with on the page /moderation of the server. A token a person: the name stands in
the journal beside each decision.

  cnr operator add NAME      make a token. It is shown only once: hand it over safely.
  cnr operator list          see who has one, for what and until when
  cnr operator revoke NAME   take a token back; the person is signed out at once

Without an option a token moderates all consultations, and does nothing else. Give the least that is enough:

  --consultation ID,ID   these consultations only
  --registrations        reads who registered for meetings (names, addresses, needs), and does not moderate
  --moderation           with --registrations: moderates as well
  --until 2027-06-30     until this day, included

A lost token cannot be found again, and what it allows does not change: take it back, and make another under the same
name. Those from before these options allow everything, everywhere: “list” shows them.

Example:
  cnr operator add camille.martin --consultation access-to-care --until 2027-06-30`,
  },
  async run(args, context) {
    const { values, positionals } = readArgs(args, SCOPE_OPTIONS, context.locale);
    const [action, ...names] = positionals;
    const french = context.locale === 'fr';
    if (action !== 'add' && Object.keys(values).length > 0) {
      throw new UsageError(french ? 'les options vont avec « add »' : 'options go with “add”');
    }
    if (action === 'list' && names.length === 0) return list(context);
    if (action !== 'add' && action !== 'revoke') {
      throw new UsageError(
        french ? 'il faut donner : add, list ou revoke' : 'this is needed: add, list or revoke',
      );
    }
    const [name = ''] = names;
    if (names.length !== 1 || !NAME.test(name)) {
      throw new UsageError(
        french
          ? 'il faut donner : un nom (lettres et chiffres, 60 au plus)'
          : 'this is needed: a name (letters and digits, 60 at most)',
      );
    }
    return action === 'add' ? add(name, values, context) : revoke(name, context);
  },
};

async function add(name: string, asked: Parameters<typeof scopeIn>[1], context: Context): Promise<number> {
  const french = context.locale === 'fr';
  const now = new Date();
  const { token, scope } = await withDatabase(context, async (db) => {
    const wanted = await scopeIn(db, asked, now, context);
    try {
      return { token: await addOperator(db, name, wanted, now), scope: wanted };
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      throw new CliError(
        french
          ? `${name} a déjà un jeton. Pour le remplacer : cnr operator revoke ${name}`
          : `${name} has a token already. To replace it: cnr operator revoke ${name}`,
        { cause: error },
      );
    }
  });
  // The token alone on standard output, so that it can be piped to where it is kept.
  context.print(token);
  const { rights, where, until } = scopeText(scope, context);
  context.tell(
    french
      ? `C’est le jeton de ${name}. Il n’est montré que cette fois.\nIl permet : ${rights} ; consultations : ${where} ; jusqu’au : ${until}`
      : `This is the token of ${name}. It is shown this once only.\nIt allows: ${rights}; consultations: ${where}; until: ${until}`,
  );
  return 0;
}

async function revoke(name: string, context: Context): Promise<number> {
  const french = context.locale === 'fr';
  const revoked = await withDatabase(context, (db) => revokeOperator(db, name, new Date()));
  if (!revoked) {
    throw new CliError(
      french
        ? `${name} n’a pas de jeton. La liste : cnr operator list`
        : `${name} has no token. The list: cnr operator list`,
    );
  }
  context.print(
    french ? `Le jeton de ${name} ne vaut plus rien.` : `The token of ${name} is worth nothing any more.`,
  );
  return 0;
}

async function list(context: Context): Promise<number> {
  const french = context.locale === 'fr';
  const operators = await withDatabase(context, listOperators);
  if (operators.length === 0) {
    context.print(
      french
        ? 'Personne. Pour donner un jeton : cnr operator add NOM'
        : 'Nobody. To give a token: cnr operator add NAME',
    );
    return 0;
  }
  const head = french
    ? ['NOM', 'PERMET', 'CONSULTATIONS', 'DEPUIS', 'JUSQU’AU', 'REPRIS']
    : ['NAME', 'ALLOWS', 'CONSULTATIONS', 'SINCE', 'UNTIL', 'REVOKED'];
  const rows = operators.map(({ name, createdAt, revokedAt, ...scope }) => {
    const { rights, where, until } = scopeText(scope, context);
    return [name, rights, where, calendarDay(createdAt), until, revokedAt ? calendarDay(revokedAt) : '–'];
  });
  for (const line of aligned([head, ...rows])) context.print(line);
  return 0;
}
