import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cnr } from './command.fixture.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cnr-meetings-'));
});
after(() => rm(folder, { recursive: true }));

const LAVAL = 'laval-1;Soirée à Laval;03/12/2096 18h30;03/12/2096 20h30;53000;Laval;80';
const DENIS = 'denis-1;Soirée à Saint-Denis;04/12/2096 17h00;;97400;Saint-Denis;';

async function file(...rows: string[]): Promise<string> {
  const path = join(folder, 'rencontres.csv');
  await writeFile(path, ['id;titre;début;fin;cp;ville;places', ...rows, ''].join('\r\n'));
  return path;
}

/** Without a database. */
const check = (...args: string[]) => cnr(['meetings', 'check', ...args]);

test('faults that are alike are told once, twelve kinds at most, and each with --details', async () => {
  const untitled = Array.from({ length: 15 }, (_, n) =>
    LAVAL.replace('laval-1', `laval-${n}`).replace('Soirée à Laval', ''),
  );
  const path = await file(...untitled, DENIS);
  const { code, out } = await check(path);
  assert.equal(code, 1);
  assert.deepEqual(out.match(/erreur .*/g), [
    'erreur  titre : le titre manque (15) : ligne(s) 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 et 3 autre(s) (toutes : --details)',
  ]);
  assert.match(
    out,
    /rencontres\.csv, ligne 2 \(laval-0\) {2}erreur.*[^]*\n1 rencontre\(s\) juste\(s\), 15 à corriger\.\n$/,
  );
  const whole = await check(path, '--details');
  assert.equal(
    whole.out.match(/, ligne \d+ \(laval-\d+\) {2}erreur {2}titre : le titre manque$/gm)?.length,
    15,
  );
  // Each of these names another line.
  const twice = Array.from({ length: 15 }, (_, n) => LAVAL.replace('laval-1', `laval-${n}`));
  const again = await check(await file(...twice, ...twice.map((one) => `${one}0`)));
  assert.equal(again.out.match(/ {2}erreur {2}/g)?.length, 12);
  assert.match(again.out, /\n… et 3 autre\(s\) erreur\(s\) : --details les dit toutes\n/);
  assert.match(again.out, /\n15 rencontre\(s\) juste\(s\), 15 à corriger\.\n$/);
});

test('a fault quotes the cell, and names the row of the spreadsheet', async () => {
  const path = await file(LAVAL, DENIS.replace('17h00', `17hOO${' et puis'.repeat(20)}`));
  const { out } = await check(path);
  assert.match(
    out,
    /, ligne 3 \(denis-1\) {2}erreur {2}début : cette date ne se lit pas.* \(lu : « 04\/12\/2096 17hOO et puis.{0,20}… »\)\n/,
  );
});

test('faults of JSON that are alike are told once, whichever meeting they are in', async () => {
  const path = join(folder, 'fautes.json');
  await writeFile(path, JSON.stringify([{ titre: 'Soirée' }, { titre: 'Matinée' }], null, 1));
  const { out } = await check(path);
  assert.match(out, /fautes\.json:\d+ {2}erreur {2}\[…\]\.titre : .* \(2\) : ligne\(s\) \d+, \d+\n/);
});

test('a workbook is to be saved as CSV; a column that is called PK is none', async () => {
  for (const name of ['classeur.xlsx', 'classeur.csv']) {
    const path = join(folder, name);
    await writeFile(path, Buffer.from('PK\u0003\u0004\u0014\u0000', 'latin1'));
    const { code, err } = await check(path);
    assert.equal(code, 1);
    assert.match(err, /est un classeur \(\.xlsx, \.ods\).*« CSV UTF-8 »/);
  }
  const path = join(folder, 'pk.csv');
  await writeFile(path, ['PK;titre;début;cp', `1;Soirée;03/12/2096 18h30;53000`].join('\n'));
  const { code, out } = await check(path);
  assert.equal(code, 0);
  assert.match(out, /Colonnes non reprises : PK\n/);
});
