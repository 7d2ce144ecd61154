import type { ProofProgress } from '@cnr-widgets/client/backend';
import { Outbox, OutboxChange, OutboxProof } from '@cnr-widgets/client/outbox';
import { memoryStore } from '@cnr-widgets/client/store';
import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../define/proof.js';
import { part, partNow } from '../testing/fixtures.js';
import type { CnrProof } from './proof.js';

describe('<cnr-proof>', () => {
  let outbox: Outbox;
  let element: CnrProof;
  let waited: number;

  const tell = async (changes: Partial<ProofProgress> = {}, id = 'un') => {
    const progress = { done: 0, most: 200, waitSeconds: 120, waiting: false, waitInstead: () => waited++ };
    outbox.dispatchEvent(new OutboxProof(id, { ...progress, ...changes }));
    await element.updateComplete;
  };
  /** As the entry goes on or ends. */
  const change = async (to: 'sending' | 'received', id = 'un') => {
    const entry = { id, state: to } as ConstructorParameters<typeof OutboxChange>[2];
    outbox.dispatchEvent(new OutboxChange(id, undefined, entry));
    await element.updateComplete;
  };
  const bar = () => partNow<HTMLProgressElement>(element, 'progress');
  const render = (only?: string, locale = 'fr', store = memoryStore()) => {
    outbox = new Outbox({ store });
    return fixture<CnrProof>(
      html`<cnr-proof .outbox=${outbox} .only=${only} locale=${locale}><p>Envoi</p></cnr-proof>`,
    );
  };

  beforeEach(async () => {
    waited = 0;
    element = await render();
  });

  it('shows what stands in it until there is something to prove, its live region already there', async () => {
    expect((await part(element, '[role=status]')).textContent.trim()).to.equal('');
    await part(element, 'slot');
    expect(bar()).to.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('says what happens, how far it is, and how not to compute', async () => {
    const status = await part(element, '[role=status]');
    await tell({ done: 85 });
    expect(status.textContent).to.include('votre appareil fait un calcul');
    expect([bar()?.value, bar()?.max]).to.deep.equal([85, 200]);
    await part(element, 'p', '42 %');
    expect(partNow(element, 'slot')).to.equal(undefined);
    await expect(element).to.be.accessible();
    const button = await part(element, 'button', 'envoyer sans calcul dans 2 minutes');
    await tell({ done: 90, waitSeconds: 50 });
    expect(button.textContent).to.include('dans 50\u00a0secondes');
    button.click();
    expect(waited).to.equal(1);
  });

  it('then waits, and the focus goes to what says so', async () => {
    await tell({ done: 85 });
    (await part(element, 'button')).focus();
    await tell({ waiting: true, waitSeconds: 90 });
    const status = await part(element, '[role=status]', 'l’envoi part dans 2 minutes au plus');
    expect(element.shadowRoot?.activeElement).to.equal(status);
    expect([bar()?.value, bar()?.max, partNow(element, 'button')]).to.deep.equal([30, 120, undefined]);
    await expect(element).to.be.accessible();
    await tell({ waiting: true, waitSeconds: 11 });
    expect(status.textContent).to.include('dans 20\u00a0secondes au plus');
  });

  it('ends with the entry, not with a renewed lease or another entry', async () => {
    await tell({ done: 85 });
    await change('sending');
    await change('received', 'autre');
    expect(bar()?.value).to.equal(85);
    await change('received');
    expect(bar()).to.equal(undefined);
    await part(element, 'slot');
  });

  it('shows the one entry that is meant', async () => {
    element = await render('deux');
    await tell({}, 'un');
    expect(bar()).to.equal(undefined);
    await tell({}, 'deux');
    expect(bar()?.value).to.equal(0);
  });

  it('promises that the page may be closed only where the device keeps what is sent', async () => {
    await tell();
    expect(partNow(element, 'p', 'si vous fermez la page')).to.equal(undefined);
    element = await render(undefined, 'fr', { ...memoryStore(), durable: true });
    await tell();
    await part(element, 'p', 'si vous fermez la page');
  });

  it('speaks English', async () => {
    element = await render(undefined, 'en');
    await tell({ done: 85 });
    await part(element, '[role=status]', 'your device computes');
    await part(element, 'button', 'send without computing in 2 minutes');
  });

  it('lets go when it leaves the page, and takes up again when it comes back', async () => {
    const parent = element.parentElement;
    element.remove();
    await tell({ done: 85 });
    expect(bar()).to.equal(undefined);
    parent?.append(element);
    await element.updateComplete;
    await tell({ done: 90 });
    expect(bar()?.value).to.equal(90);
  });
});
