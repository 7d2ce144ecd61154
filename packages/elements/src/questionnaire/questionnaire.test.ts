import { expect, fixture } from '@open-wc/testing';
import type { Backend } from '@cnr-widgets/client/backend';
import { peekEntries } from '@cnr-widgets/client/peek';
import { html } from 'lit';
import '../define/questionnaire.js';
import '../define/rest.js';
import { CnrReceivedEvent, CnrStepEvent } from '../events.js';
import {
  answerAll,
  backendOf,
  choose,
  colour,
  eventually,
  heard,
  Network,
  part,
  partNow,
  press,
  publishedOf,
  questionnaireOf,
  reason,
  type,
} from '../testing/fixtures.js';
import type { CnrQuestionnaire } from './questionnaire.js';

const SECRET = 'Le bleu du ciel 🌤';

function questionnaire(backend: Backend): Promise<CnrQuestionnaire> {
  return fixture(html`<cnr-questionnaire .backend=${backend} consultation="la-salle"></cnr-questionnaire>`);
}

const focused = (element: Element) => element.shadowRoot?.activeElement?.id;

describe('<cnr-questionnaire>', () => {
  let network: Network;
  let backend: ReturnType<typeof backendOf>;
  const onDevice = () => peekEntries({ descriptor: backend.descriptor });

  beforeEach(() => {
    network = new Network();
    backend = backendOf(publishedOf(), network);
  });

  it('leads from the first word to the receipt, and is accessible at every step', async () => {
    const element = await questionnaire(backend);
    await part(element, 'button', 'Commencer');
    await expect(element).to.be.accessible();
    await press(element, 'Commencer');
    await part(element, 'h3', 'Question 1 sur 2');
    await expect(element).to.be.accessible();
    await choose(element, 'Bleu');
    await press(element, 'Continuer');
    await type(element, '#input-raison', SECRET);
    await press(element, 'Continuer');
    await part(element, 'dd', SECRET);
    await expect(element).to.be.accessible();
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'Votre réponse est bien reçue');
    const receipt = await part(element, 'cnr-receipt');
    await part(receipt, '.code', /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/);
    await expect(element).to.be.accessible();
    expect(backend.rows('answer').map(({ payload }) => payload.answers)).to.deep.equal([
      [
        { question: 'couleur', value: { kind: 'single', choice: 'bleu' } },
        { question: 'raison', value: { kind: 'text', text: SECRET } },
      ],
    ]);
    expect(JSON.stringify(await onDevice())).not.to.include(SECRET);
  });

  it('tells the host of each step, and no word of what was answered', async () => {
    const events = heard();
    const element = await questionnaire(backend);
    await answerAll(element, SECRET);
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'bien reçue');
    expect(
      events.map((event) => (event instanceof CnrStepEvent ? `step ${event.step}` : event.type)),
    ).to.deep.equal(['cnr-started', 'step raison', 'step review', 'cnr-received']);
    expect(events.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
    expect(JSON.stringify(events.map((event) => Object.entries(event)))).not.to.match(
      /bleu|ciel|[0-9A-Z]{4}-[0-9A-Z]{4}/i,
    );
    expect(events[1]).to.include({ position: 2, total: 2, consultation: 'la-salle' });
    expect((events[3] as CnrReceivedEvent).late).to.equal(false);
  });

  it('moves the focus to each new step, but never takes the page’s at first', async () => {
    const element = await questionnaire(backend);
    await part(element, 'button', 'Commencer');
    expect(focused(element)).to.equal(undefined);
    await press(element, 'Commencer');
    await eventually(() => focused(element) === 'step', 'the focus on the step');
    // Who came by the keyboard sees where the focus went (RGAA 10.7).
    const step = await part(element, '#step');
    expect(step.matches(':focus-visible')).to.equal(true);
    expect(getComputedStyle(step).outlineStyle).to.equal('solid');
  });

  it('leads from the summary of what is missing to the field, and goes on by Enter', async () => {
    const element = await questionnaire(backend);
    await press(element, 'Commencer');
    await press(element, 'Continuer');
    await eventually(() => focused(element) === 'errors', 'the focus on the summary');
    await expect(element).to.be.accessible();
    (await part(element, '#errors a', 'Quelle couleur')).click();
    await eventually(() => focused(element) === 'input-couleur-0', 'the focus on the first choice');
    expect((await part(element, '#input-couleur-0')).getAttribute('aria-invalid')).to.equal('true');
    expect((await part(element, 'fieldset')).getAttribute('aria-describedby')).to.include('fault-couleur');
    await choose(element, 'Vert');
    expect(partNow(element, '#errors')).to.equal(undefined);
    (await part<HTMLFormElement>(element, 'form')).requestSubmit();
    await part(element, 'h3', 'Question 2 sur 2');
    await press(element, 'Retour');
    await eventually(
      () => partNow<HTMLInputElement>(element, '#input-couleur-1')?.checked,
      'the choice that was made',
    );
  });

  it('changes an answer from the review, and comes back to it', async () => {
    const element = await questionnaire(backend);
    await answerAll(element, SECRET);
    await press(element, /Modifier.*Pourquoi/);
    await type(element, '#input-raison', 'Autre chose');
    await press(element, 'Continuer');
    await part(element, 'dd', 'Autre chose');
  });

  it('asks for the profile where the questionnaire wants it', async () => {
    backend = backendOf(
      publishedOf({
        questionnaire: questionnaireOf([{ ...colour, required: false } as typeof colour, reason], {
          profile: true,
        }),
      }),
    );
    const element = await questionnaire(backend);
    await press(element, 'Commencer');
    await press(element, 'Passer cette question');
    await press(element, 'Passer cette question');
    await part(element, 'h3', 'Votre profil');
    await expect(element).to.be.accessible();
    await choose(element, 'Association');
    await press(element, 'Continuer');
    await part(element, 'dd', 'Association');
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'bien reçue');
    expect(backend.rows('answer')[0]?.payload.profile).to.deep.equal({ as: 'association' });
  });

  it('tells what cannot be shown apart, and tries again', async () => {
    network.cut('consultation');
    const events = heard();
    const element = await questionnaire(backend);
    await part(element, '[role="alert"]', 'ne répond pas');
    await expect(element).to.be.accessible();
    network.mend();
    await press(element, 'Réessayer');
    await part(element, 'button', 'Commencer');
    element.consultation = 'autre';
    await part(element, '[role="alert"]', 'n’existe pas');
    element.backend = backendOf(publishedOf({ questionnaire: { items: 'none' } }));
    element.consultation = 'la-salle';
    await part(element, '[role="alert"]', 'illisible');
    expect(events.map(({ type: name }) => name)).to.deep.equal(['cnr-error', 'cnr-error', 'cnr-error']);
  });

  it('keeps the answers of one who moves it on the page', async () => {
    const element = await questionnaire(backend);
    await press(element, 'Commencer');
    await choose(element, 'Bleu');
    const { parentElement } = element;
    element.remove();
    parentElement?.append(element);
    await press(element, 'Continuer');
    await part(element, 'h3', 'Question 2 sur 2');
  });

  it('speaks English where the page does', async () => {
    const page = await fixture(
      html`<div lang="en-GB">
        <cnr-questionnaire .backend=${backend} consultation="la-salle"></cnr-questionnaire>
      </div>`,
    );
    await press(page.querySelector('cnr-questionnaire')!, 'Start');
    await part(page.querySelector('cnr-questionnaire')!, 'h3', 'Question 1 of 2');
  });
});
