import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receipt } from '@cnr-widgets/contract';
import fc from 'fast-check';
import { newReceiptCode, readReceiptCode } from './receipt-code.js';

test('a code is what the contract says, and never the same twice', () => {
  const codes = Array.from({ length: 2_000 }, newReceiptCode);
  for (const code of codes) receipt.shape.code.parse(code);
  assert.equal(new Set(codes).size, codes.length);
  assert.equal(new Set(codes.join('').replaceAll('-', '')).size, 32, 'every character is used');
});

test('a code is read however a person types it', () => {
  const typing = fc.record({
    lower: fc.boolean(),
    between: fc.constantFrom('-', ' ', '', ' – ', '\u00a0'),
    zero: fc.constantFrom('0', 'O', 'o'),
    one: fc.constantFrom('1', 'I', 'l', 'L', 'i'),
  });
  fc.assert(
    fc.property(typing, ({ lower, between, zero, one }) => {
      const code = newReceiptCode();
      const cased = lower ? code.toLowerCase() : code;
      const typed = cased.replaceAll('0', zero).replaceAll('1', one).replaceAll('-', between);
      assert.equal(readReceiptCode(` ${typed} `), code);
    }),
  );
});

test('what cannot be a code is none', () => {
  for (const typed of [
    '',
    '7Q2M',
    '7Q2M-X0VK-94TB-ZD1',
    '7Q2M-X0VK-94TB-ZD1RR',
    '7Q2M-X0VK-94TB-ZDU!',
    '0'.repeat(1e6),
  ]) {
    assert.equal(readReceiptCode(typed), undefined);
  }
});
