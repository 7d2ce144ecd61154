import { isCount, isText, readMembers } from './members.js';
import type { Problem } from './problem.js';

/** Reads a failure that a backend reports. @throws ContractError */
export function parseProblem(value: unknown): Problem {
  const read = readMembers('problem', value, {
    'type?': isText,
    title: isText,
    status: isCount,
    code: isText,
    'detail?': isText,
    'errors?': Array.isArray,
  }) as Problem;
  const errors = read.errors?.map((error) =>
    readMembers('problem', error, { path: isText, code: isText, 'message?': isText }),
  );
  return { ...read, type: read.type ?? 'about:blank', ...(errors && { errors }) } as Problem;
}
