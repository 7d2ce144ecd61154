import type { CommuneData, GeoName, OfficialCommune } from './commune-data.js';
import { comparedName } from './place-words.js';

/** Where a commune is, in degrees (WGS 84). `nearby`: it is the point of a neighbour. */
export interface CommunePoint {
  latitude: number;
  longitude: number;
  located: 'commune' | 'nearby';
}

/**
 * The villages with the town hall in communes of Polynesia and New Caledonia that are named after an island or a valley:
 * GeoNames gives no code there.
 */
const SEATS: Readonly<Record<string, string>> = {
  'PF Vaitape': '98714',
  'PF Rikitea': '98719',
  'PF Tiarei': '98722',
  'PF Atuona': '98723',
  'PF Fare': '98724',
  'PF Afareaitu': '98729',
  'PF Taiohae': '98731',
  'PF Moerai': '98744',
  'PF Tautira': '98747',
  'PF Vairao': '98748',
  'PF Tevaitoa': '98754',
  'NC Wala': '98801',
  'NC Vao': '98809',
  'NC Wé': '98814',
  'NC Tadine': '98815',
  'NC Mont-Dore': '98817',
  'NC Fayaoué': '98820',
  'NC Yaté-Barrage': '98832',
};

/**
 * A point for each commune, by its code: GeoNames' own, which some 8,700 have (84 % of the people live there). The
 * others take one of their postal code or intercommunality, the most populous one; failing that, the one in their
 * département whose postal code is closest, as those were given by regions. Where both are known, such a neighbour is
 * 6 km away in the median, 21 km at the 95th percentile.
 */
export function pointsOf(
  communes: readonly OfficialCommune[],
  data: CommuneData,
): ReadonlyMap<string, CommunePoint> {
  const known = knownPoints(communes, data);
  const groups = groupsOf(data);
  const members = new Map<string, OfficialCommune[]>();
  for (const one of communes) {
    if (!known.has(one.code)) continue;
    for (const group of groups(one)) {
      const others = members.get(group);
      if (others) others.push(one);
      else members.set(group, [one]);
    }
  }
  const points = new Map<string, CommunePoint>();
  for (const one of communes) {
    const own = known.get(one.code);
    const point = own ?? known.get(neighbourOf(one)?.code ?? '');
    if (point) points.set(one.code, { ...point, located: own ? 'commune' : 'nearby' });
  }
  return points;

  function neighbourOf(one: OfficialCommune): OfficialCommune | undefined {
    const [county = '', ...together] = groups(one).reverse();
    const close = together
      .reverse()
      .map((group) => members.get(group))
      .find((found) => found !== undefined);
    if (!close) return closestPostalCode(one, members.get(county) ?? []);
    return close.reduce((best, next) => ((next.population ?? 0) > (best.population ?? 0) ? next : best));
  }
}

/** In what a commune lies together with others, the narrowest first, its département last. */
function groupsOf({ intercommunalities }: CommuneData): (one: OfficialCommune) => string[] {
  const shared = new Map(
    intercommunalities.flatMap(({ membres }, place) => membres.map(({ code }) => [code, `epci ${place}`])),
  );
  return ({ code, codesPostaux = [], departement }) => {
    const intercommunality = shared.get(code);
    return [
      ...codesPostaux.map((postal) => `postal ${postal}`),
      ...(intercommunality === undefined ? [] : [intercommunality]),
      `departement ${departement}`,
    ];
  };
}

function closestPostalCode(
  { codesPostaux: [own = '0'] = [] }: OfficialCommune,
  others: readonly OfficialCommune[],
): OfficialCommune | undefined {
  const distance = ({ codesPostaux: [code = '0'] = [] }: OfficialCommune) =>
    Math.abs(Number(code) - Number(own));
  return [...others].sort((a, b) => distance(a) - distance(b))[0];
}

function knownPoints(
  communes: readonly OfficialCommune[],
  { official, geoNames }: CommuneData,
): Map<string, Omit<CommunePoint, 'located'>> {
  const names = new Map(communes.map(({ code, nom }) => [code, comparedName(nom).plain]));
  const overseas = new Map(
    communes
      .filter(({ departement }) => departement === '987' || departement === '988')
      .map(({ code, departement, nom }) => [`${departement} ${comparedName(nom).plain}`, code]),
  );
  const joined = new Map(official.map(({ code, chefLieu, commune }) => [code, chefLieu ?? commune ?? code]));
  const best = new Map<string, { weight: number; place: GeoName }>();
  for (const place of geoNames) {
    const given = codeGiven(place, overseas);
    const code = names.has(given) ? given : (joined.get(given) ?? '');
    const name = names.get(code);
    if (name === undefined) continue;
    // Hamlets have the code of their commune as well.
    const weight =
      (comparedName(place.name).plain === name ? 1e9 : 0) +
      (place.featureCode.startsWith('PPLA') ? 1e8 : 0) +
      place.population;
    if (weight > (best.get(code)?.weight ?? -1)) best.set(code, { weight, place });
  }
  return new Map(
    [...best].map(([code, { place }]) => {
      const [longitude, latitude] = place.loc.coordinates;
      return [code, { latitude, longitude }];
    }),
  );
}

function codeGiven(
  { country, name, adminCode, muniSub }: GeoName,
  overseas: ReadonlyMap<string, string>,
): string {
  if (muniSub !== undefined) return muniSub;
  switch (country) {
    case 'BL':
      return '97701';
    case 'MF':
      return '97801';
    case 'PF':
    case 'NC':
      return (
        SEATS[`${country} ${name}`] ??
        overseas.get(`${country === 'PF' ? '987' : '988'} ${comparedName(name).plain}`) ??
        ''
      );
    default:
      // Paris, which is an arrondissement of its own, has none.
      return name === 'Paris' ? '75056' : adminCode;
  }
}
