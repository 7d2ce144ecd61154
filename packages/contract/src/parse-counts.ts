import { counts, type Counts } from './counts.js';
import { parseAs } from './parse.js';

/** Reads how many took part. @throws ContractError */
export function parseCounts(value: unknown): Counts {
  return parseAs(counts, 'counts', value);
}
