import { checkMeeting, meeting as schema, type Fault, type Meeting } from '@cnr-widgets/contract';
import { CliError, say, type Bilingual, type Context } from '../cli/command.js';
import { pathText, readLocatedJson, readText } from '../cli/definition-file.js';
import { CsvError, readCsv, type CsvRow } from '../cli/read-csv.js';
import type { Gazetteer } from '../geo/gazetteer.js';
import { readColumns, type Column } from './import-columns.js';
import { completePlace } from './import-place.js';
import { readRow, type Surroundings, type WrittenMeeting } from './import-row.js';
import { columnAt, inColumnsWords, whereOf } from './import-where.js';
import { FAULTS, IN_TABLE, type Mend } from './import-words.js';

/** Something that stands in the way of a meeting. */
interface FileFault {
  line: number;
  /** The column's own name, '' where the table has no such column; the path in JSON. */
  at: string;
  message: string;
  /** The meeting's id, as the table has it. */
  id?: string | undefined;
  /** What stands in the column. */
  read?: string | undefined;
}

/** Something that was mended. */
interface FileMend {
  line: number;
  mend: Mend;
  before: string;
  after: string;
}

/** A file of meetings, read. */
export interface MeetingFile {
  /** Whether each `line` is a row as a spreadsheet counts them; else it is a line of the file. */
  table: boolean;
  /** Those that are right. */
  meetings: Meeting[];
  /** Meetings of the file that are wrong. */
  wrong: number;
  faults: FileFault[];
  mends: FileMend[];
  /** Columns that nothing is made of. */
  unknown: string[];
}

/** What reading takes besides the file. */
interface Reading extends Omit<Surroundings, 'locale'> {
  /** Told every 500 rows how far it is; reading goes on once that has ended. */
  onRow?: (done: number, total: number) => Promise<void>;
}

/** Rows. */
const A_WHILE = 500;

const NO_MEETINGS: Bilingual = {
  fr: 'le fichier ne contient aucune rencontre',
  en: 'the file holds no meeting',
};
const NO_COLUMNS: Bilingual = {
  fr: 'la première ligne doit nommer les colonnes, dont un titre et une date de début. Modèle : cnr meetings template',
  en: 'the first line must name the columns, among them a title and a start. An example: cnr meetings template',
};

/**
 * Reads and checks a file of meetings, by its name: JSON, or else a table (CSV).
 * @throws CliError when it is absent, not in UTF-8, or neither of both
 */
export async function readMeetings(file: string, around: Reading, context: Context): Promise<MeetingFile> {
  const read = /\.json$/i.test(file)
    ? await readJson(file, around.gazetteer, context)
    : await readTable(file, { ...around, locale: context.locale }, context);
  if (read.meetings.length + read.wrong === 0) throw unreadable(file, NO_MEETINGS, context);
  return read;
}

function unreadable(file: string, what: Bilingual, context: Context): CliError {
  return new CliError(`${file}${context.locale === 'fr' ? '\u00a0' : ''}: ${say(context, what)}`);
}

async function readTable(
  file: string,
  around: Reading & Surroundings,
  context: Context,
): Promise<MeetingFile> {
  const [head, ...rows] = await readRows(file, context);
  const columns = readColumns(head?.cells ?? []);
  const { places, unknown, again } = columns;
  if (!places.has('title') || !(places.has('start') || places.has('date'))) {
    throw unreadable(file, NO_COLUMNS, context);
  }
  const found: MeetingFile = {
    table: true,
    meetings: [],
    wrong: 0,
    faults: [],
    mends: [],
    unknown: [...unknown, ...again],
  };
  const first = new Map<string, { row: Row; written: WrittenMeeting }>();
  const links = new Map<string, number>();
  for (const { cells } of rows) {
    const link = cells[places.get('link') ?? -1] ?? '';
    links.set(link, (links.get(link) ?? 0) + 1);
  }
  const has = (column: Column) => places.has(column);
  const tell = ({ line, cell }: Row, column: Column, message: string) => {
    found.faults.push({ line, id: cell('id').trim(), ...whereOf(column, columns, cell), message });
  };
  for (const [done, { row: line, cells }] of rows.entries()) {
    if (done % A_WHILE === 0) await around.onRow?.(done, rows.length);
    const cell = (column: Column) => cells[places.get(column) ?? -1] ?? '';
    const row = { line, cell };
    const { meeting, ownId, mends, faults } = readRow(cell, has, around, links.get(cell('link')) === 1);
    found.mends.push(...mends.map((mend) => ({ line, ...mend })));
    for (const { column, fault } of faults) tell(row, column, say(context, FAULTS[fault]));
    if (!meeting) {
      found.wrong += 1;
      continue;
    }
    const before = first.get(meeting.id);
    if (!before) {
      first.set(meeting.id, { row, written: meeting });
    } else if (ownId && sameBesidesSessions(before.written, meeting)) {
      before.written.sessions.push(...meeting.sessions);
    } else {
      found.wrong += 1;
      tell(row, 'id', say(context, FAULTS['same-id']).replace('{line}', String(before.row.line)));
    }
  }
  for (const { row, written } of first.values()) {
    written.sessions.sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
    take(found, written, context, ({ code, path, message }) => {
      const column = columnAt(path);
      if (column === undefined) found.faults.push({ line: row.line, at: pathText(path), message });
      else {
        const plain = IN_TABLE[code];
        const { at } = whereOf(column, columns, row.cell);
        tell(row, column, plain ? say(context, plain) : inColumnsWords(message, path, at));
      }
    });
  }
  found.faults.sort((a, b) => a.line - b.line);
  return found;
}

/** A row of the table, by what stands in its columns. */
interface Row {
  line: number;
  cell: (column: Column) => string;
}

async function readRows(file: string, context: Context): Promise<CsvRow[]> {
  try {
    return readCsv(await readText(file, context));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const text = {
      fr: `${file}:${error.line}  un guillemet est ouvert et jamais fermé`,
      en: `${file}:${error.line}  a quote is opened and never closed`,
    };
    throw new CliError(say(context, text), { cause: error });
  }
}

function sameBesidesSessions(one: WrittenMeeting, other: WrittenMeeting): boolean {
  const rest = ({ sessions: _, ...more }: WrittenMeeting) => JSON.stringify(more);
  return rest(one) === rest(other);
}

/** Puts a checked meeting with the right ones, or tells what is wrong with it. */
function take(found: MeetingFile, written: unknown, context: Context, tell: (fault: Fault) => void): void {
  const faults = checkMeeting(written, context.locale);
  faults.forEach(tell);
  if (faults.length === 0) found.meetings.push(schema.parse(written));
  else found.wrong += 1;
}

async function readJson(file: string, gazetteer: Gazetteer, context: Context): Promise<MeetingFile> {
  const { value, positionOf } = await readLocatedJson(file, context);
  const wrapped = typeof value === 'object' && value !== null && 'meetings' in value;
  const base = wrapped ? ['meetings'] : [];
  const list = wrapped ? value.meetings : value;
  if (!Array.isArray(list)) throw unreadable(file, NO_MEETINGS, context);
  const found: MeetingFile = { table: false, meetings: [], wrong: 0, faults: [], mends: [], unknown: [] };
  const first = new Map<string, number>();
  list.forEach((written: unknown, place) => {
    const where = (path: (string | number)[]) => {
      const whole = [...base, place, ...path];
      return { line: positionOf(whole).line, at: pathText(whole) };
    };
    const before = found.meetings.length;
    take(found, written, context, ({ path, message }) => found.faults.push({ ...where(path), message }));
    const right = found.meetings[before];
    if (!right) return;
    const other = first.get(right.id);
    if (other !== undefined) {
      const path = pathText([...base, other]);
      found.meetings.pop();
      found.wrong += 1;
      found.faults.push({
        ...where(['id']),
        message: say(context, FAULTS['same-id-at']).replace('{path}', path),
      });
      return;
    }
    first.set(right.id, place);
    found.meetings[before] = withPoint(right, gazetteer, (mend, from, to) => {
      found.mends.push({ line: where(['place']).line, mend, before: from, after: to });
    });
  });
  return found;
}

/** What is written stays as it is; only a point that is missing is looked for. */
function withPoint(
  right: Meeting,
  gazetteer: Gazetteer,
  mended: (mend: Mend, before: string, after: string) => void,
): Meeting {
  if (!right.place || right.place.point) return right;
  const whole = completePlace(right.place, gazetteer, mended);
  return whole?.departement === right.place.departement
    ? { ...right, place: { ...whole, ...right.place } }
    : right;
}
