// docs/rgaa.md leaves no criterion out, names tests that exist, and counts right; what a person is told to listen for is
// what the elements say.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../scripts/setup.mjs';

/** Criteria of each of the thirteen themes of RGAA 4.1. */
const THEMES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];
const STATES = {
  conforme: 'conformes',
  'à la charge de la page hôte': 'à la charge de la page hôte ou de l’organisateur',
  'non vérifié par une personne': 'non vérifiés par une personne',
  'non conforme': 'non conformes',
  'non applicable': 'non applicables',
};
const rgaa = readFileSync(path.join(root, 'docs', 'rgaa.md'), 'utf8');
const rows = [...rgaa.matchAll(/^\| (\d+\.\d+) +\|(.*)\|$/gm)].map(([, criterion, cells]) => {
  const [short, how, proof, status] = cells.split('|').map((cell) => cell.trim());
  return { criterion, short, how, proof, status };
});
const [, list] = /## Ce qui ne s’applique pas\n(.*?)\n## /s.exec(rgaa);
const apart = [...list.matchAll(/^- \*\*([\d., ]+)\*\*/gm)].flatMap(([, numbers]) => numbers.split(', '));
const withStatus = (wanted) => rows.filter(({ status }) => status === wanted);

test('it has each of the 106 criteria once, with a status and a proof', () => {
  const all = THEMES.flatMap((count, theme) =>
    Array.from({ length: count }, (_, index) => `${theme + 1}.${index + 1}`),
  );
  const inOrder = (one, other) => all.indexOf(one) - all.indexOf(other);
  assert.deepEqual([...rows.map(({ criterion }) => criterion), ...apart].sort(inOrder), all);
  for (const { criterion, short, how, proof, status } of rows) {
    assert.ok(short && how && proof.includes('`'), `${criterion} says how and by which proof`);
    assert.ok(status in STATES && status !== 'non applicable', `${criterion}: ${status}`);
  }
});

test('the files and tests that it names exist', () => {
  for (const { criterion, proof } of rows) {
    for (const [, file, titles = ''] of proof.matchAll(/`([^`]+\.\w+)`(?: \((`.*?`)\))?(?:, |$)/g)) {
      assert.ok(existsSync(path.join(root, file)), `${criterion}: no ${file}`);
      const source = readFileSync(path.join(root, file), 'utf8');
      const there = [...source.matchAll(/\b(?:test|it)\(\s*(['"`])(.*?)\1/gs)].map(([, , title]) => title);
      for (const [, title] of titles.matchAll(/`([^`]+)`/g)) {
        assert.ok(
          there.some((one) => one.includes(title)),
          `${criterion}: ${file} has no test “${title}”`,
        );
      }
    }
    const named = proof.replace(/`[^`]+\.\w+`(?: \(`.*?`\))?(?:, |$)/g, '');
    assert.equal(named, '', `${criterion}: what is “${named}”?`);
  }
});

test('the text for a declaration counts the criteria, and names those that are not met', () => {
  const counts = { 'non applicable': apart.length };
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  const words = Object.entries(STATES).flatMap(([status, many]) =>
    counts[status] ? `${counts[status]} ${counts[status] === 1 ? status : many}` : [],
  );
  const declaration = rgaa.split('## Texte pour votre déclaration d’accessibilité')[1];
  const total = `${words.slice(0, -1).join(', ')} et ${words.at(-1)}.`;
  assert.ok(declaration.includes(total), total);
  const [, known] = /^> Non-conformités connues : (.*)$/m.exec(declaration);
  assert.deepEqual(
    [...known.matchAll(/\d+\.\d+/g)].map(([criterion]) => criterion),
    withStatus('non conforme').map(({ criterion }) => criterion),
  );
});

/** What a page holds between guillemets, in cells of what should be heard; in italics (_…_) stands what varies. */
test('docs/accessibilite-tests-manuels.md quotes what the elements and the demo say', () => {
  const said = plain(
    [...textsIn('packages/elements/src', /\.fr\.ts$/), ...textsIn('demo', /\.(json|html)$/)].join('\n'),
  );
  const manual = readFileSync(path.join(root, 'docs', 'accessibilite-tests-manuels.md'), 'utf8');
  const heard = [...manual.matchAll(/^\| \d+ +\|.*\|(.*)\|$/gm)].flatMap(([, cell]) =>
    [...plain(cell).matchAll(/« (.*?) »/g)].map(([, quoted]) => quoted),
  );
  assert.ok(heard.length > 50, `${heard.length} quotations`);
  const pieces = heard.flatMap((quoted) => quoted.split(/_.*?_|[.:,?] |[.…]$/)).map((piece) => piece.trim());
  assert.deepEqual(
    pieces.filter((piece) => piece.length > 3 && !said.includes(piece)),
    [],
  );
});

function textsIn(folder, names) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .filter((name) => names.test(name))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8'));
}

/** However a no-break space is written. */
function plain(text) {
  return text.replaceAll('\\u00a0', ' ').replaceAll('&nbsp;', ' ').replace(/\s+/g, ' ');
}
