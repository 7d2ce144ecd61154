import type { AnswerValue } from './answer.js';

/** Whether nothing was answered: no value, no choice, blank text only. */
export function isEmpty(value: AnswerValue | null | undefined): boolean {
  if (!value) return true;
  switch (value.kind) {
    case 'multiple':
      return value.choices.length === 0;
    case 'text':
      return value.text.trim() === '';
    case 'texts':
      return value.texts.every((text) => text.trim() === '');
    case 'ranking':
      return value.order.length === 0;
    case 'matrix':
      return value.rows.length === 0;
    default:
      return false;
  }
}
