import type { ColumnType, Generated } from 'kysely';

interface CommunesTable {
  /** INSEE's. */
  code: string;
  name: string;
  /** INSEE code of its département or overseas collectivity. */
  department: string;
  /** In the order of the numbers. */
  postal_codes: string[];
  /** WGS 84, in degrees; null where no point is known. */
  latitude: number | null;
  longitude: number | null;
  /** `nearby`: the point is that of a neighbour. */
  located: 'commune' | 'nearby' | null;
  population: number;
}

interface CommunePostalCodesTable {
  postal_code: string;
  commune: string;
}

interface PlaceNamesTable {
  code: string;
  /** Code of the commune or the département that this name leads to. */
  place: string;
  kind: 'commune' | 'department';
  /** Not the place's own name: of a commune that was joined to it, or of an arrondissement. */
  former: boolean;
  /** Words in lower case, without accents, a blank between them. */
  plain: string;
  /** `plain` without blanks. */
  compact: string;
  /** `compact` without the leading article. */
  bare: string;
  population: number;
}

interface LoadedCommunesTable {
  only: Generated<true>;
  /** Versions of the packages that they came from. */
  version: string;
  loaded_at: ColumnType<Date, Date, Date>;
}

interface ContoursTable {
  version: string;
  /** Packed (`readContours` of the contract). */
  content: string;
  imported_at: ColumnType<Date, Date, Date>;
  /** The one that maps draw; none is where they draw the built-in ones. */
  current: boolean;
}

export interface GeoTables {
  communes: CommunesTable;
  commune_postal_codes: CommunePostalCodesTable;
  place_names: PlaceNamesTable;
  loaded_communes: LoadedCommunesTable;
  contours: ContoursTable;
}
