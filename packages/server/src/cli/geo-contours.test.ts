import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContours } from '@cnr-widgets/contract';
import { testApp, type TestApp } from '../app.fixture.js';
import { currentContours } from '../geo/contours-store.js';
import { square, squares } from '../geo/squares.fixture.js';
import { cnr } from './command.fixture.js';

const real = fileURLToPath(
  new URL('../../../../../shared/data/departements-2018.topo.json', import.meta.url),
);
const skip = !existsSync(real) && process.env.CNR_REAL_DATA !== 'required' && 'no folder ../shared/data here';

let t: TestApp;
let folder: string;
before(async () => {
  t = await testApp();
  folder = await mkdtemp(join(tmpdir(), 'cnr-geo-'));
});
beforeEach(() => t.query('delete from contours'));
after(async () => {
  await t.drop();
  await rm(folder, { recursive: true });
});

const geo = (...args: string[]) => cnr(['geo', ...args], { DATABASE_URL: t.url });

async function written(name: string, value: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(value));
  return file;
}

test('official contours are imported, shown, served to every site and left again', { skip }, async () => {
  assert.match((await geo('show')).out, /contours d’origine/);
  const source = 'IGN, Admin Express 2018, licence ouverte';
  const { code, out, err } = await geo('import', real, '--attribution', source);
  assert.equal(code, 0, err);
  assert.match(
    out,
    /^Contours importés, version [0-9a-f]{16} : 101 départements, \d(,\d)? ko, détails à partir de 1 km\.\n/,
  );

  const version = await currentContours(t.db);
  assert.ok(version !== undefined && out.includes(version));
  const shown = (await geo('show')).out;
  assert.ok(shown.includes(version) && shown.includes(`Source affichée : ${source}`), shown);

  const answer = await t.call('GET', `/v1/contours/${version}`, { Origin: 'https://other.example' });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('Content-Type') ?? '', /^application\/json/);
  assert.equal(answer.headers.get('Cache-Control'), 'public, max-age=31536000, immutable');
  assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
  const contours = readContours(JSON.parse(answer.text));
  assert.equal(contours.attribution, source);
  assert.equal(contours.departments.size, 101);

  assert.match((await geo('reset')).out, /^La carte montre de nouveau les contours d’origine\.\n$/);
  assert.equal(await currentContours(t.db), undefined);
  assert.match((await geo('reset')).out, /^La carte montrait déjà/);
  // A page that was opened before still asks for them.
  assert.equal((await t.call('GET', `/v1/contours/${version}`)).status, 200);
});

test('the last import is the one that counts, and the same file again makes no second version', async () => {
  const one = await written('one.geojson', squares());
  const moved = squares();
  moved.features = moved.features.map((feature) => ({
    ...feature,
    geometry: {
      ...feature.geometry,
      coordinates: feature.geometry.coordinates.map((ring) => ring.map(([x = 0, y = 0]) => [x + 0.01, y])),
    },
  }));
  const other = await written('other.geojson', moved);
  const versions = [];
  for (const file of [one, other, one]) {
    const { code, err } = await geo('import', file);
    assert.equal(code, 0, err);
    assert.match(err, /Aucune source n’est affichée/);
    versions.push(await currentContours(t.db));
  }
  assert.equal(versions[0], versions[2]);
  assert.notEqual(versions[0], versions[1]);
  assert.equal((await t.query('select from contours')).length, 2);
  assert.equal((await t.query('select from contours where current')).length, 1);
});

test('codes that the map does not draw are named and left out', async () => {
  const more = squares();
  more.features.push(square({ code: '987', nom: 'Tahiti' }, -149.5, -17.6));
  const { code, err } = await geo('import', await written('more.geojson', more));
  assert.equal(code, 0, err);
  assert.match(err, /Laissés de côté.* 987 Polynésie française\n/);
});

test('contours that are wrong change nothing, and it is said what is wrong with them', async () => {
  const all = squares().features;
  const named = (nom: string) => all.filter(({ properties }) => properties.nom !== nom);
  const collection = (features: unknown[]) => ({ type: 'FeatureCollection', features });
  const wrong: [string, unknown, RegExp][] = [
    ['sans-mayotte', collection(named('Ouangani')), /il manque 976 Mayotte\./],
    [
      'deplace',
      collection([...named('Laval'), square({ code: '53', nom: 'Laval' }, 0, 50)]),
      /Laval ne tombe pas dans son département, 53 Mayenne/,
    ],
    [
      'deux-fois',
      collection([...all, ...named('Laval').slice(0, 1), ...named('Laval').slice(0, 1)]),
      /des contours se recouvrent/,
    ],
    ['communes', collection([square({ code: '72181' }, 0.2, 48)]), /aucun contour n’a le code INSEE/],
    ['lambert', collection([square({ code: '72' }, 490_000, 6_770_000)]), /Lambert 93/],
    ['autre', { consultation: 'sante' }, /pas un fichier de contours lisible/],
  ];
  for (const [name, value, sentence] of wrong) {
    const { code, out, err } = await geo('import', await written(`${name}.geojson`, value));
    assert.equal(code, 1, name);
    assert.equal(out, '');
    assert.match(err, sentence);
    assert.match(err, /Rien n’a été importé\.\n$/);
  }
  assert.equal(await currentContours(t.db), undefined);
});

test('a file that is no JSON, or not there, is said with its place', async () => {
  const broken = join(folder, 'broken.geojson');
  await writeFile(broken, '{\n  "type": "FeatureCollection",\n');
  const first = await geo('import', broken);
  assert.equal(first.code, 1);
  assert.match(first.err, /broken\.geojson:3:1 {2}ce n’est pas du JSON valide/);
  assert.match((await geo('import', join(folder, 'absent.json'))).err, /n’existe pas/);
});

test('a tolerance that makes the contours too heavy, or too coarse, is refused', async () => {
  // A coast of many small capes: each stays as long as the tolerance is finer than it.
  const ragged = squares();
  ragged.features = ragged.features.map((feature) => ({
    ...feature,
    geometry: { ...feature.geometry, coordinates: feature.geometry.coordinates.map(withCapes) },
  }));
  const heavy = await geo('import', await written('ragged.geojson', ragged), '--tolerance', '0,1');
  assert.equal(heavy.code, 1);
  assert.match(heavy.err, /pèsent \d+(,\d)? ko ; la carte en admet 8 ko/);
  const coarse = await geo('import', await written('small.geojson', squares()), '--tolerance=40');
  assert.equal(coarse.code, 1);
  assert.match(coarse.err, /il manque 01 Ain, /);
  assert.equal(await currentContours(t.db), undefined);
});

test('what is typed wrongly is said', async () => {
  const wrong = [
    ['import'],
    ['import', 'a.json', 'b.json'],
    ['import', 'a.json', '--tolerance', 'fine'],
    ['import', 'a.json', '--tolerance', '0'],
    ['import', 'a.json', '--attribution', 'x'.repeat(201)],
    ['show', '72'],
    ['reset', 'all'],
  ];
  for (const args of wrong) {
    const { code, err } = await geo(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /^cnr geo : .+\n/);
    // The head of the sentence is said once.
    assert.doesNotMatch(err, /il faut donner.*il faut donner/);
  }
});

test('an address without contours is 404', async () => {
  for (const version of ['0123456789abcdef', 'current', '0123456789ABCDEF', "' or true --", '%00']) {
    const answer = await t.call('GET', `/v1/contours/${encodeURIComponent(version)}`);
    assert.equal(answer.status, 404, version);
    assert.equal(answer.problem().code, 'not-found');
  }
});

/** Each side of a square cut into capes, up to a kilometre long and 70 metres apart. */
function withCapes(ring: number[][]): number[][] {
  return ring.flatMap(([x = 0, y = 0], place) => {
    const [nextX = x, nextY = y] = ring[place + 1] ?? [x, y];
    const steps = nextX === x && nextY === y ? 1 : 80;
    return Array.from({ length: steps }, (_, step) => {
      // No two alike, or they would be compressed to nothing.
      const out = (((place + 1) * 7919 + step * step * 31) % 97) / 10_000;
      const part = step / steps;
      return [
        x + (nextX - x) * part + (nextY - y === 0 ? 0 : out),
        y + (nextY - y) * part + (nextX - x === 0 ? 0 : out),
      ];
    });
  });
}
