import { expect } from '@open-wc/testing';
import { graceEnds, type PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '../backend.js';
import { memoryBackend, type MemoryBackend, type MemoryProposal } from '../memory.js';
import { failureOf, type Adapt } from './backend-suite.js';
import { AFTER, DURING, published } from './fixtures.js';
import { contributionFrom, OTHER, SUBJECT, supportDraft } from './kinds.js';

const DAY = 86_400_000;
const day = (ago: number) => new Date(DURING - ago * DAY).toISOString();
const uuid = (at: number) => `5eed0000-0000-4000-8000-00000000000${at}`;

const asked: readonly MemoryProposal[] = [
  {
    ...{ id: uuid(1), title: 'Un mur d’escalade', text: 'Pour grimper à couvert.', theme: 'sol' },
    ...{ territory: '72', publishedOn: '2026-11-02', supports: 9 },
    comments: [
      { id: uuid(8), text: 'Enfin !', name: 'Ana', publishedOn: '2026-11-03' },
      { id: uuid(9), text: 'Et la sécurité ?', publishedOn: '2026-11-04' },
      { id: uuid(7), text: 'Très bien.', publishedOn: '2026-11-04' },
    ],
  },
  {
    ...{ id: uuid(2), title: 'Des casiers', text: 'Fermés à clé.', publishedOn: '2026-11-04', name: 'Léa' },
    supportedAt: [day(0.1), day(0.2), day(6)],
  },
  {
    ...{
      id: uuid(3),
      title: 'Élargir l’entrée',
      text: 'Les poussettes y butent.',
      publishedOn: '2026-11-05',
    },
    ...{ status: 'answered', supportedAt: [day(3), day(4), day(8), day(9)] },
    answer: { author: 'La maire', date: '2026-11-09', text: 'C’est prévu.' },
  },
  { id: uuid(4), title: 'Une injure', text: 'Retirée.', status: 'refused', reason: 'Insulte.' },
  { id: uuid(5), title: 'Une idée', text: 'Que nul n’a lue.', status: 'submitted' },
];

/** What every adapter that serves proposals does alike. */
export function describeForum(name: string, adapt: Adapt): void {
  describe(`proposals: ${name}`, () => {
    const { id } = published.consultation;
    let now: number;
    let memory: MemoryBackend;
    let backend: Backend;

    const start = (rules: Record<string, unknown> = {}, pageSize?: number) => {
      const given = published.consultation.proposals as object;
      const consultation: PublishedConsultation['consultation'] = {
        ...published.consultation,
        proposals: { ...given, ...rules },
      };
      memory = memoryBackend('forum', {
        consultations: [{ ...published, consultation }],
        proposals: { [id]: asked },
        pageSize,
        now: () => now,
      });
      backend = adapt(memory, () => now);
    };
    const titles = async (query: Parameters<Backend['proposals']>[1]) =>
      (await backend.proposals(id, query)).proposals.map(({ title }) => title);
    const count = async (subject = SUBJECT) => (await backend.supports(id, [subject])).supports[0]?.count;
    const refused = async (call: Promise<unknown>) => {
      const { code, status } = await failureOf(call);
      return [code, status];
    };

    beforeEach(() => {
      now = DURING;
      start();
    });

    it('lists what everybody may see, in each order', async () => {
      expect(await titles({ sort: 'supported' })).to.deep.equal([
        'Un mur d’escalade',
        'Élargir l’entrée',
        'Des casiers',
      ]);
      expect(await titles({ sort: 'latest' })).to.deep.equal([
        'Élargir l’entrée',
        'Des casiers',
        'Un mur d’escalade',
      ]);
      // Four old supports weigh less than three of which two are of today.
      expect(await titles({})).to.deep.equal(['Des casiers', 'Élargir l’entrée', 'Un mur d’escalade']);
    });

    it('tells what a list shows of each', async () => {
      const page = await backend.proposals(id, { ids: [uuid(1)] });
      expect(page).to.deep.equal({
        total: 1,
        proposals: [
          {
            ...{ id: uuid(1), title: 'Un mur d’escalade', excerpt: 'Pour grimper à couvert.', theme: 'sol' },
            ...{ territory: '72', status: 'published', publishedOn: '2026-11-02', supports: 9, comments: 3 },
          },
        ],
      });
    });

    it('finds words whatever their accents, and narrows by theme, territory, answer and ids', async () => {
      expect(await titles({ search: 'ELARGIR entree' })).to.deep.equal(['Élargir l’entrée']);
      expect(await titles({ search: 'casiers escalade' })).to.deep.equal([]);
      expect(await titles({ theme: 'sol' })).to.deep.equal(['Un mur d’escalade']);
      expect(await titles({ territory: '72' })).to.deep.equal(['Un mur d’escalade']);
      expect(await titles({ territory: '53' })).to.deep.equal([]);
      expect(await titles({ answered: true })).to.deep.equal(['Élargir l’entrée']);
      expect(await titles({ ids: [uuid(2), uuid(4)] })).to.deep.equal(['Des casiers']);
      expect(await titles({ ids: [] })).to.deep.equal([]);
      expect(await titles({ answered: false })).to.have.length(3);
    });

    it('goes on where a page ended, whatever came in between', async () => {
      start({}, 1);
      const first = await backend.proposals(id, { sort: 'supported' });
      expect([first.proposals[0]?.id, first.total]).to.deep.equal([uuid(1), 3]);
      await backend.put(contributionFrom(supportDraft()));
      const second = await backend.proposals(id, { sort: 'supported', cursor: first.next });
      expect(second.proposals[0]?.id).to.equal(uuid(3));
      const last = await backend.proposals(id, { sort: 'supported', cursor: second.next });
      expect([last.proposals[0]?.id, last.next]).to.deep.equal([uuid(2), undefined]);
      expect(await refused(backend.proposals(id, { cursor: '%%' }))).to.deep.equal(['invalid-request', 400]);
    });

    it('finds what says something like it', async () => {
      const page = await backend.similar(id, 'il faudrait élargir cette entrée');
      expect(page.proposals.map(({ title }) => title)).to.deep.equal(['Élargir l’entrée']);
      expect((await backend.similar(id, 'une piscine')).proposals).to.deep.equal([]);
    });

    it('opens one with its text, its answer and what became of it', async () => {
      const { text, answer, history } = await backend.proposal(id, uuid(3));
      expect([text, answer?.text]).to.deep.equal(['Les poussettes y butent.', 'C’est prévu.']);
      expect(history).to.deep.equal([{ status: 'answered', date: '2026-11-05' }]);
      for (const hidden of [uuid(4), uuid(5), uuid(6)]) {
        expect(await refused(backend.proposal(id, hidden)), hidden).to.deep.equal(['unknown-subject', 404]);
      }
    });

    it('pages through comments, the oldest first', async () => {
      start({}, 2);
      const first = await backend.comments(id, uuid(1), undefined);
      expect(first.comments.map((comment) => comment.name)).to.deep.equal(['Ana', undefined]);
      const last = await backend.comments(id, uuid(1), first.next);
      expect(last).to.deep.equal({
        comments: [{ id: uuid(9), text: 'Et la sécurité ?', publishedOn: '2026-11-04' }],
      });
      expect(await refused(backend.comments(id, uuid(4), undefined))).to.deep.equal(['unknown-subject', 404]);
    });

    it('counts supports of several at once, and leaves out what nobody may see', async () => {
      start({ supportsPerPerson: 2 });
      expect(await backend.supports(id, [OTHER, `proposal:${uuid(3)}`, `proposal:${uuid(4)}`])).to.deep.equal(
        {
          ...{ version: 2, phase: 'open', supportsPerPerson: 2, countedAt: new Date(DURING).toISOString() },
          takenUntil: graceEnds(published.consultation).toISOString(),
          supports: [
            { subject: OTHER, title: 'Des casiers', count: 3, open: true },
            { subject: `proposal:${uuid(3)}`, title: 'Élargir l’entrée', count: 4, open: false },
          ],
        },
      );
      now = AFTER;
      const closed = await backend.supports(id, [OTHER]);
      expect([closed.phase, closed.supports[0]?.open]).to.deep.equal(['analysis', false]);
    });

    it('counts the highest revision, in whatever order they arrive', async () => {
      for (const revision of [3, 1, 4, 2]) {
        await backend.put(contributionFrom(supportDraft('moi', revision % 2 === 1, revision)));
      }
      expect(await count()).to.equal(9);
      await backend.put(contributionFrom(supportDraft('moi', true, 5)));
      await backend.put(contributionFrom(supportDraft('elle', true, 1)));
      expect(await count()).to.equal(11);
    });

    it('lets the later time and then the greater id decide between two of one revision', async () => {
      const early = contributionFrom(supportDraft('moi', true), 'aaaaaaaa-0000-4000-8000-000000000000');
      const late = contributionFrom(supportDraft('moi', false), 'bbbbbbbb-0000-4000-8000-000000000000');
      await backend.put(late);
      await backend.put(early);
      expect(await count()).to.equal(9);
      await backend.put({ ...early, id: crypto.randomUUID(), createdAt: '2026-11-10T11:59:01.000Z' });
      expect(await count()).to.equal(10);
    });

    it('turns a support off by its receipt code', async () => {
      const sent = contributionFrom(supportDraft());
      const { code } = await backend.put(sent);
      await backend.withdraw(id, sent.id, code);
      expect(await count()).to.equal(9);
    });

    it('says how many supports there may be, and counts those alone that can still be given', async () => {
      start({ supportsPerPerson: 1 });
      const { payload, ...frame } = supportDraft();
      const on = (subject: string) => contributionFrom({ ...frame, payload: { ...payload, subject } });
      await backend.put(on(SUBJECT));
      const failure = await failureOf(backend.put(on(OTHER)));
      expect([failure.code, failure.status]).to.deep.equal(['limit-reached', 403]);
      expect(failure.problem?.limit).to.deep.equal({ max: 1 });
      memory.moderate(uuid(1), 'answered');
      await backend.put(on(OTHER));
      expect(await count(OTHER)).to.equal(4);
    });

    it('supports only what is there and open, and lets go of anything', async () => {
      const { payload, ...frame } = supportDraft();
      const about = (at: number, on = true) =>
        contributionFrom({ ...frame, payload: { ...payload, on, subject: `proposal:${uuid(at)}` } });
      expect(await refused(backend.put(about(3)))).to.deep.equal(['subject-closed', 403]);
      expect(await refused(backend.put(about(4)))).to.deep.equal(['unknown-subject', 404]);
      expect(await refused(backend.put(about(6)))).to.deep.equal(['unknown-subject', 404]);
      expect(await refused(backend.put(about(6, false)))).to.deep.equal(['unknown-subject', 404]);
      await backend.put(about(4, false));
    });
  });
}
