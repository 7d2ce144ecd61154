/** A calendar date and a time of day, without a zone. */
export interface LocalTime {
  year: number;
  /** From 1. */
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** An instant as it is written in its zone, and what the change to or from summer time did to it. */
export interface ZonedTime {
  /** RFC 3339 with the zone's offset. */
  text: string;
  /** `gap`: clocks leap over this time, an hour was added. `twice`: it comes twice, the first was taken. */
  change?: 'gap' | 'twice';
}

/** When it is this time in a zone. @param timeZone IANA name */
export function inZone(local: LocalTime, timeZone: string): ZonedTime {
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  // The offsets of the day before and the day after: one of them is right, whatever happens in between.
  const [before, after] = [-1, 1].map((days) => offsetAt(asUtc + days * 86_400_000, timeZone));
  const fits = (offset = 0) => offsetAt(asUtc - offset * 60_000, timeZone) === offset;
  const first = asUtc - (before ?? 0) * 60_000;
  if (before === after) return { text: written(new Date(first), timeZone) };
  if (fits(before))
    return { text: written(new Date(first), timeZone), ...(fits(after) && { change: 'twice' }) };
  if (fits(after)) return { text: written(new Date(asUtc - (after ?? 0) * 60_000), timeZone) };
  return { text: written(new Date(first), timeZone), change: 'gap' };
}

/** An instant with the offset that a zone has then (RFC 3339), to the second. */
export function written(at: Date, timeZone: string): string {
  const offset = offsetAt(at.getTime(), timeZone);
  const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** In minutes, east of Greenwich positive. */
function offsetAt(at: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  const name = format.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) || 0;
}
