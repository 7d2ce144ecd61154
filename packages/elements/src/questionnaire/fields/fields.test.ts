import { expect, fixture } from '@open-wc/testing';
import type { AnswerValue, Item } from '@cnr-widgets/contract';
import { html } from 'lit';
import '../../define/questionnaire.js';
import {
  backendOf,
  choose,
  eventually,
  part,
  partNow,
  press,
  publishedOf,
  questionnaireOf,
  type,
} from '../../testing/fixtures.js';
import type { CnrQuestionnaire } from '../questionnaire.js';

const choices = ['Bus', 'Vélo', 'Marche'].map((label) => ({
  id: label.toLowerCase().replace('é', 'e'),
  label,
}));
const other = { id: 'autre', label: 'Autre', other: true };
const none = { id: 'aucun', label: 'Aucun', exclusive: true };

const ITEMS = {
  single: { id: 'q', kind: 'single', title: 'Comment ?', choices: [...choices, other] },
  multiple: { id: 'q', kind: 'multiple', title: 'Comment ?', max: 2, choices: [...choices, other, none] },
  text: { id: 'q', kind: 'text', title: 'Pourquoi ?', maxLength: 10 },
  long: { id: 'q', kind: 'text', title: 'Pourquoi ?', long: true },
  texts: { id: 'q', kind: 'texts', title: 'Trois mots ?', count: 3, maxLength: 10 },
  scale: { id: 'q', kind: 'scale', title: 'Combien ?', min: 0, max: 10, minLabel: 'Peu', maxLabel: 'Très' },
  likert: { id: 'q', kind: 'scale', title: 'D’accord ?', min: 1, max: 2, labels: ['Non', 'Oui'] },
  ranking: { id: 'q', kind: 'ranking', title: 'Dans quel ordre ?', choices },
  matrix: {
    id: 'q',
    kind: 'matrix',
    title: 'Qu’en dites-vous ?',
    required: true,
    rows: choices.slice(0, 2),
    columns: [
      { id: 'bien', label: 'Bien' },
      { id: 'mal', label: 'Mal' },
    ],
  },
  number: { id: 'q', kind: 'number', title: 'Combien ?', min: 0, max: 5000, unit: 'km' },
  date: { id: 'q', kind: 'date', title: 'Quand ?', min: '2026-01-01', max: '2026-12-31' },
  postalCode: { id: 'q', kind: 'territory', ask: 'postal-code', title: 'Où ?' },
  departement: { id: 'q', kind: 'territory', ask: 'departement', title: 'Où ?' },
} satisfies Record<string, Item>;

describe('a question', () => {
  let backend: ReturnType<typeof backendOf>;

  async function asked(kind: keyof typeof ITEMS): Promise<CnrQuestionnaire> {
    backend = backendOf(publishedOf({ questionnaire: questionnaireOf([ITEMS[kind]]) }));
    const element = await fixture<CnrQuestionnaire>(
      html`<cnr-questionnaire .backend=${backend} consultation="la-salle"></cnr-questionnaire>`,
    );
    await press(element, 'Commencer');
    await part(element, 'h3', 'Question 1 sur 1');
    return element;
  }

  /** Sends it, and reads what the backend holds. */
  async function sent(element: Element): Promise<AnswerValue | null | undefined> {
    await press(element, 'Continuer');
    await press(element, 'Envoyer ma réponse');
    await part(element, 'h3', 'bien reçue');
    return backend.rows('answer')[0]?.payload.answers[0]?.value;
  }

  async function refused(element: Element, words: string | RegExp): Promise<void> {
    await press(element, 'Continuer');
    await part(element, '#errors', 'Une réponse est à revoir');
    await part(element, '.fault', words);
    await expect(element).to.be.accessible();
  }

  it('has the same room below its title, whether that is a label or a legend', async () => {
    for (const kind of ['single', 'scale', 'text'] as const) {
      const title = await part(await asked(kind), '.title');
      const { fontSize } = getComputedStyle(title.parentElement!);
      const room =
        title.nextElementSibling!.getBoundingClientRect().top - title.getBoundingClientRect().bottom;
      expect(room, kind).to.be.closeTo(0.625 * parseFloat(fontSize), 2);
    }
  });

  for (const kind of Object.keys(ITEMS) as (keyof typeof ITEMS)[]) {
    it(`of each kind is accessible before it is answered: ${kind}`, async () => {
      const element = await asked(kind);
      await expect(element).to.be.accessible();
      // What a template leaves out is `nothing`: Lit writes any other value, and a reader would hear it.
      expect(element.shadowRoot?.textContent).not.to.match(/\b(true|false|undefined|null)\b/);
    });
  }

  it('with one choice takes "Autre" and its words, which go with the choice', async () => {
    const element = await asked('single');
    await choose(element, 'Autre');
    await type(element, '#other-q', 'À cheval');
    await choose(element, 'Bus');
    expect(partNow(element, '#other-q')).to.equal(undefined);
    await choose(element, 'Autre');
    await type(element, '#other-q', 'En trottinette');
    expect(await sent(element)).to.deep.equal({ kind: 'single', choice: 'autre', other: 'En trottinette' });
  });

  it('with one choice tells at once when "Autre" is too long', async () => {
    const element = await asked('single');
    await choose(element, 'Autre');
    await type(element, '#other-q', 'x'.repeat(501));
    await part(element, '.counter', '1 caractère de trop');
    await part(element, '.fault', 'retirez 1 caractère');
  });

  it('with several choices keeps the questionnaire’s order, and clears by the exclusive one', async () => {
    const element = await asked('multiple');
    await choose(element, 'Vélo');
    await choose(element, 'Bus');
    await choose(element, 'Aucun');
    expect(
      [...element.shadowRoot!.querySelectorAll('input')].filter(({ checked }) => checked),
    ).to.have.length(1);
    await choose(element, 'Marche');
    await choose(element, 'Bus');
    expect(await sent(element)).to.deep.equal({ kind: 'multiple', choices: ['bus', 'marche'] });
  });

  it('with several choices refuses too many', async () => {
    const element = await asked('multiple');
    for (const label of ['Bus', 'Vélo', 'Marche']) await choose(element, label);
    await refused(element, 'Choisissez 2 réponses au plus');
    await choose(element, 'Vélo');
    expect(partNow(element, '.fault')).to.equal(undefined);
  });

  it('with a text counts what is left, tells at once of what is too long, and cuts nothing', async () => {
    const element = await asked('text');
    await type(element, '#input-q', 'Le vent');
    await part(element, '.counter', '3 caractères restants');
    const field = await type(element, '#input-q', 'Le vent froid');
    await part(element, '.counter', '3 caractères de trop');
    await part(element, '.fault', 'trop long');
    expect(field.value).to.equal('Le vent froid');
    const counter = await part(element, '.counter');
    expect(field.getAttribute('aria-describedby')?.split(' ')).to.include.members([counter.id, 'fault-q']);
  });

  it('with a long text keeps its lines and emoji', async () => {
    const element = await asked('long');
    await type(element, '#input-q', 'Une ligne\nune autre 🌳');
    expect(await sent(element)).to.deep.equal({ kind: 'text', text: 'Une ligne\nune autre 🌳' });
  });

  it('with several texts keeps each in its place', async () => {
    const element = await asked('texts');
    await type(element, '#input-q-0', 'eau');
    await type(element, '#input-q-2', 'ombre');
    expect(await sent(element)).to.deep.equal({ kind: 'texts', texts: ['eau', '', 'ombre'] });
  });

  it('on a scale takes its lowest point, zero', async () => {
    const element = await asked('scale');
    await part(element, '.hint', 'De 0 (Peu) à 10 (Très).');
    (await part(element, '#input-q-0')).click();
    expect(await sent(element)).to.deep.equal({ kind: 'scale', value: 0 });
  });

  it('on a scale with words takes the point of the word', async () => {
    const element = await asked('likert');
    await choose(element, 'Oui');
    expect(await sent(element)).to.deep.equal({ kind: 'scale', value: 2 });
  });

  it('of ranking works by buttons, says each move, and never loses the focus', async () => {
    const element = await asked('ranking');
    const focused = (id: string) =>
      eventually(() => element.shadowRoot?.activeElement?.id === id, `the focus on ${id}`);
    await press(element, /Classer en position 1.*Vélo/);
    await part(element, '[role="status"]', /Vélo.*position 1/);
    await focused('add-q-marche');
    await press(element, /Classer en position 2.*Marche/);
    await focused('add-q-bus');
    await press(element, /Monter.*Marche/);
    await part(element, '[role="status"]', /Marche.*position 1/);
    await focused('up-q-marche');
    expect((await part(element, '#up-q-marche')).getAttribute('aria-disabled')).to.equal('true');
    await press(element, /Retirer.*Vélo/);
    await focused('add-q-velo');
    await expect(element).to.be.accessible();
    expect(await sent(element)).to.deep.equal({ kind: 'ranking', order: ['marche'] });
  });

  it('with rows wants each of them', async () => {
    const element = await asked('matrix');
    (await part(element, '#input-q-0-1')).click();
    await refused(element, 'il en manque 1');
    (await part(element, '#input-q-1-0')).click();
    expect(await sent(element)).to.deep.equal({
      kind: 'matrix',
      rows: [
        { row: 'bus', column: 'mal' },
        { row: 'velo', column: 'bien' },
      ],
    });
  });

  it('of a number reads a comma and spaces, and keeps what it cannot read on the screen', async () => {
    const element = await asked('number');
    const field = await type(element, '#input-q', 'loin');
    await refused(element, 'Écrivez un nombre');
    expect(field.value).to.equal('loin');
    await type(element, '#input-q', '9999');
    await refused(element, /Écrivez un nombre de 0 à 5/);
    await type(element, '#input-q', '1 234,5');
    expect(await sent(element)).to.deep.equal({ kind: 'number', value: 1234.5 });
  });

  it('of a date stays within its bounds', async () => {
    const element = await asked('date');
    await type(element, '#input-q', '2025-12-24');
    await refused(element, 'Choisissez une date');
    await type(element, '#input-q', '2026-07-14');
    expect(await sent(element)).to.deep.equal({ kind: 'date', date: '2026-07-14' });
  });

  it('of a postal code names the département, and takes no code that is none', async () => {
    const element = await asked('postalCode');
    await type(element, '#input-q', '7200');
    await refused(element, 'cinq chiffres');
    await type(element, '#input-q', '72 000');
    await part(element, '[role="status"]', /Département.*Sarthe/);
    expect(await sent(element)).to.deep.equal({ kind: 'territory', departement: '72', postalCode: '72000' });
  });

  it('of a département takes one from the list', async () => {
    const element = await asked('departement');
    const list = await part<HTMLSelectElement>(element, 'select');
    list.value = '2A';
    list.dispatchEvent(new Event('change', { bubbles: true }));
    expect(await sent(element)).to.deep.equal({ kind: 'territory', departement: '2A' });
  });
});
