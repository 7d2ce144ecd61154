import type { Column } from './import-columns.js';
import type { Mended } from './import-place.js';
import type { RowFault } from './import-words.js';
import { inZone, written } from './local-time.js';
import { readDate } from './read-date.js';

/** How long a meeting is of which no end is said, in ms. */
const USUAL = 2 * 3_600_000;
const DAY = 24 * 3_600_000;

/** The dates of a row, read in the time zone of its place. */
export class RowTimes {
  constructor(
    private readonly text: (column: Column) => string | undefined,
    private readonly timeZone: string,
    private readonly fault: (column: Column, fault: RowFault) => undefined,
    private readonly mended: Mended,
  ) {}

  /** From the columns of beginning and end, or of the day and its hours; an end that is missing is added. */
  session(): { start: string; end: string } | undefined {
    const { start, end } = this.written();
    if (start === undefined)
      return this.fault(this.text('date') === undefined ? 'start' : 'startTime', 'no-start');
    const begins = this.read('start', start);
    const ends = end === undefined ? undefined : this.read('end', end);
    if (begins === undefined || (end !== undefined && ends === undefined)) return undefined;
    const begin = Date.parse(begins);
    if (ends === undefined) {
      const added = written(new Date(begin + USUAL), this.timeZone);
      this.mended('end-added', '', added);
      return { start: begins, end: added };
    }
    const short = begin - Date.parse(ends);
    // 20:00 to 00:30 is an evening, when the day is said once.
    if (short >= 0 && short < DAY && this.text('date') !== undefined) {
      const next = written(new Date(Date.parse(ends) + DAY), this.timeZone);
      this.mended('end-day', ends, next);
      return { start: begins, end: next };
    }
    return { start: begins, end: ends };
  }

  /** One date; undefined where the column says nothing. */
  instant(column: Column): string | undefined {
    const text = this.text(column);
    return text === undefined ? undefined : this.read(column, text);
  }

  private written(): { start: string | undefined; end: string | undefined } {
    const [date, from, to] = [this.text('date'), this.text('startTime'), this.text('endTime')];
    const day = this.text('start') ?? date;
    const start = from !== undefined && day !== undefined && !readDate(day) ? `${day} ${from}` : day;
    const last = this.text('end');
    if (to === undefined) return { start, end: last };
    if (last !== undefined) return { start, end: readDate(last) ? last : `${last} ${to}` };
    return { start, end: date && `${date} ${to}` };
  }

  private read(column: Column, text: string): string | undefined {
    const date = readDate(text);
    if (!date) return this.fault(column, 'date-unreadable');
    if (date.kind === 'instant') return written(date.at, this.timeZone);
    const { text: zoned, change } = inZone(date.time, this.timeZone);
    if (change) this.mended(change === 'gap' ? 'time-gap' : 'time-twice', text, zoned);
    return zoned;
  }
}
