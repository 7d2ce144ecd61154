import { loadCommunes } from '../geo/load-communes.js';
import { readArgs, UsageError, withDatabase, type Command, type Context } from './command.js';
import { importContours, resetToBuiltIn, showContours } from './geo-contours.js';
import { startProgress } from './progress.js';

/** What follows `cnr geo`. */
const ACTIONS: Readonly<Record<string, (args: string[], context: Context) => Promise<number>>> = {
  communes,
  import: importContours,
  show: showContours,
  reset: resetToBuiltIn,
};

/** The geography that meetings are found by, and that their map draws. */
export const geo: Command = {
  usage: {
    fr: 'communes | import FICHIER | show | reset',
    en: 'communes | import FILE | show | reset',
  },
  summary: {
    fr: 'charger les communes, changer les contours de la carte',
    en: 'load communes, change the contours of the map',
  },
  help: {
    fr: `Prépare la recherche d’une rencontre « près de chez moi », et la carte des rencontres.

  cnr geo communes         charger les communes et leurs codes postaux, si ceux de cette version ne sont pas déjà là
  cnr geo import FICHIER   dessiner la carte d’après des contours officiels, GeoJSON ou TopoJSON, en degrés
  cnr geo show             voir quels contours la carte montre
  cnr geo reset            revenir aux contours d’origine

Le serveur charge les communes de lui-même au démarrage, quand une consultation tient des rencontres : la commande sert
à le faire avant, par exemple pendant une mise à jour.

Les contours importés sont simplifiés à 8 ko, puis vérifiés : les 101 départements doivent y être, chacun autour d’une
ville connue ; sinon rien ne change.
  --attribution TEXTE    la source, affichée sous la carte : beaucoup de licences la demandent
  --code-property NOM    la propriété qui porte le code INSEE ; d’ordinaire elle est trouvée (code, INSEE_DEP…)
  --tolerance KM         le plus petit détail gardé ; sinon le plus fin qui tient dans 8 ko

Exemples :
  cnr geo communes
  cnr geo import departements.geojson --attribution "IGN, Admin Express 2026, licence ouverte"`,
    en: `Prepares the search for a meeting “near me”, and the map of meetings.

  cnr geo communes      load communes and their postal codes, unless those of this version are there already
  cnr geo import FILE   draw the map by official contours, GeoJSON or TopoJSON, in degrees
  cnr geo show          see which contours the map shows
  cnr geo reset         go back to the built-in contours

The server loads the communes by itself when it starts, if a consultation holds meetings: the command does it before,
for example during an update.

Imported contours are simplified to 8 kB, then checked: the 101 départements must be there, each around a known town;
otherwise nothing changes.
  --attribution TEXT     the source, shown under the map: many licences ask for it
  --code-property NAME   the property with the INSEE code; usually it is found (code, INSEE_DEP…)
  --tolerance KM         the smallest detail that stays; otherwise the finest that fits in 8 kB

Examples:
  cnr geo communes
  cnr geo import departements.geojson --attribution "IGN, Admin Express 2026, licence ouverte"`,
  },
  async run([action = '', ...rest], context) {
    const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (run) return run(rest, context);
    throw new UsageError(
      context.locale === 'fr'
        ? 'il faut donner : communes, import, show ou reset'
        : 'this is needed: communes, import, show or reset',
    );
  },
};

async function communes(args: string[], context: Context): Promise<number> {
  if (readArgs(args, {}, context.locale).positionals.length > 0) {
    throw new UsageError(context.locale === 'fr' ? 'rien ne suit communes' : 'nothing follows communes');
  }
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
