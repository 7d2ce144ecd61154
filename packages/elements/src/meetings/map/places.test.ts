import { expect } from '@open-wc/testing';
import { readContours } from '@cnr-widgets/contract';
import { CONTOURS } from './contours.data.js';
import { lambert93, webMercator } from './projection.js';
import { MAINLAND, Region, regionOf } from './region.js';
import { holds } from './view.js';

/** Towns and their départements, overseas among them: degrees east and north. */
const TOWNS: readonly (readonly [name: string, code: string, longitude: number, latitude: number])[] = [
  ['Lille', '59', 3.06, 50.63],
  ['Brest', '29', -4.49, 48.39],
  ['Strasbourg', '67', 7.73, 48.57],
  ['Le Mans', '72', 0.2, 48.0],
  ['Laval', '53', -0.77, 48.07],
  ['Paris', '75', 2.35, 48.857],
  ['Bobigny', '93', 2.44, 48.91],
  ['Nanterre', '92', 2.2, 48.89],
  ['Lyon', '69', 4.84, 45.76],
  ['Limoges', '87', 1.26, 45.83],
  ['Bordeaux', '33', -0.58, 44.84],
  ['Pau', '64', -0.37, 43.3],
  ['Perpignan', '66', 2.9, 42.7],
  ['Valréas', '84', 4.99, 44.38],
  ['Nice', '06', 7.26, 43.71],
  ['Sartène', '2A', 8.97, 41.62],
  ['Corte', '2B', 9.15, 42.31],
  ['Les Abymes', '971', -61.5, 16.27],
  ['Le Lamentin', '972', -60.99, 14.61],
  ['Régina', '973', -52.13, 4.31],
  ['Le Tampon', '974', 55.52, -21.28],
  ['Sada', '976', 45.11, -12.85],
];

describe('the map’s regions', () => {
  const contours = readContours(CONTOURS);

  for (const [plane, mercator] of [
    ['in Lambert-93 and around', false],
    ['under tiles', true],
  ] as const) {
    const regions = new Map(
      [MAINLAND, '971', '972', '973', '974', '976'].map((id) => [id, new Region(id, contours, mercator)]),
    );

    it(`draw ${TOWNS.length} towns in their département, ${plane}`, () => {
      const found = TOWNS.map(([name, code, longitude, latitude]) => {
        const region = regions.get(regionOf(code))!;
        const spot = region.project(longitude, latitude);
        expect(holds(region.whole, spot), name).to.be.true;
        return [name, region.departmentAt(spot)];
      });
      expect(found).to.deep.equal(TOWNS.map(([name, code]) => [name, code]));
    });

    it(`put the middle of a département into it, ${plane}`, () => {
      for (const code of contours.departments.keys()) {
        const region = regions.get(regionOf(code))!;
        // A crescent would have its middle outside of it.
        expect(region.departmentAt(region.centreOf(code)), code).to.equal(code);
      }
    });
  }

  it('know Lambert-93 as IGN publishes it', () => {
    // The point of origin, and the cathedral square of Le Mans as the State's geocoder gives both of its positions.
    const origin = lambert93(3, 46.5);
    expect(origin.x).to.be.closeTo(700, 0.001);
    expect(-origin.y).to.be.closeTo(6600, 0.001);
  });

  it('know the corner of the world that tiles begin in', () => {
    const { x, y } = webMercator(-180, 85.05112878);
    expect(x).to.be.closeTo(-20037.508, 0.001);
    expect(y).to.be.closeTo(-20037.508, 0.001);
  });

  it('draw a border between neighbours once', () => {
    const region = new Region(MAINLAND, contours, false);
    const points = (path: string) => path.split(/[ML]/).length - 1;
    // Each border of two is drawn by both of the lands beside it.
    expect(points(region.inner) * 2 + points(region.outer)).to.be.closeTo(points(region.land), 900);
  });

  it('stand where the operator’s contours leave them out', () => {
    const region = new Region('974', { departments: new Map(), borders: [] }, false);
    expect(region.land).to.equal('');
    expect(holds(region.whole, region.project(55.45, -20.88))).to.be.true;
    expect(holds(region.whole, region.centreOf('974'))).to.be.true;
  });
});
