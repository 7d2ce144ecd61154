import { expect } from '@open-wc/testing';
import { readNumber } from './values.js';

describe('a number as people write it', () => {
  const readable: readonly (readonly [string, number])[] = [
    ['12', 12],
    ['3,5', 3.5],
    ['12.5', 12.5],
    ['1 234,5', 1234.5],
    ['1\u202f234\u00a0567', 1_234_567],
    [' 7 ', 7],
    ['-3', -3],
    ['−3', -3],
    ['-0', 0],
  ];
  for (const [text, value] of readable) {
    it(`reads « ${text} »`, () => expect(readNumber(text)).to.equal(value));
  }

  for (const text of ['', 'douze', '1,2,3', '3,', ',5', '12 km', '1e3', 'Infinity', '--1']) {
    it(`does not read « ${text} »`, () => expect(readNumber(text)).to.equal(undefined));
  }
});
