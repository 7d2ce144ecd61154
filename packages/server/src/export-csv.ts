import { answersOf, isQuestion } from '@cnr-widgets/contract';
import type { AnswerPayload, AnswerValue, Question, Questionnaire } from '@cnr-widgets/contract';

/** In a cell: the question was never shown. An empty cell was shown, and left empty. */
export interface CsvWords {
  notShown: string;
  /** Column of the text beside an "Autre" choice. */
  other: string;
  postalCode: string;
  /** Columns that are about the answer itself, in the order of `csvRow`. */
  meta: readonly [string, string, string, string, string, string];
}

/**
 * One live answer, as far as it leaves the database. Never its id nor the second at which it was finished: who holds
 * those with the content can send the answer once more, and is told its receipt code.
 */
export interface ExportedAnswer {
  /** From 1, the same in every file of one export, and in no other. */
  number: number;
  version: number;
  /** Calendar day, in the consultation's time zone. */
  receivedOn: string;
  late: boolean;
  payload: Omit<AnswerPayload, 'replaces'>;
}

interface Column {
  heading: string;
  question: string;
  kind: Question['kind'];
  /** `asked` is the question as the answer's own version put it. */
  cell: (value: AnswerValue, asked: Question) => string | number;
}

/** The columns of a whole consultation: those of the newest version, then what only older ones asked. */
export function csvColumns(questionnaires: readonly Questionnaire[], words: CsvWords): Column[] {
  const columns = new Map<string, Column>();
  for (const { items } of questionnaires) {
    for (const question of items.filter(isQuestion)) {
      for (const column of columnsOf(question, words)) {
        const key = `${column.kind} ${column.key}`;
        if (!columns.has(key)) columns.set(key, column);
      }
    }
  }
  return [...columns.values()];
}

export function csvHead(columns: readonly Column[], words: CsvWords): string {
  return csvLine([...words.meta, ...columns.map(({ heading }) => heading)]);
}

/** @param questions of the version that was answered, by id */
export function csvRow(
  columns: readonly Column[],
  questions: ReadonlyMap<string, Question>,
  { number, version, receivedOn, late, payload }: ExportedAnswer,
  words: CsvWords,
): string {
  const { profile } = payload;
  const answers = answersOf(payload);
  const meta = [number, version, receivedOn, late ? 1 : 0, profile?.as ?? '', profile?.departement ?? ''];
  const cells = columns.map(({ question, kind, cell }) => {
    const asked = questions.get(question);
    const value = answers.get(question);
    if (asked?.kind !== kind || value === undefined) return words.notShown;
    return value === null ? '' : cell(value, asked);
  });
  return csvLine([...meta, ...cells]);
}

function columnsOf(question: Question, words: CsvWords): (Column & { key: string })[] {
  const { id, kind, title } = question;
  const column = (suffix: string, label: string, cell: Column['cell']) => ({
    key: `${id} ${suffix}`,
    heading: label === '' ? `${id} – ${title}` : `${id} – ${title} – ${label}`,
    question: id,
    kind,
    cell,
  });
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const main = column('', '', choiceCell);
      const other = column('other', words.other, (value) => ('other' in value ? (value.other ?? '') : ''));
      return question.choices.some((choice) => choice.other) ? [main, other] : [main];
    }
    case 'texts':
      return Array.from({ length: question.count }, (_, place) =>
        column(String(place), String(place + 1), (value) =>
          value.kind === 'texts' ? (value.texts[place] ?? '') : '',
        ),
      );
    case 'matrix':
      return question.rows.map((row) =>
        column(row.id, row.label, (value, asked) => {
          if (value.kind !== 'matrix' || asked.kind !== 'matrix') return '';
          const chosen = value.rows.find((answered) => answered.row === row.id)?.column;
          return asked.columns.find((one) => one.id === chosen)?.label ?? '';
        }),
      );
    case 'territory': {
      const main = column('', '', (value) => (value.kind === 'territory' ? value.departement : ''));
      const code = column('postal-code', words.postalCode, (value) =>
        value.kind === 'territory' ? (value.postalCode ?? '') : '',
      );
      return question.ask === 'postal-code' ? [main, code] : [main];
    }
    default:
      return [column('', '', simpleCell)];
  }
}

function choiceCell(value: AnswerValue, asked: Question): string {
  if (value.kind === 'single') return labelsOf(asked, [value.choice], '');
  return value.kind === 'multiple' ? labelsOf(asked, value.choices, ' | ') : '';
}

function simpleCell(value: AnswerValue, asked: Question): string | number {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'scale':
    case 'number':
      return value.value;
    case 'date':
      return value.date;
    case 'ranking':
      return labelsOf(asked, value.order, ' > ');
    default:
      return '';
  }
}

function labelsOf(asked: Question, ids: readonly string[], between: string): string {
  const choices = 'choices' in asked ? asked.choices : [];
  return ids.map((id) => choices.find((choice) => choice.id === id)?.label ?? id).join(between);
}

/** A line for a French spreadsheet: semicolons between, every cell in quotes, no text that it would run. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => `"${safeCell(cell).replaceAll('"', '""')}"`).join(';')}\r\n`;
}

/** Spreadsheets look past leading blanks, and take full-width signs for signs. */
const FORMULA = /^(\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|[\t\r\n])/;

/** The same after what ends a cell where the file is opened with another separator: our quotes quote nothing there. */
const FORMULA_WITHIN = /(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])(?<=[,;\t\r\n][\s"]*)/g;

/**
 * As it stands in the file: an apostrophe before what a spreadsheet would run as a formula (OWASP, "CSV Injection"). A
 * number is a number, its minus sign stays.
 */
export function safeCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  return cell.replace(FORMULA_WITHIN, "'").replace(FORMULA, "'$&");
}
