import type { Results } from './results.js';
import { readAs } from './shape.js';
import { resultsShape } from './shapes/results.js';

/** Reads the tallies of a consultation. @throws ContractError */
export function parseResults(value: unknown): Results {
  return readAs(resultsShape, 'results', value) as Results;
}
