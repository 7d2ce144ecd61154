import type { SupportCounts } from './proposal.js';
import { readAs } from './shape.js';
import { supportCountsShape } from './shapes/supportCounts.js';

/** Reads counts of supports. @throws ContractError */
export function parseSupportCounts(value: unknown): SupportCounts {
  return readAs(supportCountsShape, 'counts of supports', value) as SupportCounts;
}
