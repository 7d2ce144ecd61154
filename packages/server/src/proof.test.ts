import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { parseChallenge, type Challenge } from '@cnr-widgets/contract';
import { contribution } from './definition.fixture.js';
import { header, solved } from './proof.fixture.js';
import { Proofs } from './proof.js';

const RULES = { proofAttempts: 12, proofWait: 120 };

function proofs(key = 'k'): { proofs: Proofs; clock: { now: number } } {
  const clock = { now: 1_000_000 };
  return {
    proofs: new Proofs(
      async () => key,
      RULES,
      () => new Date(clock.now),
    ),
    clock,
  };
}

/** Another value at `path` of what ALTCHA signed. */
function forged(challenge: Challenge, change: (parameters: Record<string, unknown>) => void): unknown {
  const copy = structuredClone(challenge.altcha) as { parameters: Record<string, unknown> };
  change(copy.parameters);
  return copy;
}

test('a challenge says what a device must know, and a solution of it is taken', async () => {
  const { proofs: mine } = proofs();
  const sent = contribution();
  const challenge = await mine.challenge(sent);
  assert.deepEqual(parseChallenge(JSON.parse(JSON.stringify(challenge))), challenge);
  assert.deepEqual([challenge.most, challenge.waitSeconds], [12, 120]);
  const proof = await solved(challenge);
  const { solution } = JSON.parse(Buffer.from(proof, 'base64').toString()) as {
    solution: { counter: number };
  };
  assert.ok(solution.counter >= 4 && solution.counter < 12);
  assert.equal(await mine.check(proof, sent), 'solved');
});

test('a solution is for one contribution: not for another, nor elsewhere, nor under another key', async () => {
  const { proofs: mine } = proofs();
  const sent = contribution();
  const proof = await solved(await mine.challenge(sent));
  assert.equal(await mine.check(proof, { ...sent, id: randomUUID() }), 'insufficient');
  assert.equal(await mine.check(proof, { ...sent, consultation: 'ecole' }), 'insufficient');
  assert.equal(await proofs('another key').proofs.check(proof, sent), 'insufficient');
  // A device writes ids as it likes.
  assert.equal(await mine.check(proof, { ...sent, id: sent.id.toUpperCase() }), 'solved');
});

test('a proof nested deeper than anybody would is no proof, and no failure', async () => {
  const { proofs: mine, clock } = proofs();
  const sent = contribution();
  const bound = { consultation: sent.consultation, contribution: sent.id, madeAt: clock.now };
  // As deep as a header may be: HTTP takes 16 kB of them.
  const nested = `${'['.repeat(5800)}${']'.repeat(5800)}`;
  const parameters = `{"x":${nested},"data":${JSON.stringify(bound)}}`;
  const proof = Buffer.from(`{"challenge":{"parameters":${parameters},"signature":"x"}}`).toString('base64');
  assert.equal(await mine.check(proof, sent), 'insufficient');
});

test('what is wrong, changed or missing is no proof', async () => {
  const { proofs: mine, clock } = proofs();
  const sent = contribution();
  const challenge = await mine.challenge(sent);
  const { solution } = JSON.parse(Buffer.from(await solved(challenge), 'base64').toString()) as {
    solution: { counter: number; derivedKey: string; time: number };
  };
  const data = { consultation: sent.consultation, contribution: sent.id };
  const wrong = [
    undefined,
    '',
    'not base64 at all',
    Buffer.from('[]').toString('base64'),
    Buffer.from('{"challenge":{"parameters":null,"signature":""}}').toString('base64'),
    header(challenge.altcha, { ...solution, derivedKey: 'ff'.repeat(32) }),
    header(challenge.altcha, { ...solution, counter: -1, derivedKey: '' }),
    header({ ...(challenge.altcha as object), signature: '00'.repeat(32) }, solution),
    header(
      forged(challenge, (parameters) => (parameters.keyPrefix = '00')),
      solution,
    ),
    header(forged(challenge, (parameters) => (parameters.data = { ...data, madeAt: 0 }))),
    header(
      forged(challenge, (parameters) => delete parameters.data),
      solution,
    ),
    // Too early to be taken for its waiting alone.
    header(challenge.altcha),
  ];
  for (const proof of wrong) assert.equal(await mine.check(proof, sent), 'insufficient', String(proof));
  clock.now += 120_000;
  for (const proof of wrong.slice(0, -1))
    assert.equal(await mine.check(proof, sent), 'insufficient', String(proof));
});

test('waiting stands for working; both end with the challenge', async () => {
  const { proofs: mine, clock } = proofs();
  const sent = contribution();
  const challenge = await mine.challenge(sent);
  const [unsolved, proof] = [header(challenge.altcha), await solved(challenge)];
  clock.now += 119_999;
  assert.equal(await mine.check(unsolved, sent), 'insufficient');
  clock.now += 1;
  assert.equal(await mine.check(unsolved, sent), 'waited');
  assert.equal(await mine.check(proof, sent), 'solved');
  clock.now += 600_000;
  assert.equal(await mine.check(unsolved, sent), 'waited');
  clock.now += 1;
  assert.equal(await mine.check(unsolved, sent), 'insufficient');
  assert.equal(await mine.check(proof, sent), 'insufficient');
});

test('a key that could not be read is read again', async () => {
  let fails = true;
  const mine = new Proofs(
    async () => {
      if (fails) throw new Error('the database is away');
      return 'k';
    },
    RULES,
    () => new Date(0),
  );
  const sent = contribution();
  await assert.rejects(mine.challenge(sent), /away/);
  fails = false;
  assert.equal(await mine.check(await solved(await mine.challenge(sent)), sent), 'solved');
});
