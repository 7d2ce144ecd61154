import { expect } from '@open-wc/testing';
import type { Backend } from '../backend.js';
import { memoryBackend, type MemoryBackend } from '../memory.js';
import type { DraftOf } from '../make-entry.js';
import { failureOf, type Adapt } from './backend-suite.js';
import { AFTER, DURING, published } from './fixtures.js';
import { commentDraft, contributionFrom, known, proposalDraft, SUBJECT, supportDraft } from './kinds.js';

const WEEK = 7 * 86_400_000;

/** What becomes of what citizens write, through every adapter that serves it. */
export function describeDeposits(name: string, adapt: Adapt): void {
  describe(`deposits: ${name}`, () => {
    const { id } = published.consultation;
    let now: number;
    let memory: MemoryBackend;
    let backend: Backend;

    const start = (rules: Record<string, unknown> = {}) => {
      const proposals = { ...(published.consultation.proposals as object), ...rules };
      const consultation = { ...published.consultation, proposals };
      memory = memoryBackend('deposits', {
        ...known,
        consultations: [{ ...published, consultation }],
        now: () => now,
      });
      backend = adapt(memory, () => now);
    };
    const by = (
      pseudonym: string,
      more: Partial<DraftOf<'proposal'>['payload']> = {},
    ): DraftOf<'proposal'> => {
      const { payload, ...frame } = proposalDraft();
      return { ...frame, payload: { ...payload, pseudonym, ...more } };
    };
    const put = (draft: Parameters<typeof contributionFrom>[0]) => backend.put(contributionFrom(draft));
    const refused = async (call: Promise<unknown>) => {
      const { code, status } = await failureOf(call);
      return [code, status];
    };
    const seen = async (uuid: string) =>
      (await backend.proposals(id, {})).proposals.some((one) => one.id === uuid);
    const standing = async (code: string) => (await backend.retrieve(id, code)).standing;

    beforeEach(() => {
      now = DURING;
      start();
    });

    it('shows a proposal at once where it is moderated afterwards', async () => {
      const { payload, ...frame } = proposalDraft('À toute heure.');
      const receipt = await put({ ...frame, payload: { ...payload, name: 'Zoé', territory: '72' } });
      const proposal = await backend.proposal(id, receipt.id);
      expect(proposal).to.include({ text: 'À toute heure.', name: 'Zoé', territory: '72', supports: 0 });
      expect(await standing(receipt.code)).to.deep.equal({ status: 'published', date: '2026-11-10' });
      memory.moderate(receipt.id, 'refused', 'Hors sujet.');
      expect(await seen(receipt.id)).to.equal(false);
      expect(await standing(receipt.code)).to.deep.equal({
        status: 'refused',
        reason: 'Hors sujet.',
        date: '2026-11-10',
      });
    });

    it('shows a proposal once it was accepted where it is moderated before', async () => {
      start({ moderation: 'before' });
      const receipt = await put(proposalDraft());
      expect([await seen(receipt.id), (await standing(receipt.code))?.status]).to.deep.equal([
        false,
        'submitted',
      ]);
      now += 2 * 86_400_000;
      memory.moderate(`proposal:${receipt.id}`, 'published');
      expect((await backend.proposal(id, receipt.id)).publishedOn).to.equal('2026-11-12');
      memory.moderate(receipt.id, 'selected');
      memory.moderate(receipt.id, 'answered', undefined, {
        author: 'La maire',
        date: '2026-11-12',
        text: 'Oui.',
      });
      const { history, answer } = await backend.proposal(id, receipt.id);
      expect(history.map(({ status }) => status)).to.deep.equal(['published', 'selected', 'answered']);
      expect(answer?.text).to.equal('Oui.');
      expect(await seen(receipt.id)).to.equal(true);
    });

    it('says how many there may be within a week, and when the next; taking one back is no way around it', async () => {
      const pseudonym = crypto.randomUUID();
      const first = await put(by(pseudonym));
      now += 3_600_000;
      await put(by(pseudonym));
      await backend.withdraw(id, first.id, first.code);
      const failure = await failureOf(put(by(pseudonym)));
      expect([failure.code, failure.status]).to.deep.equal(['limit-reached', 403]);
      const until = new Date(DURING + WEEK).toISOString();
      expect(failure.problem?.limit).to.deep.equal({ max: 2, until });
      await put(by(crypto.randomUUID()));
      now = DURING + WEEK;
      await put(by(pseudonym));
    });

    it('says what of a proposal does not fit', async () => {
      const failure = await failureOf(
        put(
          by(crypto.randomUUID(), {
            title: 'é'.repeat(121),
            text: 'é'.repeat(2001),
            theme: 'inconnu',
            territory: '99',
          }),
        ),
      );
      expect([failure.code, failure.status]).to.deep.equal(['invalid-contribution', 422]);
      expect(failure.problem?.errors?.map(({ path, code }) => `${path} ${code}`)).to.deep.equal([
        'title too-long',
        'text too-long',
        'theme unknown-choice',
        'territory unknown-choice',
      ]);
    });

    it('corrects a proposal that nobody relied on, under the id that it had', async () => {
      const pseudonym = crypto.randomUUID();
      const first = await put(by(pseudonym));
      const second = await put(by(pseudonym, { title: 'Corrigé', replaces: first.code }));
      const third = await put(by(pseudonym, { title: 'Encore', replaces: second.code }));
      expect((await backend.proposal(id, first.id)).title).to.equal('Encore');
      const read = await backend.retrieve(id, third.code);
      expect([read.contribution.id, read.subject]).to.deep.equal([third.id, `proposal:${first.id}`]);
      expect(await seen(third.id)).to.equal(false);
      expect(await refused(put(by(pseudonym, { replaces: first.code })))).to.deep.equal([
        'already-replaced',
        409,
      ]);
      const { payload, ...frame } = supportDraft();
      await put({ ...frame, payload: { ...payload, subject: `proposal:${first.id}` } });
      expect(await refused(put(by(pseudonym, { replaces: third.code })))).to.deep.equal([
        'not-correctable',
        409,
      ]);
      expect((await standing(third.code))?.status).to.equal('published');
    });

    it('does not correct what a moderator read, nor one thing by another’s code', async () => {
      const pseudonym = crypto.randomUUID();
      const { id: uuid, code } = await put(by(pseudonym));
      memory.moderate(uuid, 'published');
      expect(await refused(put(by(pseudonym, { replaces: code })))).to.deep.equal(['not-correctable', 409]);
      const { payload, ...frame } = commentDraft();
      expect(await refused(put({ ...frame, payload: { ...payload, replaces: code } }))).to.deep.equal([
        'unknown-receipt-code',
        404,
      ]);
    });

    it('takes a proposal back from everywhere at once', async () => {
      const receipt = await put(proposalDraft());
      const subject = `proposal:${receipt.id}`;
      await backend.withdraw(id, receipt.id, receipt.code);
      expect(await seen(receipt.id)).to.equal(false);
      expect(await refused(backend.proposal(id, receipt.id))).to.deep.equal(['unknown-subject', 404]);
      expect((await backend.supports(id, [subject])).supports).to.deep.equal([]);
      expect(await refused(backend.retrieve(id, receipt.code))).to.deep.equal(['withdrawn', 410]);
    });

    it('moderates comments as proposals, and takes them back', async () => {
      start({ moderation: 'before' });
      const uuid = SUBJECT.replace('proposal:', '');
      const texts = async () =>
        (await backend.comments(id, uuid, undefined)).comments.map(({ text }) => text);
      const receipt = await put(commentDraft('Bien vu.'));
      expect([await texts(), (await standing(receipt.code))?.status]).to.deep.equal([[], 'submitted']);
      memory.moderate(`comment:${receipt.id}`, 'published');
      expect(await texts()).to.deep.equal(['Bien vu.']);
      expect((await backend.proposal(id, uuid)).comments).to.equal(1);
      const { payload, ...frame } = commentDraft('Mieux vu.');
      const correction = { ...frame, payload: { ...payload, replaces: receipt.code } };
      expect(await refused(put(correction))).to.deep.equal(['not-correctable', 409]);
      await backend.withdraw(id, receipt.id, receipt.code);
      expect(await texts()).to.deep.equal([]);
    });

    it('takes comments only where they are open', async () => {
      memory.moderate(SUBJECT, 'archived');
      expect(await refused(put(commentDraft()))).to.deep.equal(['subject-closed', 403]);
      memory.moderate(SUBJECT, 'refused', 'Insulte.');
      expect(await refused(put(commentDraft()))).to.deep.equal(['unknown-subject', 404]);
      start({ comments: false });
      expect(await refused(put(commentDraft()))).to.deep.equal(['not-offered', 403]);
    });

    it('hears of what should not stand, after closing too, if it can be seen', async () => {
      const report = (subject: string) => {
        const { payload, kind: _kind, ...frame } = commentDraft();
        const { pseudonym } = payload;
        return {
          ...frame,
          kind: 'report' as const,
          payload: { pseudonym, subject, reason: 'insult' as const },
        };
      };
      const comment = await put(commentDraft());
      now = AFTER;
      const sent = contributionFrom(report(`comment:${comment.id}`));
      const receipt = await backend.put(sent);
      expect([receipt.late, memory.rows('report').length]).to.deep.equal([false, 1]);
      await backend.withdraw(id, sent.id, receipt.code);
      expect(memory.rows('report')).to.have.length(0);
      memory.moderate(SUBJECT, 'refused');
      expect(await refused(put(report(`comment:${comment.id}`)))).to.deep.equal(['unknown-subject', 404]);
      expect(await refused(put(report(SUBJECT)))).to.deep.equal(['unknown-subject', 404]);
    });
  });
}
