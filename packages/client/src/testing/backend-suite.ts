import { expect } from '@open-wc/testing';
import type { Backend } from '../backend.js';
import { contentHashOf } from '../content-hash.js';
import { ClientError } from '../errors.js';
import { memoryBackend, type MemoryBackend } from '../memory.js';
import { AFTER, DURING, IN_GRACE, contributionOf, payloadOf, published } from './fixtures.js';

/** The adapter under test, over a memory backend whose rows and clock the suite sees. */
export type Adapt = (memory: MemoryBackend, now: () => number) => Backend;

/** Rejects with a `ClientError`, which is returned; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<ClientError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ClientError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** What every adapter does alike. */
export function describeBackend(name: string, adapt: Adapt, { readsBack = true } = {}): void {
  describe(`backend: ${name}`, () => {
    const { id } = published.consultation;
    let now: number;
    let memory: MemoryBackend;
    let backend: Backend;

    beforeEach(() => {
      now = DURING;
      const results = { consultation: id, participants: 3, questions: [], territories: [] };
      const other = { ...published, consultation: { ...published.consultation, id: 'sans-resultats' } };
      memory = memoryBackend('suite', {
        consultations: [published, other],
        results: { [id]: results },
        now: () => now,
      });
      backend = adapt(memory, () => now);
    });

    it('reads a definition, with the phase of the moment', async () => {
      expect(await backend.consultation(id)).to.deep.equal(published);
      now = AFTER;
      expect((await backend.consultation(id)).phase).to.equal('analysis');
    });

    it('says that a consultation is unknown', async () => {
      const failure = await failureOf(backend.consultation('absente'));
      expect([failure.code, failure.status]).to.deep.equal(['unknown-consultation', 404]);
    });

    it('counts participants', async () => {
      expect(await backend.counts(id)).to.deep.equal({ participants: 0 });
      await backend.put(contributionOf());
      expect(await backend.counts(id)).to.deep.equal({ participants: 1 });
    });

    it('reads results, or says that they are hidden', async () => {
      expect((await backend.results(id)).participants).to.equal(3);
      expect((await failureOf(backend.results('sans-resultats'))).code).to.equal('results-hidden');
    });

    it('records a contribution and acknowledges this content', async () => {
      const sent = contributionOf();
      const receipt = await backend.put(sent);
      expect(receipt).to.include({ id: sent.id, consultation: id, late: false });
      expect(receipt.contentHash).to.equal(await contentHashOf(sent));
      expect(memory.rows()).to.deep.equal([sent]);
    });

    it('gives the same receipt again, and makes no second row', async () => {
      const sent = contributionOf();
      const first = await backend.put(sent);
      now = AFTER; // The replay check comes before the phase.
      expect(await backend.put(sent)).to.deep.equal(first);
      expect(memory.rows()).to.have.length(1);
    });

    it('refuses the same id with other content, and keeps the first', async () => {
      const sent = contributionOf('un');
      await backend.put(sent);
      const failure = await failureOf(backend.put(contributionOf('deux', sent.id)));
      expect([failure.code, failure.status]).to.deep.equal(['content-conflict', 422]);
      expect(memory.rows()).to.deep.equal([sent]);
    });

    it('takes an answer from before closing in the days of grace, marked late', async () => {
      now = IN_GRACE;
      expect((await backend.put(contributionOf())).late).to.equal(true);
    });

    it('refuses an answer after the days of grace', async () => {
      now = AFTER;
      const failure = await failureOf(backend.put(contributionOf()));
      expect([failure.code, failure.status]).to.deep.equal(['closed', 403]);
    });

    it('refuses an answer that breaks the definition, and says where', async () => {
      const sent = contributionOf();
      const broken = { ...sent, payload: { answers: [{ question: 'inconnue', value: null }] } };
      const failure = await failureOf(backend.put(broken));
      expect([failure.code, failure.status]).to.deep.equal(['invalid-contribution', 422]);
      expect(failure.problem?.errors?.map(({ code }) => code)).to.include('unknown-question');
    });

    it('replaces an answer by its receipt code, once', async () => {
      const { code } = await backend.put(contributionOf('avant'));
      const replaces = (text: string) => ({
        ...contributionOf(),
        payload: { ...payloadOf(text), replaces: code },
      });
      await backend.put(replaces('après'));
      expect(await backend.counts(id)).to.deep.equal({ participants: 1 });
      expect((await failureOf(backend.put(replaces('encore')))).code).to.equal('already-replaced');
    });

    it('stops when asked to', async () => {
      const stop = new AbortController();
      stop.abort();
      const { signal } = stop;
      expect((await failureOf(backend.consultation(id, { signal }))).code).to.equal('aborted');
      expect((await failureOf(backend.put(contributionOf(), { signal }))).code).to.equal('aborted');
      expect(memory.rows()).to.have.length(0);
    });

    if (!readsBack) {
      it('says that it can neither read back nor withdraw', async () => {
        const code = 'ABCD-EFGH-JKMN-PQRS';
        expect((await failureOf(backend.retrieve(id, code))).code).to.equal('not-supported');
        expect((await failureOf(backend.withdraw(id, crypto.randomUUID(), code))).code).to.equal(
          'not-supported',
        );
      });
      return;
    }

    it('reads back by receipt code', async () => {
      const sent = contributionOf();
      const receipt = await backend.put(sent);
      expect(await backend.retrieve(id, receipt.code)).to.deep.equal({ contribution: sent, receipt });
      const failure = await failureOf(backend.retrieve(id, 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'));
      expect([failure.code, failure.status]).to.deep.equal(['unknown-receipt-code', 404]);
    });

    it('withdraws by receipt code, for good', async () => {
      const sent = contributionOf();
      const { code } = await backend.put(sent);
      const other = await failureOf(backend.withdraw(id, sent.id, 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'));
      expect(other.code).to.equal('unknown-receipt-code');
      await backend.withdraw(id, sent.id, code);
      expect(memory.rows()).to.have.length(0);
      const replay = await failureOf(backend.put(sent));
      expect([replay.code, replay.status]).to.deep.equal(['withdrawn', 410]);
    });
  });
}
