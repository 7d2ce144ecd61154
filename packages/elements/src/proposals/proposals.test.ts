import { expect, fixture } from '@open-wc/testing';
import { memoryBackend, type MemoryOptions, type MemoryProposal } from '@cnr-widgets/client/memory';
import { sharedOutbox } from '@cnr-widgets/client/outbox';
import { pseudonymFor } from '@cnr-widgets/client/pseudonyms';
import { toggleSupport } from '@cnr-widgets/client/supports';
import type { PublishedConsultation } from '@cnr-widgets/contract';
import { html } from 'lit';
import '../define/proposals.js';
import {
  backendOf,
  eventually,
  heard,
  Network,
  part,
  partNow,
  press,
  publishedOf,
  type,
} from '../testing/fixtures.js';
import type { CnrProposals } from './proposals.js';

function forum(changes: Partial<PublishedConsultation['consultation']> = {}): PublishedConsultation {
  return publishedOf({
    territory: { level: 'national' },
    questionnaire: undefined,
    proposals: {
      asks: 'questions',
      moderation: 'before',
      comments: true,
      themes: [
        { id: 'bus', label: 'Se déplacer' },
        { id: 'eau', label: 'Eau' },
      ],
    },
    ...changes,
  });
}

function proposal(number: number, changes: Partial<MemoryProposal> = {}): MemoryProposal {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    title: `Question ${number}`,
    text: `Le texte de la question ${number}.`,
    theme: number % 2 ? 'bus' : 'eau',
    supports: number,
    ...changes,
  };
}

const ANSWER = {
  author: 'La préfète',
  date: '2026-10-20',
  text: 'Oui, **dès mars**.',
  next: '- Un point en juin.',
};

describe('<cnr-proposals>', () => {
  let network: Network;

  beforeEach(() => {
    network = new Network();
  });

  async function element(
    options: Partial<MemoryOptions> = {},
    published = forum(),
  ): Promise<CnrProposals & { backend: ReturnType<typeof backendOf> }> {
    const proposals = { 'la-salle': [1, 2, 3].map((number) => proposal(number)) };
    const backend = backendOf(published, { proposals, intercept: network.intercept, ...options });
    return fixture(html`<cnr-proposals .backend=${backend} consultation="la-salle"></cnr-proposals>`);
  }

  const titles = (list: Element) =>
    [...(list.shadowRoot?.querySelectorAll('button.title') ?? [])].map(({ textContent }) =>
      textContent.trim(),
    );

  async function choose(list: Element, id: string, value: string): Promise<void> {
    const select = await part<HTMLSelectElement>(list, `#${id}`);
    select.value = value;
    select.dispatchEvent(new Event('change'));
  }

  it('lists what citizens asked, says how many, and passes axe', async () => {
    const list = await element();
    await part(list, '#count', '3 questions');
    expect(titles(list)).to.have.length(3);
    await part(list, 'cnr-support');
    await expect(list).to.be.accessible();
  });

  it('shows in each button what the list already counted, before the backend counts again', async () => {
    network.cut('supports');
    const list = await element();
    const button = await part(list, 'cnr-support');
    await part(button, '[part=count]', '3');
  });

  it('tells what becomes of the data to who opens that, whichever part is on the screen', async () => {
    const list = await element();
    await part(list, '#count', '3 questions');
    await press(list, 'Poser une question');
    await part(list, '#deposit');
    const notice = await part<HTMLDetailsElement>(list, 'details.notice');
    notice.open = true;
    const about = await part(list, 'cnr-about');
    await eventually(() => about.shadowRoot?.textContent.includes('Responsable'), 'the notice');
  });

  it('leaves nothing on the device that only read', async () => {
    const before = (await indexedDB.databases()).length;
    await part(await element(), '#count', '3 questions');
    expect((await indexedDB.databases()).length).to.equal(before);
    expect(document.cookie).to.equal('');
  });

  it('searches, filters, sorts, and says what to do when nothing fits', async () => {
    const list = await element();
    await choose(list, 'order', 'supported');
    await eventually(() => titles(list)[0] === 'Question 3', 'the most supported one');
    await choose(list, 'theme', 'eau');
    await part(list, '#count', '1 question');
    expect(titles(list)).to.deep.equal(['Question 2']);
    await type(list, '#search', 'introuvable');
    await press(list, 'Rechercher');
    await part(list, '.empty', 'Aucune question ne correspond');
    await expect(list).to.be.accessible();
    await press(list, 'Effacer la recherche et les filtres');
    await part(list, '#count', '3 questions');
    expect((await part<HTMLInputElement>(list, '#search')).value).to.equal('');
  });

  it('lists what is one’s own without a call that ties it together', async () => {
    const backend = backendOf(forum(), {
      proposals: { 'la-salle': [1, 2, 3, 4].map((number) => proposal(number)) },
    });
    const place = { descriptor: backend.descriptor, consultation: 'la-salle' };
    const ask = { consultation: 'la-salle', definitionVersion: 1 };
    const outbox = sharedOutbox();
    for (const number of [1, 3]) {
      await toggleSupport(outbox, backend, { ...ask, subject: `proposal:${proposal(number).id}` });
    }
    const pseudonym = await pseudonymFor(place, 'proposal');
    const payload = { pseudonym, title: 'Ma question', text: 'Mon texte.' };
    const sent = await outbox.submit(backend, { ...ask, kind: 'proposal', payload });
    const own = sent.state === 'received' ? sent.receipt.id : '';
    backend.moderate(own, 'published');

    const asked: string[][] = [];
    const watched = {
      ...backend,
      proposals: (...call: Parameters<typeof backend.proposals>) => {
        const [, { ids }] = call;
        if (ids) asked.push(ids.toSorted());
        return backend.proposals(...call);
      },
      supports: (...call: Parameters<typeof backend.supports>) => {
        if (asked.length > 0) asked.push([...call[1]]);
        return backend.supports(...call);
      },
    };
    const list = await fixture(
      html`<cnr-proposals .backend=${watched} consultation="la-salle"></cnr-proposals>`,
    );
    await choose(list, 'order', 'mine');
    await part(list, '#count', '3 questions');
    expect(titles(list).toSorted()).to.deep.equal(['Ma question', 'Question 1', 'Question 3']);
    // Each button in sight has its count: nothing more is asked.
    await eventually(() => asked.length === 5, 'the counts');
    const [first, second, ...counts] = asked;
    expect([first, second]).to.deep.equal([[proposal(1).id, proposal(3).id], [own]]);
    expect(counts.map((subjects) => subjects.length)).to.deep.equal([1, 1, 1]);
    const buttons = [...list.shadowRoot!.querySelectorAll('cnr-support')];
    expect(
      buttons
        .filter(({ knownOn }) => knownOn)
        .map(({ subject }) => subject)
        .toSorted(),
    ).to.deep.equal([`proposal:${proposal(1).id}`, `proposal:${proposal(3).id}`]);
  });

  it('adds no page of one search to the list of another, when the first page of it does not come', async () => {
    const proposals = { 'la-salle': [1, 2, 3, 4, 5, 6].map((number) => proposal(number)) };
    const list = await element({ pageSize: 2, proposals });
    await part(list, '.more');
    network.cut('proposals');
    await choose(list, 'theme', 'eau');
    await part(list, '[role=alert] .error', 'pas à jour');
    expect(partNow(list, '.more')).to.equal(undefined);
    network.mend();
    await press(list, 'Réessayer');
    await part(list, '#count', /2.affichées sur 3.questions/);
    expect(titles(list)).to.deep.equal(['Question 6', 'Question 4']);
    // The same page is tried again, not the first one.
    network.cut('proposals');
    await press(list, 'Voir');
    await part(list, '[role=alert] .error');
    network.mend();
    await press(list, 'Réessayer');
    await part(list, '#count', /^ 3.questions/);
    expect(titles(list)).to.deep.equal(['Question 6', 'Question 4', 'Question 2']);
  });

  it('does not say that nothing fits where it could not look', async () => {
    const list = await element();
    await type(list, '#search', 'introuvable');
    await press(list, 'Rechercher');
    await part(list, '.empty');
    network.cut('proposals');
    await press(list, 'Effacer la recherche et les filtres');
    await part(list, '[role=alert] .error');
    expect(partNow(list, '.empty')).to.equal(undefined);
  });

  it('appends a page and goes to the first that came', async () => {
    const list = await element({ pageSize: 2 });
    await choose(list, 'order', 'supported');
    await part(list, '#count', '2 affichées sur 3 questions');
    await eventually(() => titles(list)[0] === 'Question 3', 'the most supported one');
    await press(list, 'Voir plus');
    await eventually(() => titles(list).length === 3, 'the third one');
    await eventually(
      () => list.shadowRoot?.activeElement?.textContent.trim() === 'Question 1',
      'the focus on the first that came',
    );
    expect(partNow(list, '.more')).to.equal(undefined);
  });

  it('keeps the list when a page does not come, and tries again where it failed', async () => {
    const list = await element({ pageSize: 2 });
    await part(list, '#count', '2 affichées');
    network.cut('proposals');
    await press(list, 'Voir plus');
    await part(list, '[role=alert] .error', 'n’est pas à jour');
    expect(titles(list)).to.have.length(2);
    network.mend();
    await press(list, 'Réessayer');
    await eventually(() => titles(list).length === 3, 'the third one');
  });

  it('says why it cannot be shown, and tries again', async () => {
    network.cut('consultation');
    const events = heard();
    const list = await element();
    await part(list, '[role=alert]', 'La liste ne peut pas s’afficher');
    expect(events.map(({ type: name }) => name)).to.deep.equal(['cnr-error']);
    await expect(list).to.be.accessible();
    network.mend();
    await press(list, 'Réessayer');
    await part(list, '#count', '3 questions');
  });

  it('says that a consultation without proposals has none', async () => {
    const list = await element({}, publishedOf());
    await part(list, '[role=alert]', 'La liste ne peut pas s’afficher');
  });

  it('opens a question with its answer, and comes back to where one was', async () => {
    const proposals = {
      'la-salle': [proposal(1, { status: 'answered', answer: ANSWER, name: 'Inès' }), proposal(2)],
    };
    const list = await element({ proposals });
    const opened: unknown[] = [];
    list.addEventListener('cnr-opened', (event) => opened.push(event.proposal));
    (await part(list, 'button.title', 'Question 1')).click();
    const page = await part(list, 'cnr-proposal');
    await part(page, '.answer', 'La préfète');
    expect(page.shadowRoot?.activeElement?.id).to.equal('step');
    expect((await part(page, '.answer strong')).textContent).to.equal('dès mars');
    await part(page, '.facts', 'par Inès');
    await expect(list).to.be.accessible();
    await press(list, 'Retour à la liste');
    await eventually(
      () => list.shadowRoot?.activeElement?.textContent.trim() === 'Question 1',
      'the focus where one was',
    );
    expect(opened).to.deep.equal([proposal(1).id]);
  });

  it('says that what moderation took away is gone', async () => {
    const list = await element();
    list.proposal = '00000000-0000-4000-8000-999999999999';
    const page = await part(list, 'cnr-proposal');
    await part(page, '.note', 'Cette question n’est plus publiée.');
  });

  it('shows a citizen’s text as the text that it is', async () => {
    const text = '<img src=x onerror="alert(1)"> **pas gras**';
    const list = await element({ proposals: { 'la-salle': [proposal(1, { text })] } });
    list.proposal = proposal(1).id;
    const page = await part(list, 'cnr-proposal');
    expect((await part(page, '.written')).textContent).to.equal(text);
  });

  it('reads and offers comments', async () => {
    const comments = [{ id: crypto.randomUUID(), text: 'D’accord avec vous.', publishedOn: '2026-10-02' }];
    const list = await element({ proposals: { 'la-salle': [proposal(1, { comments })] } });
    list.proposal = proposal(1).id;
    const page = await part(list, 'cnr-proposal');
    (await part(page, 'summary', 'Commentaires (1)')).click();
    const read = await part(page, 'cnr-comments');
    await part(read, 'li', 'D’accord avec vous.');
    const form = await part(read, 'cnr-comment');
    await press(form, 'Envoyer le commentaire');
    await part(form, '#fault', 'Écrivez votre commentaire');
    expect(form.shadowRoot?.activeElement?.id).to.equal('text');
    await type(form, '#text', 'Moi aussi.');
    await press(form, 'Envoyer le commentaire');
    await part(await part(form, 'cnr-entry'), '.note', 'En attente de lecture');
    expect(list.backend.rows('comment').map(({ payload }) => payload.text)).to.deep.equal(['Moi aussi.']);
    await expect(list).to.be.accessible();
  });

  it('offers comments on what the organiser selected, not on what was answered', async () => {
    const chosen = [proposal(1, { status: 'selected' }), proposal(2, { status: 'answered' })];
    const list = await element({ proposals: { 'la-salle': chosen } });
    list.proposal = proposal(1).id;
    const page = await part(list, 'cnr-proposal');
    (await part(page, 'summary', 'Commentaires (0)')).click();
    const read = await part(page, 'cnr-comments');
    await part(await part(read, 'cnr-comment'), '#text');
    list.proposal = proposal(2).id;
    await part(page, '#step', 'Question 2');
    const closed = await part(page, 'cnr-comments');
    await part(closed, '[role=status]', 'Aucun commentaire');
    expect(partNow(closed, 'cnr-comment')).to.equal(undefined);
  });

  it('counts and shows a comment of one’s own that is published at once, until it is taken back', async () => {
    const proposals = { asks: 'questions', moderation: 'after', comments: true };
    const comments = [1, 2, 3].map((number) => ({
      id: `00000000-0000-4000-8000-00000000010${number}`,
      text: `Commentaire ${number}.`,
      publishedOn: '2026-10-02',
    }));
    const seeds = { 'la-salle': [proposal(1, { comments })] };
    const list = await element({ proposals: seeds, pageSize: 2 }, forum({ proposals }));
    list.proposal = proposal(1).id;
    const page = await part(list, 'cnr-proposal');
    (await part(page, 'summary', 'Commentaires (3)')).click();
    const read = await part(page, 'cnr-comments');
    await press(read, 'Voir plus de commentaires');
    await part(read, 'li', 'Commentaire 3.');
    const form = await part(read, 'cnr-comment');
    await type(form, '#text', 'Moi aussi.');
    await press(form, 'Envoyer le commentaire');
    await part(page, 'summary', 'Commentaires (4)');
    await part(read, 'li', 'Moi aussi.');
    expect(read.shadowRoot?.querySelectorAll('li')).to.have.length(4);

    const receipt = await part(await part(form, 'cnr-entry'), 'cnr-receipt');
    await press(receipt, 'Retirer ce texte');
    await press(receipt, 'Oui, retirer ce texte');
    await part(page, 'summary', 'Commentaires (3)');
    await eventually(() => !partNow(read, 'li', 'Moi aussi.'), 'the list without the comment');
  });

  it('reports a question, with a reason', async () => {
    const list = await element();
    list.proposal = proposal(1).id;
    const page = await part(list, 'cnr-proposal');
    (await part(page, 'summary', 'Signaler')).click();
    const form = await part(page, 'cnr-report');
    await press(form, 'Signaler aux modérateurs');
    await part(form, '#fault', 'Choisissez une raison');
    (await part(form, 'label', 'Il est hors sujet')).querySelector('input')?.click();
    await press(form, 'Signaler aux modérateurs');
    await part(await part(form, 'cnr-entry'), '.note', 'vont lire votre signalement');
    expect(list.backend.rows('report').map(({ payload }) => payload.reason)).to.deep.equal(['off-topic']);
  });

  describe('told to show another consultation', () => {
    const other = forum();
    const both = () => {
      const consultations = [forum(), forum({ id: 'le-parc', title: 'Quel parc ?' })];
      const proposals = { 'la-salle': [proposal(1)], 'le-parc': [proposal(2), proposal(3)] };
      return memoryBackend(crypto.randomUUID(), { consultations, proposals, intercept: network.intercept });
    };

    it('takes nothing along: neither the list, nor what was opened or written', async () => {
      const list = await element();
      list.backend = both();
      await part(list, '#count', /^ 1.question/);
      await choose(list, 'theme', 'bus');
      await press(list, 'Mes contributions');
      const mine = await part(list, 'cnr-mine');
      await press(list, 'Retour à la liste');
      await press(list, 'Poser une question');
      const form = await part(list, 'cnr-deposit');
      await type(form, '#title', 'Une salle plus grande ?');
      list.consultation = 'le-parc';
      await part(list, '#count', /^ 2.questions/);
      expect(titles(list)).to.deep.equal(['Question 3', 'Question 2']);
      expect((await part<HTMLSelectElement>(list, '#theme')).value).to.equal('');
      expect(partNow(list, 'cnr-deposit, cnr-mine')).to.equal(undefined);
      await press(list, 'Poser une question');
      expect((await type(await part(list, 'cnr-deposit'), '#text', '')).value).to.equal('');
      expect((await part<HTMLInputElement>(await part(list, 'cnr-deposit'), '#title')).value).to.equal('');
      await press(list, 'Retour à la liste');
      await press(list, 'Mes contributions');
      expect(await part(list, 'cnr-mine')).not.to.equal(mine);
    });

    it('shows the proposal of that one, also with a definition that was read and under the same id', async () => {
      const list = await element({}, other);
      list.published = other;
      await press(list, 'Question 1');
      await part(await part(list, 'cnr-proposal'), '.written', 'Le texte de la question 1.');
      const texts = { 'la-salle': [proposal(1, { text: 'Un tout autre texte.' })] };
      list.backend = backendOf(other, { proposals: texts });
      list.proposal = proposal(1).id;
      await eventually(
        () =>
          partNow(list, 'cnr-proposal')?.shadowRoot?.querySelector('.written')?.textContent.includes('autre'),
        'the text of the other one',
      );
    });

    it('opens there what the host names with it', async () => {
      const list = await element();
      list.backend = both();
      await part(list, '#count', /^ 1.question/);
      list.consultation = 'le-parc';
      list.proposal = proposal(2).id;
      await part(await part(list, 'cnr-proposal'), '#step', 'Question 2');
    });

    it('lists nothing of the one before where the other cannot be read', async () => {
      const list = await element();
      list.backend = both();
      await part(list, '#count', /^ 1.question/);
      network.cut('proposals');
      list.consultation = 'le-parc';
      await part(list, '[role=alert] .error');
      expect(titles(list)).to.deep.equal([]);
      network.mend();
      await press(list, 'Réessayer');
      await part(list, '#count', /^ 2.questions/);
    });
  });

  it('goes on where it was put elsewhere on the page', async () => {
    const list = await element();
    await part(list, '#count', '3 questions');
    const parent = list.parentElement;
    list.remove();
    parent?.append(list);
    await choose(list, 'theme', 'eau');
    await part(list, '#count', '1 question');
  });

  it('speaks English where it is asked to', async () => {
    const list = await element();
    list.locale = 'en';
    await part(list, '.primary', 'Ask a question');
    await part(list, '#count', '3 questions');
  });
});
