import { checkCondition } from './check-condition.js';
import { checkIds, checkItem } from './check-question.js';
import { arrivals, shown } from './check-reach.js';
import type { FaultPath, Report } from './fault.js';
import { isQuestion } from './flow.js';
import { END } from './limits.js';
import type { Item, Questionnaire } from './questionnaire.js';

/** What must hold of a questionnaire besides its shape. */
export function checkQuestionnaire({ items }: Questionnaire, base: FaultPath, reportTo: Report): void {
  let faults = 0;
  const report: Report = (code, path, params, severity = 'fault') => {
    if (severity === 'fault') faults += 1;
    reportTo(code, path, params, severity);
  };
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
  // What never shows because of another fault would only distract from that one.
  const seen = faults === 0 ? shown(items, places) : undefined;
  items.forEach((item, place) => {
    if (seen?.has(place) === false) report('never-shown', [...root, place, 'showIf'], { id: item.id });
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
