import { expect, fixture } from '@open-wc/testing';
import { parseProposalRules, type Item } from '@cnr-widgets/contract';
import { html } from 'lit';
import '../define/consultation.js';
import '../define/outbox.js';
import '../define/questionnaire.js';
import '../define/support.js';
import type { CnrConsultation } from '../consultation/consultation.js';
import { hushed } from '../testing/console.js';
import { backendOf, heard, part, press, publishedOf, questionnaireOf } from '../testing/fixtures.js';
import type { Forum } from '../proposals/forum.js';
import type { CnrProvider } from './provider.js';

describe('<cnr-provider>', () => {
  it('still works when it is defined after the elements below it', async () => {
    const calls: string[] = [];
    const own = backendOf(publishedOf(), { intercept: ({ name }) => void calls.push(name) });
    const page = await fixture(html`
      <cnr-provider device="shared">
        <cnr-consultation consultation="la-salle"></cnr-consultation>
        <cnr-questionnaire consultation="la-salle" .backend=${own}></cnr-questionnaire>
        <cnr-support
          consultation="la-salle"
          subject="proposal:00000000-0000-4000-8000-000000000001"
          .backend=${own}
        ></cnr-support>
        <cnr-outbox></cnr-outbox>
      </cnr-provider>
    `);
    expect(customElements.get('cnr-provider'), 'not defined before this test').to.equal(undefined);
    const element = page.querySelector<CnrConsultation>('cnr-consultation')!;
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[role="alert"]')).to.equal(null);
    const before = [...calls];
    await import('../define/provider.js');
    Object.assign(page, { backend: backendOf() });
    await part(element, 'button', 'Participer');
    // It might have said that the device is shared, as it did: what brings its own backend waited, too.
    await part(page.querySelector('cnr-questionnaire')!, 'li', 'Cet appareil est partagé');
    expect(before).to.deep.equal([]);
    await part(page.querySelector('cnr-outbox')!, 'p', 'Cet appareil est partagé');
    expect(Symbol.for('cnr-widgets.outbox.1') in globalThis, 'an outbox on the device').to.equal(false);
  });

  it('hands backend, language and sentences down; an element’s own come first', async () => {
    await import('../define/provider.js');
    const own = backendOf(publishedOf({ title: 'La mienne' }));
    const page = await fixture<CnrProvider>(html`
      <cnr-provider
        .backend=${backendOf()}
        locale="en"
        messages='{"consultation":{"participate":"Have your say"}}'
      >
        <cnr-consultation consultation="la-salle"></cnr-consultation>
        <cnr-consultation consultation="la-salle" .backend=${own} locale="fr"></cnr-consultation>
      </cnr-provider>
    `);
    const [given, free] = page.querySelectorAll('cnr-consultation');
    await part(given!, 'button', 'Have your say');
    await part(given!, 'dt', 'Period');
    await part(free!, 'h2', 'La mienne');
    await part(free!, 'dt', 'Période');
    page.messages = {};
    await part(given!, 'button', 'Take part');
    page.locale = 'fr';
    await part(given!, 'button', 'Participer');
  });

  it('lets the nearest one win', async () => {
    await import('../define/provider.js');
    const page = await fixture(html`
      <cnr-provider .backend=${backendOf()} locale="fr">
        <cnr-provider .backend=${backendOf(publishedOf({ title: 'Plus près' }))} locale="en">
          <cnr-consultation consultation="la-salle"></cnr-consultation>
        </cnr-provider>
      </cnr-provider>
    `);
    const element = page.querySelector('cnr-consultation')!;
    await part(element, 'h2', 'Plus près');
    await part(element, 'button', 'Take part');
  });

  it('says in another one what is different, and inherits the rest; a shared device stays shared', async () => {
    await import('../define/provider.js');
    const page = await fixture<CnrProvider>(html`
      <cnr-provider
        .backend=${backendOf()}
        device="shared"
        messages='{"consultation":{"participate":"Allez-y"},"outbox":{"shared":"À tous."}}'
      >
        <cnr-provider messages='{"consultation":{"participate":"Allons-y"}}'>
          <cnr-consultation consultation="la-salle"></cnr-consultation>
          <cnr-outbox></cnr-outbox>
        </cnr-provider>
      </cnr-provider>
    `);
    const [card, outbox] = page.firstElementChild!.children;
    await part(card!, 'button', 'Allons-y');
    await part(outbox!, 'p', 'À tous.');
    page.messages = {};
    await part(outbox!, 'p', 'Cet appareil est partagé');
    page.locale = 'en';
    await part(outbox!, 'p', 'This device is shared');
    page.backend = backendOf(publishedOf({ title: 'Une autre' }));
    await part(card!, 'h2', 'Une autre');
    Object.assign(page.firstElementChild!, { locale: 'fr', device: 'personal' });
    await part(outbox!, 'p', 'Cet appareil est partagé');
    page.device = 'personal';
    await part(outbox!, 'p', 'Quand vous participez sur ce site');
  });

  it('takes an address that a framework took away by null for one that is not there', async () => {
    await import('../define/provider.js');
    const page = await fixture<CnrProvider>(html`
      <cnr-provider .backend=${backendOf(publishedOf({ title: 'Plus loin' }))}>
        <cnr-provider .backend=${null} .contributions=${null}>
          <cnr-consultation consultation="la-salle"></cnr-consultation>
        </cnr-provider>
      </cnr-provider>
    `);
    const card = page.querySelector('cnr-consultation')!;
    await part(card, 'h2', 'Plus loin');
    const { fetch } = globalThis;
    const asked: string[] = [];
    globalThis.fetch = (input) => {
      asked.push(new Request(input).url);
      return Promise.resolve(Response.json(publishedOf({ title: 'Du serveur' })));
    };
    try {
      Object.assign(page.firstElementChild!, { backend: 'https://participation.example' });
      await part(card, 'h2', 'Du serveur');
    } finally {
      globalThis.fetch = fetch;
    }
    expect(asked[0]).to.equal('https://participation.example/v1/consultations/la-salle');
  });

  /** The card below a provider with these sentences, and what the console was told first of each. */
  async function cardWith(messages: string): Promise<{ card: CnrConsultation; told: string[] }> {
    await import('../define/provider.js');
    let card!: CnrConsultation;
    const told = await hushed(async () => {
      const page = await fixture<CnrProvider>(
        html`<cnr-provider messages=${messages}>
          <cnr-consultation .backend=${backendOf()} consultation="la-salle"></cnr-consultation>
        </cnr-provider>`,
      );
      card = page.querySelector('cnr-consultation')!;
      await part(card, 'button[part="action"]');
    });
    return { card, told };
  }

  it('leaves sentences out that do not parse, and tells the webmaster', async () => {
    const { card, told } = await cardWith('{oops');
    await part(card, 'button', 'Participer');
    expect(told[0]).to.include('<cnr-provider messages>');
  });

  it('leaves a text out where a sentence counts, and what no sentence is called, and tells each once', async () => {
    const { card, told } = await cardWith(
      '{"consultation":{"minutes":"huit minutes","partcipate":"Allez","participate":"Allez"},"support":7}',
    );
    await part(card, 'button', 'Allez');
    await part(card, 'dd', 'environ');
    expect(told).to.deep.equal([
      '<cnr-provider messages>: consultation.minutes is left out, which takes a function.',
      '<cnr-provider messages>: consultation.partcipate is left out, as there is no such sentence.',
    ]);
  });

  it('goes back to our own sentences where a framework takes the host’s away', async () => {
    const { card } = await cardWith('{"consultation":{"participate":"Allez"}}');
    await part(card, 'button', 'Allez');
    Object.assign(card.closest('cnr-provider')!, { messages: undefined });
    await part(card, 'button', 'Participer');
  });

  it('replaces one sentence of a group and keeps the others', async () => {
    const { card, told } = await cardWith('{"consultation":{"phases":{"open":"En cours"}}}');
    await part(card, '.phase', 'En cours');
    const { ownSentences } = await import('./own-sentences.js');
    const failure = { retry: 'Réessayer', unreachable: 'Le service ne répond pas.' };
    expect(ownSentences({ a: { failure: { retry: 'Encore' } } })('a', { failure })).to.deep.equal({
      failure: { ...failure, retry: 'Encore' },
    });
    expect(told).to.deep.equal([]);
  });

  it('keeps nothing on a shared device, and says so', async () => {
    await import('../define/provider.js');
    const page = await fixture(html`<cnr-provider device="shared"><cnr-outbox></cnr-outbox></cnr-provider>`);
    await part(page.querySelector('cnr-outbox')!, 'p', 'Cet appareil est partagé');
  });

  for (const [device, fields] of [
    ['personal', ['nickname', 'nickname', 'postal-code']],
    ['shared', ['off', 'off', 'off']],
  ] as const) {
    it(`says to the browser what a field is for, but for a shared device: ${device}`, async () => {
      await Promise.all([
        import('../define/provider.js'),
        import('../define/questionnaire.js'),
        import('../define/writing.js'),
      ]);
      const where: Item = { id: 'ou', kind: 'territory', title: 'Où habitez-vous ?', ask: 'postal-code' };
      const published = publishedOf({
        questionnaire: questionnaireOf([where]),
        proposals: { asks: 'proposals', moderation: 'before' },
      });
      const backend = backendOf(published);
      const rules = parseProposalRules({ asks: 'proposals', moderation: 'before' });
      const forum: Forum = { backend, published, rules, noun: ['proposition', 'propositions'] };
      const page = await fixture(html`
        <cnr-provider .backend=${backend} device=${device}>
          <cnr-deposit .forum=${forum}></cnr-deposit>
          <cnr-comment .forum=${forum} .about=${{ id: '1', title: 'Un' }}></cnr-comment>
          <cnr-questionnaire consultation="la-salle"></cnr-questionnaire>
        </cnr-provider>
      `);
      const [deposit, comment, questionnaire] = page.children;
      await press(questionnaire!, 'Commencer');
      const told = [
        await part<HTMLInputElement>(deposit!, '#name'),
        await part<HTMLInputElement>(comment!, '#name'),
        await part<HTMLInputElement>(questionnaire!, '[inputmode=numeric]'),
      ].map((field) => field.getAttribute('autocomplete'));
      expect(told).to.deep.equal(fields);
    });
  }

  it('lets the elements wait for files that are being opened: that is no fault of the page', async () => {
    await import('../define/provider.js');
    const events = heard();
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.resolve(Response.json(publishedOf({ title: 'De fichiers' })));
    try {
      const page = await fixture(html`
        <cnr-provider
          backend="https://site.example/dossier/files"
          contributions="https://participation.example"
        >
          <cnr-consultation consultation="la-salle"></cnr-consultation>
        </cnr-provider>
      `);
      await part(page.querySelector('cnr-consultation')!, 'h2', 'De fichiers');
    } finally {
      globalThis.fetch = fetch;
    }
    expect(events.filter((event) => event.type === 'cnr-error')).to.have.length(0);
  });

  it('takes any other word for a shared device, and tells the webmaster once', async () => {
    await import('../define/provider.js');
    const wrong = await hushed(async () => {
      const page = await fixture<CnrProvider>(
        html`<cnr-provider device="kiosk"><cnr-outbox></cnr-outbox></cnr-provider>`,
      );
      await part(page.querySelector('cnr-outbox')!, 'p', 'Cet appareil est partagé');
      page.locale = 'en';
      await part(page.querySelector('cnr-outbox')!, 'p', 'This device is shared');
    });
    expect(wrong.map((line) => line.split(' : ')[0])).to.deep.equal(['<cnr-provider device="kiosk">']);
    const right = await hushed(async () => {
      const shared = await fixture(
        html`<cnr-provider device=" Shared"><cnr-outbox></cnr-outbox></cnr-provider>`,
      );
      await part(shared.querySelector('cnr-outbox')!, 'p', 'Cet appareil est partagé');
      const personal = await fixture(
        html`<cnr-provider device="Personal "><cnr-outbox></cnr-outbox></cnr-provider>`,
      );
      await part(personal.querySelector('cnr-outbox')!, 'p', 'Quand vous participez sur ce site');
    });
    expect(right).to.deep.equal([]);
  });
});
