/** A row, as a spreadsheet numbers it: the first is 1, and one that is empty counts. */
export interface CsvRow {
  row: number;
  cells: string[];
}

/** The file is no table. `line`: where the quote stands that nothing closes. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  readonly code = 'unclosed-quote';

  constructor(readonly line: number) {
    super(`a quote is opened on line ${line} and never closed`);
  }
}

/**
 * The rows of a CSV file (RFC 4180), whatever spreadsheet wrote it: commas, semicolons or tabs between the cells, as
 * the first line has them; line breaks of any kind. Empty lines are left out.
 * @throws CsvError
 */
export function readCsv(text: string): CsvRow[] {
  const content = text.replace(/^\uFEFF/, '');
  const between = separatorOf(content);
  const rows: CsvRow[] = [];
  let row: CsvRow = { row: 1, cells: [] };
  let cell = '';
  let quotedAt = 0;
  let line = 1;
  const endRow = () => {
    row.cells.push(cell);
    if (row.cells.some((one) => one !== '')) rows.push(row);
    cell = '';
  };
  for (let place = 0; place < content.length; place++) {
    const character = content.charAt(place);
    const breaks = character === '\n' || (character === '\r' && content[place + 1] !== '\n');
    if (breaks) line++;
    if (quotedAt > 0) {
      if (character !== '"') cell += character;
      else if (content[place + 1] === '"') cell += content.charAt(++place);
      else quotedAt = 0;
    } else if (character === '"' && cell === '') {
      quotedAt = line;
    } else if (character === between) {
      row.cells.push(cell);
      cell = '';
    } else if (breaks) {
      endRow();
      row = { row: row.row + 1, cells: [] };
    } else if (character !== '\r') {
      cell += character;
    }
  }
  if (quotedAt > 0) throw new CsvError(quotedAt);
  endRow();
  return rows;
}

/** Where something stands in a table, for whoever has it open in a spreadsheet. @param id of what the row is about */
export function rowIn(file: string, row: number, locale: 'fr' | 'en', id = ''): string {
  return `${file}, ${locale === 'fr' ? 'ligne' : 'row'} ${row}${id === '' ? '' : ` (${id})`}`;
}

/** The separator of the first line, its quoted cells left aside. */
function separatorOf(content: string): string {
  const [first = ''] = content.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const separators = [';', ',', '\t'].map((one) => ({ one, count: first.split(one).length }));
  return separators.sort((a, b) => b.count - a.count)[0]?.one ?? ';';
}
