import { expect, fixture, oneEvent, waitUntil } from '@open-wc/testing';
import { memoryBackend } from '@cnr-widgets/client/memory';
import { peekEntries } from '@cnr-widgets/client/peek';
import { pseudonymFor } from '@cnr-widgets/client/pseudonyms';
import { deviceStore } from '@cnr-widgets/client/store';
import { html } from 'lit';
import '../define/consultation.js';
import { define } from '../define/define.js';
import { CnrErrorEvent, CnrShownEvent } from '../events.js';
import {
  backendOf,
  eventually,
  heard,
  inDays,
  Network,
  part,
  partNow,
  press,
  publishedOf,
} from '../testing/fixtures.js';
import type { CnrConsultation } from './consultation.js';

function card(backend: unknown = backendOf(), id = 'la-salle'): Promise<CnrConsultation> {
  return fixture(html`
    <cnr-consultation .backend=${backend as never} consultation=${id}
      ><a href="#c">La consultation</a></cnr-consultation
    >
  `);
}

describe('<cnr-consultation>', () => {
  it('shows what the backend says, with nothing for axe to say', async () => {
    const element = await card(backendOf(publishedOf({ goal: 200 })));
    expect((await part(element, 'h2')).textContent.trim()).to.equal('Quelle salle pour le village ?');
    await part(element, 'dd', '0 participant');
    expect((await part(element, '.phase')).textContent).to.equal('Ouverte');
    await expect(element).to.be.accessible();
  });

  it('leads to the meetings, beside what is asked or alone', async () => {
    const announced = (changes: Parameters<typeof publishedOf>[0]) => {
      const published = publishedOf({ meetings: {}, ...changes });
      return card(backendOf(published, { meetings: { 'la-salle': [] } }));
    };
    const beside = await announced({});
    await part(beside, '.primary', 'Participer');
    await press(beside, 'Voir les réunions publiques');
    await part(await part(beside, 'cnr-meeting-map'), '#count', 'Aucune réunion');
    await press(beside, 'Revenir à la présentation');
    await press(beside, 'Participer');
    await part(beside, 'cnr-questionnaire');
    beside.remove();
    const alone = await announced({ questionnaire: undefined });
    await part(alone, '.primary', 'Voir les réunions publiques');
    alone.expanded = true;
    await part(await part(alone, 'cnr-meeting-map'), '#count', 'Aucune réunion');
    await expect(alone).to.be.accessible();
  });

  it('tells the page once that it is shown', async () => {
    const events = heard();
    const element = await card();
    await part(element, 'button', 'Participer');
    element.requestUpdate();
    await element.updateComplete;
    expect(events.map(({ type }) => type)).to.deep.equal(['cnr-shown']);
    const [event] = events;
    expect(event)
      .to.be.instanceOf(CnrShownEvent)
      .and.include({ consultation: 'la-salle', bubbles: true, composed: true });
  });

  it('writes nothing on the device', async () => {
    const backend = backendOf();
    await part(await card(backend), 'dd', '0 participant');
    expect(await peekEntries({ descriptor: backend.descriptor })).to.deep.equal([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include('cnr-widgets');
    expect(document.cookie).to.equal('');
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  it('opens the questionnaire by a press, and comes back to its title', async () => {
    const element = await card();
    await press(element, 'Participer');
    const questionnaire = await part(element, 'cnr-questionnaire');
    await part(questionnaire, 'button', 'Commencer');
    await expect(element).to.be.accessible();
    await press(element, 'Revenir à la présentation');
    await part(element, 'button', 'Participer');
    await eventually(() => element.shadowRoot?.activeElement?.id === 'title', 'the focus on the title');
  });

  it('keeps its headings in the host’s outline, and those that the organiser wrote', async () => {
    const element = await card(backendOf(publishedOf({ objectives: '# Une salle claire\n\nPour tous.' })));
    element.headingLevel = 4;
    await eventually(() => partNow(element, '#title')?.ariaLevel === '4', 'the level of the title');
    (await part(element, 'summary', 'En savoir plus')).click();
    const about = await part(element, 'cnr-about');
    expect((await part(about, 'h3', 'Objectifs')).ariaLevel).to.equal('5');
    expect((await part(about, '[role=heading]', 'Une salle claire')).ariaLevel).to.equal('6');
  });

  it('forgets who the device was where nothing is taken any more, of whichever consultation', async () => {
    const store = deviceStore('pseudonyms');
    const name = crypto.randomUUID();
    const over = { descriptor: { adapter: 'memory', name }, consultation: 'close' } as const;
    await pseudonymFor(over, 'support', { until: inDays(-1) });
    await pseudonymFor(over, 'comment', { until: inDays(1) });
    const left = async () => {
      const keys = (await store.entries()).map(([key]) => key);
      return keys.filter((key) => key.includes(name)).map((key) => key.split(' ')[0]);
    };
    expect((await left()).toSorted()).to.deep.equal(['comment', 'support']);
    const element = await card();
    await part(element, 'h2');
    let kept = await left();
    await waitUntil(async () => (kept = await left()).length === 1, 'it stayed');
    expect(kept).to.deep.equal(['comment']);
  });

  it('hands the page on by the device’s own sheet, or shows its address', async () => {
    const given: ShareData[] = [];
    const hands = Object.getOwnPropertyDescriptor(Navigator.prototype, 'share');
    Object.defineProperty(Navigator.prototype, 'share', {
      configurable: true,
      value: async (data: ShareData) => void given.push(data),
    });
    try {
      const element = await card(backendOf());
      (await part(element, 'summary', 'En savoir plus')).click();
      const about = await part(element, 'cnr-about');
      await press(about, 'Partager cette consultation');
      await eventually(() => given.length === 1, 'the sheet');
      const [url] = location.href.split('#');
      expect(given).to.deep.equal([{ title: 'Quelle salle pour le village ?', url }]);
      Object.defineProperty(Navigator.prototype, 'share', {
        configurable: true,
        value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      });
      const writing = Object.getOwnPropertyDescriptor(Clipboard.prototype, 'writeText');
      Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      try {
        await press(about, 'Partager cette consultation');
        expect((await part<HTMLInputElement>(about, 'label input')).value).to.equal(url);
      } finally {
        if (writing) Object.defineProperty(Clipboard.prototype, 'writeText', writing);
      }
      await expect(element).to.be.accessible();
    } finally {
      if (hands) Object.defineProperty(Navigator.prototype, 'share', hands);
      else delete (Navigator.prototype as Partial<Navigator>).share;
    }
  });

  const phases = {
    upcoming: { opensAt: inDays(3), closesAt: inDays(9) },
    analysis: { closesAt: inDays(-2) },
    results: {
      closesAt: inDays(-9),
      followUp: [{ kind: 'synthesis' as const, date: inDays(-2).slice(0, 10), title: 'Synthèse' }],
    },
    'followed-up': {
      closesAt: inDays(-9),
      followUp: [{ kind: 'response' as const, date: inDays(-2).slice(0, 10), title: 'Réponse' }],
    },
  };
  const words = {
    upcoming: 'À venir',
    analysis: 'Analyse en cours',
    results: 'Résultats publiés',
    'followed-up': 'Suites données',
  };
  for (const phase of Object.keys(phases) as (keyof typeof phases)[]) {
    it(`stands in its phase: ${phase}`, async () => {
      const element = await card(backendOf(publishedOf(phases[phase])));
      await part(element, '.phase', words[phase]);
      expect(partNow(element, 'button', 'Participer')).to.equal(undefined);
      const standing = await part(element, 'cnr-standing');
      await eventually(() => standing.shadowRoot?.querySelector('p'), 'what the phase means');
      await expect(element).to.be.accessible();
    });
  }

  it('says how many days are left, when few are', async () => {
    const element = await card(backendOf(publishedOf({ closesAt: inDays(2.5) })));
    await part(element, '.near', 'Plus que 3 jours');
  });

  it('shows what stands in it, and tries again, when the backend does not answer', async () => {
    const network = new Network();
    network.cut('consultation');
    const events = heard();
    const element = await card(backendOf(publishedOf(), network));
    await part(element, '[role="alert"]', 'ne répond pas');
    expect(events.map((event) => event instanceof CnrErrorEvent && event.code)).to.deep.equal(['network']);
    expect(element.shadowRoot?.querySelector('slot')?.assignedElements()).to.have.length(1);
    await expect(element).to.be.accessible();
    network.mend();
    await press(element, 'Réessayer');
    await part(element, 'button', 'Participer');
  });

  it('tells an unknown consultation and a malformed answer apart', async () => {
    await part(await card(backendOf(), 'autre'), '[role="alert"]', 'n’existe pas');
    const lying = {
      ...backendOf(),
      consultation: () => Promise.reject(new TypeError('not what was promised')),
    };
    await part(await card(lying), '[role="alert"]', 'illisible');
  });

  it('tells the webmaster what is missing on the page', async () => {
    const element = await card(null);
    await part(element, '[role="alert"]', 'no-backend');
    expect(partNow(element, 'button', 'Réessayer')).to.equal(undefined);
    element.backend = backendOf();
    await part(element, 'button', 'Participer');
    element.consultation = ' ';
    await part(element, '[role="alert"]', 'no-consultation');
  });

  it('shows without a count that nobody could tell', async () => {
    const network = new Network();
    network.refuse('internal', 500, 'counts');
    await part(await card(backendOf(publishedOf(), network)), 'dd', 'nombre inconnu');
  });

  it('loads again with another id, and not when it only moves', async () => {
    let asked = 0;
    const backend = memoryBackend(crypto.randomUUID(), {
      consultations: [publishedOf(), publishedOf({ id: 'la-cour', title: 'Quelle cour ?' })],
      intercept: ({ name, moment }) => {
        if (name === 'consultation' && moment === 'before') asked += 1;
      },
    });
    const element = await card(backend);
    await part(element, 'button', 'Participer');
    const { parentElement } = element;
    element.remove();
    parentElement?.append(element);
    await element.updateComplete;
    expect(asked).to.equal(1);
    element.consultation = 'la-cour';
    await part(element, 'h2', 'Quelle cour ?');
    expect(asked).to.equal(2);
  });

  it('shows of another consultation nothing that was known or opened of the one before', async () => {
    const counted = new Promise<void>(() => undefined);
    const backend = memoryBackend(crypto.randomUUID(), {
      consultations: [publishedOf({ meetings: {} }), publishedOf({ id: 'la-cour', title: 'Quelle cour ?' })],
      meetings: { 'la-salle': [] },
      intercept: ({ name, consultation }) =>
        name === 'counts' && consultation === 'la-cour' ? counted : undefined,
    });
    const element = await card(backend);
    await part(element, 'dd', '0 participant');
    await press(element, 'Voir les réunions publiques');
    await part(element, 'cnr-meeting-map');
    element.consultation = 'la-cour';
    await part(element, 'h2', 'Quelle cour ?');
    await part(element, 'cnr-questionnaire');
    await press(element, 'Revenir à la présentation');
    await part(element, 'dd', '…');
  });

  it('takes what a framework sets to nothing for nothing', async () => {
    const element = await card();
    await part(element, 'button', 'Participer');
    Object.assign(element, { consultation: undefined });
    await part(element, '[role="alert"]', 'no-consultation');
    Object.assign(element, { consultation: 'la-salle', backend: null });
    await part(element, '[role="alert"]', 'no-backend');
  });

  it('asks again where it was taken away while it loaded', async () => {
    let first = true;
    const backend = backendOf(publishedOf(), {
      intercept: ({ name, moment }) => {
        if (name !== 'consultation' || moment !== 'after' || !first) return undefined;
        first = false;
        return new Promise<void>(() => undefined);
      },
    });
    const element = await card(backend);
    await eventually(() => !first, 'the first question to the backend');
    const { parentElement } = element;
    element.remove();
    parentElement?.append(element);
    await part(element, 'button', 'Participer');
  });

  it('speaks the language of its surroundings', async () => {
    const page = await fixture(
      html`<div lang="en">
        <cnr-consultation .backend=${backendOf()} consultation="la-salle"></cnr-consultation>
      </div>`,
    );
    const element = page.querySelector('cnr-consultation')!;
    await part(element, 'button', 'Take part');
    element.locale = 'fr';
    await part(element, 'button', 'Participer');
  });

  it('keeps the first definition of its name', () => {
    const first = customElements.get('cnr-consultation');
    define('cnr-consultation', class extends HTMLElement {});
    expect(customElements.get('cnr-consultation')).to.equal(first);
  });

  it('is heard by a listener on any ancestor', async () => {
    const backend = backendOf();
    const page = await fixture<HTMLElement>(html`<section></section>`);
    const listening = oneEvent(page, 'cnr-shown');
    const element = document.createElement('cnr-consultation');
    Object.assign(element, { backend, consultation: 'la-salle' });
    page.append(element);
    expect(await listening).to.include({ consultation: 'la-salle' });
  });
});
