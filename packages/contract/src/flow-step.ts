import type { AnswerValue } from './answer.js';
import { isEmpty } from './empty.js';
import type { Condition, Item } from './questionnaire.js';

/** The answers on the path so far, by question id. */
export type OnPath = ReadonlyMap<string, AnswerValue | null | undefined>;

/** Where an item that is shown leads, by its answer; undefined is the item below. */
export function targetOf(item: Item, value: AnswerValue | null | undefined): string | undefined {
  if (item.kind === 'single' && value?.kind === 'single') {
    const chosen = item.choices.find((choice) => choice.id === value.choice);
    if (chosen?.next !== undefined) return chosen.next;
  }
  return item.next;
}

/** Whether a condition holds for what is on the path. */
export function holds(condition: Condition, onPath: OnPath): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, onPath));
  if ('any' in condition) return condition.any.some((part) => holds(part, onPath));
  if ('not' in condition) return !holds(condition.not, onPath);
  const value = onPath.get(condition.question);
  if ('answered' in condition) return condition.answered !== isEmpty(value);
  if (!value) return false;
  if ('includes' in condition) {
    const given =
      value.kind === 'single'
        ? [value.choice]
        : value.kind === 'multiple'
          ? value.choices
          : value.kind === 'territory'
            ? [value.departement]
            : [];
    return given.some((id) => condition.includes.includes(id));
  }
  if (value.kind !== 'scale' && value.kind !== 'number') return false;
  return value.value >= (condition.atLeast ?? -Infinity) && value.value <= (condition.atMost ?? Infinity);
}
