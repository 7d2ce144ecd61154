import type { AnswerValue } from './answer.js';
import { isEmpty } from './empty.js';
import { MAX_OTHER, maxLengthOf } from './limits.js';
import type { Question } from './questionnaire.js';

/** What a citizen may get wrong in an element that offers only what the question has. */
export type ReplyFaultCode =
  | 'required'
  | 'too-few'
  | 'too-many'
  | 'exclusive'
  | 'too-long'
  | 'other-too-long'
  | 'out-of-range'
  | 'not-an-integer'
  | 'incomplete-rows'
  | 'date-out-of-range';

/**
 * What is wrong with the answer to one question. `params` are what a sentence needs: `too-few` {min, count},
 * `too-many` {max, count}, `too-long` and `other-too-long` {max, length}, `too-long` of `texts` {field} from 0 too,
 * `out-of-range` and `date-out-of-range` {min?, max?}, `incomplete-rows` {missing}.
 */
export interface ReplyFault {
  question: string;
  code: ReplyFaultCode;
  params?: Record<string, number | string>;
}

type Found = Omit<ReplyFault, 'question'> | undefined;

/**
 * The first fault of the answer to one question that is shown; null and undefined are "left empty". For an answer
 * that our own elements made of the question: `checkQuestion` is for one that may be anything.
 */
export function checkReply(
  question: Question,
  value: AnswerValue | null | undefined,
): ReplyFault | undefined {
  const empty: Found = question.required ? { code: 'required' } : undefined;
  const found = value && !isEmpty(value) ? faultOf(question, value) : empty;
  return found && { question: question.id, ...found };
}

function faultOf(question: Question, value: AnswerValue): Found {
  switch (question.kind) {
    case 'single':
      return otherFault(value);
    case 'multiple': {
      const chosen = value.kind === 'multiple' ? value.choices : [];
      const alone = question.choices.some(({ id, exclusive }) => exclusive && chosen.includes(id));
      if (!alone) return countFault(chosen.length, question) ?? otherFault(value);
      return chosen.length > 1 ? { code: 'exclusive' } : otherFault(value);
    }
    case 'ranking':
      return countFault(value.kind === 'ranking' ? value.order.length : 0, question);
    case 'text':
      return lengthFault('too-long', value.kind === 'text' ? value.text : '', maxLengthOf(question));
    case 'texts': {
      const texts = value.kind === 'texts' ? value.texts : [];
      const max = maxLengthOf(question);
      const field = texts.findIndex((text) => text.length > max);
      return field < 0
        ? undefined
        : { code: 'too-long', params: { max, length: texts[field]?.length ?? 0, field } };
    }
    case 'scale':
    case 'number': {
      const number = 'value' in value ? value.value : NaN;
      if ((question.kind === 'scale' || question.integer) && !Number.isInteger(number)) {
        return { code: 'not-an-integer' };
      }
      return rangeFault('out-of-range', number, question);
    }
    case 'matrix': {
      const missing = question.rows.length - (value.kind === 'matrix' ? value.rows.length : 0);
      return question.required && missing > 0 ? { code: 'incomplete-rows', params: { missing } } : undefined;
    }
    case 'date':
      return rangeFault('date-out-of-range', value.kind === 'date' ? value.date : '', question);
    case 'territory':
      return undefined;
  }
}

function otherFault(value: AnswerValue): Found {
  return lengthFault('other-too-long', ('other' in value && value.other) || '', MAX_OTHER);
}

function lengthFault(code: ReplyFaultCode, { length }: string, max: number): Found {
  return length > max ? { code, params: { max, length } } : undefined;
}

function countFault(
  count: number,
  { min = 0, max = Infinity }: { min?: number | undefined; max?: number | undefined },
): Found {
  if (count < min) return { code: 'too-few', params: { min, count } };
  return count > max ? { code: 'too-many', params: { max, count } } : undefined;
}

function rangeFault<T extends number | string>(
  code: ReplyFaultCode,
  value: T,
  { min, max }: { min?: T | undefined; max?: T | undefined },
): Found {
  // Written so that NaN is out of range as well.
  if (value >= (min ?? value) && value <= (max ?? value)) return undefined;
  return { code, params: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) } };
}
