// The scripted citizen: answers any questionnaire from its definition, by the mouse or by the keyboard alone, and
// checks on the way that each page asks what the contract's flow says it should.
import assert from 'node:assert/strict';
import { isQuestion, maxLengthOf, pagesOf } from '@cnr-widgets/contract';
import { keyboardHands } from './keyboard-hands.mjs';
import { mouseHands } from './mouse-hands.mjs';

/** Awkward on purpose: stray blanks, apostrophes, emoji that are several code points, right-to-left, combining marks. */
export const AWKWARD =
  "  L’été, c'est « long » : 👩🏽‍⚕️🏳️‍🌈 e\u0301te\u0301 œuf ﬁn\u00a0! שלום مرحبا \u202eabc\u202c <b>&amp;</b> ";

/** An answer within the limits of any question; `place` varies it from one question to the next. */
export function typicalAnswer(question, place = 0, text = 'Un bus le samedi, et l’après-midi aussi') {
  const fitting = (other = text) => other.slice(0, maxLengthOf(question));
  switch (question.kind) {
    case 'single': {
      const choice = question.choices[place % question.choices.length];
      return { kind: 'single', choice: choice.id, ...(choice.other && { other: text }) };
    }
    case 'multiple': {
      const free = question.choices.filter(({ exclusive }) => !exclusive);
      const count = Math.min(question.max ?? 2, free.length, Math.max(question.min ?? 1, 2));
      // The last ones: that is where "Autre" stands.
      const chosen = free.slice(-count);
      return {
        kind: 'multiple',
        choices: chosen.map(({ id }) => id),
        ...(chosen.some(({ other }) => other) && { other: text }),
      };
    }
    case 'text':
      return { kind: 'text', text: fitting(question.long ? `${text}\nPuis une autre ligne.` : text) };
    case 'texts':
      return {
        kind: 'texts',
        texts: Array.from({ length: question.count }, (_, n) => (n === 1 ? '' : fitting(`${n}${text}`))),
      };
    case 'scale':
      return { kind: 'scale', value: question.min + (place % (question.max - question.min + 1)) };
    case 'ranking':
      return {
        kind: 'ranking',
        order: question.choices
          .slice(0, question.max ?? question.choices.length)
          .map(({ id }) => id)
          .reverse(),
      };
    case 'matrix':
      return {
        kind: 'matrix',
        rows: question.rows.map(({ id }, row) => ({
          row: id,
          column: question.columns[(row + place) % question.columns.length].id,
        })),
      };
    case 'number': {
      const value = Math.max(question.min ?? 0, Math.min(question.max ?? 12.5, 12.5));
      return { kind: 'number', value: question.integer ? Math.floor(value) : value };
    }
    case 'date':
      return { kind: 'date', date: dateWithin(question) };
    case 'territory':
      return question.ask === 'departement'
        ? { kind: 'territory', departement: '53' }
        : { kind: 'territory', departement: '2A', postalCode: '20000' };
  }
  throw new Error(`no answer to ${question.kind}`);
}

/** Day and month alike: typed the same whatever order the browser's language has them in. */
function dateWithin({ min = '2026-01-01', max = '9999-12-31' }) {
  const year = Number(min.slice(0, 4));
  const dates = [year, year + 1].flatMap((one) =>
    Array.from({ length: 12 }, (_, month) => `${one}${`-${String(month + 1).padStart(2, '0')}`.repeat(2)}`),
  );
  return dates.find((date) => date >= min && date <= max);
}

/**
 * From the card, or from a questionnaire that stands alone, to the review. Returns the answers given, by question.
 * @param {import('playwright-core').Page} page
 * @param {object} questionnaire as the definition says it
 * @param {{ keyboard?: boolean | { enter: boolean }, answer?: (question: object, place: number) => object | null,
 *   onScreen?: (name: string) => Promise<void>, onStep?: (name: string) => Promise<void>, profile?: object }} [options]
 * `keyboard` with its habits; `onScreen` runs when a step appears, `onStep` once it is filled in; an answer of null leaves the question
 */
export async function answerAll(page, questionnaire, options = {}) {
  const { keyboard = false, answer = typicalAnswer, onScreen = async () => {}, profile } = options;
  const { onStep = async () => {} } = options;
  const hands = handsOf(page, keyboard);
  await openQuestionnaire(page, hands, onStep);
  await hands.press('Commencer');

  const answers = new Map();
  const places = new Map(questionnaire.items.map(({ id }, place) => [id, place]));
  for (let current = pagesOf(questionnaire, answers)[0]; current;) {
    await onPage(page, questionnaire, current, answers);
    await onScreen(current.id);
    const given = new Set();
    for (;;) {
      // An answer may bring in a question below it, on this very page.
      current = pagesOf(questionnaire, answers).find(({ id }) => id === current.id);
      const question = current.items.find((item) => isQuestion(item) && !given.has(item.id));
      if (!question) break;
      given.add(question.id);
      const value = answer(question, places.get(question.id));
      if (value) await hands.give(question, value);
      answers.set(question.id, value);
    }
    await onStep(current.id);
    await hands.press('Continuer');
    const pages = pagesOf(questionnaire, answers);
    current = pages[pages.findIndex(({ id }) => id === current.id) + 1];
  }
  if (questionnaire.profile) {
    await heading(page, 'Votre profil (facultatif)');
    await onScreen('profile');
    if (profile) await hands.giveProfile(profile);
    await onStep('profile');
    await hands.press('Continuer');
  }
  await heading(page, 'Vérifiez avant d’envoyer');
  await onScreen('review');
  await onStep('review');
  return answers;
}

/** The whole road: answers, sends, and waits for the screen with this title. */
export async function participate(page, questionnaire, options = {}) {
  const answers = await answerAll(page, questionnaire, options);
  await send(page, options);
  await heading(page, options.ends ?? 'Votre réponse est bien reçue');
  return answers;
}

/** From the review on. */
export async function send(page, { keyboard = false, button = 'Envoyer ma réponse' } = {}) {
  await handsOf(page, keyboard).press(button);
}

const handsOf = (page, keyboard) => (keyboard ? keyboardHands(page, keyboard) : mouseHands(page));

/** Waits for a screen by the words of its heading. */
export async function heading(page, words) {
  const step = page.locator('#step');
  await step
    .filter({ hasText: words })
    .waitFor()
    .catch(async (error) => {
      const shown = await page
        .locator('.frame')
        .allInnerTexts()
        .catch(() => []);
      throw new Error(`not shown: ${words}\nshown instead:\n${shown.join('\n')}`, { cause: error });
    });
}

/** The receipt code on the screen. */
export async function receiptCode(page) {
  const code = page.locator('cnr-receipt .code');
  await code.waitFor();
  return (await code.innerText()).trim();
}

async function openQuestionnaire(page, hands, onStep) {
  const start = page.getByRole('button', { name: 'Commencer' });
  const participate = page.getByRole('button', { name: 'Participer' });
  await start.or(participate).waitFor();
  if (await participate.isVisible()) {
    await onStep('card');
    await hands.press('Participer');
  }
  await heading(page, 'Avant de commencer');
  await onStep('intro');
}

/** The page is the one that the flow says, and asks nothing else. */
async function onPage(page, questionnaire, { items }, answers) {
  const first = items.find(isQuestion);
  const chapter = items.find((item) => !isQuestion(item));
  if (first) await page.locator(`[id="field-${first.id}"]`).waitFor();
  if (chapter) await heading(page, chapter.title.trim());
  const asked = await page.locator('.fields > [id^="field-"]').evaluateAll((all) => all.map(({ id }) => id));
  const expected = items.filter(isQuestion).map(({ id }) => `field-${id}`);
  assert.deepEqual(asked, expected, `after ${JSON.stringify([...answers.keys()])}`);
  if (first) {
    const questions = pagesOf(questionnaire, answers).flatMap((one) => one.items.filter(isQuestion));
    const place = questions.indexOf(first) + 1;
    const words = (await page.locator('#step .count').innerText()).replace(/\s/g, ' ');
    const count =
      expected.length === 1
        ? `Question ${place} sur ${questions.length}`
        : `Questions ${place} à ${place + expected.length - 1} sur ${questions.length}`;
    assert.equal(words, count);
  }
}
