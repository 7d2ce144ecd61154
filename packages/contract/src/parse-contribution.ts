import { contribution, type Contribution } from './contribution.js';
import { parseAs } from './parse.js';

/** Reads what a citizen sends, by the schema itself: a server's work, or a backend's within the page. @throws ContractError */
export function parseContribution(value: unknown): Contribution {
  return parseAs(contribution, 'contribution', value);
}
