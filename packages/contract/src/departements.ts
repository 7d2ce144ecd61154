import { isDepartement } from './postal-code.js';

/** A territory of INSEE's official geographic code. */
export interface NamedTerritory {
  code: string;
  name: string;
}

/** The names, in the order of their codes. One text is shorter in a browser than a hundred objects. */
const NAMES =
  'Ain|Aisne|Allier|Alpes-de-Haute-Provence|Hautes-Alpes|Alpes-Maritimes|Ardèche|Ardennes|Ariège|Aube|' +
  'Aude|Aveyron|Bouches-du-Rhône|Calvados|Cantal|Charente|Charente-Maritime|Cher|Corrèze|Côte-d’Or|' +
  'Côtes-d’Armor|Creuse|Dordogne|Doubs|Drôme|Eure|Eure-et-Loir|Finistère|Corse-du-Sud|Haute-Corse|Gard|' +
  'Haute-Garonne|Gers|Gironde|Hérault|Ille-et-Vilaine|Indre|Indre-et-Loire|Isère|Jura|Landes|' +
  'Loir-et-Cher|Loire|Haute-Loire|Loire-Atlantique|Loiret|Lot|Lot-et-Garonne|Lozère|Maine-et-Loire|' +
  'Manche|Marne|Haute-Marne|Mayenne|Meurthe-et-Moselle|Meuse|Morbihan|Moselle|Nièvre|Nord|Oise|Orne|' +
  'Pas-de-Calais|Puy-de-Dôme|Pyrénées-Atlantiques|Hautes-Pyrénées|Pyrénées-Orientales|Bas-Rhin|' +
  'Haut-Rhin|Rhône|Haute-Saône|Saône-et-Loire|Sarthe|Savoie|Haute-Savoie|Paris|Seine-Maritime|' +
  'Seine-et-Marne|Yvelines|Deux-Sèvres|Somme|Tarn|Tarn-et-Garonne|Var|Vaucluse|Vendée|Vienne|' +
  'Haute-Vienne|Vosges|Yonne|Territoire de Belfort|Essonne|Hauts-de-Seine|Seine-Saint-Denis|' +
  'Val-de-Marne|Val-d’Oise|Guadeloupe|Martinique|Guyane|La Réunion|Saint-Pierre-et-Miquelon|Mayotte|' +
  'Saint-Barthélemy|Saint-Martin|Wallis et Futuna|Polynésie française|Nouvelle-Calédonie';

/**
 * The 101 départements and the overseas collectivities that have inhabitants, in the order of their codes.
 * Source: INSEE, "code officiel géographique", which writes straight apostrophes: what compares names takes either.
 */
export const DEPARTEMENTS: readonly NamedTerritory[] = /* @__PURE__ */ listed();

function listed(): NamedTerritory[] {
  const numbers = Array.from({ length: 989 }, (_, number) => `${number}`.padStart(2, '0'));
  const codes = [...numbers.slice(0, 30), '2A', '2B', ...numbers.slice(30)].filter(isDepartement);
  return NAMES.split('|').map((name, place) => ({ code: codes[place] ?? '', name }));
}

/** The name of a département or an overseas collectivity; undefined where there is none of this code. */
export function departementName(code: string): string | undefined {
  return DEPARTEMENTS.find((departement) => departement.code === code)?.name;
}
