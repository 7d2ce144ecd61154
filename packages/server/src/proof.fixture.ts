import type { Challenge, Problem } from '@cnr-widgets/contract';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge as AltchaChallenge, Solution } from 'altcha-lib/types';

/** The challenge of a refusal. */
export function challengeOf(problem: Problem): Challenge {
  return problem.challenge as Challenge;
}

/** Does the work. */
export async function solved({ altcha }: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge: altcha as AltchaChallenge, deriveKey });
  if (!solution) throw new Error('not solved');
  return header(altcha, solution);
}

/** The header `Cnr-Proof`. */
export function header(challenge: unknown, solution?: Solution): string {
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
