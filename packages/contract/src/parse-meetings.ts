import type { MeetingDetails, MeetingList } from './meeting.js';
import type { MeetingRules } from './meeting-rules.js';
import { readAs } from './shape.js';
import { meetingDetailsShape } from './shapes/meetingDetails.js';
import { meetingListShape } from './shapes/meetingList.js';
import { meetingRulesShape } from './shapes/meetingRules.js';

/** Reads what a published consultation says of its meetings. @throws ContractError */
export function parseMeetingRules(value: unknown): MeetingRules {
  return readAs(meetingRulesShape, 'meetings', value) as MeetingRules;
}

/** Reads the meetings of a consultation. @throws ContractError */
export function parseMeetingList(value: unknown): MeetingList {
  return readAs(meetingListShape, 'list of meetings', value) as MeetingList;
}

/** Reads an opened meeting. @throws ContractError */
export function parseMeetingDetails(value: unknown): MeetingDetails {
  return readAs(meetingDetailsShape, 'meeting', value) as MeetingDetails;
}
