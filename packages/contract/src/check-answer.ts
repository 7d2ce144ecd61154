import type { AnswerPayload, AnswerValue } from './answer.js';
import { isEmpty } from './empty.js';
import { isQuestion, pathOf } from './flow.js';
import { MAX_OTHER, maxLengthOf } from './limits.js';
import { answersOf } from './payload.js';
import { departementOfPostalCode, isDepartement } from './postal-code.js';
import type { Choice, Question, Questionnaire } from './questionnaire.js';

/** The second group cannot come from our own elements: only a payload that something else made has it. */
export type AnswerFaultCode =
  | 'required'
  | 'too-few'
  | 'too-many'
  | 'exclusive'
  | 'too-long'
  | 'other-too-long'
  | 'other-unexpected'
  | 'out-of-range'
  | 'not-an-integer'
  | 'incomplete-rows'
  | 'date-out-of-range'
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

/**
 * What is wrong with the answer to one question. `params` are what a sentence needs: `too-few` {min, count},
 * `too-many` {max, count}, `too-long` and `other-too-long` {max, length}, `too-long` of `texts` {field} from 0 too,
 * `out-of-range` and `date-out-of-range` {min?, max?}, `incomplete-rows` {missing}.
 */
export interface AnswerFault {
  question: string;
  code: AnswerFaultCode;
  params?: Record<string, number | string>;
}

type Found = Omit<AnswerFault, 'question'> | undefined;

/** The first fault of the answer to one question that is shown; null and undefined are "left empty". */
export function checkQuestion(
  question: Question,
  value: AnswerValue | null | undefined,
): AnswerFault | undefined {
  const found = value && !isEmpty(value) ? faultOf(question, value) : wrongWhenEmpty(question, value);
  return found && { question: question.id, ...found };
}

function wrongWhenEmpty(question: Question, value: AnswerValue | null | undefined): Found {
  if (value && value.kind !== question.kind) return { code: 'wrong-kind' };
  return question.required ? { code: 'required' } : undefined;
}

function faultOf(question: Question, value: AnswerValue): Found {
  if (question.kind === 'single' && value.kind === 'single') {
    return (
      choiceFault(question.choices, [value.choice]) ??
      otherFault(question.choices, [value.choice], value.other)
    );
  }
  if (question.kind === 'multiple' && value.kind === 'multiple') {
    const { choices } = value;
    const alone = question.choices.some((choice) => choice.exclusive && choices.includes(choice.id));
    return (
      choiceFault(question.choices, choices) ??
      (alone
        ? choices.length > 1
          ? { code: 'exclusive' }
          : undefined
        : countFault(choices.length, question.min, question.max)) ??
      otherFault(question.choices, choices, value.other)
    );
  }
  if (question.kind === 'text' && value.kind === 'text') {
    return lengthFault('too-long', value.text, maxLengthOf(question));
  }
  if (question.kind === 'texts' && value.kind === 'texts') {
    if (value.texts.length > question.count) return { code: 'too-many-texts' };
    const max = maxLengthOf(question);
    const field = value.texts.findIndex((text) => text.length > max);
    return field < 0
      ? undefined
      : { code: 'too-long', params: { max, length: value.texts[field]?.length ?? 0, field } };
  }
  if (question.kind === 'scale' && value.kind === 'scale') {
    return numberFault(value.value, question.min, question.max, true);
  }
  if (question.kind === 'number' && value.kind === 'number') {
    return numberFault(value.value, question.min, question.max, question.integer === true);
  }
  if (question.kind === 'ranking' && value.kind === 'ranking') {
    return (
      choiceFault(question.choices, value.order) ?? countFault(value.order.length, question.min, question.max)
    );
  }
  if (question.kind === 'matrix' && value.kind === 'matrix') {
    const rows = value.rows.map(({ row }) => row);
    if (!rows.every((row) => question.rows.some(({ id }) => id === row))) return { code: 'unknown-row' };
    if (new Set(rows).size < rows.length) return { code: 'duplicate-choice' };
    const known = value.rows.every(({ column }) => question.columns.some(({ id }) => id === column));
    if (!known) return { code: 'unknown-choice' };
    const missing = question.rows.length - rows.length;
    return question.required && missing > 0 ? { code: 'incomplete-rows', params: { missing } } : undefined;
  }
  if (question.kind === 'date' && value.kind === 'date') {
    const { min, max } = question;
    const outside = (min !== undefined && value.date < min) || (max !== undefined && value.date > max);
    return outside ? { code: 'date-out-of-range', params: bounds(min, max) } : undefined;
  }
  if (question.kind === 'territory' && value.kind === 'territory') {
    if (!isDepartement(value.departement)) return { code: 'unknown-choice' };
    // Never finer than what was asked.
    const expected =
      question.ask === 'departement'
        ? value.postalCode === undefined
        : departementOfPostalCode(value.postalCode ?? '') === value.departement;
    return expected ? undefined : { code: 'unknown-postal-code' };
  }
  return { code: 'wrong-kind' };
}

function choiceFault(choices: readonly Choice[], chosen: readonly string[]): Found {
  const known = new Set(choices.map(({ id }) => id));
  if (!chosen.every((id) => known.has(id))) return { code: 'unknown-choice' };
  return new Set(chosen).size < chosen.length ? { code: 'duplicate-choice' } : undefined;
}

function otherFault(choices: readonly Choice[], chosen: readonly string[], other: string | undefined): Found {
  if (other === undefined) return undefined;
  const open = choices.some((choice) => choice.other && chosen.includes(choice.id));
  return open ? lengthFault('other-too-long', other, MAX_OTHER) : { code: 'other-unexpected' };
}

function lengthFault(code: 'too-long' | 'other-too-long', text: string, max: number): Found {
  return text.length > max ? { code, params: { max, length: text.length } } : undefined;
}

function countFault(count: number, min = 0, max = Infinity): Found {
  if (count < min) return { code: 'too-few', params: { min, count } };
  return count > max ? { code: 'too-many', params: { max, count } } : undefined;
}

function numberFault(
  value: number,
  min: number | undefined,
  max: number | undefined,
  integer: boolean,
): Found {
  if (integer && !Number.isInteger(value)) return { code: 'not-an-integer' };
  // Written so that NaN is out of range as well.
  const inside = value >= (min ?? -Infinity) && value <= (max ?? Infinity);
  return inside ? undefined : { code: 'out-of-range', params: bounds(min, max) };
}

function bounds<T extends number | string>(min: T | undefined, max: T | undefined): Record<string, T> {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/**
 * Every fault of a whole answer, on the device and again on the server: each question on the path is there once, no
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
