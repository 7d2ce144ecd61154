import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Feature } from 'geojson';
import { topology } from 'topojson-server';
import { readContours } from '@cnr-widgets/contract';
import { checkContours } from './check-contours.js';
import { OfficialContoursError, readOfficial } from './official-contours.js';
import { contourPacker } from './pack-contours.js';
import { square, squares } from './squares.fixture.js';

const real = new URL('../../../../../shared/data/departements-2018.topo.json', import.meta.url);
const skip = !existsSync(real) && process.env.CNR_REAL_DATA !== 'required' && 'no folder ../shared/data here';

const file = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const codes = (value: unknown, property?: string) =>
  readOfficial(value, property).outlines.map(({ code }) => code);

describe('official contours', () => {
  it('are read from GeoJSON, holes and islands alike', () => {
    const [land, hole, island] = [4, 4, 6].map((x) => square({}, x, 46).geometry.coordinates);
    const official = readOfficial(
      file(
        {
          type: 'Feature',
          properties: { code: '01' },
          geometry: { type: 'MultiPolygon', coordinates: [[...(land ?? []), ...(hole ?? [])], island] },
        },
        square({ code: '72' }, 0.2, 48),
      ),
    );
    assert.deepEqual(
      official.outlines.map(({ code, rings }) => [code, rings.length]),
      [
        ['01', 3],
        ['72', 1],
      ],
    );
  });

  it('are found by what files call the code', () => {
    const named: Record<string, unknown>[] = [
      { code: '01' },
      { code_insee: '1' },
      { INSEE_DEP: '01' },
      { CODE_DEPT: 1 },
      { code_departement: ' 01 ' },
      { dep: '01', code: 'DEP_01' },
    ];
    for (const properties of named) {
      assert.deepEqual(codes(file(square(properties, 5, 46))), ['01'], JSON.stringify(properties));
    }
    assert.deepEqual(codes(file({ ...square({}, 5, 46), id: '2a' })), ['2A']);
    assert.deepEqual(codes(file(square({ code: '99', numero: '72' }, 5, 46)), 'NUMERO'), ['72']);
  });

  it('may come in several features, beside others, with heights, and not closed', () => {
    const open = square({ code: '72' }, 0.2, 48);
    open.geometry.coordinates = open.geometry.coordinates.map((ring) =>
      ring.slice(1).map((at) => [...at, 51]),
    );
    const town: Feature = {
      type: 'Feature',
      properties: { code: '72' },
      geometry: { type: 'Point', coordinates: [0, 48] },
    };
    const { outlines, unknown } = readOfficial(
      file(open, square({ code: '72' }, 1, 48), square({ code: '987' }, -149, -17), town, {
        type: 'Feature',
        properties: { code: '53' },
        geometry: null,
      }),
    );
    assert.deepEqual(unknown, ['987']);
    assert.equal(outlines.length, 1);
    assert.deepEqual(
      outlines[0]?.rings.map((ring) => [ring.length, ring[0]?.length]),
      [
        [5, 2],
        [5, 2],
      ],
    );
    const [ring] = outlines.flatMap(({ rings }) => rings);
    assert.ok(ring);
    assert.deepEqual(ring.at(-1), ring[0]);
  });

  it('are read from TopoJSON: the object that has the départements', () => {
    const regions = file(square({ code: '11' }, 2, 48), square({ code: '24' }, 1, 47));
    const folded = topology({ regions: regions as never, departements: squares() });
    assert.equal(readOfficial(folded).outlines.length, 101);
  });

  const wrong: [string, string, unknown][] = [
    ['a text', 'not-contours', 'contours'],
    ['an array', 'not-contours', [square({ code: '01' }, 5, 46)]],
    ['a feature alone', 'not-contours', square({ code: '01' }, 5, 46)],
    ['no features', 'not-contours', file()],
    [
      'points alone',
      'not-contours',
      file({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [5, 46] } }),
    ],
    [
      'broken coordinates',
      'not-contours',
      file({
        type: 'Feature',
        properties: { code: '01' },
        geometry: { type: 'Polygon', coordinates: [['5,46']] },
      }),
    ],
    [
      'a broken topology',
      'not-contours',
      {
        type: 'Topology',
        objects: { d: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[7]] }] } },
        arcs: [],
      },
    ],
    ['communes', 'no-code', file(square({ code: '01053' }, 5, 46))],
    ['no codes', 'no-code', file(square({ nom: 'Ain' }, 5, 46))],
    ['metres', 'not-degrees', file(square({ code: '01' }, 871_000, 6_570_000))],
  ];
  for (const [what, code, value] of wrong) {
    it(`are not ${what}`, () => {
      assert.throws(
        () => readOfficial(value),
        (error) => error instanceof OfficialContoursError && error.code === code,
      );
    });
  }
});

describe('packed contours', () => {
  it('come back where they were, to a quarter of the tolerance, whatever the order of the file', () => {
    const official = readOfficial(squares());
    const packed = contourPacker(official.outlines, 'IGN')(1);
    assert.equal(contourPacker([...official.outlines].reverse(), 'IGN')(1), packed);
    const contours = readContours(packed);
    assert.equal(contours.attribution, 'IGN');
    assert.deepEqual(checkContours(contours), { missing: [], astray: [] });
    for (const { code, rings } of official.outlines) {
      const corners = rings[0] ?? [];
      for (const [x, y] of contours.departments.get(code)?.flat() ?? []) {
        const near = corners.some(([cornerX, cornerY]) => Math.hypot(x - cornerX, y - cornerY) < 0.004);
        assert.ok(near, `${code} ${x} ${y}`);
      }
    }
  });

  it('say what is missing, and which town is astray', () => {
    const { outlines } = readOfficial(squares());
    const other = outlines.find(({ code }) => code === '53')?.rings ?? [];
    const changed = outlines
      .filter(({ code }) => code !== '976')
      .map((outline) => (outline.code === '72' ? { ...outline, rings: other } : outline));
    const { missing, astray } = checkContours(readContours(contourPacker(changed)(1)));
    assert.deepEqual(missing, ['976']);
    // Laval too: it lies in two now.
    assert.deepEqual(
      astray.map(({ name }) => name),
      ['Laval', 'Le Mans'],
    );
  });

  it('leave out what the tolerance does not show, and never half a border', { skip }, () => {
    const { outlines } = readOfficial(JSON.parse(readFileSync(real, 'utf8')));
    const pack = contourPacker(outlines);
    const sizes = [1, 3, 6, 12].map((tolerance) => {
      // Reads at all only if every ring is closed by arcs that meet.
      const { departments } = readContours(pack(tolerance));
      assert.equal(departments.size, 101);
      return [...departments.values()].flat(2).length;
    });
    assert.deepEqual(
      sizes,
      sizes.toSorted((one, other) => other - one),
    );
    assert.ok((sizes.at(-1) ?? 0) < (sizes[0] ?? 0));
  });
});
