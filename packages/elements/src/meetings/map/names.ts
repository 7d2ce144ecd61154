import { meetingStatus } from '@cnr-widgets/contract';
import { readersZone } from '../../format.js';
import { when, zoneOf } from '../when.js';
import type { MapMessages } from './messages.fr.js';
import type { Placed } from './placing.js';

/** In which words, and at which moment. */
export interface Naming {
  readonly t: MapMessages;
  readonly locale: string;
  readonly now: Date;
}

/** What a marker stands for, with the facts as the list says them: town, when, title, what is special about it. */
export function nameOf({ meeting, unknown }: Placed, { t, locale, now }: Naming): string {
  const { place, title } = meeting;
  const saying = { t: t.when, locale, now, zone: readersZone() };
  const located = place?.located ?? 'exact';
  const where = unknown ? t.unknown : located === 'exact' ? '' : t.approximate;
  const facts = [place?.city, when(meeting, saying), zoneOf(meeting, saying), title];
  return [...facts, t.status[meetingStatus(meeting, now)], where].filter(Boolean).join(', ');
}
