import { checkMeeting, meeting as schema, type Meeting } from '@cnr-widgets/contract';
import { CliError, say, type Bilingual, type Context } from '../cli/command.js';
import { pathText, readLocatedJson, readText } from '../cli/definition-file.js';
import { CsvError, readCsv, type CsvRow } from '../cli/read-csv.js';
import type { Gazetteer } from '../geo/gazetteer.js';
import { readColumns, type Column, type Columns } from './import-columns.js';
import { completePlace } from './import-place.js';
import { readRow, type Surroundings, type WrittenMeeting } from './import-row.js';
import { FAULTS, type Mend } from './import-words.js';

/** Something that stands in the way of a meeting. */
interface FileFault {
  line: number;
  /** The column's own name, or the path in JSON. */
  at: string;
  message: string;
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
    meetings: [],
    wrong: 0,
    faults: [],
    mends: [],
    unknown: [...unknown, ...again],
  };
  const first = new Map<string, { line: number; written: WrittenMeeting; whole: boolean }>();
  const links = new Map<string, number>();
  for (const { cells } of rows) {
    const link = cells[places.get('link') ?? -1] ?? '';
    links.set(link, (links.get(link) ?? 0) + 1);
  }
  for (const [done, { line, cells }] of rows.entries()) {
    if (done % A_WHILE === 0) await around.onRow?.(done, rows.length);
    const cell = (column: Column) => cells[places.get(column) ?? -1] ?? '';
    const { meeting, ownId, mends, faults } = readRow(cell, around, links.get(cell('link')) === 1);
    found.mends.push(...mends.map((mend) => ({ line, ...mend })));
    const nameOf = (column: Column) => columns.names.get(column) ?? column;
    found.faults.push(
      ...faults.map(({ column, fault }) => ({
        line,
        at: nameOf(column),
        message: say(context, FAULTS[fault]),
      })),
    );
    if (!meeting) {
      found.wrong += 1;
      continue;
    }
    const before = first.get(meeting.id);
    if (!before) {
      first.set(meeting.id, { line, written: meeting, whole: true });
    } else if (ownId && sameBesidesSessions(before.written, meeting)) {
      before.written.sessions.push(...meeting.sessions);
    } else {
      found.wrong += 1;
      const message = say(context, FAULTS['same-id']).replace('{line}', String(before.line));
      found.faults.push({ line, at: nameOf('id'), message });
    }
  }
  for (const { line, written } of first.values()) {
    written.sessions.sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
    take(found, written, context, (path) => ({ line, at: columnAt(path, columns) ?? pathText(path) }));
  }
  found.faults.sort((a, b) => a.line - b.line);
  return found;
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
function take(
  found: MeetingFile,
  written: unknown,
  context: Context,
  where: (path: (string | number)[]) => { line: number; at: string },
): void {
  const faults = checkMeeting(written, context.locale);
  for (const { path, message } of faults) found.faults.push({ ...where(path), message });
  if (faults.length === 0) found.meetings.push(schema.parse(written));
  else found.wrong += 1;
}

/** Which column of a table a fault of the meeting is about. */
function columnAt(path: readonly (string | number)[], { names }: Columns): string | undefined {
  const [first, second] = path;
  const last = path.at(-1);
  const inTable: Readonly<Record<string, Column[]>> = {
    sessions: last === 'end' ? ['end', 'endTime'] : ['start', 'date'],
    place: [second as Column, 'fullAddress', 'city'],
    places: [second === 'remote' ? 'remotePlaces' : 'onSite'],
    remote: ['remoteLink'],
    accessibility: [second as Column],
    registration: [second as Column],
  };
  const columns = inTable[String(first)] ?? [first as Column];
  return columns.map((column) => names.get(column)).find((name) => name !== undefined);
}

async function readJson(file: string, gazetteer: Gazetteer, context: Context): Promise<MeetingFile> {
  const { value, positionOf } = await readLocatedJson(file, context);
  const wrapped = typeof value === 'object' && value !== null && 'meetings' in value;
  const base = wrapped ? ['meetings'] : [];
  const list = wrapped ? value.meetings : value;
  if (!Array.isArray(list)) throw unreadable(file, NO_MEETINGS, context);
  const found: MeetingFile = { meetings: [], wrong: 0, faults: [], mends: [], unknown: [] };
  const first = new Map<string, number>();
  list.forEach((written: unknown, place) => {
    const where = (path: (string | number)[]) => {
      const whole = [...base, place, ...path];
      return { line: positionOf(whole).line, at: pathText(whole) };
    };
    const before = found.meetings.length;
    take(found, written, context, where);
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
