import type { LocalTime } from './local-time.js';

/** A date as somebody wrote it: an instant where it says its offset, else a time on the clocks of the place. */
export type ReadDate = { kind: 'instant'; at: Date } | { kind: 'local'; time: LocalTime };

const MONTHS = [
  ['janvier', 'janv', 'january', 'jan'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'september', 'sept', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
];
const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, place) => names.map((name) => [name, place + 1] as const)),
);

const ISO = /^(\d{4})-(\d\d)-(\d\d)[t ]+(.+?)\s*(z|utc|[+-]\d\d:?\d\d)?$/;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)\b(.*)$/;
const WORDS = /^(?:\p{L}+\.?,? )?(\d{1,2})(?:er|st|nd|rd|th)? (\p{L}+)\.? (\d{4})\b(.*)$/u;
const TIME = /^(\d{1,2})(?:\s*(?:h|:|heures?)\s*(\d\d)?(?::\d\d(?:\.\d+)?)?)?\s*(?:min)?$/;

/**
 * Reads a date with its time of day: ISO 8601 with or without an offset, `15/01/2026 18h30`, `15 janvier 2026 à
 * 18 h 30`, and what is like these. The day stands before the month.
 * @returns undefined where there is no such date, or no time of day
 */
export function readDate(text: string): ReadDate | undefined {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  const iso = ISO.exec(plain);
  if (iso) {
    const [, year, month, day, clock = '', offset] = iso;
    const time = timeOf(Number(year), Number(month), Number(day), clock);
    return time && offset !== undefined ? instantOf(time, clock, offset) : local(time);
  }
  const numbers = DAY_FIRST.exec(plain);
  if (numbers) {
    const [, day, month, year = '', clock = ''] = numbers;
    return local(timeOf(Number(year.padStart(4, '20')), Number(month), Number(day), clock));
  }
  const [, day, name = '', year, clock = ''] = WORDS.exec(plain) ?? [];
  return local(timeOf(Number(year), MONTH_OF.get(name) ?? 0, Number(day), clock));
}

/**
 * Reads a day alone, in any of these forms.
 * @returns `2026-01-15`; undefined where there is no such day
 */
export function readDay(text: string): string | undefined {
  const read = readDate(`${text.trim()} 12:00`);
  if (read?.kind !== 'local') return undefined;
  const { year, month, day } = read.time;
  return [String(year).padStart(4, '0'), ...[month, day].map((one) => String(one).padStart(2, '0'))].join(
    '-',
  );
}

const local = (time: LocalTime | undefined): ReadDate | undefined => time && { kind: 'local', time };

function timeOf(year: number, month: number, day: number, clock: string): LocalTime | undefined {
  const [, hours, minutes = '0'] = TIME.exec(clock.replace(/^[\s,t]*(a |at |de )?/, '').trim()) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  // 31 February is not 3 March.
  const real = new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1 && day > 0;
  return real && hour < 24 && minute < 60 ? { year, month, day, hour, minute } : undefined;
}

function instantOf(time: LocalTime, clock: string, offset: string): ReadDate | undefined {
  const two = (number: number) => String(number).padStart(2, '0');
  const seconds = /:\d\d:(\d\d)/.exec(clock)?.[1] ?? '00';
  const zone = /^[zu]/.test(offset) ? 'Z' : offset.replace(/^(...):?/, '$1:');
  const at = new Date(
    `${time.year}-${two(time.month)}-${two(time.day)}T${two(time.hour)}:${two(time.minute)}:${seconds}${zone}`,
  );
  return Number.isNaN(at.getTime()) ? undefined : { kind: 'instant', at };
}
