import { expect, fixture } from '@open-wc/testing';
import { pseudonymFor, takenBack } from '@cnr-widgets/client/pseudonyms';
import { sharedOutbox } from '@cnr-widgets/client/outbox';
import type { MemoryOptions } from '@cnr-widgets/client/memory';
import { html } from 'lit';
import '../define/proposals.js';
import '../define/provider.js';
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
import { formatDay } from '../format.js';
import type { CnrProposals } from './proposals.js';

const TITLE = 'Un bus le dimanche vers la gare ?';
const ID = '00000000-0000-4000-8000-000000000001';
const NEAR = { id: ID, title: 'Un bus le dimanche ?', text: 'Il n’y en a aucun.' };

function forum(rules: object = {}) {
  const proposals = {
    asks: 'questions',
    moderation: 'before',
    themes: [{ id: 'bus', label: 'Se déplacer' }],
    ...rules,
  };
  return publishedOf({ questionnaire: undefined, proposals });
}

describe('<cnr-proposals>, writing', () => {
  let network: Network;
  let list: CnrProposals;
  let backend: ReturnType<typeof backendOf>;

  beforeEach(() => {
    network = new Network();
  });

  async function begin(published = forum(), options: Partial<MemoryOptions> = {}): Promise<void> {
    const proposals = { 'la-salle': [NEAR] };
    backend = backendOf(published, { proposals, intercept: network.intercept, ...options });
    list = await fixture(html`<cnr-proposals .backend=${backend} consultation="la-salle"></cnr-proposals>`);
    await part(list, '#count', '1 question');
  }

  async function openForm(): Promise<HTMLElement> {
    await press(list, 'Poser une question');
    const form = await part(list, 'cnr-deposit');
    await part(form, '#title');
    return form;
  }

  async function write(form: Element, text = 'Aucun ne part avant midi.'): Promise<void> {
    await type(form, '#title', TITLE);
    await type(form, '#text', text);
  }

  async function send(form: Element): Promise<HTMLElement> {
    await press(form, 'Relire avant d’envoyer');
    await part(form, '.preview', TITLE);
    await press(form, 'Envoyer');
    return part(form, 'cnr-entry');
  }

  it('goes from the form by the preview to the receipt, and follows the moderators', async () => {
    await begin();
    const sent: string[] = [];
    list.addEventListener('cnr-deposited', ({ kind, state }) => sent.push(`${kind} ${state}`));
    const form = await openForm();
    expect(form.shadowRoot?.activeElement?.id).to.equal('step');
    await expect(form).to.be.accessible();
    await write(form);
    const entry = await send(form);
    await part(entry, '.note', 'En attente de lecture par les modérateurs.');
    await eventually(() => entry.shadowRoot?.activeElement?.id === 'step', 'the focus on what became of it');
    await expect(form).to.be.accessible();
    expect(sent).to.deep.equal(['proposal received']);
    const [row] = backend.rows('proposal');
    expect(row?.payload).to.include({ title: TITLE, text: 'Aucun ne part avant midi.' });
    const place = { descriptor: backend.descriptor, consultation: 'la-salle' };
    expect(row?.payload.pseudonym).to.equal(await pseudonymFor(place, 'proposal'));
    expect(row?.payload.pseudonym).not.to.equal(await pseudonymFor(place, 'support'));

    backend.moderate(row?.id ?? '', 'refused', 'Déjà demandé en mars.');
    await press(list, 'Retour à la liste');
    await press(list, 'Mes contributions sur cet appareil');
    const mine = await part(list, 'cnr-mine');
    const own = await part(mine, 'cnr-entry');
    await part(own, '.note', 'Refusée par les modérateurs. Motif : Déjà demandé en mars.');
    await expect(mine).to.be.accessible();
  });

  // Of these two, one has always another day than UTC.
  for (const timeZone of ['Pacific/Kiritimati', 'Etc/GMT+12']) {
    it(`dates what it shows before it is sent in the consultation’s own zone: ${timeZone}`, async () => {
      const published = forum();
      await begin({ ...published, consultation: { ...published.consultation, timeZone } });
      const form = await openForm();
      await write(form);
      await press(form, 'Relire avant d’envoyer');
      const day = formatDay(new Date().toISOString(), 'fr', timeZone);
      await part(form, '.preview', day);
    });
  }

  it('names each field that is not as it should be, and goes there', async () => {
    await begin(forum({ titleMaxLength: 20 }));
    const form = await openForm();
    await type(form, '#title', TITLE);
    await press(form, 'Relire avant d’envoyer');
    const summary = await part(form, '#errors', '2 champs à revoir');
    await eventually(() => form.shadowRoot?.activeElement === summary, 'the focus on the summary');
    await expect(form).to.be.accessible();
    (await part(form, '#errors a', 'Titre')).click();
    await eventually(() => form.shadowRoot?.activeElement?.id === 'title', 'the focus on the field');
    expect((await part(form, '#title')).getAttribute('aria-invalid')).to.equal('true');
    expect(backend.rows('proposal')).to.have.length(0);
  });

  it('shows what is asked already, to support it in place of repeating it', async () => {
    await begin();
    const form = await openForm();
    await type(form, '#title', 'Le bus du dimanche');
    await part(form, '.similar li', NEAR.title);
    await part(form, '[role=status]', '1 question proche trouvée');
    const button = await part(form, '.similar cnr-support');
    (await part(button, 'button')).click();
    await eventually(() => backend.rows('support').length === 1, 'the support');
    expect(backend.rows('proposal')).to.have.length(0);
  });

  it('leaves open what one reads of similar ones while others come and go', async () => {
    await begin();
    const [bus, near] = ['Un bus le soir ?', NEAR.title].map((title, index) => ({
      id: `00000000-0000-4000-8000-00000000000${index + 1}`,
      status: 'published' as const,
      publishedOn: '2026-10-02',
      excerpt: `Sur : ${title}`,
      supports: 1,
      comments: 0,
      title,
    }));
    let found = [bus!, near!];
    backend.similar = () => Promise.resolve({ proposals: found, total: found.length });
    const form = await openForm();
    await type(form, '#title', 'Le bus du dimanche');
    const item = await part(form, '.similar li', NEAR.title);
    item.querySelector('summary')?.click();
    found = [near!];
    await type(form, '#title', 'Le bus du dimanche matin');
    await part(form, '[role=status]', '1 question proche trouvée');
    expect(await part(form, '.similar li', NEAR.title)).to.equal(item);
    expect(item.querySelector('details')?.open).to.equal(true);
  });

  it('says that what is asked already has its answer, in place of a support that is closed', async () => {
    await begin(forum(), { proposals: { 'la-salle': [{ ...NEAR, status: 'answered' }] } });
    const form = await openForm();
    await type(form, '#title', 'Le bus du dimanche');
    await part(form, '.similar li', 'Cette question a déjà une réponse : lisez-la');
    await part(form, '#similar', 'lisez avant de répéter');
    expect(partNow(form, '.similar cnr-support')).to.equal(undefined);
    await expect(form).to.be.accessible();
  });

  it('counts what was taken back for the limit, and says so before and after', async () => {
    await begin();
    const form = await openForm();
    await write(form);
    const entry = await send(form);
    const receipt = await part(entry, 'cnr-receipt');
    await press(receipt, 'Retirer ce texte');
    await part(receipt, '#confirmation', 'Il comptera encore dans la limite de 1 texte par semaine.');
    await press(receipt, 'Oui, retirer ce texte');
    await part(entry, '.note', 'Retiré');
    const place = { descriptor: backend.descriptor, consultation: 'la-salle' };
    await eventually(async () => (await takenBack(place)).length === 1, 'the date');
    const again = await fixture<CnrProposals>(
      html`<cnr-proposals .backend=${backend} consultation="la-salle"></cnr-proposals>`,
    );
    await press(again, 'Poser une question');
    await part(await part(again, 'cnr-deposit'), '.note', 'Cet appareil a déjà atteint cette limite.');
  });

  it('keeps what cannot be sent, and sends it when the network is back', async () => {
    await begin();
    network.cut();
    const form = await openForm();
    await write(form);
    const entry = await send(form);
    await part(entry, '.note', 'Enregistré sur cet appareil, pas encore envoyé');
    await expect(form).to.be.accessible();
    network.mend();
    await press(await part(entry, 'cnr-outbox'), 'Envoyer maintenant');
    await part(entry, '.note', 'En attente de lecture par les modérateurs.');
  });

  it('says until when the limit holds, before writing and after a refusal', async () => {
    await begin();
    const form = await openForm();
    await write(form);
    await part(await send(form), '.note', 'reçu le');
    await press(form, 'Poser une autre question');
    await part(form, '.note', 'Cet appareil a déjà atteint cette limite.');
    await write(form, 'Et pour le samedi ?');
    const entry = await send(form);
    const refusal = await part(await part(entry, 'cnr-outbox'), 'cnr-refusal');
    await part(
      refusal,
      '.note',
      /Vous avez atteint la limite de 1 par semaine\. Vous pourrez renvoyer ce texte le /,
    );
    await press(refusal, 'Relire et renvoyer');
    expect((await part<HTMLTextAreaElement>(form, '#text')).value).to.equal('Et pour le samedi ?');
  });

  it('corrects and withdraws with the receipt', async () => {
    await begin();
    const form = await openForm();
    await write(form);
    const entry = await send(form);
    await press(await part(entry, 'cnr-receipt'), 'Corriger ce texte');
    await part(form, '#step', 'Corriger ma question');
    await type(form, '#text', 'Aucun ne part avant treize heures.');
    const corrected = await send(form);
    await part(corrected, '.note', 'En attente de lecture');
    expect(backend.rows('proposal').map(({ payload }) => payload.text)).to.deep.equal([
      'Aucun ne part avant treize heures.',
    ]);
    const receipt = await part(corrected, 'cnr-receipt');
    await part(receipt, '.stub', 'Ce texte remplace le précédent');
    await press(receipt, 'Retirer ce texte');
    await press(receipt, 'Oui, retirer ce texte');
    await part(corrected, '.note', 'Retiré');
    expect(backend.rows('proposal')).to.have.length(0);
  });

  it('keeps what was typed on the way to the list and back', async () => {
    await begin();
    const form = await openForm();
    await write(form);
    await press(list, 'Retour à la liste');
    await press(list, 'Poser une question');
    expect((await part<HTMLInputElement>(await part(list, 'cnr-deposit'), '#title')).value).to.equal(TITLE);
  });

  it('erases all that this device holds of the consultation, when asked twice', async () => {
    await begin();
    const form = await openForm();
    await write(form);
    await part(await send(form), '.note', 'reçu le');
    await press(list, 'Retour à la liste');
    await press(list, 'Mes contributions sur cet appareil');
    const mine = await part(list, 'cnr-mine');
    await press(mine, 'Tout effacer de cet appareil');
    await press(mine, 'Oui, tout effacer');
    await part(mine, '[role=status]', 'Tout est effacé de cet appareil.');
    await part(mine, 'p', 'Rien n’est gardé sur cet appareil');
    const left = (await sharedOutbox().entries()).filter(
      ({ descriptor }) => descriptor === backend.descriptor,
    );
    expect(left).to.deep.equal([]);
  });

  it('keeps nothing on a shared device', async () => {
    backend = backendOf(forum(), { intercept: network.intercept });
    const before = (await sharedOutbox().entries()).length;
    const provider = await fixture(
      html`<cnr-provider device="shared" .backend=${backend}
        ><cnr-proposals consultation="la-salle"></cnr-proposals
      ></cnr-provider>`,
    );
    list = await eventually(() => provider.querySelector<CnrProposals>('cnr-proposals'), 'the list');
    const events = heard();
    const form = await openForm();
    await write(form);
    await part(await send(form), '.note', 'reçu le');
    expect(await sharedOutbox().entries()).to.have.length(before);
    expect(backend.rows('proposal')).to.have.length(1);
    expect(events).to.deep.equal([]);
    await press(list, 'Retour à la liste');
    await press(list, 'Mes contributions sur cet appareil');
    await part(await part(list, 'cnr-mine'), 'p', 'Cet appareil est partagé');
  });
});
