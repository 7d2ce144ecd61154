/** Making one costs more than a hundred dates, and every row of a list has one. As many as definitions name. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The ISO 8601 calendar date that it is, or was, in a time zone. @param timeZone IANA name */
export function dayIn(timeZone: string, at: Date): string {
  // Canadian English writes year-month-day.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  formats.set(timeZone, format);
  return format.format(at);
}
