import { checkCondition } from './check-condition.js';
import { checkIds, checkItem } from './check-question.js';
import type { FaultPath, Report } from './fault.js';
import { isQuestion } from './flow.js';
import { END } from './limits.js';
import type { Item, Questionnaire } from './questionnaire.js';

/** What must hold of a questionnaire besides its shape. */
export function checkQuestionnaire({ items }: Questionnaire, base: FaultPath, report: Report): void {
  const root = [...base, 'items'];
  const places = new Map<string, number>();
  items.forEach(({ id }, place) => {
    if (!places.has(id)) places.set(id, place);
  });
  checkIds(items, root, report);
  if (!items.some(isQuestion)) report('no-question', root);
  const arrived = arrivals(items, places);
  items.forEach((item, place) => {
    const path = [...root, place];
    if (item.id === END) report('reserved-id', [...path, 'id']);
    checkItem(item, path, report);
    if (item.showIf) checkCondition(item.showIf, [...path, 'showIf'], { items, places, place }, report);
    for (const { id, at } of jumpsOf(item)) checkJump(id, [...path, ...at], { items, places, place }, report);
    if (!arrived.has(place)) report('unreachable', path, { id: item.id });
  });
}

/** Every `next` that the flow follows, and where it stands in the item. */
function jumpsOf(item: Item): { id: string; at: FaultPath }[] {
  const choices = item.kind === 'single' ? item.choices : [];
  return [
    ...(item.next === undefined ? [] : [{ id: item.next, at: ['next'] }]),
    ...choices.flatMap(({ next }, place) =>
      next === undefined ? [] : [{ id: next, at: ['choices', place, 'next'] }],
    ),
  ];
}

function checkJump(
  id: string,
  path: FaultPath,
  { items, places, place }: { items: readonly Item[]; places: ReadonlyMap<string, number>; place: number },
  report: Report,
): void {
  if (id === END) return;
  const target = places.get(id);
  if (target === undefined) return report('unknown-target', path, { id });
  if (target > place) return;
  const between = items.slice(target, place + 1).map((item) => item.id);
  const shortened = between.length > 5 ? [...between.slice(0, 2), '…', ...between.slice(-1)] : between;
  report('backward-jump', path, { loop: [...shortened, id].join(' → ') });
}

/**
 * The places that some path arrives at. Each condition is taken for one that may hold or not; a single choice that is
 * required, and each of whose choices jumps, is the only kind of item that never leads to the item below.
 */
function arrivals(items: readonly Item[], places: ReadonlyMap<string, number>): Set<number> {
  const arrived = new Set([0]);
  items.forEach((item, place) => {
    if (!arrived.has(place)) return;
    const leadTo = (next: string | undefined): void => {
      const target = next === undefined ? undefined : places.get(next);
      // A jump that is wrong is a fault of its own; the flow goes on below it.
      if (next !== END) arrived.add(target !== undefined && target > place ? target : place + 1);
    };
    if (item.showIf) arrived.add(place + 1);
    const choices = item.kind === 'single' ? item.choices : [];
    for (const choice of choices) leadTo(choice.next ?? item.next);
    if (item.kind !== 'single' || !item.required) leadTo(item.next);
  });
  return arrived;
}
