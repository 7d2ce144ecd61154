import { quoted, type FaultPath, type Report } from './fault.js';
import { isDepartement } from './postal-code.js';
import type { Condition, Item } from './questionnaire.js';

/** Where a condition stands: the places of all items by their id, and the place of the item that has it. */
export interface ConditionContext {
  items: readonly Item[];
  places: ReadonlyMap<string, number>;
  place: number;
}

/** What must hold of a condition: it looks back, at a question, in a way that fits what is asked there. */
export function checkCondition(
  condition: Condition,
  path: FaultPath,
  context: ConditionContext,
  report: Report,
): void {
  if ('all' in condition || 'any' in condition) {
    const key = 'all' in condition ? 'all' : 'any';
    const parts = 'all' in condition ? condition.all : condition.any;
    parts.forEach((part, index) => checkCondition(part, [...path, key, index], context, report));
    return;
  }
  if ('not' in condition) return checkCondition(condition.not, [...path, 'not'], context, report);
  const id = condition.question;
  const about = [...path, 'question'];
  const place = context.places.get(id);
  if (place === undefined) return report('condition-unknown-question', about, { id });
  if (place === context.place) return report('condition-on-itself', about, { id });
  if (place > context.place) return report('condition-on-later', about, { id });
  const item = context.items[place];
  if (!item || item.kind === 'info') return report('condition-on-info', about, { id });
  checkTest(condition, item, path, report);
}

function checkTest(
  condition: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>,
  question: Exclude<Item, { kind: 'info' }>,
  path: FaultPath,
  report: Report,
): void {
  if ('answered' in condition) return;
  const { id, kind } = question;
  const fitting = fittingTests(kind);
  if ('includes' in condition) {
    if (!fitting.includes('includes')) {
      return report('condition-kind', [...path, 'includes'], {
        test: 'includes',
        kind,
        fitting: quoted(fitting),
      });
    }
    const known = new Set('choices' in question ? question.choices.map((choice) => choice.id) : []);
    condition.includes.forEach((choice, index) => {
      const exists = kind === 'territory' ? isDepartement(choice) : known.has(choice);
      if (!exists) report('condition-unknown-choice', [...path, 'includes', index], { choice, id });
    });
    return;
  }
  const { atLeast, atMost } = condition;
  if (atLeast === undefined && atMost === undefined) {
    return report('condition-without-test', path, { id, fitting: quoted(fitting) });
  }
  if (!fitting.includes('atLeast')) {
    const test = atLeast === undefined ? 'atMost' : 'atLeast';
    return report('condition-kind', [...path, test], { test, kind, fitting: quoted(fitting) });
  }
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
    report('min-over-max', [...path, 'atLeast'], { min: atLeast, max: atMost });
  }
}

function fittingTests(kind: Item['kind']): string[] {
  if (kind === 'single' || kind === 'multiple' || kind === 'territory') return ['includes', 'answered'];
  if (kind === 'scale' || kind === 'number') return ['atLeast', 'atMost', 'answered'];
  return ['answered'];
}
