import { DEPARTEMENTS, isDepartement } from '@cnr-widgets/contract';
import type { Selectable } from 'kysely';
import type { CommuneData } from './commune-data.js';
import { pointsOf } from './commune-points.js';
import { comparedName } from './place-words.js';
import type { GeoTables } from './tables.js';

export type CommuneRow = Selectable<GeoTables['communes']>;
export type PlaceNameRow = Selectable<GeoTables['place_names']>;

/** The communes of today, without those of uninhabited territories, which have no postal code. */
export function communeRows(data: CommuneData): CommuneRow[] {
  const current = data.official.filter(
    ({ type, departement }) => type === 'commune-actuelle' && isDepartement(departement),
  );
  const points = pointsOf(current, data);
  return current.map(({ code, nom, departement, codesPostaux = [], population = 0 }) => ({
    ...{ code, name: nom, department: departement, postal_codes: codesPostaux, population },
    ...(points.get(code) ?? { latitude: null, longitude: null, located: null }),
  }));
}

/** Their names, and those of communes that were joined to others, of arrondissements and départements. */
export function placeNameRows({ official }: CommuneData): PlaceNameRow[] {
  const population = new Map<string, number>();
  for (const { code, type, departement, population: people = 0 } of official) {
    if (type !== 'commune-actuelle') continue;
    population.set(code, people);
    population.set(departement, (population.get(departement) ?? 0) + people);
  }
  const row = (
    kind: PlaceNameRow['kind'],
    { code, place, name, former }: { code: string; place: string; name: string; former: boolean },
  ): PlaceNameRow => ({
    ...{ code, place, kind, former, population: population.get(place) ?? 0 },
    ...comparedName(name),
  });
  return [
    ...DEPARTEMENTS.map(({ code, name }) => row('department', { code, place: code, name, former: false })),
    ...official
      .filter(({ departement }) => isDepartement(departement))
      .map(({ code, nom, type, chefLieu, commune }) =>
        row('commune', {
          ...{ code, place: chefLieu ?? commune ?? code, name: nom },
          former: type !== 'commune-actuelle',
        }),
      ),
  ];
}
