import { expect } from '@open-wc/testing';
import type { AnswerValue, Item, Question } from '@cnr-widgets/contract';
import { colour, questionnaireOf, reason } from '../testing/fixtures.js';
import { fitting } from './fitting.js';
import { Session } from './session.js';

const blue: AnswerValue = { kind: 'single', choice: 'bleu' };
const because = (text: string): AnswerValue => ({ kind: 'text', text });
const question = (item: Item) => item as Question;

const room: Item = {
  id: 'salle',
  kind: 'single',
  title: 'Venez-vous dans la salle ?',
  choices: [
    { id: 'oui', label: 'Oui' },
    { id: 'non', label: 'Non', next: 'fin' },
  ],
};
const often: Item = { id: 'souvent', kind: 'number', title: 'Combien de fois ?', min: 0, max: 365 };
const end: Item = { id: 'fin', kind: 'text', title: 'Un mot ?' };
const branching = questionnaireOf([room, often, end]);

describe('a session', () => {
  it('stays on a page whose answer is missing, and says what is', () => {
    const session = new Session(questionnaireOf());
    session.next();
    expect(session.page.id).to.equal('couleur');
    expect(session.faults).to.deep.equal([{ question: 'couleur', code: 'required' }]);
    expect(session.stops).to.equal(1);
    session.answer(question(colour), blue);
    expect(session.faults).to.deep.equal([]);
    session.next();
    expect(session.page.id).to.equal('raison');
    expect(session.stops).to.equal(1);
  });

  it('goes back without losing anything', () => {
    const session = new Session(questionnaireOf());
    expect(session.isFirst).to.equal(true);
    session.answer(question(colour), blue);
    session.next();
    session.answer(question(reason), because('Le ciel'));
    session.back();
    expect(session.value('couleur')).to.deep.equal(blue);
    session.next();
    expect(session.value('raison')).to.deep.equal(because('Le ciel'));
  });

  it('keeps the first page when one goes back from it', () => {
    const session = new Session(questionnaireOf());
    session.back();
    expect(session.page.id).to.equal('couleur');
  });

  it('sends a skipped question as seen and left empty', () => {
    const session = new Session(questionnaireOf());
    session.answer(question(colour), blue);
    session.next();
    session.answer(question(reason), because('Le ciel'));
    session.skip();
    expect(session.stage).to.equal('review');
    expect(session.payload.answers).to.deep.equal([
      { question: 'couleur', value: blue },
      { question: 'raison', value: null },
    ]);
  });

  it('follows a jump, counts the path, and lets no answer of a path left behind count', () => {
    const session = new Session(branching);
    expect(session.progress).to.deep.equal({ position: 1, total: 3 });
    session.answer(question(room), { kind: 'single', choice: 'oui' });
    session.next();
    session.answer(question(often), { kind: 'number', value: 12 });
    session.next();
    expect(session.progress).to.deep.equal({ position: 3, total: 3 });
    session.back();
    session.back();
    session.answer(question(room), { kind: 'single', choice: 'non' });
    expect(session.progress.total).to.equal(2);
    session.next();
    expect(session.page.id).to.equal('fin');
    session.next();
    expect(session.payload.answers.map((answer) => answer.question)).to.deep.equal(['salle', 'fin']);
    expect(session.value('souvent'), 'found again on the way back').to.deep.equal({
      kind: 'number',
      value: 12,
    });
  });

  it('leads a changed answer back to the review', () => {
    const session = new Session(questionnaireOf());
    session.answer(question(colour), blue);
    session.next();
    session.next();
    expect(session.stage).to.equal('review');
    session.change('couleur');
    expect([session.stage, session.page.id]).to.deep.equal(['page', 'couleur']);
    session.answer(question(colour), { kind: 'single', choice: 'vert' });
    session.next();
    expect(session.stage).to.equal('review');
  });

  it('leads a changed answer through the questions that it brought in', () => {
    const session = new Session(branching);
    session.answer(question(room), { kind: 'single', choice: 'non' });
    session.next();
    session.next();
    expect(session.stage).to.equal('review');
    session.change('salle');
    session.answer(question(room), { kind: 'single', choice: 'oui' });
    session.next();
    expect([session.stage, session.page.id]).to.deep.equal(['page', 'souvent']);
    session.next();
    expect(session.stage).to.equal('review');
  });

  it('asks for the profile once, and comes back to the review from a change', () => {
    const session = new Session(questionnaireOf([colour, reason], { profile: true }));
    session.answer(question(colour), blue);
    session.next();
    session.next();
    expect(session.stage).to.equal('profile');
    session.profile = { as: 'association', departement: '72' };
    session.next();
    expect(session.stage).to.equal('review');
    session.change('couleur');
    session.next();
    expect(session.stage).to.equal('review');
    session.change('profile');
    expect(session.stage).to.equal('profile');
    session.next();
    expect(session.stage).to.equal('review');
    session.back();
    expect(session.stage).to.equal('profile');
    session.back();
    expect([session.stage, session.page.id]).to.deep.equal(['page', 'raison']);
    expect(session.payload.profile).to.deep.equal({ as: 'association', departement: '72' });
  });

  it('leaves an empty profile out', () => {
    expect(new Session(questionnaireOf()).payload).not.to.have.property('profile');
  });

  it('tells at once of a text that grew too long, and of the rest at "Continuer"', () => {
    const session = new Session(questionnaireOf());
    session.answer(question(reason), because('Vingt et un caractères'));
    expect(session.faultOf('raison')).to.deep.equal({
      question: 'raison',
      code: 'too-long',
      params: { max: 20, length: 22 },
    });
    session.answer(question(reason), because('Court'));
    expect(session.faults).to.deep.equal([]);
    session.answer(question(often), { kind: 'number', value: 400 });
    expect(session.faults).to.deep.equal([]);
  });

  it('lets no text pass that is no number', () => {
    const session = new Session(questionnaireOf([often]));
    session.answer(question(often), null, 'beaucoup');
    expect(session.faults).to.deep.equal([]);
    session.next();
    expect(session.faults).to.deep.equal([{ question: 'souvent', code: 'unreadable' }]);
    expect(session.typed('souvent')).to.equal('beaucoup');
    session.answer(question(often), { kind: 'number', value: 3 });
    expect(session.typed('souvent')).to.equal(undefined);
    session.next();
    expect(session.stage).to.equal('review');
  });

  it('asks chapter by chapter', () => {
    const chapter: Item = { id: 'decor', kind: 'info', title: 'Le décor' };
    const session = new Session(questionnaireOf([end, chapter, colour, reason], { pageBy: 'chapter' }));
    expect(session.page.items.map(({ id }) => id)).to.deep.equal(['fin']);
    session.next();
    expect(session.page.items.map(({ id }) => id)).to.deep.equal(['decor', 'couleur', 'raison']);
    expect(session.progress).to.deep.equal({ position: 2, total: 3 });
    session.answer(question(reason), because('Vingt et un caractères'));
    session.next();
    expect(session.faults.map(({ code }) => code)).to.deep.equal(['required', 'too-long']);
  });
});

describe('a session that goes on from a draft', () => {
  const answers = new Map<string, AnswerValue | null>([
    ['couleur', blue],
    ['raison', because('Le ciel')],
  ]);

  it('opens where the citizen was', () => {
    const session = new Session(questionnaireOf(), undefined, { answers, pageId: 'raison' });
    expect(session.page.id).to.equal('raison');
    session.next();
    expect(session.stage).to.equal('review');
    expect(session.state).to.deep.equal({ answers, profile: {}, pageId: 'raison' });
  });

  it('opens at the start where the page is no more', () => {
    const session = new Session(questionnaireOf(), undefined, { answers, pageId: 'disparue' });
    expect(session.page.id).to.equal('couleur');
  });

  it('asks again what no longer fits a changed questionnaire', () => {
    const shorter = { ...question(reason), maxLength: 3 } as Item;
    const changed = questionnaireOf([colour, shorter]);
    const given = new Map([...answers, ['autrefois', because('x')] as const]);
    expect([...fitting(changed, given).keys()]).to.deep.equal(['couleur']);
    const otherKind = questionnaireOf([{ ...often, id: 'couleur' }, reason]);
    expect([...fitting(otherKind, given).keys()]).to.deep.equal(['raison']);
  });

  it('opens a correction on its review, unless something is still to be asked', () => {
    const corrected = new Session(questionnaireOf(), 'CODE', { answers });
    corrected.review();
    expect(corrected.stage).to.equal('review');
    expect(corrected.payload.replaces).to.equal('CODE');

    const wanting = new Session(questionnaireOf(), 'CODE', { answers: new Map([['couleur', blue]]) });
    wanting.review();
    expect([wanting.stage, wanting.page.id]).to.deep.equal(['page', 'raison']);
    wanting.next();
    expect(wanting.stage).to.equal('review');
  });
});
