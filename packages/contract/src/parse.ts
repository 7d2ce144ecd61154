import * as z from 'zod/mini';
import { ContractError, type ContractIssue } from './contract-error.js';

/** Reads `value` by `schema`. @throws ContractError where it does not fit. */
export function parseAs<T extends z.core.$ZodType>(schema: T, what: string, value: unknown): z.output<T> {
  const read = z.safeParse(schema, value);
  if (read.success) return read.data;
  throw new ContractError(what, read.error.issues.map(readable), read.error);
}

/** zod/mini carries no sentences, so the issue's own code says what was wrong. */
function readable(issue: z.core.$ZodIssue): ContractIssue {
  const expected = 'expected' in issue ? ` (${issue.expected} expected)` : '';
  const keys = issue.code === 'unrecognized_keys' ? ` (${issue.keys.join(', ')})` : '';
  const message = issue.code === 'custom' ? issue.message : `${issue.code}${expected}${keys}`;
  return { path: issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key)), message };
}
