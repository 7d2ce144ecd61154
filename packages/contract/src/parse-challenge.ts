import type { Challenge } from './challenge.js';
import { readAs } from './shape.js';
import { challengeShape } from './shapes/challenge.js';

/** Reads what `proof-required` asks to solve. @throws ContractError */
export function parseChallenge(value: unknown): Challenge {
  return readAs(challengeShape, 'challenge', value) as Challenge;
}
