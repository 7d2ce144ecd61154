import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../define/proposals.js';
import { backendOf, eventually, part, press, publishedOf, type } from '../testing/fixtures.js';
import { assertReadable } from '../testing/layout.js';
import type { CnrProposals } from './proposals.js';

const ID = '00000000-0000-4000-8000-000000000001';
const ANSWER = {
  author: 'La préfète de la Sarthe, présidente de la commission des mobilités',
  date: '2026-10-20',
  text: 'Oui, **dès mars**.\n\n- Une ligne\n- Deux arrêts',
  next: '- Un point en juin.',
};
const ASKED = {
  id: ID,
  title: 'Un bus le dimanche, de la gare jusqu’au centre hospitalier intercommunal ?',
  text: 'Aucun ne part avant midi. '.repeat(20),
  theme: 'bus',
  territory: '72',
  name: 'Anticonstitutionnellement-Désoxyribonucléique',
  supports: 12_345,
  status: 'answered' as const,
  answer: ANSWER,
  comments: [{ id: crypto.randomUUID(), text: 'D’accord. '.repeat(30), publishedOn: '2026-10-02' }],
};

describe('<cnr-proposals>, as a reader sets the page', () => {
  let list: CnrProposals;

  beforeEach(async () => {
    const published = publishedOf({
      territory: { level: 'national' },
      questionnaire: undefined,
      proposals: {
        asks: 'questions',
        moderation: 'before',
        comments: true,
        themes: [{ id: 'bus', label: 'Se déplacer au quotidien' }],
        charter: 'Restez **courtois**.',
      },
    });
    const second = { id: ID.replace(/1$/, '2'), title: 'Une fontaine ?', text: 'Il fait chaud.' };
    const backend = backendOf(published, { proposals: { 'la-salle': [ASKED, second] }, pageSize: 1 });
    list = await fixture(html`<cnr-proposals .backend=${backend} consultation="la-salle"></cnr-proposals>`);
    await part(list, '#count', '1 affichée sur 2 questions');
    const order = await part<HTMLSelectElement>(list, '#order');
    order.value = 'supported';
    order.dispatchEvent(new Event('change'));
    await part(list, 'button.title', 'Un bus');
  });

  it('can be read: the list, and one opened with its answer, comments and a report', async () => {
    assertReadable(list, 'the list');
    (await part(list, 'button.title')).click();
    const page = await part(list, 'cnr-proposal');
    await part(page, '.answer', 'La préfète');
    (await part(page, 'summary', 'Commentaires')).click();
    await part(await part(page, 'cnr-comments'), 'li', 'D’accord');
    (await part(page, 'summary', 'Signaler')).click();
    const report = await part(page, 'cnr-report');
    await press(report, 'Signaler aux modérateurs');
    await part(report, '#fault', 'Choisissez une raison');
    assertReadable(list, 'opened');
  });

  it('can be read: the form with its faults, the preview, the receipt, and one’s own', async () => {
    await press(list, 'Poser une question');
    const form = await part(list, 'cnr-deposit');
    await type(form, '#title', ASKED.title.slice(0, 30));
    await part(form, '.similar li', 'Un bus');
    await press(form, 'Relire avant d’envoyer');
    await part(form, '#errors', 'Texte');
    assertReadable(list, 'the form');
    await type(form, '#text', ASKED.text);
    await press(form, 'Relire avant d’envoyer');
    await part(form, '.preview');
    assertReadable(list, 'the preview');
    await press(form, 'Envoyer');
    await part(await part(form, 'cnr-entry'), '.note', 'En attente de lecture');
    assertReadable(list, 'the receipt');
    await press(list, 'Retour à la liste');
    await press(list, 'Mes contributions');
    await part(await part(list, 'cnr-mine'), 'cnr-entry');
    assertReadable(list, 'one’s own');
  });

  it('turns round where the page reads from right to left', async () => {
    (await part(list, 'button.title')).click();
    const answer = await part(await part(list, 'cnr-proposal'), '.answer');
    const wide = (side: 'Left' | 'Right') => parseFloat(getComputedStyle(answer)[`border${side}Width`]);
    expect(wide('Left')).to.be.above(wide('Right'));
    if (list.parentElement) list.parentElement.dir = 'rtl';
    expect(wide('Right')).to.be.above(wide('Left'));
  });

  it('says which language it speaks, and which one citizens write', async () => {
    list.locale = 'en';
    await part(list, '.primary', 'Ask a question');
    const language = (one: Element) => one.closest('[lang]')?.getAttribute('lang');
    expect(language(await part(list, '#count'))).to.equal('en');
    expect(language(await part(list, 'button.title'))).to.equal('fr');
    expect(language(await part(list, '.excerpt'))).to.equal('fr');
    (await part(list, 'button.title')).click();
    const page = await part(list, 'cnr-proposal');
    const heading = await eventually(
      () => page.shadowRoot?.querySelector('.written') && page.shadowRoot.querySelector('#step'),
      'the text',
    );
    expect(language(heading)).to.equal('fr');
    expect(language(await part(page, '.written'))).to.equal('fr');
    expect(language(await part(page, '.answer .stack'))).to.equal('fr');
  });
});
