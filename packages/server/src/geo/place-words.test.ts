import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparedName, readTypedPlace } from './place-words.js';

test('a name is compared without what people leave out', () => {
  assert.deepEqual(comparedName('L’Haÿ-les-Roses'), {
    plain: 'l hay les roses',
    compact: 'lhaylesroses',
    bare: 'haylesroses',
  });
  for (const [one, other] of [
    ['Saint-Étienne', 'st etienne'],
    ['SAINTE-MARIE', 'Ste. Marie'],
    ['Œuilly', 'oeuilly'],
    ['Chalon-sur-Saône', 'Chalon s/ Saône'],
    ["Villeneuve-d'Ascq", 'villeneuve d’ascq'],
    ['Le Mans', 'le  mans '],
  ] as const) {
    assert.equal(comparedName(one).plain, comparedName(other).plain);
  }
  assert.equal(comparedName('Le Mans').bare, 'mans');
  assert.equal(comparedName('Les').bare, 'les');
  assert.equal(comparedName('«»').compact, '');
});

describe('what was typed', () => {
  const code = (code: string) => ({ kind: 'code', code });
  for (const [typed, read] of [
    ['72', code('72')],
    [' 75 011 ', code('75011')],
    ['2a', code('2A')],
    ['2b033', code('2B033')],
    ['7', undefined],
    ['', undefined],
    ['%_', undefined],
  ] as const) {
    test(`"${typed}"`, () => assert.deepEqual(readTypedPlace(typed), read));
  }

  for (const [typed, name, hint] of [
    ['Paris 11e', 'paris', undefined],
    ['Lyon 3ème arrondissement', 'lyon', undefined],
    ['paris 11', 'paris', '11'],
    ['75011 Paris', 'paris', '75011'],
    ['Saint-Denis (974)', 'saint denis', '974'],
    ['Bastia, 2b', 'bastia', '2B'],
    ['Le Mans Cedex 9', 'le mans', undefined],
    ['Le Mans Cedex', 'le mans', undefined],
    ['Y', 'y', undefined],
  ] as const) {
    test(`"${typed}"`, () => {
      const read = readTypedPlace(typed);
      assert.ok(read?.kind === 'name');
      assert.deepEqual([read.names[0].plain, read.hint], [name, hint]);
    });
  }

  test('"st" may be a saint, or the beginning of a word', () => {
    const read = readTypedPlace('ste');
    assert.ok(read?.kind === 'name');
    assert.deepEqual(
      read.names.map(({ plain }) => plain),
      ['sainte', 'ste'],
    );
  });
});
