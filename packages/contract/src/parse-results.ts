import { parseAs } from './parse.js';
import { results, type Results } from './results.js';

/** Reads the tallies of a consultation. @throws ContractError */
export function parseResults(value: unknown): Results {
  return parseAs(results, 'results', value);
}
