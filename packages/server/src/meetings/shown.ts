import type { ListedMeeting, Meeting, MeetingDetails } from '@cnr-widgets/contract';
import type { Selectable } from 'kysely';
import type { Tables } from '../database.js';

/** What of a row everybody may read. */
export const SHOWN = [
  'content',
  'sequence',
  'places_on_site',
  'places_remote',
  'taken_on_site',
  'taken_remote',
] as const;

export type ShownRow = Pick<Selectable<Tables['meetings']>, (typeof SHOWN)[number]>;

/** As lists, maps and calendars show it: without the remote link, and with the places that are left. */
export function listed({ content, sequence, ...row }: ShownRow): ListedMeeting {
  const { remote, places: _, description: __, programme: ___, documents, report, ...meeting } = content;
  return {
    ...meeting,
    remote: remote !== undefined,
    left: {
      ...(row.places_on_site !== null && { onSite: leftOf(row.places_on_site, row.taken_on_site) }),
      ...(row.places_remote !== null && { remote: leftOf(row.places_remote, row.taken_remote) }),
    },
    reported: report !== undefined || documents.length > 0,
    sequence,
  };
}

/** As it is opened. */
export function details(row: ShownRow): MeetingDetails {
  const { description, programme, documents, report }: Meeting = row.content;
  return {
    ...listed(row),
    ...(description !== undefined && { description }),
    ...(programme !== undefined && { programme }),
    documents,
    ...(report !== undefined && { report }),
  };
}

/** Never less than none: places can be lowered below what was given. */
function leftOf(places: number, taken: number): number {
  return Math.max(0, places - taken);
}
