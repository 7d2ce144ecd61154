import { expect, fixture } from '@open-wc/testing';
import type { Backend } from '@cnr-widgets/client/backend';
import { loadDraft, saveDraft } from '@cnr-widgets/client/drafts';
import { peekDraft, peekEntries } from '@cnr-widgets/client/peek';
import { html } from 'lit';
import '../define/provider.js';
import '../define/questionnaire.js';
import '../define/rest.js';
import { CnrQueuedEvent, CnrReceivedEvent, CnrRefusedEvent } from '../events.js';
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
} from '../testing/fixtures.js';
import type { CnrProvider } from '../provider/provider.js';
import type { CnrQuestionnaire } from './questionnaire.js';

function questionnaire(backend: Backend): Promise<CnrQuestionnaire> {
  return fixture(html`<cnr-questionnaire .backend=${backend} consultation="la-salle"></cnr-questionnaire>`);
}

describe('<cnr-questionnaire>, once an answer is given', () => {
  let network: Network;
  let backend: ReturnType<typeof backendOf>;
  const onDevice = () => peekEntries({ descriptor: backend.descriptor });

  beforeEach(() => {
    network = new Network();
    backend = backendOf(publishedOf(), network);
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
    const kept = await part(element, 'cnr-outbox');
    await part(kept, 'p', 'Votre réponse attend le réseau.');
    await press(kept, 'Envoyer maintenant');
    await part(kept, '[role="status"]', 'Toujours pas de réponse');
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
    const refusal = await part(await part(element, 'cnr-outbox'), 'cnr-refusal');
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
    expect(backend.rows('answer').map(({ payload }) => payload.answers[0]?.value)).to.deep.equal([
      { kind: 'single', choice: 'vert' },
    ]);

    const events = heard();
    const receipt = await part(element, 'cnr-receipt');
    await part(receipt, '.stub', 'l’ancien code ne sert plus');
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
    await eventually(async () => (await peekDraft(place)) === undefined, 'the draft to be gone');
  });

  it('loses no draft without asking: neither under another answer nor by erasing it', async () => {
    const place = { descriptor: backend.descriptor, consultation: 'la-salle' };
    const kept = new Map([['couleur', { kind: 'single' as const, choice: 'vert' }]]);
    await saveDraft(place, { definitionVersion: 1, answers: kept });
    const choiceKept = async () => (await loadDraft(place))?.answers.get('couleur');
    const element = await questionnaire(backend);
    const found = await part(element, 'cnr-draft');
    await part(found, '.primary', 'Reprendre mon brouillon');
    expect(found.querySelector('button')?.checkVisibility(), 'one primary action').to.equal(false);
    await press(found, 'Effacer le brouillon');
    await eventually(() => found.shadowRoot?.activeElement?.id === 'confirmation', 'the question');
    await expect(element).to.be.accessible();
    await press(found, 'Annuler');
    await eventually(() => found.shadowRoot?.activeElement?.id === 'erase', 'the focus back');

    await press(found, 'Recommencer');
    await choose(element, 'Bleu');
    const choice = await part(element, 'cnr-draft');
    (await part(choice, 'label')).click();
    await press(choice, 'Annuler');
    const box = await part<HTMLInputElement>(choice, 'input');
    expect(box.checked).to.equal(false);
    expect(await choiceKept()).to.deep.equal({ kind: 'single', choice: 'vert' });
    box.click();
    await press(choice, 'Oui, remplacer');
    await part(choice, '[role="status"]', 'Brouillon gardé');
    expect(await choiceKept()).to.deep.equal({ kind: 'single', choice: 'bleu' });
    element.remove();

    const again = await questionnaire(backend);
    const draft = await part(again, 'cnr-draft');
    await press(draft, 'Effacer le brouillon');
    await press(draft, 'Oui, effacer');
    await eventually(async () => (await peekDraft(place)) === undefined, 'the draft to be gone');
    await press(again, 'Commencer');
  });

  it('shows what became of the answer before it sees to the draft, which may fail', async () => {
    const order: string[] = [];
    const transaction = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')!;
    const begin = transaction.value as IDBDatabase['transaction'];
    let sent = false;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, ...options) {
      if (sent && stores === 'drafts') {
        order.push('draft');
        throw new DOMException('no more', 'UnknownError');
      }
      return begin.call(this, stores, ...options);
    };
    backend = backendOf(publishedOf(), {
      intercept: ({ name }) => {
        sent ||= name === 'put';
      },
    });
    try {
      const element = await questionnaire(backend);
      element.addEventListener('cnr-received', () => order.push('received'));
      await press(element, 'Commencer');
      await choose(element, 'Vert');
      (await part(await part(element, 'cnr-draft'), 'label')).click();
      await press(element, 'Continuer');
      await part(await part(element, 'cnr-draft'), '[role="status"]', 'Brouillon gardé');
      await press(element, 'Continuer');
      await press(element, 'Envoyer ma réponse');
      await part(element, 'h3', 'bien reçue');
      await eventually(() => order.includes('draft'), 'the end of the draft');
    } finally {
      Object.defineProperty(IDBDatabase.prototype, 'transaction', transaction);
    }
    expect(order.slice(0, 2)).to.deep.equal(['received', 'draft']);
  });

  it('says of a full device what it does not keep: neither the draft nor the receipt', async () => {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const element = await questionnaire(backend);
      await press(element, 'Commencer');
      await choose(element, 'Vert');
      const draft = await part(element, 'cnr-draft');
      (await part(draft, 'label')).click();
      await part(draft, '[role="status"]', 'Cet appareil ne peut pas garder le brouillon.');
      expect((await part<HTMLInputElement>(draft, 'input')).checked).to.equal(false);
      await press(element, 'Continuer');
      await press(element, 'Continuer');
      await press(element, 'Envoyer ma réponse');
      const receipt = await part(element, 'cnr-receipt');
      await part(receipt, '.stub', 'cet appareil ne le garde pas');
      expect(partNow(receipt, '#erase')).to.equal(undefined);
    } finally {
      Object.defineProperty(IDBObjectStore.prototype, 'put', put);
    }
  });

  it('keeps nothing on a shared device', async () => {
    network.cut();
    const page = await fixture(
      html`<cnr-provider device="shared" .backend=${backend}>
        <cnr-questionnaire consultation="la-salle"></cnr-questionnaire>
      </cnr-provider>`,
    );
    const element = page.querySelector('cnr-questionnaire')!;
    const events = heard();
    await answerAll(element);
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'Non enregistrée sur cet appareil');
    const kept = await part(element, 'cnr-outbox');
    await part(kept, 'p', 'Votre réponse est dans cette page seulement.');
    await part(kept, 'button', 'Envoyer maintenant');
    expect(events.map(({ type: name }) => name)).to.include('cnr-unsaved');
    expect(await onDevice()).to.deep.equal([]);
  });

  for (const [when, toThere] of [
    ['before the first question', async () => undefined],
    ['while it is answered', answerAll],
  ] as const) {
    it(`keeps nothing on a device that is said to be shared ${when}`, async () => {
      network.cut();
      const page = await fixture<CnrProvider>(
        html`<cnr-provider .backend=${backend}>
          <cnr-questionnaire consultation="la-salle"></cnr-questionnaire>
        </cnr-provider>`,
      );
      const element = page.querySelector('cnr-questionnaire')!;
      await part(element, 'button', 'Commencer');
      await toThere(element);
      page.device = 'shared';
      if (when === 'before the first question') {
        await part(element, 'li', 'Cet appareil est partagé');
        await answerAll(element);
      } else await page.updateComplete;
      await press(element, 'Envoyer ma réponse');
      await part(element, 'h3', 'Non enregistrée sur cet appareil');
      expect(await onDevice()).to.deep.equal([]);
    });
  }

  it('tells the page of what is received after it was left', async () => {
    let letGo: () => void = () => expect.fail('nothing was held');
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow = backendOf(publishedOf(), {
      intercept: ({ name, moment }) => (name === 'put' && moment === 'before' ? held : undefined),
    });
    const events = heard();
    const element = await fixture(
      html`<cnr-questionnaire .backend=${slow} consultation="la-salle"></cnr-questionnaire>`,
    );
    await answerAll(element);
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'Envoi en cours');
    element.remove();
    letGo();
    await eventually(() => events.find(({ type: name }) => name === 'cnr-received'), 'the event');
  });
});
