import { loadCommunes } from '../geo/load-communes.js';
import { readArgs, UsageError, withDatabase, type Command, type Context } from './command.js';
import { startProgress } from './progress.js';

/** The geography that meetings are found by. */
export const geo: Command = {
  usage: { fr: 'communes', en: 'communes' },
  summary: {
    fr: 'charger les communes et les codes postaux',
    en: 'load communes and postal codes',
  },
  help: {
    fr: `Prépare la recherche d’une rencontre « près de chez moi ».

  cnr geo communes    charger les communes et leurs codes postaux, si ceux de cette version ne sont pas déjà là

Le serveur le fait de lui-même au démarrage, quand une consultation tient des rencontres : cette commande sert à le
faire avant, par exemple pendant une mise à jour.

Exemple :
  cnr geo communes`,
    en: `Prepares the search for a meeting “near me”.

  cnr geo communes    load communes and their postal codes, unless those of this version are there already

The server does so by itself when it starts, if a consultation holds meetings: this command does it before, for example
during an update.

Example:
  cnr geo communes`,
  },
  async run(args, context) {
    const { positionals } = readArgs(args, {}, context.locale);
    const [action, ...more] = positionals;
    if (action === 'communes' && more.length === 0) return communes(context);
    throw new UsageError(context.locale === 'fr' ? 'il faut donner : communes' : 'this is needed: communes');
  },
};

async function communes(context: Context): Promise<number> {
  const progress = startProgress(context, { fr: 'Chargement des communes…', en: 'Loading communes…' });
  try {
    const { communes, version, loaded } = await withDatabase(context, (db) => loadCommunes(db, new Date()));
    const count = new Intl.NumberFormat(context.locale).format(communes);
    const done = loaded
      ? { fr: 'chargées', en: 'loaded' }
      : { fr: 'déjà là, rien à faire', en: 'there already, nothing to do' };
    context.print(
      context.locale === 'fr'
        ? `${count} communes (${version}) : ${done.fr}.`
        : `${count} communes (${version}): ${done.en}.`,
    );
    return 0;
  } finally {
    progress.stop();
  }
}
