/** The reader's own zone (IANA). */
export function readersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Dates are shown in the consultation's zone, which is named where it is not the reader's. */
function format(
  instant: string,
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const elsewhere = readersZone() !== timeZone;
  // `dateStyle` cannot be combined with `timeZoneName`, so the parts are spelt out.
  const text = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...options,
    timeZone,
    ...(elsewhere && options.hour !== undefined ? { timeZoneName: 'short' } : {}),
  }).format(new Date(instant));
  if (locale !== 'fr') return text;
  // French writes the first of a month as an ordinal, and hours with an h, which Intl does not.
  return text
    .replace(/^1 /, '1er ')
    .replace(
      /0?(\d+):(\d\d)/,
      (_, hour: string, minute: string) => `${hour}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`,
    );
}

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

/** `22 novembre 2026` */
export function formatDay(instant: string, locale: string, timeZone: string): string {
  return format(instant, locale, timeZone, day);
}

/** `22 novembre 2026 à 8 h`, with the zone's name where it is not the reader's. */
export function formatDateTime(instant: string, locale: string, timeZone: string): string {
  return format(instant, locale, timeZone, { ...day, hour: '2-digit', minute: '2-digit' });
}

/** `1 234,5`: as the reader's language writes numbers, every decimal kept. */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
}
