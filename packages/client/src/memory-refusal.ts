import type { Problem, ProblemCode } from '@cnr-widgets/contract';
import { ClientError } from './errors.js';

/** A refusal as the backend's own, with what it says besides its code. */
export function refusal(
  status: number,
  code: ProblemCode,
  more: Pick<Problem, 'errors' | 'limit'> & { cause?: unknown } = {},
): ClientError {
  const { cause, ...told } = more;
  const problem: Problem = { type: 'about:blank', title: code, status, code, ...told };
  return new ClientError(code, `the memory backend refused: ${code}`, { status, problem, cause });
}
