import { expect, fixture } from '@open-wc/testing';
import type { MemoryOptions } from '@cnr-widgets/client/memory';
import { html } from 'lit';
import '../define/proposals.js';
import {
  backendOf,
  eventually,
  Network,
  part,
  partNow,
  press,
  publishedOf,
  type,
} from '../testing/fixtures.js';
import type { CnrProposals } from './proposals.js';

const ID = '00000000-0000-4000-8000-000000000001';
const BUS = { id: ID, title: 'Un bus le dimanche ?', text: 'Aucun ne part.', supports: 3 };

/** What was pressed goes; whoever pressed it stands somewhere all the same, and hears each thing once. */
describe('<cnr-proposals>, the focus and what is announced', () => {
  let network: Network;
  let list: CnrProposals;
  let backend: ReturnType<typeof backendOf>;

  beforeEach(() => {
    network = new Network();
  });

  async function begin(options: Partial<MemoryOptions> = {}, asks = 'questions'): Promise<void> {
    const published = publishedOf({
      territory: { level: 'national' },
      questionnaire: undefined,
      proposals: { asks, moderation: 'after', comments: true, titleMaxLength: 20, perWeek: 9 },
    });
    const proposals = { 'la-salle': [BUS] };
    backend = backendOf(published, { proposals, intercept: network.intercept, ...options });
    list = await fixture(html`<cnr-proposals .backend=${backend} consultation="la-salle"></cnr-proposals>`);
  }

  const focusIn = (element: Element, selector: string) =>
    eventually(() => element.shadowRoot?.activeElement?.matches(selector), `the focus on ${selector}`);

  async function pressIn(element: Element, words: string): Promise<void> {
    const button = await part(element, 'button', words);
    button.focus();
    button.click();
  }

  /** The texts that an alert had, one after the other, from now on. */
  function spoken(element: Element): string[] {
    const texts: string[] = [];
    const region = element.shadowRoot?.querySelector('[role=alert]:has(#errors), #fault');
    if (!region) throw new Error('an alert');
    const options = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => texts.push(region.textContent)).observe(region, options);
    return texts;
  }

  it('goes to the number of results when the filters are cleared, and when a list comes after all', async () => {
    await begin();
    await part(list, '#count', '1 question');
    await type(list, '#search', 'introuvable');
    await press(list, 'Rechercher');
    await pressIn(list, 'Effacer la recherche et les filtres');
    await focusIn(list, '#count');
    await part(list, '#count', '1 question');
    network.cut('proposals');
    await press(list, 'Rechercher');
    await part(list, '[role=alert] .error');
    network.mend();
    await pressIn(list, 'Réessayer');
    await focusIn(list, '#count');
  });

  it('goes to the title when what could not be shown can be, and to the reason when it still cannot', async () => {
    network.cut('consultation');
    await begin();
    await pressIn(list, 'Réessayer');
    await focusIn(list, 'p#step');
    network.mend();
    await pressIn(list, 'Réessayer');
    await focusIn(list, '#title');
  });

  it('goes to the text that is read again, and to the comments that are', async () => {
    await begin();
    network.cut('proposal');
    (await part(list, 'button.title')).click();
    const page = await part(list, 'cnr-proposal');
    await part(page, '[role=alert]');
    network.mend();
    await pressIn(page, 'Réessayer');
    await focusIn(page, 'h3#step');
    network.cut('comments');
    (await part(page, 'summary', 'Commentaires')).click();
    const comments = await part(page, 'cnr-comments');
    await part(comments, '[role=alert] .error');
    network.mend();
    await pressIn(comments, 'Réessayer');
    await focusIn(comments, '[role=status]');
    expect(partNow(comments, '[role=status]', 'Aucun commentaire')).not.to.equal(undefined);
  });

  it('names the way back to one’s own contributions as what it is', async () => {
    await begin();
    const button = await part(list, 'cnr-support');
    await part(button, '.count', '3');
    await press(button, '');
    await eventually(() => backend.rows('support').length === 1, 'the support');
    await press(list, 'Mes contributions');
    const mine = await part(list, 'cnr-mine');
    await press(mine, 'Lire en ligne');
    await part(list, 'cnr-proposal');
    await press(list, 'Retour à mes contributions');
    await focusIn(mine, '#step');
  });

  it('leaves a support that is taken back among one’s own, to be given again', async () => {
    await begin();
    const first = await part(list, 'cnr-support');
    await part(first, '.count', '3');
    await press(first, '');
    await eventually(() => backend.rows('support').length === 1, 'the support');
    await press(list, 'Mes contributions');
    const mine = await part(list, 'cnr-mine');
    const own = await part(mine, 'cnr-support');
    await part(own, '[aria-pressed=true]');
    await pressIn(own, '');
    await part(own, '[role=status]', 'Soutien retiré.');
    expect(partNow(mine, 'cnr-support')).to.equal(own);
    expect(mine.shadowRoot?.activeElement).to.equal(own);
    expect(partNow(mine, '[role=status]', 'Effacé')).to.equal(undefined);
    await pressIn(own, '');
    await part(own, '[role=status]', 'Soutien compté.');
    expect(mine.shadowRoot?.activeElement).to.equal(own);
  });

  it('does not read the faults out again with every key', async () => {
    await begin();
    await press(list, 'Poser une question');
    const form = await part(list, 'cnr-deposit');
    const title = await type(form, '#title', 'Un titre beaucoup trop long');
    await press(form, 'Relire avant d’envoyer');
    await part(form, '#errors', 'retirez 7 caractères');
    const texts = spoken(form);
    await type(form, '#title', 'Un titre beaucoup trop lon');
    await part(form, '#title-left', '6 caractères de trop');
    expect(texts).to.deep.equal([]);
    expect(title.getAttribute('aria-invalid')).to.equal('true');
    await press(form, 'Relire avant d’envoyer');
    await part(form, '#errors', 'retirez 6 caractères');
  });

  it('does not read a comment’s fault out again with every key', async () => {
    await begin();
    (await part(list, 'button.title')).click();
    const page = await part(list, 'cnr-proposal');
    (await part(page, 'summary', 'Commentaires')).click();
    const form = await part(await part(page, 'cnr-comments'), 'cnr-comment');
    await type(form, '#text', 'a'.repeat(1010));
    await press(form, 'Envoyer le commentaire');
    await part(form, '#fault', 'Retirez 10 caractères');
    const texts = spoken(form);
    await type(form, '#text', 'a'.repeat(1005));
    await part(form, '#left', '5 caractères de trop');
    expect(texts).to.deep.equal([]);
  });

  it('goes to what became of a text, sent at last or withdrawn, and says where it stands', async () => {
    await begin();
    network.cut();
    await press(list, 'Poser une question');
    const form = await part(list, 'cnr-deposit');
    await type(form, '#title', 'Quand ?');
    await type(form, '#text', 'Aucun ne part.');
    await press(form, 'Relire avant d’envoyer');
    await press(form, 'Envoyer');
    const entry = await part(form, 'cnr-entry');
    const waiting = await part(entry, 'cnr-outbox');
    network.mend();
    await pressIn(waiting, 'Envoyer maintenant');
    await focusIn(entry, '#step');
    await part(entry, '#step', 'reçu le');
    await part(entry, '[role=status]', 'Publiée.');
    const receipt = await part(entry, 'cnr-receipt');
    await pressIn(receipt, 'Retirer ce texte');
    await pressIn(receipt, 'Oui, retirer ce texte');
    await part(entry, '#step', 'Retiré');
    await focusIn(entry, '#step');
  });

  it('goes to the heading of one’s own when one of them is withdrawn', async () => {
    await begin();
    await press(list, 'Poser une question');
    const form = await part(list, 'cnr-deposit');
    await type(form, '#title', 'Quand ?');
    await type(form, '#text', 'Aucun ne part.');
    await press(form, 'Relire avant d’envoyer');
    await press(form, 'Envoyer');
    await part(await part(form, 'cnr-entry'), '#step', 'reçu le');
    await press(list, 'Retour à la liste');
    await press(list, 'Mes contributions');
    const mine = await part(list, 'cnr-mine');
    const entry = await part(mine, 'cnr-entry');
    (await part(entry, 'summary')).click();
    const receipt = await part(entry, 'cnr-receipt');
    await pressIn(receipt, 'Retirer ce texte');
    await pressIn(receipt, 'Oui, retirer ce texte');
    await part(mine, '[role=status]', 'Retiré');
    await eventually(
      () => mine.shadowRoot?.activeElement?.matches('#step, cnr-entry'),
      'the focus somewhere in what is left',
    );
  });

  for (const [asks, button, example, what] of [
    ['questions', 'Poser une question', 'posez votre question', 'ce que vous voulez savoir'],
    ['proposals', 'Déposer une proposition', 'dites votre proposition', 'ce que vous proposez'],
  ] as const) {
    it(`speaks of ${asks} where it asks for ${asks}, and says which fields must be filled`, async () => {
      await begin({}, asks);
      await press(list, button);
      const form = await part(list, 'cnr-deposit');
      expect((await part(form, '#title')).getAttribute('aria-required')).to.equal('true');
      expect((await part(form, '#name')).hasAttribute('aria-required')).to.equal(false);
      await press(form, 'Relire avant d’envoyer');
      await part(form, '#errors a', example);
      await part(form, '#errors a', what);
    });
  }
});
