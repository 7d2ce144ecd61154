import { createHash } from 'node:crypto';
import type { meeting, Meeting } from '@cnr-widgets/contract';
import type * as z from 'zod/mini';
import type { Gazetteer } from '../geo/gazetteer.js';
import { timeZoneOf } from '../geo/time-zones.js';
import {
  isHtml,
  readDepartement,
  readNumber,
  readPoint,
  readStatus,
  readYes,
  slugOf,
  textOfHtml,
} from './import-cells.js';
import type { Column } from './import-columns.js';
import { completePlace, type WrittenPlace } from './import-place.js';
import type { Mend, RowFault } from './import-words.js';
import { RowTimes } from './import-times.js';

/** A meeting as an operator may write it in JSON: what has a default may be left out. */
export type WrittenMeeting = z.input<typeof meeting>;

/** What a row of a table says, and what became of it. */
export interface ReadRow {
  /** To be checked; undefined where a fault stands in the way. */
  meeting?: WrittenMeeting;
  /** Whether the file itself gives the id, so that several rows may be the sessions of one meeting. */
  ownId: boolean;
  mends: { mend: Mend; before: string; after: string }[];
  faults: { column: Column; fault: RowFault }[];
}

/** What all rows of a file share. */
export interface Surroundings {
  gazetteer: Gazetteer;
  /** Of meetings that are nowhere but on the network. */
  timeZone: string;
  locale: 'fr' | 'en';
}

/**
 * Reads one row.
 * @param cell what stands in a column, '' where there is none
 * @param has whether the table has such a column
 * @param ownPage whether no other row has the same link
 */
export function readRow(
  cell: (column: Column) => string,
  has: (column: Column) => boolean,
  around: Surroundings,
  ownPage = true,
): ReadRow {
  const read: ReadRow = { ownId: false, mends: [], faults: [] };
  const text = (column: Column) => cell(column).trim() || undefined;
  const fault = (column: Column, code: RowFault): undefined => void read.faults.push({ column, fault: code });
  const mended = (mend: Mend, before: string, after: string) => void read.mends.push({ mend, before, after });
  const yes = (column: Column): boolean | undefined => {
    const written = text(column);
    if (written === undefined) return undefined;
    return readYes(written) ?? fault(column, 'not-a-yes');
  };
  const count = (column: Column): number | undefined => {
    const written = text(column);
    if (written === undefined) return undefined;
    const number = readNumber(written);
    return number !== undefined && Number.isInteger(number) ? number : fault(column, 'not-a-number');
  };
  const words = (column: Column): string | undefined => {
    const written = text(column);
    if (written === undefined || !isHtml(written)) return written;
    mended('html-removed', '', '');
    return textOfHtml(written) || undefined;
  };
  const link = (column: Column): string | undefined => {
    const written = text(column);
    if (written === undefined || (/^https:\/\/[^\s/]\S*$/.test(written) && URL.canParse(written)))
      return written;
    mended('link-left', written, '');
    return undefined;
  };

  const title = text('title') ?? fault('title', 'no-title');
  const page = link('link');
  const remoteLink = link('remoteLink');
  const remote = yes('remote') === true || remoteLink !== undefined;
  const saidPlace = placeOf(text);
  const place = saidPlace && completePlace(saidPlace, around.gazetteer, mended);
  if (saidPlace ? !place : !remote)
    fault(text('fullAddress') === undefined ? 'city' : 'fullAddress', 'unknown-place');
  const timeZone = place ? timeZoneOf(placeCodes(place)) : around.timeZone;
  const times = new RowTimes(text, has, timeZone, fault, mended);
  const session = times.session();
  const written = text('status');
  const status =
    written === undefined ? undefined : (readStatus(written) ?? fault('status', 'unknown-status'));
  const [onSite, remotePlaces] = [count('onSite'), count('remotePlaces')];
  const [opensAt, closesAt] = [times.instant('opensAt'), times.instant('closesAt')];
  const registers = yes('registration') === true || opensAt !== undefined || closesAt !== undefined;
  const seats = {
    ...(onSite !== undefined && { onSite }),
    ...(remotePlaces !== undefined && { remote: remotePlaces }),
  };
  const access = given({
    stepFree: yes('stepFree'),
    hearingLoop: yes('hearingLoop'),
    signLanguage: yes('signLanguage'),
  });
  const ownId = text('id');
  read.ownId = ownId !== undefined;
  const more = given({
    description: withPage(words('description'), page, around.locale),
    programme: words('programme'),
    report: words('report'),
    theme: text('theme'),
    organiser: text('organiser'),
    status,
  });
  if (title === undefined || !session || read.faults.length > 0) return read;
  read.meeting = {
    id: idOf({ ownId, page: ownPage ? page : undefined, title, place, start: session.start }),
    title,
    timeZone,
    sessions: [session],
    ...more,
    ...(place && { place }),
    ...(remote && { remote: remoteLink === undefined ? {} : { link: remoteLink } }),
    ...(Object.keys(access).length > 0 && { accessibility: access }),
    ...(Object.keys(seats).length > 0 && { places: seats }),
    // Places are counted for those who register.
    ...((registers || Object.keys(seats).length > 0) && { registration: given({ opensAt, closesAt }) }),
  };
  return read;
}

/** Without what is not said. */
function given<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function placeCodes({ commune, departement }: NonNullable<Meeting['place']>) {
  return { department: departement, ...(commune !== undefined && { commune }) };
}

/** What is said of the place, undefined where nothing is. */
function placeOf(text: (column: Column) => string | undefined): WrittenPlace | undefined {
  const [latitude, longitude] = [readNumber(text('latitude') ?? ''), readNumber(text('longitude') ?? '')];
  const both = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined;
  const point = both ?? readPoint(text('point') ?? '');
  const departement = text('department');
  const said: WrittenPlace = given({
    name: text('placeName'),
    fullAddress: text('fullAddress'),
    address: text('address'),
    // A spreadsheet takes the first zero for nothing.
    postalCode: text('postalCode')?.replace(/\s/g, '').padStart(5, '0'),
    city: text('city'),
    commune: text('commune')?.toUpperCase().padStart(5, '0'),
    departement: departement === undefined ? undefined : readDepartement(departement),
    point,
  });
  return Object.keys(said).length > 0 ? said : undefined;
}

/** The organiser's own page of the meeting goes with what is said of it. */
function withPage(
  description: string | undefined,
  page: string | undefined,
  locale: 'fr' | 'en',
): string | undefined {
  if (page === undefined || description?.includes(page)) return description;
  const link = `[${locale === 'fr' ? 'Page de la rencontre' : 'Page of the meeting'}](${page})`;
  return description === undefined ? link : `${description}\n\n${link}`;
}

const LONGEST = 80;

/**
 * The same for the same row at each import: the file's own id, else what ends the meeting's address, else its title,
 * commune and beginning.
 */
function idOf(of: {
  ownId: string | undefined;
  page: string | undefined;
  title: string;
  place: Meeting['place'];
  start: string;
}): string {
  const { ownId, page, title, place, start } = of;
  if (ownId !== undefined) return unique(ownId);
  const last = page === undefined ? '' : (new URL(page).pathname.split('/').filter(Boolean).at(-1) ?? '');
  // A word such as "agenda" is the page of many.
  if (/\d/.test(last) || last.split('-').length > 2) return unique(last);
  const when = start.slice(0, 16).replace(/\D/g, '');
  return [slugOf(title, 40) || 'rencontre', place?.commune?.toLowerCase() ?? 'a-distance', when].join('-');
}

/** As a slug; what is lost by that is made up for, as two ids must not become one. */
function unique(id: string): string {
  const slug = slugOf(id, LONGEST);
  if (slug.length >= 3 && slug === id) return slug;
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return [slugOf(id, LONGEST - 9), hash].filter(Boolean).join('-');
}
