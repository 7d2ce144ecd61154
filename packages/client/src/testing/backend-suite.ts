import type { Results } from '@cnr-widgets/contract';
import { expect } from '@open-wc/testing';
import type { Backend } from '../backend.js';
import { contentHashOf } from '../content-hash.js';
import { ClientError } from '../errors.js';
import { memoryBackend, type MemoryBackend } from '../memory.js';
import { AFTER, DURING, GRACE_ENDS, IN_GRACE, contributionOf, payloadOf, published } from './fixtures.js';
import { contributionFrom, known, SAMPLES } from './kinds.js';

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

    const results: Results = {
      consultation: id,
      participants: 12,
      questions: [
        {
          ...{ question: 'q', kind: 'single', title: 'Q ?', shown: null, answered: null, skipped: null },
          counts: [
            { id: 'a', label: 'A', count: 7 },
            { id: 'b', label: 'B', count: null },
          ],
        },
      ],
      territories: [{ departement: null, participants: 12 }],
    };

    beforeEach(() => {
      now = DURING;
      const other = { ...published, consultation: { ...published.consultation, id: 'sans-resultats' } };
      memory = memoryBackend('suite', {
        ...known,
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
      expect(await backend.results(id)).to.deep.equal(results);
      expect((await failureOf(backend.results('sans-resultats'))).code).to.equal('results-hidden');
    });

    for (const { kind, draftOf, mark, timeless } of SAMPLES) {
      const made = (text?: string, id?: string) => contributionFrom(draftOf(text), id);

      it(`records a contribution and acknowledges this content: ${kind}`, async () => {
        const sent = made();
        const receipt = await backend.put(sent);
        expect(receipt).to.include({ id: sent.id, consultation: id, late: false });
        expect(receipt.contentHash).to.equal(await contentHashOf(sent));
        expect(memory.rows()).to.deep.equal([sent]);
      });

      it(`gives the same receipt again, and makes no second row: ${kind}`, async () => {
        const sent = made();
        const first = await backend.put(sent);
        now = AFTER; // The replay check comes before the phase.
        expect(await backend.put(sent)).to.deep.equal(first);
        expect(memory.rows()).to.have.length(1);
      });

      it(`refuses the same id with other content, and keeps the first: ${kind}`, async () => {
        const sent = made('un');
        await backend.put(sent);
        const failure = await failureOf(backend.put(made('deux', sent.id)));
        expect([failure.code, failure.status]).to.deep.equal(['content-conflict', 422]);
        expect(memory.rows()).to.deep.equal([sent]);
      });

      if (timeless !== true) {
        it(`takes one from before closing in the days of grace, marked late: ${kind}`, async () => {
          now = IN_GRACE;
          expect((await backend.put(made())).late).to.equal(true);
        });

        it(`takes one at the last instant of the days of grace, and none after it: ${kind}`, async () => {
          now = GRACE_ENDS;
          expect((await backend.put(made())).late).to.equal(true);
          now += 1;
          expect((await failureOf(backend.put(made()))).code).to.equal('closed');
        });

        it(`refuses one after the days of grace: ${kind}`, async () => {
          now = AFTER;
          const failure = await failureOf(backend.put(made()));
          expect([failure.code, failure.status]).to.deep.equal(['closed', 403]);
        });
      }

      it(`refuses one that the consultation does not ask for: ${kind}`, async () => {
        const { proposals: _p, questionnaire: _q, meetings: _m, ...consultation } = published.consultation;
        memory = memoryBackend('suite', { consultations: [{ ...published, consultation }], now: () => now });
        const failure = await failureOf(adapt(memory, () => now).put(made()));
        expect([failure.code, failure.status]).to.deep.equal(['not-offered', 403]);
      });

      if (!readsBack) continue;

      it(`reads back by receipt code: ${kind}`, async () => {
        const sent = made('relu');
        const receipt = await backend.put(sent);
        const read = await backend.retrieve(id, receipt.code);
        expect([read.contribution, read.receipt]).to.deep.equal([sent, receipt]);
        expect(JSON.stringify(read)).to.include(mark('relu'));
        const failure = await failureOf(backend.retrieve(id, 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'));
        expect([failure.code, failure.status]).to.deep.equal(['unknown-receipt-code', 404]);
      });

      it(`withdraws by receipt code, for good: ${kind}`, async () => {
        const sent = made();
        const { code } = await backend.put(sent);
        const other = await failureOf(backend.withdraw(id, sent.id, 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'));
        expect(other.code).to.equal('unknown-receipt-code');
        await backend.withdraw(id, sent.id, code);
        expect(memory.rows()).to.have.length(0);
        const replay = await failureOf(backend.put(sent));
        expect([replay.code, replay.status]).to.deep.equal(['withdrawn', 410]);
      });
    }

    it('refuses an answer that breaks the definition, and says where', async () => {
      const sent = contributionOf();
      const broken = { ...sent, payload: { answers: [{ question: 'inconnue', value: null }] } };
      const failure = await failureOf(backend.put(broken));
      expect([failure.code, failure.status]).to.deep.equal(['invalid-contribution', 422]);
      expect(failure.problem?.errors).to.deep.include({ path: 'inconnue', code: 'unknown-question' });
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

    if (readsBack) return;

    it('says that it can neither read back nor withdraw, list what citizens proposed nor find places', async () => {
      const code = 'ABCD-EFGH-JKMN-PQRS';
      const uuid = crypto.randomUUID();
      const calls = [
        backend.retrieve(id, code),
        backend.withdraw(id, uuid, code),
        backend.proposals(id, {}),
        backend.similar(id, 'un gymnase'),
        backend.proposal(id, uuid),
        backend.comments(id, uuid, undefined),
        backend.supports(id, [`proposal:${uuid}`]),
        backend.places('Laval'),
        backend.contours('2018'),
        backend.registration(id, code),
        backend.leaveContact(id, code, { consent: true }),
        backend.eraseContact(id, code),
      ];
      for (const call of calls) expect((await failureOf(call)).code).to.equal('not-supported');
    });
  });
}
