// Loaded when a backend asks for a proof of work. On the page itself: a worker of another site's is refused by browsers,
// and one at all by a strict policy. Web Crypto does the work beside the page's thread, and the page is let go on
// between the slices.
import { parseChallenge, PROOF_HEADER, type Challenge } from '@cnr-widgets/contract';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge as AltchaChallenge, DeriveKeyFunction, Solution } from 'altcha-lib/types';
import type { CallOptions } from './backend.js';
import { ClientError, clientErrorOf } from './errors.js';
import { parsed } from './request.js';

/** How many challenges are answered before the entry waits: the first, and fresh ones in place of expired ones. */
const ROUNDS = 3;

/** Milliseconds between two words on how far it is. */
const TELL_MS = 250;

/** What making a proof takes from its surroundings. */
export interface ProofEnvironment {
  /** Milliseconds, from any moment on, that never go back. */
  now: () => number;
  /** Runs every `ms` until what it returns is called. */
  repeat: (run: () => void, ms: number) => () => void;
  deriveKey: DeriveKeyFunction;
}

const browser: ProofEnvironment = {
  now: () => performance.now(),
  repeat(run, ms) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
  deriveKey,
};

/**
 * Answers a refusal `proof-required`: computes, or waits as long as the challenge says, whichever ends first or the
 * citizen chooses, and sends again. An expired challenge is renewed.
 * @param send the call that was refused, with these headers besides its own
 * @throws ClientError that of `send`; `aborted`; `malformed-response` for a challenge that cannot be solved
 */
export async function sendWithProof<T>(
  refusal: ClientError,
  send: (headers: Record<string, string>) => Promise<T>,
  options: CallOptions = {},
  environment: ProofEnvironment = browser,
): Promise<T> {
  const wish = { waits: false };
  for (let round = 1; ; round++) {
    const challenge = parsed(parseChallenge, refusal.problem?.challenge);
    const solution = await obtain(challenge, wish, options, environment);
    const proof = { challenge: challenge.altcha, ...(solution && { solution }) };
    try {
      return await send({ [PROOF_HEADER]: btoa(JSON.stringify(proof)) });
    } catch (error) {
      refusal = clientErrorOf(error, 'network');
      if (refusal.code !== 'proof-required' || round === ROUNDS) throw refusal;
    }
  }
}

/** The solution; undefined once the challenge is taken without one. `wish` is the citizen's, and lasts. */
function obtain(
  { altcha, most, waitSeconds }: Challenge,
  wish: { waits: boolean },
  { signal, onProof }: CallOptions,
  { now, repeat, deriveKey: derive }: ProofEnvironment,
): Promise<Solution | undefined> {
  const solver = new AbortController();
  const startedAt = now();
  let done = 0;
  let ended = false;
  return new Promise<Solution | undefined>((resolve, reject) => {
    const left = () => Math.max(0, waitSeconds - (now() - startedAt) / 1000);
    const tell = () => {
      onProof?.({ done, most, waitSeconds: Math.ceil(left()), waiting: wish.waits, waitInstead });
    };
    const waitInstead = () => {
      wish.waits = true;
      solver.abort();
      if (!ended) tell();
    };
    const end = (settle: () => void) => {
      ended = true;
      stopTelling();
      signal?.removeEventListener('abort', onAbort);
      solver.abort();
      settle();
    };
    const onAbort = () => end(() => reject(new ClientError('aborted', 'the proof of work was given up')));
    const stopTelling = repeat(() => {
      tell();
      if (left() === 0) end(() => resolve(undefined));
    }, TELL_MS);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) return onAbort();
    tell();
    if (wish.waits) return;
    const counting: DeriveKeyFunction = (...attempt) => {
      done += 1;
      if (done > most) throw new Error('no solution where there must be one');
      return derive(...attempt);
    };
    solveChallenge({
      challenge: altcha as AltchaChallenge,
      controller: solver,
      deriveKey: counting,
      timeout: 0,
    }).then(
      (solution) => solution && end(() => resolve(solution)),
      (error: unknown) => end(() => reject(clientErrorOf(error, 'malformed-response'))),
    );
  });
}
