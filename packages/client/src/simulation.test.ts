import { expect } from '@open-wc/testing';
import { simulate } from './testing/simulation.js';

/** CNR_SEED=n npm test: that seed alone. */
const asked = (globalThis as { CNR_SEED?: string | null }).CNR_SEED;

describe('a simulated site whose pages run the real outbox', () => {
  const fresh = Math.floor(Math.random() * 2 ** 31);
  const seeds = asked
    ? [Number(asked)]
    : Array.from({ length: 300 }, (_none, at) => (at < 200 ? at : fresh + at));

  it(`keeps its promises through crashes, partitions, full disks and clock jumps (${seeds.length} seeds)`, async () => {
    let compared = 0;
    for (const seed of seeds) {
      compared += await simulate(seed).catch((error: unknown) => {
        throw new Error(`replay with CNR_SEED=${seed}`, { cause: error });
      });
    }
    // Or nothing would have been proved about supports.
    if (!asked) expect(compared).to.be.greaterThan(seeds.length / 5);
  }).timeout(120_000);
});
