import { COLUMNS, type Column, type Columns } from './import-columns.js';

/** What a fault of a table is about. */
interface Where {
  /** The column's name as the file has it; '' where the file has no such column. */
  at: string;
  /** The cell as it was read; '' where there is none. */
  read: string;
}

/** Columns that may say the same: a fault names the first one that the file has. */
const LIKE: Readonly<Partial<Record<Column, readonly Column[]>>> = {
  start: ['date'],
  startTime: ['start', 'date'],
  end: ['endTime'],
  endTime: ['end'],
  city: ['postalCode', 'fullAddress', 'address', 'commune', 'department', 'placeName', 'point', 'latitude'],
};

/** Where in the file a fault stands, in the file's own words. */
export function whereOf(column: Column, { names }: Columns, cell: (column: Column) => string): Where {
  const own = [column, ...(LIKE[column] ?? [])].find((one) => names.has(one));
  return own === undefined ? { at: '', read: '' } : { at: names.get(own) ?? '', read: cell(own) };
}

/** Which column a fault of the meeting that a row became is about; undefined where none is. */
export function columnAt(path: readonly (string | number)[]): Column | undefined {
  const [first, second] = path;
  const inTable: Readonly<Record<string, Column>> = {
    sessions: path.at(-1) === 'end' ? 'end' : 'start',
    place: second === 'departement' ? 'department' : isColumn(second) ? second : 'city',
    places: second === 'remote' ? 'remotePlaces' : 'onSite',
    remote: 'remoteLink',
    accessibility: isColumn(second) ? second : 'stepFree',
    registration: isColumn(second) ? second : 'registration',
  };
  return inTable[String(first)] ?? (isColumn(first) ? first : undefined);
}

function isColumn(key: string | number | undefined): key is Column {
  return typeof key === 'string' && Object.hasOwn(COLUMNS, key);
}

/** A sentence that names a key of JSON, with the column's name in its place. */
export function inColumnsWords(message: string, path: readonly (string | number)[], name: string): string {
  const quoted = new RegExp(`(["«]\\s?)${String(path.at(-1))}(\\s?["»])`, 'u');
  return message.replace(quoted, (_, opened: string, closed: string) => `${opened}${name}${closed}`);
}
