import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../define/consultation.js';
import '../define/provider.js';
import '../define/questionnaire.js';
import type { CnrConsultation } from '../consultation/consultation.js';
import {
  answerAll,
  backendOf,
  choose,
  eventually,
  heard,
  Network,
  part,
  partNow,
  press,
  publishedOf,
  type,
} from '../testing/fixtures.js';
import type { CnrQuestionnaire } from './questionnaire.js';

/** The questionnaire, opened from the card of `publishedOf`. */
async function opened(card: Element): Promise<HTMLElement> {
  await press(card, 'Participer');
  return part(card, 'cnr-questionnaire');
}

const isChosen = async (element: Element, label: string) =>
  (await part(element, 'label', label)).querySelector('input')?.checked;

describe('<cnr-questionnaire>, for who hesitates', () => {
  const backend = backendOf();

  async function leftAndBack(device: 'personal' | 'shared'): Promise<HTMLElement> {
    const page = await fixture(
      html`<cnr-provider .backend=${backend} device=${device}>
        <cnr-consultation consultation="la-salle"></cnr-consultation>
      </cnr-provider>`,
    );
    const card = page.querySelector<CnrConsultation>('cnr-consultation')!;
    const first = await opened(card);
    await press(first, 'Commencer');
    await choose(first, 'Vert');
    await press(card, 'Revenir à la présentation');
    const second = await opened(card);
    await press(second, 'Commencer');
    await part(second, 'h3', 'Question 1 sur 2');
    return second;
  }

  it('finds again what was answered before going back to the presentation', async () => {
    const element = await leftAndBack('personal');
    expect(await isChosen(element, 'Vert')).to.equal(true);
    await press(element, 'Continuer');
    await type(element, '#input-raison', 'Le ciel');
    await press(element, 'Continuer');
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'bien reçue');
    element.remove();

    const next = await fixture(
      html`<cnr-questionnaire .backend=${backend} consultation="la-salle"></cnr-questionnaire>`,
    );
    await press(next, 'Répondre pour une autre personne');
    expect(await isChosen(next, 'Vert'), 'what was sent').to.equal(false);
  });

  it('begins anew where one says so, and lets nobody find what was kept as a draft and sent', async () => {
    const own = backendOf();
    const card = await fixture(
      html`<cnr-consultation .backend=${own} consultation="la-salle"></cnr-consultation>`,
    );
    const first = await opened(card);
    await press(first, 'Commencer');
    (await part(await part(first, 'cnr-draft'), 'label')).click();
    await choose(first, 'Vert');
    await part(await part(first, 'cnr-draft'), '[role="status"]', 'Brouillon gardé');
    const back = async () => {
      await press(card, 'Revenir à la présentation');
      await press(await part(card, 'cnr-standing'), 'Continuer ma réponse');
      return part(card, 'cnr-questionnaire');
    };
    const second = await back();
    await press(await part(second, 'cnr-draft'), 'Recommencer');
    expect(await isChosen(second, 'Vert'), 'after “Recommencer”').to.equal(false);
    await choose(second, 'Bleu');

    const third = await back();
    await press(await part(third, 'cnr-draft'), 'Reprendre mon brouillon');
    expect(await isChosen(third, 'Vert')).to.equal(true);
    await press(third, 'Continuer');
    await press(third, 'Continuer');
    await press(third, 'Envoyer ma réponse');
    await part(third, 'h3', 'bien reçue');
    third.remove();
    const next = await fixture(
      html`<cnr-questionnaire .backend=${own} consultation="la-salle"></cnr-questionnaire>`,
    );
    await press(next, 'Répondre pour une autre personne');
    for (const label of ['Vert', 'Bleu']) {
      expect(await isChosen(next, label), `${label}, for another person`).to.equal(false);
    }
  });

  it('shows nobody else what was sent from an element that the host had moved meanwhile', async () => {
    const own = backendOf();
    const form = () =>
      fixture<CnrQuestionnaire>(
        html`<cnr-questionnaire .backend=${own} consultation="la-salle"></cnr-questionnaire>`,
      );
    const moved = await form();
    await press(moved, 'Commencer');
    await choose(moved, 'Vert');
    document.body.append(moved);
    await press(moved, 'Continuer');
    await press(moved, 'Continuer');
    await press(moved, 'Envoyer ma réponse');
    await part(moved, 'h3', 'bien reçue');
    moved.remove();
    const next = await form();
    await press(next, 'Répondre pour une autre personne');
    expect(await isChosen(next, 'Vert')).to.equal(false);
  });

  it('finds nothing again on a shared device', async () => {
    expect(await isChosen(await leftAndBack('shared'), 'Vert')).to.equal(false);
  });

  it('counts anew once one’s own answer is in', async () => {
    const own = backendOf();
    const card = await fixture(
      html`<cnr-consultation .backend=${own} consultation="la-salle"></cnr-consultation>`,
    );
    await part(card, 'dd', '0 participant');
    const element = await opened(card);
    await answerAll(element);
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'bien reçue');
    await press(card, 'Revenir à la présentation');
    await part(card, 'dd', '1 participant');
  });
});

describe('<cnr-questionnaire>, while one answers', () => {
  const questionnaire = (backend = backendOf()) =>
    fixture<CnrQuestionnaire>(
      html`<cnr-questionnaire .backend=${backend} consultation="la-salle"></cnr-questionnaire>`,
    );

  it('takes the second press of a double one for no answer', async () => {
    const events = heard();
    const element = await questionnaire();
    await press(element, 'Commencer');
    await choose(element, 'Bleu');
    await press(element, 'Continuer');
    const next = await part(element, 'button', 'Continuer');
    const again = { detail: 2, bubbles: true, cancelable: true };
    next.dispatchEvent(new MouseEvent('click', again));
    (await part(element, 'button', 'Passer')).dispatchEvent(new MouseEvent('click', again));
    await element.updateComplete;
    await part(element, 'h3', 'Question 2 sur 2');
    expect(events.filter(({ type: name }) => name === 'cnr-step')).to.have.length(1);
    next.dispatchEvent(new MouseEvent('click', { ...again, detail: 1 }));
    await part(element, 'h3', 'Vérifiez avant d’envoyer');
  });

  it('says once that a text is too long, and lists it when going on', async () => {
    const element = await questionnaire();
    await press(element, 'Commencer');
    await choose(element, 'Bleu');
    await press(element, 'Continuer');
    await type(element, '#input-raison', 'x'.repeat(21));
    const said = await part(element, '[role="status"]', 'trop long');
    await part(element, '.fault', 'retirez');
    expect(partNow(element, '#errors'), 'the list of what is to be mended').to.equal(undefined);
    let changes = 0;
    const watching = new MutationObserver(() => (changes += 1));
    watching.observe(said, { childList: true, characterData: true, subtree: true });
    await type(element, '#input-raison', 'x'.repeat(22));
    await part(element, '.fault', '2');
    expect(changes, 'said again').to.equal(0);
    watching.disconnect();
    await press(element, 'Continuer');
    await part(element, '#errors', 'trop long');
  });

  for (const where of ['in it', 'elsewhere'] as const) {
    it(`leads to the receipt that comes by itself where the focus is ${where}`, async () => {
      const network = new Network();
      network.cut();
      const element = await questionnaire(backendOf(publishedOf(), network));
      const field = await fixture<HTMLInputElement>(html`<input aria-label="Ailleurs" />`);
      await answerAll(element);
      await press(element, 'Envoyer ma réponse');
      await part(element, 'h3', 'pas encore envoyée');
      if (where === 'elsewhere') field.focus();
      network.mend();
      dispatchEvent(new Event('online'));
      const title = await part(element, 'h3', 'Votre réponse est bien reçue');
      if (where === 'in it') {
        await eventually(() => element.shadowRoot?.activeElement === title, 'the focus on the receipt');
      } else {
        await part(element, '[role="status"]', 'Votre réponse est bien reçue');
        expect(document.activeElement).to.equal(field);
      }
    });
  }
});
