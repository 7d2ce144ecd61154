import type { Meeting } from '@cnr-widgets/contract';
import { isInFrance } from '../geo/france.js';
import { kilometres, type Certainty, type Gazetteer, type KnownCommune } from '../geo/gazetteer.js';
import type { Mend } from './import-words.js';

type Place = NonNullable<Meeting['place']>;
type Point = NonNullable<Place['point']>;

/** What a file says of a place, before it is known which commune that is. */
export interface WrittenPlace extends Partial<Omit<Place, 'located' | 'departement'>> {
  departement?: string | undefined;
  /** Street, postal code and commune in one. */
  fullAddress?: string | undefined;
}

/** A note of what was mended. */
export type Mended = (mend: Mend, before: string, after: string) => void;

/** In km: farther than this a point is not in the commune. Those of Guyane and of the archipelagos are vast. */
const WITHIN = 60;
const WITHIN_VAST = 400;
const VAST = new Set(['973', '984', '986', '987', '988']);

const FOUND: Readonly<Partial<Record<Certainty, Mend>>> = {
  name: 'commune-by-name',
  'postal-code': 'commune-by-postal-code',
  nearest: 'commune-by-point',
};

/**
 * The place with its commune, département and point. What is not said is looked for; what cannot be is told.
 * @returns undefined when no commune can be told
 */
export function completePlace(
  written: WrittenPlace,
  gazetteer: Gazetteer,
  mended: Mended,
): Place | undefined {
  const split = splitAddress(written);
  const near = split.point && likely(split.point);
  const found = gazetteer.placeOf({ ...split, department: split.departement, near });
  if (!found) return undefined;
  const { commune, certainty } = found;
  const said = [split.postalCode, split.city].filter(Boolean).join(' ');
  const named = `${commune.name} (${commune.department})`;
  const mend = FOUND[certainty];
  if (mend) mended(mend, said, named);
  if (split.departement !== undefined && split.departement !== commune.department) {
    mended('departement-corrected', split.departement, named);
  }
  const { name, address, city } = split;
  const postalCode = split.postalCode ?? onlyOf(commune.postalCodes);
  return {
    ...(name !== undefined && { name }),
    ...(address !== undefined && { address }),
    ...(postalCode !== undefined && { postalCode }),
    city: certainty === 'postal-code-and-name' && city !== undefined ? city : commune.name,
    commune: commune.code,
    departement: commune.department,
    ...placed(split.point, commune, mended),
  };
}

const onlyOf = (codes: readonly string[]) => (codes.length === 1 ? codes[0] : undefined);

/** "12 rue de la Paix, 72000 Le Mans, France" in its parts, where they are not told apart already. */
function splitAddress({ fullAddress, ...written }: WrittenPlace): Omit<WrittenPlace, 'fullAddress'> {
  if (fullAddress === undefined) return written;
  const whole = fullAddress.replace(/\s+/g, ' ').replace(/,?\s*France$/i, '');
  const coded = /^(.*?)[\s,–-]*\b(\d{5})\b[\s,]+([^,\d]*[^,\d\s])/.exec(whole);
  const parts = whole.split(',').map((part) => part.trim());
  const [address, postalCode, city] = coded
    ? [coded[1], coded[2], coded[3]?.replace(/\s+cedex$/i, '')]
    : [parts.slice(0, -1).join(', '), undefined, parts.at(-1)];
  return {
    ...(address !== undefined && address !== '' && { address }),
    ...(postalCode !== undefined && { postalCode }),
    ...(city !== undefined && city !== '' && { city }),
    ...written,
  };
}

/** The point, either way round, if it can be meant. */
function likely(point: Point): Point | undefined {
  return [point, swapped(point)].find(isInFrance);
}

const swapped = ({ latitude, longitude }: Point): Point => ({ latitude: longitude, longitude: latitude });

function placed(
  given: Point | undefined,
  { point: own, department, name }: KnownCommune,
  mended: Mended,
): Pick<Place, 'point' | 'located'> {
  const far = VAST.has(department) ? WITHIN_VAST : WITHIN;
  const fits = (point: Point) => isInFrance(point) && (!own || kilometres(own, point) <= far);
  const before = given ? `${given.latitude}, ${given.longitude}` : '';
  // 0, 0 is how many programs write that they do not know.
  const nothing = !given || (given.latitude === 0 && given.longitude === 0);
  if (!nothing && fits(given)) return { point: given, located: 'exact' };
  if (!nothing && fits(swapped(given))) {
    mended('point-swapped', before, `${given.longitude}, ${given.latitude}`);
    return { point: swapped(given), located: 'exact' };
  }
  if (!own) return {};
  const { located, ...point } = own;
  if (!nothing) mended('point-far', before, name);
  mended(located === 'commune' ? 'point-commune' : 'point-nearby', '', name);
  return { point, located };
}
