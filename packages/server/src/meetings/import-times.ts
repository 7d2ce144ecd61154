import type { Column } from './import-columns.js';
import type { Mended } from './import-place.js';
import type { RowFault } from './import-words.js';
import { inZone, written } from './local-time.js';
import { readDate, type ReadDate } from './read-date.js';

/** How long a meeting is of which no end is said, in ms. */
const USUAL = 2 * 3_600_000;
const DAY = 24 * 3_600_000;

/** An evening may end after midnight, but not later than this hour, and not longer than this after it began, in ms. */
const SMALL_HOURS = 6;
const LONG = 12 * 3_600_000;

/** The midnight that a spreadsheet writes behind a day alone. */
const MIDNIGHT = /[\s\u00a0,T]+0?0(?:h|(?:[:h]00){1,2})(?:\.0+)?\s*(?:Z|UTC|[+-]\d\d:?\d\d)?$/i;

/** A column whose times of day belong to a day that stands in another one. */
type TimeColumn = 'startTime' | 'endTime';

/** The dates of a row, read in the time zone of its place. */
export class RowTimes {
  constructor(
    private readonly text: (column: Column) => string | undefined,
    /** Whether the table has a column, whatever this row holds in it. */
    private readonly has: (column: Column) => boolean,
    private readonly timeZone: string,
    private readonly fault: (column: Column, fault: RowFault) => undefined,
    private readonly mended: Mended,
  ) {}

  /** From the columns of beginning and end, or of the day and its hours; an end that is missing is added. */
  session(): { start: string; end: string } | undefined {
    const day = this.text('start') === undefined ? 'date' : 'start';
    if (this.text(day) === undefined) return this.fault('start', 'no-start');
    const begins = this.joined(day, 'startTime');
    const said = this.text('end') !== undefined || this.text('endTime') !== undefined;
    const ends = said ? this.end(begins) : undefined;
    if (begins === undefined || (said && ends === undefined)) return undefined;
    if (ends === undefined) {
      const added = written(new Date(Date.parse(begins) + USUAL), this.timeZone);
      this.mended('end-added', '', added);
      return { start: begins, end: added };
    }
    const next = Date.parse(ends) + DAY;
    const dayIsSaidOnce = this.text('end') === undefined || this.text('date') !== undefined;
    const early = Date.parse(ends) < Date.parse(begins) && Number(ends.slice(11, 13)) < SMALL_HOURS;
    // 20:00 to 00:30 is an evening; 18:30 to 17:30 is a mistake, which checking tells.
    if (dayIsSaidOnce && early && next - Date.parse(begins) <= LONG) {
      const end = written(new Date(next), this.timeZone);
      this.mended('end-day', ends, end);
      return { start: begins, end };
    }
    return { start: begins, end: ends };
  }

  /** One date; undefined where the column says nothing. */
  instant(column: Column): string | undefined {
    const text = this.text(column);
    return text === undefined ? undefined : this.read(column, text);
  }

  private end(begins: string | undefined): string | undefined {
    if (this.text('end') !== undefined) return this.joined('end', 'endTime');
    const clock = this.clock('endTime');
    // It ends on the day on which it begins, which is a day of its place.
    return clock && begins && this.read('endTime', `${begins.slice(0, 10)} ${clock}`);
  }

  /** What a column of days says, with the time of day from a column of its own where the table has one. */
  private joined(day: Column, time: TimeColumn): string | undefined {
    const text = this.text(day) ?? '';
    if (!this.has(time)) return this.read(day, text);
    const bare = text.replace(MIDNIGHT, '');
    const whole = readDate(bare);
    if (this.text(time) === undefined) {
      if (!whole && readDate(`${bare} 12:00`)) return this.fault(time, 'no-time');
      return this.read(day, bare);
    }
    const clock = this.clock(time);
    if (clock === undefined) return undefined;
    if (!whole) return this.read(day, `${bare} ${clock}`);
    return this.clockOf(whole) === clock ? this.read(day, bare) : this.fault(time, 'two-times');
  }

  /** `18:30`, of a column that holds nothing but times of day. */
  private clock(column: TimeColumn): string | undefined {
    const read = readDate(`2000-01-01 ${this.text(column) ?? ''}`);
    return read?.kind === 'local' ? this.clockOf(read) : this.fault(column, 'time-unreadable');
  }

  private clockOf(read: ReadDate): string {
    if (read.kind === 'instant') return written(read.at, this.timeZone).slice(11, 16);
    return [read.time.hour, read.time.minute].map((number) => String(number).padStart(2, '0')).join(':');
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
