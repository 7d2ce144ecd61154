// Apart from the adapter, and loaded when it is called: few pages of plain files have meetings.
import {
  ContractError,
  parseMeetingDetails,
  parseMeetingList,
  startOf,
  type MeetingDetails,
  type MeetingList,
} from '@cnr-widgets/contract';
import { listedMeeting, shownMeeting, type WrittenMeeting } from './shown-meeting.js';

/**
 * What `meetings.json` lists.
 * @param now milliseconds since the epoch: as of when the operator's own array, which says none, is said to be
 * @throws ContractError
 */
export function readMeetings(file: unknown, now: number): MeetingList {
  if (!Array.isArray(file)) return parseMeetingList(file);
  const meetings = file.map((written) => listedMeeting(readWritten(written)));
  meetings.sort((a, b) => startOf(a).getTime() - startOf(b).getTime());
  return { asOf: new Date(now).toISOString(), meetings };
}

/** One meeting, from its own file or from the operator's array of all; undefined: not in it. @throws ContractError */
export function readMeeting(file: unknown, id: string): MeetingDetails | undefined {
  if (Array.isArray(file)) {
    const written: unknown = file.find((one: { id?: unknown } | null) => one?.id === id);
    return written === undefined ? undefined : readWritten(written);
  }
  // A list as a backend serves it says less than a meeting's own file, yet all that matters of it.
  if (isList(file)) {
    const listed = parseMeetingList(file).meetings.find((meeting) => meeting.id === id);
    return listed && { ...listed, documents: [] };
  }
  return readWritten(file);
}

/** The operator's own form lacks what only a backend knows, as places that are left. */
function readWritten(file: unknown): MeetingDetails {
  if (typeof file !== 'object' || file === null) throw new ContractError('meeting', []);
  return parseMeetingDetails('left' in file ? file : shownMeeting(file as WrittenMeeting));
}

function isList(file: unknown): boolean {
  return typeof file === 'object' && file !== null && 'meetings' in file;
}
