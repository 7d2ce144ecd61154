import type { AnswerPayload, AnswerValue } from './answer.js';
import { checkReply, type ReplyFault, type ReplyFaultCode } from './check-reply.js';
import { isQuestion, pathOf } from './flow.js';
import { answersOf } from './payload.js';
import { departementOfPostalCode, isDepartement } from './postal-code.js';
import type { Question, Questionnaire } from './questionnaire.js';

/** Besides what a citizen may get wrong: what only a payload that something else made has. */
export type AnswerFaultCode =
  | ReplyFaultCode
  | 'other-unexpected'
  | 'unknown-postal-code'
  | 'unknown-question'
  | 'not-shown'
  | 'missing'
  | 'duplicate-question'
  | 'wrong-kind'
  | 'unknown-choice'
  | 'duplicate-choice'
  | 'unknown-row'
  | 'too-many-texts';

/** What is wrong with the answer to one question; `params` as in `ReplyFault`. */
export interface AnswerFault extends Omit<ReplyFault, 'code'> {
  code: AnswerFaultCode;
}

/** The first fault of whatever stands as the answer to a question that is shown; null and undefined are "left empty". */
export function checkQuestion(
  question: Question,
  value: AnswerValue | null | undefined,
): AnswerFault | undefined {
  const code = value && unfit(question, value);
  return code ? { question: question.id, code } : checkReply(question, value);
}

/** Why a value cannot be an answer to this question, whatever was chosen or written. */
function unfit(question: Question, value: AnswerValue): AnswerFaultCode | undefined {
  if (value.kind !== question.kind) return 'wrong-kind';
  if ('choices' in question) {
    const { choices } = question;
    const chosen = chosenIn(value);
    const other = 'other' in value ? value.other : undefined;
    const open = choices.some((choice) => choice.other && chosen.includes(choice.id));
    return idsFault(choices, chosen) ?? (other === undefined || open ? undefined : 'other-unexpected');
  }
  if (question.kind === 'texts' && value.kind === 'texts') {
    return value.texts.length > question.count ? 'too-many-texts' : undefined;
  }
  if (question.kind === 'matrix' && value.kind === 'matrix') {
    const rows = idsFault(
      question.rows,
      value.rows.map(({ row }) => row),
    );
    if (rows) return rows === 'unknown-choice' ? 'unknown-row' : rows;
    const known = value.rows.every(({ column }) => question.columns.some(({ id }) => id === column));
    return known ? undefined : 'unknown-choice';
  }
  if (question.kind === 'territory' && value.kind === 'territory') {
    if (!isDepartement(value.departement)) return 'unknown-choice';
    // Never finer than what was asked.
    const expected =
      question.ask === 'departement'
        ? value.postalCode === undefined
        : departementOfPostalCode(value.postalCode ?? '') === value.departement;
    return expected ? undefined : 'unknown-postal-code';
  }
  return undefined;
}

function chosenIn(value: AnswerValue): readonly string[] {
  if (value.kind === 'single') return [value.choice];
  if (value.kind === 'multiple') return value.choices;
  return value.kind === 'ranking' ? value.order : [];
}

function idsFault(
  list: readonly { id: string }[],
  chosen: readonly string[],
): 'unknown-choice' | 'duplicate-choice' | undefined {
  const known = new Set(list.map(({ id }) => id));
  if (!chosen.every((id) => known.has(id))) return 'unknown-choice';
  return new Set(chosen).size < chosen.length ? 'duplicate-choice' : undefined;
}

/**
 * Every fault of a whole answer, as a backend checks it again: each question on the path is there once, no
 * other question is, and each value is right. Faults of what was sent come first, in its order.
 */
export function checkAnswer(questionnaire: Questionnaire, payload: AnswerPayload): AnswerFault[] {
  const questions = new Map(questionnaire.items.filter(isQuestion).map((item) => [item.id, item]));
  const path = pathOf(questionnaire, answersOf(payload)).filter(isQuestion);
  const shown = new Set(path.map(({ id }) => id));
  const sent = new Set<string>();
  const faults: AnswerFault[] = [];
  for (const { question: id, value } of payload.answers) {
    const question = questions.get(id);
    const code: AnswerFaultCode | undefined = !question
      ? 'unknown-question'
      : sent.has(id)
        ? 'duplicate-question'
        : shown.has(id)
          ? undefined
          : 'not-shown';
    sent.add(id);
    const fault = code ? { question: id, code } : question && checkQuestion(question, value);
    if (fault) faults.push(fault);
  }
  for (const { id } of path) if (!sent.has(id)) faults.push({ question: id, code: 'missing' });
  return faults;
}
