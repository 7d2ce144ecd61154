import { departementOfPostalCode } from '@cnr-widgets/contract';
import { readCommuneData } from './commune-data.js';
import { communeRows, placeNameRows, type CommuneRow, type PlaceNameRow } from './commune-rows.js';
import { comparedName } from './place-words.js';

/** A commune, with its point where one is known. */
export interface KnownCommune {
  /** INSEE's. */
  code: string;
  name: string;
  /** INSEE code of its département or overseas collectivity. */
  department: string;
  postalCodes: readonly string[];
  population: number;
  /** WGS 84, in degrees; `nearby`: that of a neighbour. */
  point?: { latitude: number; longitude: number; located: 'commune' | 'nearby' };
}

/** What is said of a place; whatever is absent is not known. */
export interface SaidOfPlace {
  /** INSEE code of a commune, also of one that was joined to another, or of an arrondissement. */
  commune?: string | undefined;
  postalCode?: string | undefined;
  /** The commune's name, as somebody wrote it. */
  city?: string | undefined;
  /** INSEE code of a département. */
  department?: string | undefined;
  /** In degrees: tells communes of one name apart, or gives the nearest one where nothing else is said. */
  near?: { latitude: number; longitude: number } | undefined;
}

/**
 * How sure it is which commune is meant. `code`: INSEE's code says so. `postal-code-and-name`: both fit. `name`: the
 * name alone, the only one of its département or of the country, or the one near the point. `postal-code`: the code
 * alone, whose most populous commune is taken. `nearest`: the commune whose point is the nearest.
 */
export type Certainty = 'code' | 'postal-code-and-name' | 'name' | 'postal-code' | 'nearest';

/** Communes of one name that are farther than this from the point, in km, are not meant. */
const SAME_PLACE = 40;

/** The communes in memory, for an import that asks ten thousand times, or for a check without a database. */
export class Gazetteer {
  private readonly byCode = new Map<string, KnownCommune>();
  private readonly byPostalCode = new Map<string, KnownCommune[]>();
  private readonly byName = new Map<string, Set<KnownCommune>>();
  private readonly namesOf = new Map<KnownCommune, string[]>();
  private readonly located: KnownCommune[];

  private constructor(communes: readonly KnownCommune[], names: readonly PlaceNameRow[]) {
    const current = new Map(communes.map((one) => [one.code, one]));
    for (const { code, place, compact, bare } of names) {
      const one = current.get(place);
      if (!one) continue;
      this.byCode.set(code, one);
      for (const name of new Set([compact, bare])) {
        const others = this.byName.get(name);
        if (others) others.add(one);
        else this.byName.set(name, new Set([one]));
      }
      this.namesOf.set(one, [...(this.namesOf.get(one) ?? []), compact, bare]);
    }
    for (const one of communes) {
      // A code that a commune has now is its own, whatever else it once was.
      this.byCode.set(one.code, one);
      for (const postal of one.postalCodes) {
        const others = this.byPostalCode.get(postal);
        if (others) others.push(one);
        else this.byPostalCode.set(postal, [one]);
      }
    }
    this.located = communes.filter(({ point }) => point?.located === 'commune');
  }

  private static opened: Promise<Gazetteer> | undefined;

  /** Reads the installed packages, which takes a second or two: once in the life of a process. */
  static open(): Promise<Gazetteer> {
    return (Gazetteer.opened ??= Gazetteer.read());
  }

  private static async read(): Promise<Gazetteer> {
    const data = await readCommuneData();
    // The most populous first, here as in each list that is made of it.
    const communes = communeRows(data).sort((a, b) => b.population - a.population);
    const names = placeNameRows(data).filter(({ kind }) => kind === 'commune');
    return new Gazetteer(communes.map(known), names);
  }

  /** The commune that is meant, and how sure that is; undefined when it cannot be told. */
  placeOf(said: SaidOfPlace): { commune: KnownCommune; certainty: Certainty } | undefined {
    const coded = this.byCode.get(said.commune ?? '');
    if (coded) return { commune: coded, certainty: 'code' };
    const sharing = this.byPostalCode.get(said.postalCode ?? '') ?? [];
    const city = comparedName(said.city ?? '');
    if (city.compact !== '') {
      const both = this.named(sharing, city.compact, city.bare);
      if (both) return { commune: both, certainty: 'postal-code-and-name' };
      const alone = this.onlyOne(city.compact, said) ?? this.onlyOne(city.bare, said);
      if (alone) return { commune: alone, certainty: 'name' };
    }
    const [largest] = sharing;
    if (largest) return { commune: largest, certainty: 'postal-code' };
    const nearest = city.compact === '' && said.near ? this.nearest(said.near) : undefined;
    return nearest && { commune: nearest, certainty: 'nearest' };
  }

  /** The one of these that has this name, else the one whose name begins with it, or that it begins with. */
  private named(communes: readonly KnownCommune[], compact: string, bare: string): KnownCommune | undefined {
    const names = (one: KnownCommune) => this.namesOf.get(one) ?? [];
    const whole = communes.find((one) => names(one).some((name) => name === compact || name === bare));
    if (whole || bare.length < 3) return whole;
    return communes.find((one) => names(one).some((name) => name.startsWith(bare) || bare.startsWith(name)));
  }

  private onlyOne(name: string, { postalCode, department, near }: SaidOfPlace): KnownCommune | undefined {
    const within = department ?? departementOfPostalCode(postalCode ?? '');
    const all = [...(this.byName.get(name) ?? [])];
    const there = within === undefined ? all : all.filter((one) => one.department === within);
    if (there.length < 2 || !near) return there.length === 1 ? there[0] : undefined;
    const close = there.filter(({ point }) => point && kilometres(point, near) < SAME_PLACE);
    return close.length === 1 ? close[0] : undefined;
  }

  private nearest(near: { latitude: number; longitude: number }): KnownCommune | undefined {
    let best: KnownCommune | undefined;
    let least = SAME_PLACE;
    for (const one of this.located) {
      const distance = one.point ? kilometres(one.point, near) : Infinity;
      if (distance < least) [best, least] = [one, distance];
    }
    return best;
  }
}

function known(row: CommuneRow): KnownCommune {
  const { code, name, department, postal_codes, latitude, longitude, located, population } = row;
  const point = latitude !== null &&
    longitude !== null &&
    located !== null && { latitude, longitude, located };
  return { code, name, department, postalCodes: postal_codes, population, ...(point && { point }) };
}

/** Along the great circle, on a sphere: within half a percent. */
export function kilometres(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const radians = Math.PI / 180;
  const half = (angle: number) => Math.sin((angle * radians) / 2) ** 2;
  const chord =
    half(b.latitude - a.latitude) +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * half(b.longitude - a.longitude);
  return 12_742 * Math.asin(Math.sqrt(chord));
}
