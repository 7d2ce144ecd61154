import { expect, fixture } from '@open-wc/testing';
import { loadDraft, saveDraft } from '@cnr-widgets/client/drafts';
import { memoryBackend, type MemoryCall } from '@cnr-widgets/client/memory';
import { sharedOutbox } from '@cnr-widgets/client/outbox';
import { peekDraft } from '@cnr-widgets/client/peek';
import { html, nothing } from 'lit';
import '../define/history.js';
import '../define/questionnaire.js';
import '../define/rest.js';
import { CnrReceivedEvent } from '../events.js';
import { hushed } from '../testing/console.js';
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
import type { CnrQuestionnaire } from './questionnaire.js';

/** A backend of two consultations. */
function twoOf(intercept?: (call: MemoryCall) => Promise<void> | undefined) {
  const consultations = [publishedOf(), publishedOf({ id: 'la-cour', title: 'Quelle cour ?' })];
  return memoryBackend(crypto.randomUUID(), { consultations, ...(intercept && { intercept }) });
}

function questionnaire(backend = backendOf(), history?: 'on'): Promise<CnrQuestionnaire> {
  return fixture(
    html`<cnr-questionnaire
      .backend=${backend}
      history=${history ?? nothing}
      consultation="la-salle"
    ></cnr-questionnaire>`,
  );
}

async function keepDraft(element: Element): Promise<void> {
  const draft = await part(element, 'cnr-draft');
  (await part(draft, 'label')).click();
  await part(draft, '[role="status"]', 'Brouillon gardé');
}

const isKept = async (element: Element) =>
  (await part<HTMLInputElement>(await part(element, 'cnr-draft'), 'input')).checked;

describe('<cnr-questionnaire>, when something comes between', () => {
  it('keeps no draft of another consultation than the one for which it was asked', async () => {
    const backend = twoOf();
    const element = await questionnaire(backend);
    await press(element, 'Commencer');
    await choose(element, 'Vert');
    await keepDraft(element);
    element.consultation = 'la-cour';
    await press(element, 'Commencer');
    await choose(element, 'Bleu');
    expect(await isKept(element)).to.equal(false);
    const { descriptor } = backend;
    expect(await peekDraft({ descriptor, consultation: 'la-cour' })).to.equal(undefined);
    expect(await peekDraft({ descriptor, consultation: 'la-salle' })).not.to.equal(undefined);
  });

  it('leaves a draft that was kept as it is when one begins anew', async () => {
    history.pushState({}, '');
    const backend = backendOf();
    const place = { descriptor: backend.descriptor, consultation: 'la-salle' };
    const element = await questionnaire(backend, 'on');
    await press(element, 'Commencer');
    await eventually(() => (history.state as { cnrEntry?: number }).cnrEntry === 1, 'the entry');
    await choose(element, 'Vert');
    await keepDraft(element);
    history.back();
    await part(element, 'h3', 'Avant de commencer');
    await press(await part(element, 'cnr-draft'), 'Recommencer');
    await choose(element, 'Bleu');
    expect(await isKept(element)).to.equal(false);
    const choice = (await loadDraft(place))?.answers.get('couleur');
    expect(choice).to.deep.equal({ kind: 'single', choice: 'vert' });
  });

  it('goes on keeping a draft that is resumed', async () => {
    const backend = backendOf();
    const place = { descriptor: backend.descriptor, consultation: 'la-salle' };
    const answers = new Map([['couleur', { kind: 'single' as const, choice: 'vert' }]]);
    await saveDraft(place, { definitionVersion: 1, answers });
    const element = await questionnaire(backend);
    await press(await part(element, 'cnr-draft'), 'Reprendre mon brouillon');
    await choose(element, 'Bleu');
    expect(await isKept(element)).to.equal(true);
    await eventually(async () => {
      const value = (await loadDraft(place))?.answers.get('couleur');
      return value?.kind === 'single' && value.choice === 'bleu';
    }, 'the draft to follow');
  });

  it('goes back to what was refused where it cannot be sent anew, says so, and sends it later', async () => {
    const network = new Network();
    network.refuse('content-conflict', 422);
    const backend = backendOf(publishedOf(), network);
    const first = await questionnaire(backend);
    await answerAll(first);
    await press(first, 'Envoyer ma réponse');
    await part(first, 'h3', 'n’a pas été acceptée');
    first.remove();

    const element = await questionnaire(backend);
    const again = async () =>
      press(await part(await part(element, 'cnr-outbox'), 'cnr-refusal'), 'Envoyer comme nouvelle réponse');
    await part(await part(await part(element, 'cnr-outbox'), 'cnr-refusal'), 'button', 'nouvelle réponse');
    network.mend();
    const transaction = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')!;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('gone', 'UnknownError');
    };
    try {
      await hushed(async () => {
        await again();
        await part(element, '[role="status"]', 'L’envoi n’a pas abouti');
        // What could not be read stands there until it is asked for again.
        await part(await part(element, 'cnr-outbox'), 'button', 'Réessayer');
      });
    } finally {
      Object.defineProperty(IDBDatabase.prototype, 'transaction', transaction);
    }
    await part(element, 'h3', 'n’a pas été acceptée');
    await expect(element).to.be.accessible();
    await press(await part(element, 'cnr-outbox'), 'Réessayer');
    await again();
    await part(element, 'h3', 'bien reçue');
    expect(partNow(element, '[role="status"]', 'abouti')?.textContent).to.equal(undefined);
    expect(backend.rows()).to.have.length(1);
  });

  it('shows the receipt of one consultation under no other, and tells the page of it all the same', async () => {
    let answer!: () => void;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const backend = twoOf(({ name, moment }) => (name === 'put' && moment === 'after' ? held : undefined));
    const element = await questionnaire(backend);
    await answerAll(element);
    const events = heard();
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'Envoi en cours');
    element.consultation = 'la-cour';
    await part(element, 'button', 'Commencer');
    answer();
    const received = await eventually(
      () => events.find((event) => event instanceof CnrReceivedEvent),
      'the event of the receipt',
    );
    expect(received.consultation).to.equal('la-salle');
    await element.updateComplete;
    expect(partNow(element, 'h3', 'bien reçue')?.textContent).to.equal(undefined);
    await part(element, 'button', 'Commencer');
    expect(events.filter(({ type }) => type === 'cnr-received').length).to.equal(1);
  });

  it('listens to the outbox of the page only while it is on the page', async () => {
    let go!: () => void;
    let asked = false;
    const held = new Promise<void>((resolve) => (go = resolve));
    const backend = backendOf(publishedOf(), {
      intercept: ({ name, moment }) => {
        if (name !== 'consultation' || moment !== 'after') return undefined;
        asked = true;
        return held;
      },
    });
    const outbox = sharedOutbox();
    const listening: unknown[] = [];
    const listen = outbox.addEventListener.bind(outbox);
    outbox.addEventListener = (name, listener, options) => {
      if (name === 'change') listening.push(listener);
      listen(name, listener, options);
    };
    try {
      const element = await questionnaire(backend);
      await eventually(() => asked, 'the question to the backend');
      const { parentElement } = element;
      element.remove();
      go();
      await part(element, 'button', 'Commencer');
      expect(listening.length, 'off the page').to.equal(0);
      parentElement?.append(element);
      expect(listening.length, 'on the page again').to.equal(1);
    } finally {
      delete (outbox as Partial<typeof outbox>).addEventListener;
    }
  });
});
