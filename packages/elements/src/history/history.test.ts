import { expect, fixture } from '@open-wc/testing';
import { html, nothing } from 'lit';
import '../define/consultation.js';
import '../define/history.js';
import '../define/questionnaire.js';
import '../define/rest.js';
import type { CnrQuestionnaire } from '../questionnaire/questionnaire.js';
import {
  answerAll,
  backendOf,
  choose,
  colour,
  eventually,
  heard,
  part,
  partNow,
  press,
  publishedOf,
  questionnaireOf,
  reason,
  type,
} from '../testing/fixtures.js';

const INTRO = 'Avant de commencer';
const FIRST = 'Question 1 sur 2';
const SECOND = 'Question 2 sur 2';
const REVIEW = 'Vérifiez avant d’envoyer';
const RECEIVED = 'Votre réponse est bien reçue';

/** What a host's router might keep. */
const HOST = { route: '/consultation', scroll: { y: 12 } };

async function questionnaire(backend = backendOf(), history?: string): Promise<CnrQuestionnaire> {
  const element = await fixture<CnrQuestionnaire>(html`
    <cnr-questionnaire
      .backend=${backend}
      history=${history ?? nothing}
      consultation="la-salle"
    ></cnr-questionnaire>
  `);
  await part(element, 'button', 'Commencer');
  return element;
}

const shown = (element: Element, words: string) => part(element, 'h3', words);
const focused = (element: Element) => element.shadowRoot?.activeElement?.id;

/** The code that adds entries comes meanwhile. */
async function begin(element: Element, number = 1): Promise<void> {
  await press(element, 'Commencer');
  await entry(number);
}

async function toSecond(element: Element): Promise<void> {
  await begin(element);
  await choose(element, 'Bleu');
  await press(element, 'Continuer');
  await shown(element, SECOND);
  await entry(2);
}

async function toReview(element: Element): Promise<void> {
  await toSecond(element);
  await press(element, 'Continuer');
  await shown(element, REVIEW);
  await entry(3);
}

/** Waits for the browser to be at the entry of this number; 0 for the one that was there before. */
async function entry(number: number): Promise<void> {
  await eventually(() => (hostState().cnrEntry ?? 0) === number, `entry ${number}`);
}

const hostState = () => (history.state ?? {}) as { cnrEntry?: number };

describe('history="on"', () => {
  // Each test begins on an entry of its own, where nothing lies ahead.
  beforeEach(() => {
    history.pushState(HOST, '');
  });

  it('is off by itself: no entry is added', async () => {
    const { length } = history;
    const element = await questionnaire();
    await answerAll(element);
    expect(history.length).to.equal(length);
    expect(history.state).to.deep.equal(HOST);
  });

  it('goes back and forward by question, and the focus goes along', async () => {
    const element = await questionnaire(backendOf(), 'on');
    const { href } = location;
    const { title } = document;
    await toSecond(element);
    await type(element, '#input-raison', 'Le ciel');
    history.back();
    await shown(element, FIRST);
    await eventually(() => focused(element) === 'step', 'the focus on the step');
    expect(partNow<HTMLInputElement>(element, '#input-couleur-0')?.checked).to.equal(true);
    history.back();
    await shown(element, INTRO);
    history.forward();
    await shown(element, FIRST);
    history.forward();
    await shown(element, SECOND);
    expect(partNow<HTMLInputElement>(element, '#input-raison')?.value).to.equal('Le ciel');
    expect([location.href, document.title]).to.deep.equal([href, title]);
  });

  it('leaves the host its state, tells its router nothing, and writes down a number alone', async () => {
    const told: unknown[] = [];
    const router = ({ state }: PopStateEvent) => told.push(state);
    addEventListener('popstate', router);
    try {
      const element = await questionnaire(backendOf(), 'on');
      await toSecond(element);
      expect(history.state).to.deep.equal({ ...HOST, cnrEntry: 2 });
      history.back();
      await shown(element, FIRST);
      expect(history.state).to.deep.equal({ ...HOST, cnrEntry: 1 });
      expect(told).to.deep.equal([]);
      // The host's own steps, on this page: its own business, and nothing of ours moves.
      history.pushState({ route: '/autre' }, '', '?autre');
      history.back();
      await eventually(() => told.length === 1, 'the host’s own step');
      expect(told).to.deep.equal([{ ...HOST, cnrEntry: 1 }]);
      await shown(element, FIRST);
    } finally {
      removeEventListener('popstate', router);
    }
  });

  it('leaves the history alone once it is off the page, whatever it had still to render', async () => {
    const element = await questionnaire(backendOf(), 'on');
    await begin(element);
    element.requestUpdate();
    element.remove();
    await element.updateComplete;
    const other = await questionnaire(backendOf(), 'on');
    // Nobody knows any more what the entry showed.
    await entry(0);
    await toSecond(other);
    const { length } = history;
    await press(other, 'Continuer');
    await shown(other, REVIEW);
    await entry(3);
    expect(history.length).to.equal(length + 1);
  });

  it('begins again for another when one goes while the browser is on its way back', async () => {
    const card = await fixture(html`
      <cnr-consultation .backend=${backendOf()} history="on" consultation="la-salle"></cnr-consultation>
    `);
    await press(card, 'Participer');
    await entry(1);
    history.go = (by) => {
      History.prototype.go.call(history, by);
      card.remove();
    };
    try {
      await press(card, 'Revenir à la présentation');
      await entry(0);
    } finally {
      Reflect.deleteProperty(history, 'go');
    }
    await toSecond(await questionnaire(backendOf(), 'on'));
  });

  it('follows one that was moved on the page', async () => {
    const element = await questionnaire(backendOf(), 'on');
    await toSecond(element);
    const elsewhere = document.createElement('div');
    element.before(elsewhere);
    elsewhere.append(element);
    await press(element, 'Continuer');
    await shown(element, REVIEW);
    await entry(3);
    history.go(-2);
    await shown(element, FIRST);
    await entry(1);
  });

  it('keeps away where the host’s state is none that could be added to', async () => {
    history.replaceState('a word of the host’s', '');
    const element = await questionnaire(backendOf(), 'on');
    await answerAll(element);
    expect(history.state).to.equal('a word of the host’s');
  });

  it('“Retour” and the browser’s back are one step', async () => {
    const element = await questionnaire(backendOf(), 'on');
    await toSecond(element);
    const { length } = history;
    await press(element, 'Retour');
    await shown(element, FIRST);
    await entry(1);
    history.forward();
    await shown(element, SECOND);
    await press(element, 'Retour');
    await entry(1);
    history.back();
    await shown(element, INTRO);
    expect(history.length).to.equal(length);
  });

  it('forward passes over nothing that is missing or wrong', async () => {
    const backend = backendOf(
      publishedOf({ questionnaire: questionnaireOf([reason, { ...reason, id: 'suite' }]) }),
    );
    const element = await questionnaire(backend, 'on');
    await begin(element);
    await type(element, '#input-raison', 'Le ciel');
    await press(element, 'Continuer');
    await shown(element, SECOND);
    await entry(2);
    history.back();
    await shown(element, FIRST);
    await type(element, '#input-raison', 'Un texte qui est bien trop long');
    history.forward();
    await eventually(() => focused(element) === 'errors', 'the focus on what is wrong');
    await entry(1);
    await type(element, '#input-raison', 'La mer');
    history.forward();
    await shown(element, SECOND);
  });

  it('asks what another answer brought in before a page that was seen already', async () => {
    const added = {
      ...reason,
      id: 'autrement',
      title: 'Et la vôtre ?',
      showIf: { question: 'couleur', includes: ['vert'] },
    };
    const items = [colour, { ...reason, id: 'avant' }, added, reason];
    const backend = backendOf(publishedOf({ questionnaire: questionnaireOf(items) }));
    const element = await questionnaire(backend, 'on');
    await begin(element);
    await choose(element, 'Bleu');
    await press(element, 'Continuer');
    await part(element, '#field-avant');
    await press(element, 'Continuer');
    await part(element, '#field-raison');
    await entry(3);
    history.go(-2);
    await part(element, '#field-couleur');
    await choose(element, 'Vert');
    history.go(2);
    await part(element, '#field-autrement');
  });

  it('after the receipt nothing leads back into the answers', async () => {
    const element = await questionnaire(backendOf(), 'on');
    history.replaceState({ ...HOST, own: true }, '');
    await toReview(element);
    await press(element, 'Envoyer ma réponse');
    await shown(element, RECEIVED);
    await entry(0);
    expect(history.state).to.deep.equal({ ...HOST, own: true, cnrEntry: 0 });
    await press(element, 'Répondre pour une autre personne');
    await shown(element, FIRST);
    await entry(1);
    history.back();
    await shown(element, 'Vous avez déjà répondu');
  });

  it('changes an answer from the review and is back there in the same entry', async () => {
    const element = await questionnaire(backendOf(), 'on');
    await toReview(element);
    await press(element, /Modifier.*couleur/);
    await shown(element, FIRST);
    await entry(4);
    await press(element, 'Continuer');
    await shown(element, REVIEW);
    await entry(3);
    history.back();
    await shown(element, SECOND);
    await entry(2);
  });

  it('tells the host of steps by the browser’s buttons as of any other', async () => {
    const events = heard();
    const element = await questionnaire(backendOf(), 'on');
    await toSecond(element);
    history.back();
    await shown(element, FIRST);
    expect(events.map(({ type: name }) => name)).to.deep.equal(['cnr-started', 'cnr-step', 'cnr-step']);
  });

  it('begins again with the answers of one who went back to the first words', async () => {
    const element = await questionnaire(backendOf(), 'on');
    await toSecond(element);
    history.go(-2);
    await shown(element, INTRO);
    await press(element, 'Commencer');
    await shown(element, SECOND);
    await entry(1);
    // Its entry is gone with the jump; the question before it is not.
    history.back();
    await shown(element, FIRST);
    await entry(1);
    expect(partNow<HTMLInputElement>(element, '#input-couleur-0')?.checked).to.equal(true);
  });

  it('each of several elements goes its own way back', async () => {
    const one = await questionnaire(backendOf(), 'on');
    const other = document.createElement('cnr-questionnaire');
    Object.assign(other, { backend: backendOf(), consultation: 'la-salle' });
    other.setAttribute('history', 'on');
    one.after(other);
    await part(other, 'button', 'Commencer');
    await toSecond(one);
    await press(other, 'Commencer');
    await shown(other, FIRST);
    await entry(3);
    history.back();
    await shown(other, INTRO);
    await shown(one, SECOND);
    history.back();
    await shown(one, FIRST);
    history.go(2);
    await shown(other, FIRST);
    await shown(one, SECOND);
    // What one of them ends leaves the other where it is.
    await press(one, 'Continuer');
    await press(one, 'Envoyer ma réponse');
    await shown(one, RECEIVED);
    await entry(3);
    await shown(other, FIRST);
  });

  it('leads from the first words back to the card', async () => {
    const card = await fixture(html`
      <cnr-consultation .backend=${backendOf()} history="on" consultation="la-salle"></cnr-consultation>
    `);
    const { length } = history;
    await press(card, 'Participer');
    const element = await part(card, 'cnr-questionnaire');
    await part(element, 'button', 'Commencer');
    await entry(1);
    await press(element, 'Commencer');
    await shown(element, FIRST);
    await entry(2);
    history.back();
    await shown(element, INTRO);
    history.back();
    await part(card, 'button', 'Participer');
    await eventually(() => focused(card) === 'title', 'the focus on the title');
    history.forward();
    await part(card, 'cnr-questionnaire');
    await press(card, 'Revenir à la présentation');
    await part(card, 'button', 'Participer');
    await entry(0);
    expect(history.length).to.equal(length + 2);
  });

  it('may be asked for once the card is shown: its own step is one of them', async () => {
    const card = await fixture(
      html`<cnr-consultation .backend=${backendOf()} consultation="la-salle"></cnr-consultation>`,
    );
    await part(card, 'button', 'Participer');
    card.setAttribute('history', 'on');
    await press(card, 'Participer');
    await begin(await part(card, 'cnr-questionnaire'), 2);
    history.back();
    await shown(await part(card, 'cnr-questionnaire'), INTRO);
    history.back();
    await part(card, 'button', 'Participer');
  });
});
