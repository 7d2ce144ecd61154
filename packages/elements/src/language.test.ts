import { expect, fixture } from '@open-wc/testing';
import { html, type LitElement, type TemplateResult } from 'lit';
import './define/all.js';
import './define/outbox.js';
import './define/proposals.js';
import { backendOf, choose, eventually, part, press, publishedOf } from './testing/fixtures.js';

/** The language in which this is read out: the nearest one said, in this shadow root. */
const said = (element: Element) => element.closest('[lang]')?.getAttribute('lang');

describe('the language of what an element says', () => {
  const published = publishedOf({ proposals: { asks: 'questions', moderation: 'before' } });
  const id = published.consultation.id;
  const subject = 'proposal:00000000-0000-4000-8000-000000000001';
  const proposals = {
    [id]: [{ id: subject.slice(9), title: 'Un bus le dimanche ?', text: 'Il n’y en a aucun.' }],
  };
  const backend = () => backendOf(published, { proposals });

  const elements: [string, string, () => TemplateResult][] = [
    [
      'cnr-consultation',
      'Take part',
      () => html`<cnr-consultation consultation=${id} .backend=${backend()} locale="en"></cnr-consultation>`,
    ],
    [
      'cnr-questionnaire',
      'Start',
      () =>
        html`<cnr-questionnaire consultation=${id} .backend=${backend()} locale="en"></cnr-questionnaire>`,
    ],
    ['cnr-outbox', '', () => html`<cnr-outbox locale="en"></cnr-outbox>`],
    [
      'cnr-proposals',
      '',
      () => html`<cnr-proposals consultation=${id} .backend=${backend()} locale="en"></cnr-proposals>`,
    ],
    [
      'cnr-support',
      'Support',
      () =>
        html`<cnr-support
          consultation=${id}
          subject=${subject}
          .backend=${backend()}
          locale="en"
        ></cnr-support>`,
    ],
  ];

  for (const [name, words, template] of elements) {
    it(`is said by <${name}>, whatever the page's is, and follows a change`, async () => {
      expect(document.documentElement.lang, 'the page of the tests').to.equal('fr');
      const element = await fixture<LitElement & { locale: string }>(template());
      const spoken = () =>
        [...(element.shadowRoot?.children ?? [])].filter(({ localName }) => localName !== 'style');
      await part(element, 'button, p', words);
      expect(spoken().map((child) => child.getAttribute('lang')))
        .to.include('en')
        .and.not.include(null);
      element.locale = 'fr';
      await element.updateComplete;
      expect(spoken().map(said)).to.include('fr').and.not.include('en');
    });
  }

  it('follows the page where a script changes its language', async () => {
    const card = await fixture(
      html`<cnr-consultation consultation=${id} .backend=${backend()}></cnr-consultation>`,
    );
    await part(card, 'button', 'Participer');
    try {
      document.documentElement.lang = 'en';
      await part(card, 'button', 'Take part');
    } finally {
      document.documentElement.lang = 'fr';
    }
    await part(card, 'button', 'Participer');
    card.parentElement!.lang = 'en';
    await part(card, 'button', 'Take part');
  });

  it('is the consultation’s for what the organiser wrote', async () => {
    const card = await fixture(
      html`<cnr-consultation consultation=${id} .backend=${backend()} locale="en"></cnr-consultation>`,
    );
    expect(said(await part(card, 'button', 'Take part'))).to.equal('en');
    const { title, summary } = published.consultation;
    for (const [selector, text] of [
      ['h2 span', title],
      ['.clamped[lang]', summary],
    ] as const)
      expect(said(await part(card, selector, text)), selector).to.equal('fr');

    const form = await fixture(
      html`<cnr-questionnaire consultation=${id} .backend=${backend()} locale="en"></cnr-questionnaire>`,
    );
    await press(form, 'Start');
    expect(said(await part(form, 'legend span', 'Quelle couleur'))).to.equal('fr');
    expect(said(await part(form, '.choice span', 'Bleu'))).to.equal('fr');
    expect(said(await part(form, '.required'))).to.equal('en');
    await choose(form, 'Bleu');
    await press(form, 'Continue');
    expect(said(await part(form, 'label span', 'Pourquoi'))).to.equal('fr');
    await press(form, 'Continue');
    expect(said(await part(form, 'dt', 'Quelle couleur'))).to.equal('fr');
    expect(said(await part(form, 'dd', 'Bleu').then((dd) => dd.firstElementChild!))).to.equal('fr');
    expect(said(await eventually(() => form.shadowRoot?.querySelector('h3'), 'the heading'))).to.equal('en');
  });
});
