import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CsvError, readCsv } from './read-csv.js';

const cells = (text: string) => readCsv(text).map((row) => row.cells);

test('cells between semicolons, commas or tabs, as the first line has them', () => {
  for (const between of [';', ',', '\t']) {
    assert.deepEqual(cells(`id${between}text\r\n1${between}"a;b,c\td"\r\n`), [
      ['id', 'text'],
      ['1', 'a;b,c\td'],
    ]);
  }
});

test('quotes, line breaks and blanks within a cell are its own', () => {
  assert.deepEqual(cells('a;b\n"deux\nlignes";"dit ""oui"""\n ;x\n'), [
    ['a', 'b'],
    ['deux\nlignes', 'dit "oui"'],
    [' ', 'x'],
  ]);
});

test('each row is numbered as a spreadsheet does, whatever breaks stand within cells', () => {
  const rows = readCsv('a;b\r\n"1\r\n2\r\n3";x\r\n\r\n;\r\nlast;y');
  assert.deepEqual(
    rows.map(({ row, cells: [first] }) => [row, first]),
    [
      [1, 'a'],
      [2, '1\r\n2\r\n3'],
      [5, 'last'],
    ],
  );
});

test('the mark of UTF-8 and old line breaks are understood', () => {
  assert.deepEqual(cells('\uFEFFa;b\r1;2\r'), [
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('a quote that nothing closes is said, with its line', () => {
  assert.throws(
    () => readCsv('a;b\n1;"sans fin\n2;x\n'),
    (error: unknown) => error instanceof CsvError && error.line === 2,
  );
});
