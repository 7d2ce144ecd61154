import { departementName, type NamedTerritory } from './departements.js';

/** The 18 regions, in the order of their codes; apostrophes as in `DEPARTEMENTS`. Source: INSEE, "code officiel géographique". */
export const REGIONS: readonly NamedTerritory[] = /* @__PURE__ */ listed(
  '01 Guadeloupe|02 Martinique|03 Guyane|04 La Réunion|06 Mayotte|11 Île-de-France|' +
    '24 Centre-Val de Loire|27 Bourgogne-Franche-Comté|28 Normandie|32 Hauts-de-France|44 Grand Est|' +
    '52 Pays de la Loire|53 Bretagne|75 Nouvelle-Aquitaine|76 Occitanie|84 Auvergne-Rhône-Alpes|' +
    '93 Provence-Alpes-Côte d’Azur|94 Corse',
);

/** Written in one text, which is shorter in a browser than a hundred objects. */
function listed(territories: string): NamedTerritory[] {
  return territories.split('|').map((territory) => {
    const blank = territory.indexOf(' ');
    return { code: territory.slice(0, blank), name: territory.slice(blank + 1) };
  });
}

/** Overseas collectivities (Constitution, articles 74 and 76), which are not départements. */
const isCollectivite = (code: string): boolean => /^(975|977|978|98\d)$/.test(code);

/** The official name of a territory, with curly apostrophes; undefined when the level has no such code. */
export function territoryName(
  level: 'region' | 'departement' | 'collectivite',
  code: string,
): string | undefined {
  if (level === 'region') return REGIONS.find((region) => region.code === code)?.name;
  if (isCollectivite(code) !== (level === 'collectivite')) return undefined;
  return departementName(code);
}
