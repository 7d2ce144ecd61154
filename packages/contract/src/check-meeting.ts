import * as z from 'zod/mini';
import { checkLinks, isTimeZone } from './check-card.js';
import { reportShape } from './check-shape.js';
import { departementName } from './departements.js';
import { worded, type Fault, type Finding, type Report } from './fault.js';
import { meeting, type Meeting } from './meeting.js';

/**
 * Everything that is wrong with a meeting that an operator wrote, and how to mend it.
 * @param written what `JSON.parse` made of it
 * @param locale the language of the messages
 * @returns nothing when it can be imported; paths begin at the meeting
 */
export function checkMeeting(written: unknown, locale: 'fr' | 'en' = 'fr'): Fault[] {
  const findings: Finding[] = [];
  const report: Report = (code, path, params = {}, severity = 'fault') => {
    findings.push({ severity, code, path, params });
  };
  const read = z.safeParse(meeting, written);
  if (read.success) checkRead(read.data, report);
  else reportShape(read.error.issues, written, [], inPlace(report));
  return findings.map((finding) => worded(finding, locale));
}

/** What a definition says of ids, a meeting's place says of the codes of the post office and of INSEE. */
function inPlace(report: Report): Report {
  return (code, path, params, severity) => {
    if (code === 'not-a-definition') return report('not-a-meeting', path, params, severity);
    if (code !== 'bad-id') return report(code, path, params, severity);
    if (path.at(-1) === 'postalCode') return report('bad-postal-code', path, params, severity);
    if (path.at(-1) === 'commune') return report('bad-commune-code', path, params, severity);
    return report('unknown-departement', path, params, severity);
  };
}

function checkRead(read: Meeting, report: Report): void {
  const { place, remote, places, registration, timeZone } = read;
  if (!place && !remote) report('nowhere', ['place']);
  if (isTimeZone(timeZone)) checkSessions(read, report);
  else report('unknown-time-zone', ['timeZone'], { zone: timeZone });
  checkPlace(place, report);
  if (places.onSite !== undefined && !place) {
    report('places-nowhere', ['places', 'onSite'], { key: 'onSite', lacking: 'place' });
  }
  if (places.remote !== undefined && !remote) {
    report('places-nowhere', ['places', 'remote'], { key: 'remote', lacking: 'remote' });
  }
  const { opensAt, closesAt } = registration ?? {};
  if (opensAt !== undefined && closesAt !== undefined && new Date(closesAt) <= new Date(opensAt)) {
    report('closing-before-opening', ['registration', 'closesAt']);
  }
  for (const key of ['description', 'programme', 'report'] as const) checkLinks(read[key], [key], report);
}

function checkSessions({ sessions, timeZone }: Meeting, report: Report): void {
  let before = -Infinity;
  sessions.forEach(({ start, end }, place) => {
    const [begins, ends] = [Date.parse(start), Date.parse(end)];
    if (ends <= begins) report('end-before-start', ['sessions', place, 'end']);
    else if (begins < before) report('sessions-overlap', ['sessions', place, 'start']);
    before = ends;
    for (const [key, written] of Object.entries({ start, end })) {
      const expected = offsetIn(timeZone, new Date(written));
      const offset = written.endsWith('Z') ? '+00:00' : written.slice(-6);
      if (offset !== expected)
        report('offset-of-zone', ['sessions', place, key], { zone: timeZone, expected });
    }
  });
}

/** Making one costs more than a hundred dates, and a file has thousands. As many as files name zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The offset of a zone at an instant, e.g. `+01:00`. */
function offsetIn(timeZone: string, at: Date): string {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  const parts = format.formatToParts(at);
  // "GMT+01:00", and "GMT" alone where there is none.
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.slice('GMT'.length) || '+00:00';
}

function checkPlace(place: Meeting['place'], report: Report): void {
  if (!place) return;
  const { departement, point, located } = place;
  if (departementName(departement) === undefined) report('unknown-departement', ['place', 'departement']);
  if (located !== undefined && !point) report('located-without-point', ['place', 'located']);
  if (point?.latitude === 0 && point.longitude === 0) report('point-nowhere', ['place', 'point']);
}
