import { expect, fixture } from '@open-wc/testing';
import type { Receipt } from '@cnr-widgets/contract';
import { html } from 'lit';
import '../define/receipt.js';
import { CnrErrorEvent } from '../events.js';
import { hushed } from '../testing/console.js';
import {
  backendOf,
  eventually,
  heard,
  Network,
  part,
  partNow,
  press,
  publishedOf,
  type,
} from '../testing/fixtures.js';
import type { CnrReceipt } from './receipt.js';

describe('<cnr-receipt>', () => {
  let network: Network;
  let backend: ReturnType<typeof backendOf>;
  let receipt: Receipt;
  let corrected: unknown[];

  beforeEach(async () => {
    network = new Network();
    backend = backendOf(publishedOf(), network);
    corrected = [];
    receipt = await backend.put({
      id: crypto.randomUUID(),
      kind: 'answer',
      consultation: 'la-salle',
      definitionVersion: 1,
      createdAt: new Date().toISOString(),
      payload: {
        answers: [
          { question: 'couleur', value: { kind: 'single', choice: 'bleu' } },
          { question: 'raison', value: null },
        ],
      },
    });
  });

  async function element(shown?: Receipt): Promise<CnrReceipt> {
    const made = await fixture<CnrReceipt>(
      html`<cnr-receipt
        .backend=${backend}
        consultation="la-salle"
        .receipt=${shown}
        .correctWith=${(...given: unknown[]) => corrected.push(given[1])}
      ></cnr-receipt>`,
    );
    await part(made, 'div.stack:not([aria-busy])');
    return made;
  }

  it('shows its code, and what the code allows', async () => {
    const shown = await element(receipt);
    expect((await part(shown, '.code')).textContent).to.equal(receipt.code);
    await expect(shown).to.be.accessible();
    await press(shown, 'Corriger ma réponse');
    await eventually(() => corrected.length > 0, 'the answer to correct');
    expect(corrected).to.deep.equal([receipt.code]);
  });

  it('takes a code however it was noted', async () => {
    const form = await element();
    await expect(form).to.be.accessible();
    await type(form, '#code', ` ${receipt.code.toLowerCase().replaceAll('-', ' ')} `);
    (await part<HTMLFormElement>(form, 'form')).requestSubmit();
    await eventually(() => corrected.length > 0, 'the answer to correct');
    expect(corrected).to.deep.equal([receipt.code]);
  });

  it('asks for a code that is missing, at the field', async () => {
    const form = await element();
    await press(form, 'Corriger ma réponse');
    await part(form, '[role="status"]', 'Écrivez votre code de reçu');
    const field = await part(form, '#code');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(form.shadowRoot?.activeElement).to.equal(field);
    await expect(form).to.be.accessible();
  });

  it('asks nothing about a code that cannot be one, and says so above the field', async () => {
    const form = await element();
    await type(form, '#code', '7KQF');
    await press(form, 'Retirer ma réponse');
    const fault = await part(form, '.fault', 'Écrivez votre code de reçu');
    expect(partNow(form, '#confirmation')).to.equal(undefined);
    const field = await part(form, '#code');
    expect(fault.getBoundingClientRect().bottom).to.be.at.most(field.getBoundingClientRect().top);
    await eventually(() => form.shadowRoot?.activeElement === field, 'the focus');
    // One that could be a code is asked for first; what the backend says of it stands in the same place.
    await type(form, '#code', '7KQF-3MZT-9XRA-2B4C');
    await press(form, 'Retirer ma réponse');
    await press(form, 'Oui, retirer');
    await part(form, '.fault', 'ne correspond à aucune réponse');
    await eventually(() => form.shadowRoot?.activeElement === field, 'the focus again');
    await expect(form).to.be.accessible();
  });

  it('says that this device does not keep it, and offers no erasing, where it is not kept', async () => {
    const shown = await element(receipt);
    await part(shown, '#erase');
    shown.kept = false;
    await part(shown, '.stub', 'cet appareil ne le garde pas');
    expect(partNow(shown, '#erase')).to.equal(undefined);
  });

  const refusals: readonly (readonly [code: string, status: number | undefined, words: string])[] = [
    ['unknown-receipt-code', 404, 'ne correspond à aucune réponse'],
    ['withdrawn', 410, 'a été retirée'],
    ['erased', 410, 'le délai annoncé est passé'],
    ['already-replaced', 409, 'a déjà été corrigée'],
    ['network', undefined, 'Rien n’a changé'],
    ['not-supported', undefined, 'Écrivez à l’organisateur'],
  ];
  for (const [code, status, words] of refusals) {
    it(`says what ${code} means`, async () => {
      network.fault = { name: 'retrieve', code, ...(status === undefined ? {} : { status }) };
      const form = await element();
      await type(form, '#code', receipt.code);
      await press(form, 'Corriger ma réponse');
      await part(form, '[role="status"]', words);
      expect(corrected).to.deep.equal([]);
    });
  }

  it('asks for no code before it knows of which consultation, and says what is wrong on the page', async () => {
    const events = heard();
    const told = await hushed(async () => {
      const form = await fixture<CnrReceipt>(
        html`<cnr-receipt consultation="la-salle"><a href="#c">La consultation</a></cnr-receipt>`,
      );
      await part(form, '[role="alert"]', 'no-backend');
      await expect(form).to.be.accessible();
      Object.assign(form, { backend, consultation: ' ' });
      await part(form, '[role="alert"]', 'no-consultation');
      form.consultation = 'autre';
      await part(form, '[role="alert"]', 'n’existe pas');
      expect(partNow(form, '#code')).to.equal(undefined);
      expect(form.shadowRoot?.querySelector('slot')?.assignedElements()).to.have.length(1);
      network.cut('consultation');
      form.consultation = 'la-salle';
      await part(form, '[role="alert"]', 'ne répond pas');
      network.mend();
      await press(form, 'Réessayer');
      const field = await part(form, 'div.stack:not([aria-busy]) #code');
      await eventually(() => form.shadowRoot?.activeElement === field, 'the focus');
    });
    const codes = ['no-backend', 'no-consultation', 'unknown-consultation', 'network'];
    expect(events.map((event) => event instanceof CnrErrorEvent && event.code)).to.deep.equal(codes);
    expect(told).to.have.length(codes.length);
  });

  it('shows a receipt that it was given without asking for it, and says where nothing can be done with it', async () => {
    const events = heard();
    await hushed(async () => {
      const shown = await fixture<CnrReceipt>(
        html`<cnr-receipt consultation="la-salle" .receipt=${receipt}></cnr-receipt>`,
      );
      await part(shown, '.code', receipt.code);
      await press(shown, 'Retirer ma réponse');
      await press(shown, 'Oui, retirer');
      await part(shown, '[role="status"]', 'Rien n’a changé');
    });
    expect(events.map((event) => event instanceof CnrErrorEvent && event.code)).to.deep.equal(['no-backend']);
    expect(backend.rows()).to.have.length(1);
  });

  it('withdraws after a confirmation only, and tells the page', async () => {
    const events = heard();
    const shown = await element(receipt);
    await press(shown, 'Retirer ma réponse');
    await eventually(
      () => shown.shadowRoot?.activeElement?.id === 'confirmation',
      'the focus on the question',
    );
    await expect(shown).to.be.accessible();
    await press(shown, 'Annuler');
    await eventually(
      () => shown.shadowRoot?.activeElement?.id === 'withdraw',
      'the focus back on the button',
    );
    expect(backend.rows()).to.have.length(1);
    await press(shown, 'Retirer ma réponse');
    await press(shown, 'Oui, retirer');
    await part(shown, '[role="status"]', 'Votre réponse est retirée');
    await eventually(() => events.length > 0, 'the event');
    expect(events.map(({ type: name }) => name)).to.deep.equal(['cnr-withdrawn']);
    expect(backend.rows()).to.deep.equal([]);
  });
});
