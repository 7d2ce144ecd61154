import { meetingStatus, startOf } from '@cnr-widgets/contract';
import type { MapMessages } from './messages.fr.js';
import type { Placed } from './placing.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter costs more than what it formats. */
function formatOf(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    const elsewhere = new Intl.DateTimeFormat().resolvedOptions().timeZone !== timeZone;
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: isZone(timeZone) ? timeZone : 'UTC',
      ...(elsewhere && { timeZoneName: 'short' }),
    });
    formats.set(key, format);
  }
  return format;
}

/** The contract says that it is a text: whether a browser knows the zone shows when it is used. */
function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone }).format() !== '';
  } catch {
    return false;
  }
}

/** What a marker stands for, with the facts: town, when, title, what is special about it. */
export function nameOf(
  { meeting, unknown }: Placed,
  { t, locale, now }: { t: MapMessages; locale: string; now: Date },
): string {
  const { place, title, timeZone } = meeting;
  const when = t.time(formatOf(locale, timeZone).format(startOf(meeting)));
  const located = place?.located ?? 'exact';
  const where = unknown ? t.unknown : located === 'exact' ? '' : t.approximate;
  return [place?.city, when, title, t.status[meetingStatus(meeting, now)], where].filter(Boolean).join(', ');
}
