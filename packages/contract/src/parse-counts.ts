import type { Counts } from './counts.js';
import { isCount, readMembers } from './members.js';

/** Reads how many took part. @throws ContractError */
export function parseCounts(value: unknown): Counts {
  return readMembers('counts', value, { participants: isCount }) as Counts;
}
