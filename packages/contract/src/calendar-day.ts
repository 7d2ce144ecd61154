/** Making one costs more than a hundred dates, and every row of a list has one. As many as definitions name. */
const formats = new Map<string | undefined, Intl.DateTimeFormat>();

/**
 * The calendar day (ISO 8601, `2026-11-22`) on which an instant falls in a time zone.
 * @param timeZone IANA name. Default: where this runs. One that is not known there: that of Paris, right for most.
 */
export function calendarDay(at: Date | number, timeZone?: string): string {
  const format = formats.get(timeZone) ?? formatIn(timeZone);
  formats.set(timeZone, format);
  return format.format(at);
}

/** Swedish writes dates as ISO 8601 does. */
function formatIn(timeZone: string | undefined): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone });
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
  }
}
