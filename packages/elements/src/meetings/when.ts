import { calendarDay, endOf, startOf, type ListedMeeting } from '@cnr-widgets/contract';

/** How a language says when something is. */
export interface WhenMessages {
  readonly today: string;
  readonly tomorrow: string;
  /** `18 h 30`; the minute is 0 to 59. */
  readonly time: (hour: number, minute: number) => string;
  /** `de 18 h 30 à 20 h 30` */
  readonly hours: (from: string, to: string) => string;
  /** `du 3 au 5 décembre` */
  readonly days: (from: string, to: string) => string;
  /** `jeudi 3 décembre, de 18 h 30 à 20 h 30` */
  readonly at: (day: string, hours: string) => string;
  /** Two sittings of one day: `de 9 h à 12 h et de 14 h à 17 h` */
  readonly and: string;
  /** Names of zones that `Intl` says otherwise than people there do, by IANA's. */
  readonly zones: Readonly<Record<string, string>>;
}

/** In which language, and for whom, it is said. */
export interface Saying {
  readonly t: WhenMessages;
  readonly locale: string;
  readonly now: Date;
  /** The reader's own zone (IANA). */
  readonly zone: string;
}

type Timed = Pick<ListedMeeting, 'sessions' | 'timeZone'>;
type Session = ListedMeeting['sessions'][number];

/** What ends in the small hours still belongs to the evening before. */
const SMALL_HOURS = 6 * 3_600_000;
const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a thousand times as long as using it, and a list has thousands of dates. */
function format(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (!known) {
    const language = locale === 'en' ? 'en-GB' : locale;
    try {
      known = new Intl.DateTimeFormat(language, { ...options, timeZone });
    } catch {
      // A zone that this browser does not know: the hour of Paris is right for most.
      known = new Intl.DateTimeFormat(language, { ...options, timeZone: 'Europe/Paris' });
    }
    formats.set(key, known);
  }
  return known;
}

/** The first and the last calendar day of a meeting, in its own zone. */
export function daysOf(meeting: Timed): { first: string; last: string } {
  return spanOf(startOf(meeting).getTime(), endOf(meeting).getTime(), meeting.timeZone);
}

function spanOf(start: number, end: number, timeZone: string): { first: string; last: string } {
  const first = calendarDay(start, timeZone);
  const short = end - start < DAY / 2;
  return { first, last: calendarDay(Math.max(start, end - (short ? SMALL_HOURS : 1)), timeZone) };
}

/** When a meeting is, in one line: its day and hours, or its first and last day. Times are its own zone's. */
export function when(meeting: Timed, saying: Saying): string {
  const { first, last } = daysOf(meeting);
  const { t } = saying;
  if (first !== last) {
    const today = calendarDay(saying.now, meeting.timeZone);
    const words = between(first, last, saying);
    return first <= today && today <= last ? t.at(t.today, words) : words;
  }
  const hours = meeting.sessions.map((session) => hoursOf(session, meeting.timeZone, saying));
  return t.at(inWords(first, meeting.timeZone, saying), hours.join(t.and));
}

/** Each sitting in a line of its own. */
export function sittings({ sessions, timeZone }: Timed, saying: Saying): string[] {
  const { t } = saying;
  return sessions.map((session) => {
    const { first, last } = spanOf(Date.parse(session.start), Date.parse(session.end), timeZone);
    if (first === last) return t.at(inWords(first, timeZone, saying), hoursOf(session, timeZone, saying));
    const edge = (day: string, instant: string) =>
      t.at(dateWords(day, saying, true), time(instant, timeZone, saying));
    return t.days(edge(first, session.start), edge(last, session.end));
  });
}

/** The name of the meeting's zone, where clocks there show another time than the reader's when it begins. */
export function zoneOf({ sessions, timeZone }: Timed, { t, locale, zone }: Saying): string | undefined {
  const start = startOf({ sessions });
  const clock = (of: string) => format('sv-SE', of, { dateStyle: 'short', timeStyle: 'short' }).format(start);
  if (clock(timeZone) === clock(zone)) return undefined;
  const known = t.zones[timeZone];
  if (known !== undefined) return known;
  const parts = format(locale, timeZone, { timeZoneName: 'long' }).formatToParts(start);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  // "heure normale de la Nouvelle-Calédonie": nobody there calls it so.
  return name.replace(/ (normale|Standard)(?= )/, '');
}

function hoursOf({ start, end }: Session, timeZone: string, saying: Saying): string {
  return saying.t.hours(time(start, timeZone, saying), time(end, timeZone, saying));
}

function time(instant: string, timeZone: string, { t }: Saying): string {
  const clock = format('sv-SE', timeZone, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return t.time(hour, minute);
}

function between(first: string, last: string, saying: Saying): string {
  const [year, month] = first.split('-');
  const parts = { year: first.slice(0, 4) !== last.slice(0, 4), month: !last.startsWith(`${year}-${month}`) };
  const from = formatDay(first, saying, {
    day: 'numeric',
    ...(parts.month ? { month: 'long' } : {}),
    ...(parts.year ? { year: 'numeric' } : {}),
  });
  return saying.t.days(from, dateWords(last, saying, false));
}

/** `aujourd’hui, dimanche 22 novembre`: what is near by its name, and by its date, which a print still says rightly. */
function inWords(day: string, timeZone: string, saying: Saying): string {
  const { t, now } = saying;
  const words = dateWords(day, saying, true);
  if (day === calendarDay(now, timeZone)) return t.at(t.today, words);
  // Noon is a day later after any change of the clocks.
  const tomorrow = new Date(`${calendarDay(now, timeZone)}T12:00:00Z`).getTime() + DAY;
  return day === calendarDay(tomorrow, 'UTC') ? t.at(t.tomorrow, words) : words;
}

/** The year stands where it is not this one. */
function dateWords(day: string, saying: Saying, weekday: boolean): string {
  const thisYear = day.slice(0, 4) === calendarDay(saying.now, saying.zone).slice(0, 4);
  return formatDay(day, saying, {
    ...(weekday ? { weekday: 'long' } : {}),
    ...{ day: 'numeric', month: 'long' },
    ...(thisYear ? {} : { year: 'numeric' }),
  });
}

function formatDay(day: string, { locale }: Saying, options: Intl.DateTimeFormatOptions): string {
  const words = format(locale, 'UTC', options).format(new Date(`${day}T12:00:00Z`));
  // French writes the first of a month as an ordinal, which Intl does not.
  return locale === 'fr' ? words.replace(/(^|\s)1(?=\s|$)/, '$11er') : words;
}
