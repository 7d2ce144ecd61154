// A module of its own, and loaded when it is called, as for proposals: a page without meetings goes without.
import {
  parseMeetingDetails,
  parseMeetingList,
  parsePlaces,
  type FoundPlaces,
  type MeetingDetails,
} from '@cnr-widgets/contract';
import type { CallOptions, ReadMeetings } from './backend.js';
import { orFromCache } from './browser-cache.js';
import { parsed, posted, type Ask, type Call } from './request.js';

export async function meetings(
  call: Call,
  consultation: string,
  options?: CallOptions,
): Promise<ReadMeetings> {
  const read = async (init?: RequestInit, given = options) =>
    parsed(parseMeetingList, await call(consultation, '/meetings', given, init));
  return orFromCache(read, options);
}

export async function meeting(
  call: Call,
  consultation: string,
  id: string,
  options?: CallOptions,
): Promise<MeetingDetails> {
  return parsed(parseMeetingDetails, await call(consultation, `/meetings/${part(id)}`, options));
}

export async function places(ask: Ask, query: string, options?: CallOptions): Promise<FoundPlaces> {
  return parsed(parsePlaces, await ask('/places', options, posted({ q: query })));
}

const part = encodeURIComponent;
