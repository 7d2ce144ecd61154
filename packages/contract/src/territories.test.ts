import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DEPARTEMENTS } from './departements.js';
import { departementOfPostalCode, isDepartement } from './postal-code.js';
import { REGIONS, territoryName } from './territories.js';

const folder = new URL('../../../../shared/data/', import.meta.url);
const skip =
  !existsSync(folder) && process.env.CNR_REAL_DATA !== 'required' && 'no folder ../shared/data here';

/** The rows of a file, without its heading. */
function rows(file: string): string[][] {
  const lines = readFileSync(new URL(file, folder), 'utf8').trim().split(/\r?\n/);
  return lines.slice(1).map((line) => line.split(','));
}

/** INSEE writes straight apostrophes; citizens read curly ones. */
const curly = (name = '') => name.replaceAll("'", '’');

describe('the official codes', () => {
  it('are those of INSEE for the 101 départements', { skip }, () => {
    const official = rows('insee_departements.csv').map((row) => [row[0], curly(row[6])]);
    const ours = DEPARTEMENTS.filter(({ code }) => territoryName('departement', code) !== undefined);
    assert.deepEqual(
      ours.map(({ code, name }) => [code, name]),
      official,
    );
  });

  it('are those of INSEE for the regions', { skip }, () => {
    const official = rows('insee_regions.csv').map((row) => [row[0], curly(row.at(-1))]);
    assert.deepEqual(
      REGIONS.map(({ code, name }) => [code, name]),
      official,
    );
  });

  it('are those of INSEE for the inhabited overseas collectivities', { skip }, () => {
    const inhabited = rows('insee_collectivites_outremer.csv').filter(
      (row) => row[4] !== '' && row[2] !== '989',
    );
    for (const [, , code = '', name] of inhabited)
      assert.equal(territoryName('collectivite', code), curly(name));
  });

  it('hold 101 départements, 6 inhabited collectivities and 18 regions', () => {
    assert.equal(DEPARTEMENTS.length, 107);
    assert.equal(REGIONS.length, 18);
  });

  it('do not mix levels', () => {
    assert.equal(territoryName('departement', '72'), 'Sarthe');
    assert.equal(territoryName('region', '52'), 'Pays de la Loire');
    assert.equal(territoryName('collectivite', '987'), 'Polynésie française');
    assert.equal(territoryName('departement', '987'), undefined);
    assert.equal(territoryName('collectivite', '971'), undefined);
    assert.equal(territoryName('departement', '20'), undefined);
  });

  it('agree with the short test that the device carries', () => {
    const known = new Set(DEPARTEMENTS.map(({ code }) => code));
    for (let code = 0; code < 1000; code += 1) {
      for (const written of [String(code).padStart(2, '0'), String(code).padStart(3, '0')]) {
        assert.equal(isDepartement(written), known.has(written), written);
      }
    }
    assert.ok(isDepartement('2A') && isDepartement('2B') && !isDepartement('2C'));
  });
});

describe('departementOfPostalCode', () => {
  const expected: [postalCode: string, departement: string | undefined][] = [
    ['72000', '72'],
    ['01000', '01'],
    ['20000', '2A'],
    ['20190', '2A'],
    ['20200', '2B'],
    ['20620', '2B'],
    ['97110', '971'],
    ['97133', '977'],
    ['97150', '978'],
    ['97400', '974'],
    ['97500', '975'],
    ['97600', '976'],
    ['98600', '986'],
    ['98714', '987'],
    ['98800', '988'],
    ['98000', undefined],
    ['00100', undefined],
    ['96000', undefined],
    ['7200', undefined],
    ['720000', undefined],
    ['72 00', undefined],
    ['', undefined],
  ];
  for (const [postalCode, departement] of expected) {
    it(`reads ${postalCode || 'nothing'} as ${departement ?? 'unknown'}`, () => {
      assert.equal(departementOfPostalCode(postalCode), departement);
    });
  }

  it('knows each postal code of the overseas collectivities', { skip }, () => {
    for (const [commune = '', , code, , postalCodes = ''] of rows('insee_collectivites_outremer.csv')) {
      if (code === '989') continue;
      for (const postalCode of postalCodes.split('|').filter(Boolean)) {
        assert.equal(departementOfPostalCode(postalCode), code, commune);
      }
    }
  });

  it('never names a territory that does not exist', () => {
    fc.assert(
      fc.property(fc.string(), (text) => departementOfPostalCode(text) === undefined || /^\d{5}$/.test(text)),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (number) => {
        const departement = departementOfPostalCode(String(number).padStart(5, '0'));
        assert.ok(departement === undefined || isDepartement(departement));
      }),
    );
  });
});
