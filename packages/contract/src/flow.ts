import type { Answers, AnswerValue } from './answer.js';
import { isEmpty } from './empty.js';
import { holds, targetOf } from './flow-step.js';
import { END } from './limits.js';
import type { InfoItem, Item, Question, Questionnaire } from './questionnaire.js';

/** What is shown at a time. `id` is the id of its first item. */
export interface Page {
  id: string;
  items: Item[];
}

/** Where a citizen stands, in questions; chapters are not counted. */
export interface Progress {
  /** From 1; for a chapter, the position of the last question before it, 0 at the start. */
  position: number;
  /** Questions on the path as the answers so far make it. */
  total: number;
}

export type QuestionStatus = 'answered' | 'skipped' | 'not-shown';

export const isQuestion = (item: Item | InfoItem): item is Question => item.kind !== 'info';

/**
 * The items that are shown, first to last, as the answers so far make it. An item whose `showIf` does not hold is
 * passed over, its `next` with it. An item that is shown leads to the chosen choice's `next`, else to its own
 * `next`, else to the item below. Conditions see only answers of questions that are on the path, so an answer that
 * stayed behind on an abandoned branch never counts. Linear in the number of items. A jump that is not forward,
 * which `checkConsultation` refuses, is ignored: the path is finite whatever the definition says.
 */
export function pathOf(questionnaire: Questionnaire, answers: Answers): Item[] {
  const { items } = questionnaire;
  const places = new Map(items.map((item, place) => [item.id, place]));
  const onPath = new Map<string, AnswerValue | null | undefined>();
  const path: Item[] = [];
  for (let place = 0; place < items.length;) {
    const item = items[place];
    place += 1;
    if (!item || (item.showIf && !holds(item.showIf, onPath))) continue;
    path.push(item);
    const value = isQuestion(item) ? answers.get(item.id) : null;
    onPath.set(item.id, value);
    const target = targetOf(item, value);
    if (target === END) break;
    place = Math.max(place, target === undefined ? 0 : (places.get(target) ?? 0));
  }
  return path;
}

/**
 * The path cut into pages: an item each, or by chapter, where an `info` item starts a new page and the questions
 * before the first one are a page of their own.
 */
export function pagesOf(questionnaire: Questionnaire, answers: Answers): Page[] {
  const pages: Page[] = [];
  for (const item of pathOf(questionnaire, answers)) {
    const page = pages.at(-1);
    if (page && questionnaire.pageBy === 'chapter' && isQuestion(item)) page.items.push(item);
    else pages.push({ id: item.id, items: [item] });
  }
  return pages;
}

/** "Question 3 sur 12". For an item that is not on the path, the position is 0. */
export function progressOf(questionnaire: Questionnaire, answers: Answers, itemId: string): Progress {
  let total = 0;
  let position = 0;
  for (const item of pathOf(questionnaire, answers)) {
    if (isQuestion(item)) total += 1;
    if (item.id === itemId) position = total;
  }
  return { position, total };
}

/** The item after this one on the path; undefined after the last, and for an item that is not on the path. */
export function nextItem(questionnaire: Questionnaire, answers: Answers, itemId: string): Item | undefined {
  return neighbour(questionnaire, answers, itemId, 1);
}

/** The item before this one on the path; undefined before the first, and for an item that is not on the path. */
export function previousItem(
  questionnaire: Questionnaire,
  answers: Answers,
  itemId: string,
): Item | undefined {
  return neighbour(questionnaire, answers, itemId, -1);
}

function neighbour(
  questionnaire: Questionnaire,
  answers: Answers,
  itemId: string,
  step: 1 | -1,
): Item | undefined {
  const path = pathOf(questionnaire, answers);
  const place = path.findIndex((item) => item.id === itemId);
  return place < 0 ? undefined : path[place + step];
}

/** What became of each question, in the questionnaire's order. */
export function statusesOf(questionnaire: Questionnaire, answers: Answers): Map<string, QuestionStatus> {
  const shown = new Set(pathOf(questionnaire, answers));
  return new Map(
    questionnaire.items
      .filter(isQuestion)
      .map((question) => [
        question.id,
        !shown.has(question) ? 'not-shown' : isEmpty(answers.get(question.id)) ? 'skipped' : 'answered',
      ]),
  );
}
