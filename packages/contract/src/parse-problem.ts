import { parseAs } from './parse.js';
import { problem, type Problem } from './problem.js';

/** Reads a failure that a backend reports. @throws ContractError */
export function parseProblem(value: unknown): Problem {
  return parseAs(problem, 'problem', value);
}
