import { parseChallenge, type Challenge } from '@cnr-widgets/contract';
import { expect } from '@open-wc/testing';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge as AltchaChallenge, Payload } from 'altcha-lib/types';
import type { CallOptions, ProofProgress } from './backend.js';
import { ClientError, isTransient } from './errors.js';
import { httpBackend } from './http.js';
import { sendWithProof, type ProofEnvironment } from './proof.js';
import { failureOf } from './testing/backend-suite.js';
import { until } from './testing/fake-page.js';
import { contributionOf } from './testing/fixtures.js';

const SECRET = { hmacSignatureSecret: 'a', hmacKeySignatureSecret: 'b' };

async function challengeOf(counter = 5, most = 9): Promise<Challenge> {
  const made = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 1, counter, deriveKey, ...SECRET });
  return parseChallenge({ altcha: made, most, waitSeconds: 120 });
}

const refusalOf = (challenge: unknown) =>
  new ClientError('proof-required', 'asked', {
    status: 428,
    problem: { type: 'about:blank', title: '', status: 428, code: 'proof-required', challenge },
  });

const decoded = (headers: Record<string, string>) =>
  JSON.parse(atob(headers['Cnr-Proof'] ?? '')) as Partial<Payload> & { challenge: AltchaChallenge };

/** A clock that stands still, and attempts that never end. */
function stuck() {
  const runs = new Set<() => void>();
  const time = { now: 0 };
  const environment: ProofEnvironment = {
    now: () => time.now,
    repeat(run) {
      runs.add(run);
      return () => runs.delete(run);
    },
    deriveKey: () => new Promise(() => undefined),
  };
  const advance = (ms: number) => {
    time.now += ms;
    for (const run of [...runs]) run();
  };
  return { environment, advance, runs };
}

describe('sendWithProof', () => {
  let sent: Record<string, string>[];
  const send = (headers: Record<string, string>) => Promise.resolve(sent.push(headers));

  beforeEach(() => {
    sent = [];
  });

  it('solves the challenge, tells how far it is, and sends again with the solution', async () => {
    const told: ProofProgress[] = [];
    const challenge = await challengeOf(5);
    await sendWithProof(refusalOf(challenge), send, { onProof: (progress) => told.push(progress) });
    expect(told[0]).to.include({ done: 0, most: 9, waitSeconds: 120, waiting: false });
    const [headers = {}] = sent;
    const { solution, challenge: answered } = decoded(headers);
    if (!solution) throw new Error('no solution');
    expect(solution.counter).to.equal(5);
    const { verified } = await verifySolution({ challenge: answered, solution, deriveKey, ...SECRET });
    expect(verified).to.equal(true);
  });

  it('lets the page go on meanwhile', async () => {
    let turns = 0;
    const turning = setInterval(() => turns++, 0);
    await sendWithProof(refusalOf(await challengeOf(400, 500)), send);
    clearInterval(turning);
    expect(turns).to.be.greaterThan(0);
  });

  it('waits instead when the citizen says so, and sends the challenge without a solution', async () => {
    const { environment, advance, runs } = stuck();
    const told: ProofProgress[] = [];
    const options: CallOptions = { onProof: (progress) => told.push(progress) };
    const sending = sendWithProof(refusalOf(await challengeOf()), send, options, environment);
    advance(30_000);
    expect(told.at(-1)).to.include({ done: 1, waitSeconds: 90, waiting: false });
    told.at(-1)?.waitInstead();
    expect(told.at(-1)).to.include({ waitSeconds: 90, waiting: true });
    advance(89_999);
    expect([sent.length, told.at(-1)?.waitSeconds]).to.deep.equal([0, 1]);
    advance(1);
    await sending;
    expect(decoded(sent[0] ?? {})).to.have.keys('challenge');
    expect(runs.size).to.equal(0);
    const toldInAll = told.length;
    told[0]?.waitInstead();
    expect(told.length).to.equal(toldInAll);
  });

  it('needs no more than the wait, however slow the device', async () => {
    const { environment, advance } = stuck();
    const sending = sendWithProof(refusalOf(await challengeOf()), send, {}, environment);
    advance(120_000);
    await sending;
    expect(decoded(sent[0] ?? {})).to.have.keys('challenge');
  });

  it('renews a challenge that expired, as often as makes sense, and remembers who waits', async () => {
    const { environment, advance } = stuck();
    const fresh = refusalOf(await challengeOf());
    const told: ProofProgress[] = [];
    const refusing = (headers: Record<string, string>) => {
      sent.push(headers);
      return Promise.reject(fresh);
    };
    const options: CallOptions = { onProof: (progress) => told.push(progress) };
    const sending = failureOf(sendWithProof(fresh, refusing, options, environment));
    told[0]?.waitInstead();
    for (const round of [1, 2, 3]) {
      expect(told.at(-1)).to.include({ waiting: true, waitSeconds: 120 });
      advance(120_000);
      await until(() => sent.length === round && (round === 3 || told.at(-1)?.waitSeconds === 120));
    }
    const failure = await sending;
    expect(failure.code).to.equal('proof-required');
    expect(isTransient(failure)).to.equal(true);
  });

  it('gives up when it is told to, before and while it computes', async () => {
    const { environment, runs } = stuck();
    const stop = new AbortController();
    const challenge = refusalOf(await challengeOf());
    const sending = failureOf(sendWithProof(challenge, send, { signal: stop.signal }, environment));
    stop.abort();
    expect((await sending).code).to.equal('aborted');
    const again = await failureOf(sendWithProof(challenge, send, { signal: stop.signal }, environment));
    expect([again.code, sent.length, runs.size]).to.deep.equal(['aborted', 0, 0]);
  });

  it('says what is no challenge, or has no solution where there must be one; neither is a refusal', async () => {
    const right = await challengeOf(8, 9);
    const { parameters } = right.altcha as AltchaChallenge;
    const wrong: unknown[] = [
      undefined,
      { ...right, most: -1 },
      { ...right, most: 3 },
      { ...right, altcha: { ...right.altcha, parameters: { ...parameters, algorithm: 'SCRYPT' } } },
      { ...right, altcha: { ...right.altcha, parameters: null } },
    ];
    for (const challenge of wrong) {
      const failure = await failureOf(sendWithProof(refusalOf(challenge), send));
      expect([failure.code, isTransient(failure)]).to.deep.equal(['malformed-response', true]);
    }
    expect(sent).to.have.length(0);
  });
});

describe('httpBackend with a backend that asks for a proof', () => {
  it('answers it within one put', async () => {
    const challenge = await challengeOf(2);
    const sent = contributionOf();
    const proofs: (string | null)[] = [];
    const receipt = {
      ...{ id: sent.id, consultation: sent.consultation, contentHash: 'a'.repeat(64) },
      ...{ receivedAt: '2026-11-10T12:00:00.000Z', late: false, code: '7Q2M-X0VK-94TB-ZD1R' },
    };
    const problem = { title: 'asked', status: 428, code: 'proof-required', challenge };
    const backend = httpBackend('https://participation.example', {
      fetch(input, init) {
        const request = new Request(input, init);
        proofs.push(request.headers.get('Cnr-Proof'));
        return Promise.resolve(
          proofs.length === 1
            ? Response.json(problem, { status: 428 })
            : Response.json(receipt, { status: 201 }),
        );
      },
    });
    expect(await backend.put(sent)).to.deep.equal(receipt);
    expect(proofs[0]).to.equal(null);
    expect(decoded({ 'Cnr-Proof': proofs[1] ?? '' }).solution?.counter).to.equal(2);
  });
});
