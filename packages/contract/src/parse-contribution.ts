import { contribution, retrieved, type Contribution, type Retrieved } from './contribution.js';
import { parseAs } from './parse.js';

/** Reads what a citizen sends. @throws ContractError */
export function parseContribution(value: unknown): Contribution {
  return parseAs(contribution, 'contribution', value);
}

/** Reads what a receipt code reads back. @throws ContractError */
export function parseRetrieved(value: unknown): Retrieved {
  return parseAs(retrieved, 'retrieved contribution', value);
}
