import { expect } from '@open-wc/testing';
import type { Backend } from '@cnr-widgets/client/backend';
import { peekDraft, peekEntries } from '@cnr-widgets/client/peek';
import { html } from 'lit';
import '../define/provider.js';
import '../define/questionnaire.js';
import '../define/rest.js';
import { CnrQueuedEvent, CnrReceivedEvent, CnrRefusedEvent, CnrStepEvent } from '../events.js';
import {
  backendOf,
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
  shown,
  type,
} from '../testing/fixtures.js';
import type { CnrQuestionnaire } from './questionnaire.js';

const SECRET = 'Le bleu du ciel 🌤';

function questionnaire(backend: Backend): Promise<CnrQuestionnaire> {
  return shown(html`<cnr-questionnaire .backend=${backend} consultation="la-salle"></cnr-questionnaire>`);
}

async function choose(element: Element, label: string): Promise<void> {
  (await part(element, 'label', label)).querySelector('input')?.click();
}

/** From the first word to the review. */
async function answerAll(element: Element): Promise<void> {
  await press(element, 'Commencer');
  await choose(element, 'Bleu');
  await press(element, 'Continuer');
  await type(element, '#input-raison', SECRET);
  await press(element, 'Continuer');
  await part(element, 'h3', 'Vérifiez avant d’envoyer');
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
    expect(backend.rows().map(({ payload }) => payload.answers)).to.deep.equal([
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
    await answerAll(element);
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'bien reçue');
    expect(
      events.map((event) => (event instanceof CnrStepEvent ? `step ${event.step}` : event.type)),
    ).to.deep.equal(['cnr-started', 'step raison', 'step review', 'cnr-received']);
    expect(events.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
    expect(JSON.stringify(events.map((event) => ({ ...event })))).not.to.match(
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
    await answerAll(element);
    await press(element, /Modifier.*Pourquoi/);
    await type(element, '#input-raison', 'Autre chose');
    await press(element, 'Continuer');
    await part(element, 'dd', 'Autre chose');
  });

  it('keeps the answer without a network, and sends it when the network is back', async () => {
    network.cut();
    const events = heard();
    const element = await questionnaire(backend);
    await answerAll(element);
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'Enregistrée sur cet appareil, pas encore envoyée');
    await expect(element).to.be.accessible();
    expect((events.at(-1) as CnrQueuedEvent).durable).to.equal(true);
    expect((await onDevice()).map(({ state }) => state)).to.deep.equal(['waiting']);
    await press(element, 'Envoyer maintenant');
    await part(element, '[role="status"]', 'Toujours pas de réponse');
    network.mend();
    dispatchEvent(new Event('online'));
    await part(element, 'h3', 'Votre réponse est bien reçue');
    expect(events.at(-1)).to.be.instanceOf(CnrReceivedEvent);
    expect(backend.rows()).to.have.length(1);
  });

  it('erases what waits, when the citizen says so', async () => {
    network.cut();
    const element = await questionnaire(backend);
    await answerAll(element);
    await press(element, 'Envoyer ma réponse');
    const kept = await part(element, 'cnr-outbox');
    await press(kept, 'Effacer de cet appareil');
    await press(kept, 'Oui, effacer');
    await part(element, 'h3', 'effacée de cet appareil, sans avoir été envoyée');
    expect(await onDevice()).to.deep.equal([]);
  });

  it('says why an answer was refused, and sends it corrected in its place', async () => {
    network.refuse('invalid-contribution', 422);
    const events = heard();
    const element = await questionnaire(backend);
    await answerAll(element);
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'Votre réponse n’a pas été acceptée');
    expect((events.at(-1) as CnrRefusedEvent).code).to.equal('invalid-contribution');
    const refusal = await part(element, 'cnr-refusal');
    await part(refusal, 'p', 'Relisez vos réponses');
    await expect(element).to.be.accessible();
    network.mend();
    await press(refusal, 'Relire et renvoyer');
    await part(element, 'h3', 'Vérifiez avant d’envoyer');
    await press(element, /^ ?Envoyer ma réponse/);
    await part(element, 'h3', 'Votre réponse est bien reçue');
    expect(backend.rows()).to.have.length(1);
    expect((await onDevice()).map(({ state }) => state)).to.deep.equal(['received']);
  });

  it('finds what it sent again, corrects it, then withdraws it', async () => {
    const first = await questionnaire(backend);
    await answerAll(first);
    await press(first, 'Envoyer ma réponse');
    await part(first, 'h3', 'bien reçue');
    first.remove();

    const element = await questionnaire(backend);
    await part(element, 'h3', 'Vous avez déjà répondu');
    await press(await part(element, 'cnr-receipt'), 'Corriger ma réponse');
    await press(element, /Modifier.*Quelle couleur/);
    await choose(element, 'Vert');
    await press(element, 'Continuer');
    await press(element, 'Envoyer ma réponse corrigée');
    await part(element, 'h3', 'bien reçue');
    expect(backend.rows().map(({ payload }) => payload.answers[0]?.value)).to.deep.equal([
      { kind: 'single', choice: 'vert' },
    ]);

    const events = heard();
    const receipt = await part(element, 'cnr-receipt');
    await press(receipt, 'Retirer ma réponse');
    await press(receipt, 'Oui, retirer');
    await part(element, 'h3', 'Votre réponse est retirée');
    expect(events.map(({ type: name }) => name)).to.deep.equal(['cnr-withdrawn']);
    expect(backend.rows()).to.deep.equal([]);
  });

  it('keeps a draft when asked to, resumes it on another page, and forgets it once it is sent', async () => {
    const place = { descriptor: backend.descriptor, consultation: 'la-salle' };
    const first = await questionnaire(backend);
    await press(first, 'Commencer');
    await choose(first, 'Vert');
    expect(await peekDraft(place), 'nothing before the citizen asks').to.equal(undefined);
    (await part(await part(first, 'cnr-draft'), 'label')).click();
    await press(first, 'Continuer');
    await part(await part(first, 'cnr-draft'), '[role="status"]', 'Brouillon gardé');
    first.remove();

    const element = await questionnaire(backend);
    await press(await part(element, 'cnr-draft'), 'Reprendre mon brouillon');
    await part(element, 'h3', 'Question 2 sur 2');
    await press(element, 'Continuer');
    await part(element, 'dd', 'Vert');
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'bien reçue');
    expect(await peekDraft(place)).to.equal(undefined);
  });

  it('keeps nothing on a shared device', async () => {
    network.cut();
    const page = await shown(
      html`<cnr-provider device="shared" .backend=${backend}>
        <cnr-questionnaire consultation="la-salle"></cnr-questionnaire>
      </cnr-provider>`,
    );
    const element = page.querySelector('cnr-questionnaire')!;
    const events = heard();
    await answerAll(element);
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'Non enregistrée sur cet appareil');
    expect(events.map(({ type: name }) => name)).to.include('cnr-unsaved');
    expect(await onDevice()).to.deep.equal([]);
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
    await choose(element, 'association');
    await press(element, 'Continuer');
    await part(element, 'dd', 'association');
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'bien reçue');
    expect(backend.rows()[0]?.payload.profile).to.deep.equal({ as: 'association' });
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
    const page = await shown(
      html`<div lang="en-GB">
        <cnr-questionnaire .backend=${backend} consultation="la-salle"></cnr-questionnaire>
      </div>`,
    );
    await press(page.querySelector('cnr-questionnaire')!, 'Start');
    await part(page.querySelector('cnr-questionnaire')!, 'h3', 'Question 1 of 2');
  });
});
