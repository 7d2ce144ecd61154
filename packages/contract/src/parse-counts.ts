import type { Counts } from './counts.js';
import { readAs } from './shape.js';
import { countsShape } from './shapes/counts.js';

/** Reads how many took part. @throws ContractError */
export function parseCounts(value: unknown): Counts {
  return readAs(countsShape, 'counts', value) as Counts;
}
