import { expect, fixture } from '@open-wc/testing';
import type { MemoryBackend } from '@cnr-widgets/client/memory';
import { peekEntries } from '@cnr-widgets/client/peek';
import { html } from 'lit';
import '../../define/proposals.js';
import { backendOf, eventually, part, press, publishedOf, type } from '../../testing/fixtures.js';
import type { CnrProposals } from '../proposals.js';

describe('<cnr-mine>, by the code of a receipt', () => {
  let backend: MemoryBackend;
  let list: CnrProposals;
  let frame: { consultation: string; definitionVersion: number; createdAt: string };

  beforeEach(async () => {
    const published = publishedOf({
      questionnaire: undefined,
      proposals: { asks: 'proposals', moderation: 'after', comments: true },
    });
    backend = backendOf(published);
    frame = { consultation: 'la-salle', definitionVersion: 1, createdAt: new Date().toISOString() };
    list = await fixture(html`<cnr-proposals .backend=${backend} consultation="la-salle"></cnr-proposals>`);
  });

  /** Sent by another device. */
  const elsewhere = (title: string, replaces?: string) =>
    backend.put({
      ...frame,
      id: crypto.randomUUID(),
      kind: 'proposal',
      payload: {
        pseudonym: crypto.randomUUID(),
        title,
        text: 'Au soleil.',
        ...(replaces === undefined ? {} : { replaces }),
      },
    });

  async function read(code: string): Promise<HTMLElement> {
    await press(list, 'Mes contributions');
    const mine = await part(list, 'cnr-mine');
    (await part(mine, 'summary', 'J’ai un code')).click();
    const receipt = await part(mine, 'details cnr-receipt');
    await type(receipt, '#code', code);
    await press(receipt, 'Corriger ce texte');
    return mine;
  }

  it('corrects again what was corrected: it is known by the id that it always had', async () => {
    const first = await elsewhere('Un banc');
    const { code } = await elsewhere('Deux bancs', first.code);
    const mine = await read(code);
    const form = await part(list, 'cnr-deposit');
    expect((await part<HTMLInputElement>(form, '#title')).value).to.equal('Deux bancs');
    await type(form, '#title', 'Trois bancs');
    await press(form, 'Relire avant d’envoyer');
    await press(form, 'Envoyer');
    await part(await part(form, 'cnr-entry'), '#step', 'reçu le');
    const [entry] = await peekEntries({ descriptor: backend.descriptor });
    expect(entry?.keep).to.include({ title: 'Trois bancs', subject: `proposal:${first.id}` });

    await press(list, 'Retour');
    const own = await part(mine, 'cnr-entry');
    await press(own, 'Lire en ligne');
    const page = await part(list, 'cnr-proposal');
    await part(page, '#step', 'Trois bancs');
    await press(list, 'Retour à mes contributions');
    await press(list, 'Retour à la liste');
    const order = await part<HTMLSelectElement>(list, '#order');
    order.value = 'mine';
    order.dispatchEvent(new Event('change'));
    await part(list, 'button.title', 'Trois bancs');
  });

  it('keeps of a comment what it is about', async () => {
    const { id } = await elsewhere('Un banc');
    const payload = { pseudonym: crypto.randomUUID(), subject: `proposal:${id}`, text: 'Oui.' };
    const { code } = await backend.put({ ...frame, id: crypto.randomUUID(), kind: 'comment', payload });
    const mine = await read(code);
    const form = await part(mine, 'cnr-comment');
    await type(form, '#text', 'Non.');
    await press(form, 'Envoyer le commentaire');
    await eventually(() => backend.rows('comment')[0]?.payload.text === 'Non.', 'the correction');
    await part(await part(form, 'cnr-entry'), '#step', 'reçu le');
    const [entry] = await peekEntries({ descriptor: backend.descriptor });
    expect(entry?.keep?.subject).to.equal(`proposal:${id}`);
  });
});
