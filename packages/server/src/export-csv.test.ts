import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOf, isQuestion, type AnswerValue } from '@cnr-widgets/contract';
import fc from 'fast-check';
import { contribution, definition, type Asking } from './definition.fixture.js';
import { csvColumns, csvHead, csvRow, type CsvWords } from './export-csv.js';

const WORDS: CsvWords = {
  notShown: '(not asked)',
  other: 'words',
  postalCode: 'postal code',
  meta: ['number', 'version', 'received', 'late', 'as', 'departement'],
};

/** Reads what a spreadsheet would: quoted cells, semicolons, CRLF. */
function parseLine(line: string): string[] {
  assert.match(line, /^("([^"]|"")*";)*"([^"]|"")*"\r\n$/);
  return [...line.matchAll(/"((?:[^"]|"")*)"(?:;|\r\n)/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));
}

function export1(consultation: Asking, values: Record<string, AnswerValue | null>) {
  const { questionnaire } = consultation;
  const columns = csvColumns([questionnaire], WORDS);
  const questions = new Map(questionnaire.items.filter(isQuestion).map((item) => [item.id, item]));
  const { payload } = contribution(values, { consultation, profile: { as: 'elected', departement: '2A' } });
  const answer = { number: 1, version: 1, receivedOn: '2026-11-22', late: true, payload };
  const head = parseLine(csvHead(columns, WORDS));
  const row = parseLine(csvRow(columns, questions, answer, WORDS));
  assert.equal(head.length, row.length);
  return { head, row, cell: Object.fromEntries(head.map((name, place) => [name, row[place]])) };
}

test('no text becomes a formula, and every text is read back', () => {
  const start = fc.constantFrom(
    '',
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    ' =',
    '"',
    ';',
    '＝',
    '＠',
    '\u00a0+',
  );
  const text = fc.tuple(start, fc.string({ unit: 'grapheme', maxLength: 60 })).map(([a, b]) => a + b);
  fc.assert(
    fc.property(text, (written) => {
      const { row } = export1(definition(), { avis: { kind: 'text', text: written } });
      for (const cell of row) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]/u);
      const cell = row.at(-1) ?? '';
      if (written.trim() === '') assert.equal(cell, '');
      else assert.equal(cell.replaceAll("'", ''), written.replaceAll("'", ''));
    }),
    { numRuns: 500 },
  );
});

test('opened with another separator, no text becomes a formula either', () => {
  const piece = fc.constantFrom(',', ';', '\t', '\n', ' ', '"', '=1+1', '@x', '-2', 'a', '＝');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `oui${pieces.join('')}`;
      const { questionnaire } = definition();
      const line = csvRow(
        csvColumns([questionnaire], WORDS),
        new Map(questionnaire.items.filter(isQuestion).map((item) => [item.id, item])),
        {
          ...{ number: 1, version: 1, receivedOn: '2026-11-22', late: false },
          payload: contribution({ avis: { kind: 'text', text } }).payload,
        },
        WORDS,
      );
      for (const cell of line.split(/[,;\t\r\n]/)) assert.doesNotMatch(cell, /^[\s"]*[=+\-@＝＋－＠]/u);
    }),
    { numRuns: 500 },
  );
});

test('headings are guarded as well: an operator’s title is text too', () => {
  const { head } = export1(
    definition({ questionnaire: { items: [{ id: 'q', kind: 'text', title: '=1+1' }] } }),
    {},
  );
  assert.equal(head.at(-1), 'q – =1+1');
});

test('every kind has its columns, with labels as the version that was answered says them', () => {
  const choices = (...ids: string[]) => ids.map((id) => ({ id, label: `Choix ${id}` }));
  const consultation = definition({
    questionnaire: {
      items: [
        {
          id: 'un',
          kind: 'single',
          title: 'Un',
          choices: [...choices('a'), { id: 'o', label: 'Autre', other: true }],
        },
        { id: 'plus', kind: 'multiple', title: 'Plus', choices: choices('a', 'b', 'c') },
        { id: 'note', kind: 'scale', title: 'Note', min: -5, max: 5 },
        { id: 'ordre', kind: 'ranking', title: 'Ordre', choices: choices('x', 'y') },
        { id: 'g', kind: 'matrix', title: 'Grille', rows: choices('l1', 'l2'), columns: choices('c1', 'c2') },
        { id: 'mots', kind: 'texts', title: 'Mots', count: 2 },
        { id: 'jour', kind: 'date', title: 'Jour' },
        { id: 'lieu', kind: 'territory', title: 'Lieu', ask: 'postal-code' },
        { id: 'vide', kind: 'number', title: 'Vide' },
        { id: 'cache', kind: 'text', title: 'Cachée', showIf: { question: 'note', atLeast: 3 } },
      ],
    },
  });
  const { cell } = export1(consultation, {
    un: { kind: 'single', choice: 'o', other: '+33 6' },
    plus: { kind: 'multiple', choices: ['a', 'c'] },
    note: { kind: 'scale', value: -5 },
    ordre: { kind: 'ranking', order: ['y', 'x'] },
    g: { kind: 'matrix', rows: [{ row: 'l2', column: 'c1' }] },
    mots: { kind: 'texts', texts: ['', 'deux "mots"; à moi'] },
    jour: { kind: 'date', date: '2026-11-22' },
    lieu: { kind: 'territory', departement: '72', postalCode: '72000' },
  });
  assert.deepEqual(cell, {
    number: '1',
    version: '1',
    received: '2026-11-22',
    late: '1',
    as: 'elected',
    departement: '2A',
    'un – Un': 'Autre',
    'un – Un – words': "'+33 6",
    'plus – Plus': 'Choix a | Choix c',
    'note – Note': '-5',
    'ordre – Ordre': 'Choix y > Choix x',
    'g – Grille – Choix l1': '',
    'g – Grille – Choix l2': 'Choix c1',
    'mots – Mots – 1': '',
    'mots – Mots – 2': 'deux "mots"; à moi',
    'jour – Jour': '2026-11-22',
    'lieu – Lieu': '72',
    'lieu – Lieu – postal code': '72000',
    'vide – Vide': '',
    'cache – Cachée': '(not asked)',
  });
});

test('columns of every version are there, the newest first', () => {
  const older = definition({ questionnaire: { items: [{ id: 'avis', kind: 'text', title: 'Avant' }] } });
  const newer = definition({
    questionnaire: {
      items: [
        { id: 'avis', kind: 'date', title: 'Depuis' },
        { id: 'plus', kind: 'text', title: 'Plus' },
      ],
    },
  });
  const columns = csvColumns([newer.questionnaire, older.questionnaire], WORDS);
  assert.deepEqual(
    columns.map(({ heading }) => heading),
    ['avis – Depuis', 'plus – Plus', 'avis – Avant'],
  );
  const sent = contribution({ avis: { kind: 'text', text: 'là' } }, { consultation: older });
  assert.equal(answersOf(sent.payload).size, 1);
  const questions = new Map(older.questionnaire.items.filter(isQuestion).map((item) => [item.id, item]));
  const answer = { number: 1, version: 1, receivedOn: '1970-01-01', late: false, payload: sent.payload };
  assert.deepEqual(parseLine(csvRow(columns, questions, answer, WORDS)).slice(6), [
    '(not asked)',
    '(not asked)',
    'là',
  ]);
});
