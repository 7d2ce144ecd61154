// Writes towns.csv: the largest towns of each département, for made-up meetings. Once the server is built:
// node demo/meetings/pick-towns.mjs
import { writeFileSync } from 'node:fs';
import { readCommuneData } from '../../packages/server/dist/geo/commune-data.js';
import { pointsOf } from '../../packages/server/dist/geo/commune-points.js';

const MOST = 5;

const data = await readCommuneData();
/** Without the overseas collectivities, which are no départements. */
const communes = data.official.filter(
  ({ type, departement }) => type === 'commune-actuelle' && /^(\d{2}|2[AB]|97[1-46])$/.test(departement),
);
const points = pointsOf(communes, data);
const byDepartement = new Map();
for (const town of communes) {
  if (points.get(town.code)?.located !== 'commune' || !town.codesPostaux) continue;
  byDepartement.set(town.departement, [...(byDepartement.get(town.departement) ?? []), town]);
}
const rows = [...byDepartement]
  .sort(([one], [other]) => one.localeCompare(other))
  .flatMap(([, towns]) => towns.sort((one, other) => other.population - one.population).slice(0, MOST))
  .map(({ code, nom, departement, codesPostaux: [postalCode] }) => {
    const { latitude, longitude } = points.get(code);
    return [code, nom, departement, postalCode, rounded(latitude), rounded(longitude)].join(',');
  });
const head = 'commune,city,departement,postalCode,latitude,longitude';
writeFileSync(new URL('towns.csv', import.meta.url), `${[head, ...rows].join('\n')}\n`);
console.log(`${rows.length} towns of ${byDepartement.size} départements`);

/** Some ten metres: a point in a town centre says no more. */
function rounded(degrees) {
  return Math.round(degrees * 1e4) / 1e4;
}
