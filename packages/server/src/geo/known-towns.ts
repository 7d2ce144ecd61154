/** A town of which one knows in which département it is. */
export interface KnownTown {
  /** INSEE's, of the département. */
  code: string;
  name: string;
  /** Degrees, WGS 84, to a kilometre. */
  longitude: number;
  latitude: number;
}

const TOWNS =
  '01 5.23 46.21 Bourg-en-Bresse|02 3.63 49.56 Laon|03 3.33 46.56 Moulins|04 6.23 44.09 Digne-les-Bains' +
  '|05 6.08 44.56 Gap|06 7.27 43.70 Nice|07 4.60 44.73 Privas|08 4.72 49.77 Charleville-Mézières' +
  '|09 1.61 42.96 Foix|10 4.09 48.30 Troyes|11 2.35 43.21 Carcassonne|12 2.57 44.35 Rodez' +
  '|13 5.38 43.30 Marseille|14 -0.36 49.19 Caen|15 2.44 44.93 Aurillac|16 0.15 45.65 Angoulême' +
  '|17 -1.15 46.16 La Rochelle|18 2.40 47.08 Bourges|19 1.77 45.27 Tulle|21 5.02 47.32 Dijon' +
  '|22 -2.77 48.52 Saint-Brieuc|23 1.87 46.17 Guéret|24 0.71 45.19 Périgueux|25 6.02 47.25 Besançon' +
  '|26 4.91 44.93 Valence|27 1.15 49.02 Évreux|28 1.49 48.45 Chartres|29 -4.10 48.00 Quimper' +
  '|2A 8.98 41.62 Sartène|2B 9.15 42.31 Corte|30 4.36 43.83 Nîmes|31 1.44 43.60 Toulouse' +
  '|32 0.59 43.65 Auch|33 -0.58 44.84 Bordeaux|34 3.88 43.61 Montpellier|35 -1.67 48.11 Rennes' +
  '|36 1.69 46.81 Châteauroux|37 0.70 47.39 Tours|38 5.71 45.18 Grenoble|39 5.56 46.68 Lons-le-Saunier' +
  '|40 -0.50 43.89 Mont-de-Marsan|41 1.33 47.59 Blois|42 4.39 45.43 Saint-Étienne' +
  '|43 3.89 45.04 Le Puy-en-Velay|44 -1.55 47.22 Nantes|45 1.90 47.90 Orléans|46 1.44 44.45 Cahors' +
  '|47 0.62 44.20 Agen|48 3.50 44.52 Mende|49 -0.55 47.47 Angers|50 -1.09 49.12 Saint-Lô' +
  '|51 4.37 48.95 Châlons-en-Champagne|52 5.14 48.11 Chaumont|53 -0.76 48.07 Laval|54 6.18 48.68 Nancy' +
  '|55 5.16 48.77 Bar-le-Duc|56 -2.76 47.66 Vannes|57 6.17 49.12 Metz|58 3.16 46.99 Nevers' +
  '|59 3.06 50.63 Lille|60 2.08 49.43 Beauvais|61 0.09 48.43 Alençon|62 2.78 50.29 Arras' +
  '|63 3.09 45.78 Clermont-Ferrand|64 -0.36 43.31 Pau|65 0.08 43.23 Tarbes|66 2.90 42.70 Perpignan' +
  '|67 7.75 48.58 Strasbourg|68 7.36 48.08 Colmar|69 4.85 45.75 Lyon|70 6.14 47.63 Vesoul' +
  '|71 4.83 46.31 Mâcon|72 0.20 48.00 Le Mans|73 5.92 45.57 Chambéry|74 6.13 45.91 Annecy' +
  '|75 2.35 48.85 Paris|76 1.10 49.44 Rouen|77 2.65 48.55 Melun|78 2.13 48.80 Versailles' +
  '|79 -0.46 46.32 Niort|80 2.30 49.90 Amiens|81 2.15 43.93 Albi|82 1.36 44.02 Montauban' +
  '|83 5.93 43.12 Toulon|84 4.81 43.95 Avignon|85 -1.43 46.67 La Roche-sur-Yon|86 0.34 46.58 Poitiers' +
  '|87 1.25 45.83 Limoges|88 6.45 48.18 Épinal|89 3.57 47.80 Auxerre|90 6.85 47.64 Belfort' +
  '|91 2.44 48.63 Évry-Courcouronnes|92 2.21 48.89 Nanterre|93 2.45 48.91 Bobigny|94 2.47 48.79 Créteil' +
  '|95 2.10 49.05 Pontoise|971 -61.51 16.27 Les Abymes|972 -61.04 14.67 Saint-Joseph' +
  '|973 -52.33 4.93 Cayenne|974 55.45 -20.88 Saint-Denis|976 45.14 -12.85 Ouangani';

/**
 * A town in each of the 101 départements: its seat, and where that stands at the water's edge (Ajaccio, Bastia,
 * Basse-Terre, Fort-de-France, Mamoudzou), which drawn coasts cut off, one further inland. Points: GeoNames, CC BY 4.0.
 */
export const KNOWN_TOWNS: readonly KnownTown[] = TOWNS.split('|').map((town) => {
  const [code = '', longitude, latitude, ...name] = town.split(' ');
  return { code, longitude: Number(longitude), latitude: Number(latitude), name: name.join(' ') };
});
