/** The ISO 8601 calendar date that it is, or was, in a time zone. @param timeZone IANA name */
export function dayIn(timeZone: string, at: Date): string {
  // Canadian English writes year-month-day.
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
}
