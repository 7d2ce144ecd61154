import { createHmac } from 'node:crypto';
import type { Challenge, Contribution } from '@cnr-widgets/contract';
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge as AltchaChallenge } from 'altcha-lib/types';
import * as z from 'zod/mini';
import type { LimitRules } from './limits-settings.js';

/** Iterations of PBKDF2 in one attempt. Few enough that a page can show progress, enough that the work is in them. */
const COST = 2000;

/** Seconds for which a challenge is good after the earliest moment at which it is taken without a solution. */
const LIFE = 600;

/** Characters of a header. Ours have some 900; what is nested in a much longer one could exhaust the stack. */
const MAX_HEADER = 4096;

/** What comes in the header `Cnr-Proof`, once it is decoded: ALTCHA's payload, whose solution may be missing. */
const proof = z.object({
  challenge: z.object({ parameters: z.record(z.string(), z.unknown()), signature: z.string() }),
  solution: z.optional(z.object({ counter: z.number(), derivedKey: z.string() })),
});

/** What we have signed into each challenge: what it is for, and when (ms since the epoch) it was made. */
const bound = z.object({ consultation: z.string(), contribution: z.string(), madeAt: z.number() });

/** `solved`: the work was done. `waited`: enough time has passed instead. */
export type ProofState = 'solved' | 'waited' | 'insufficient';

/**
 * Makes challenges and looks at what comes back, by ALTCHA's protocol. A challenge is for one contribution's id, which
 * the database records once: that is what makes it good for one use, with nothing stored and nothing to purge, and
 * lets a device whose sending failed half-way use its solution again.
 */
export class Proofs {
  private secrets: Promise<{ challenge: string; solution: string }> | undefined;

  constructor(
    private readonly readKey: () => Promise<string>,
    private readonly rules: Pick<LimitRules, 'proofAttempts' | 'proofWait'>,
    private readonly now: () => Date,
  ) {}

  async challenge({ consultation, id }: Contribution): Promise<Challenge> {
    const { proofAttempts: most, proofWait: waitSeconds } = this.rules;
    const secrets = await this.keys();
    const { parameters, signature } = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: COST,
      // Chosen by us, so that there is a greatest number of attempts, and progress that can be shown.
      counter: randomInt(most - 1, Math.floor(most / 3)),
      deriveKey,
      // Not `expiresAt`: the library would hold that against a clock of its own.
      data: { consultation, contribution: id.toLowerCase(), madeAt: this.now().getTime() },
      hmacSignatureSecret: secrets.challenge,
      hmacKeySignatureSecret: secrets.solution,
    });
    if (signature === undefined) throw new Error('a challenge that was to be signed is not');
    return { altcha: { parameters, signature }, most, waitSeconds };
  }

  /** @param header what came in `Cnr-Proof`, if anything */
  async check(header: string | undefined, { consultation, id }: Contribution): Promise<ProofState> {
    if (header === undefined || header.length > MAX_HEADER) return 'insufficient';
    const sent = proof.safeParse(decoded(header)).data;
    const data = bound.safeParse(sent?.challenge.parameters.data).data;
    if (!sent || data?.consultation !== consultation || data.contribution !== id.toLowerCase()) {
      return 'insufficient';
    }
    const age = (this.now().getTime() - data.madeAt) / 1000;
    if (age > this.rules.proofWait + LIFE) return 'insufficient';
    const secrets = await this.keys();
    const { verified, invalidSignature } = await verifySolution({
      challenge: sent.challenge as unknown as AltchaChallenge,
      solution: { ...(sent.solution ?? { counter: -1, derivedKey: '' }), time: 0 },
      deriveKey,
      hmacSignatureSecret: secrets.challenge,
      hmacKeySignatureSecret: secrets.solution,
    });
    if (verified) return 'solved';
    const waited = sent.solution === undefined && age >= this.rules.proofWait;
    return invalidSignature === false && waited ? 'waited' : 'insufficient';
  }

  /** Two of one, as ALTCHA asks; read when it is first needed, and again where that failed. */
  private keys(): Promise<{ challenge: string; solution: string }> {
    this.secrets ??= this.readKey().then(
      (key) => ({ challenge: derived(key, 'challenge'), solution: derived(key, 'solution') }),
      (error: unknown) => {
        this.secrets = undefined;
        throw error;
      },
    );
    return this.secrets;
  }
}

function derived(key: string, use: string): string {
  return createHmac('sha256', key).update(use).digest('base64url');
}

function decoded(header: string): unknown {
  try {
    return JSON.parse(Buffer.from(header, 'base64').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
