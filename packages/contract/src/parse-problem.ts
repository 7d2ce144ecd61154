import type { Problem } from './problem.js';
import { readAs } from './shape.js';
import { problemShape } from './shapes/problem.js';

/** Reads a failure that a backend reports. @throws ContractError */
export function parseProblem(value: unknown): Problem {
  return readAs(problemShape, 'problem', value) as Problem;
}
