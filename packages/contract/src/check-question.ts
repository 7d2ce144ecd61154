import { checkLinks } from './check-card.js';
import type { FaultPath, Report } from './fault.js';
import type {
  InfoItem,
  Item,
  MultipleQuestion,
  NumberQuestion,
  RankingQuestion,
  ScaleQuestion,
  SingleQuestion,
} from './questionnaire.js';

/** What must hold of one item by itself. */
export function checkItem(item: Item, path: FaultPath, report: Report): void {
  switch (item.kind) {
    case 'single':
      return checkChoices(item, path, report);
    case 'multiple':
    case 'ranking':
      checkChoices(item, path, report);
      return checkCounts(item, path, report);
    case 'matrix':
      checkIds(item.rows, [...path, 'rows'], report);
      return checkIds(item.columns, [...path, 'columns'], report);
    case 'scale':
      return checkScale(item, path, report);
    case 'number':
      return checkNumber(item, path, report);
    case 'date':
      checkOrder(item.min, item.max, path, report);
      return;
    case 'info':
      return checkInfo(item, path, report);
    default:
  }
}

/** Each id once; the later one is the fault. */
export function checkIds(lines: readonly { id: string }[], path: FaultPath, report: Report): void {
  const taken = new Set<string>();
  lines.forEach(({ id }, place) => {
    if (taken.has(id)) report('duplicate-id', [...path, place, 'id'], { id });
    taken.add(id);
  });
}

function checkChoices(
  question: SingleQuestion | MultipleQuestion | RankingQuestion,
  path: FaultPath,
  report: Report,
): void {
  const { kind, choices } = question;
  checkIds(choices, [...path, 'choices'], report);
  let others = 0;
  choices.forEach((choice, place) => {
    const at = [...path, 'choices', place];
    if (choice.next !== undefined && kind !== 'single') report('next-not-here', [...at, 'next']);
    if (choice.exclusive && kind !== 'multiple') report('exclusive-not-here', [...at, 'exclusive']);
    if (!choice.other) return;
    others += 1;
    if (kind === 'ranking') report('other-not-here', [...at, 'other']);
    else if (others > 1) report('several-others', [...at, 'other']);
  });
  if (kind === 'multiple' && choices.every((choice) => choice.exclusive)) {
    report('exclusive-alone', [...path, 'choices']);
  }
}

function checkCounts(question: MultipleQuestion | RankingQuestion, path: FaultPath, report: Report): void {
  const { min, max, choices } = question;
  const count = choices.filter((choice) => question.kind === 'ranking' || !choice.exclusive).length;
  checkOrder(min, max, path, report);
  if (min !== undefined && min > count) report('min-above-choices', [...path, 'min'], { min, count });
  if (max !== undefined && max > count) {
    report('max-above-choices', [...path, 'max'], { max, count }, 'warning');
  }
}

/** Whether the bounds are in order. */
function checkOrder<T extends string | number>(
  min: T | undefined,
  max: T | undefined,
  path: FaultPath,
  report: Report,
): boolean {
  const wrong = min !== undefined && max !== undefined && min > max;
  if (wrong) report('min-over-max', [...path, 'min'], { min, max });
  return !wrong;
}

function checkScale(question: ScaleQuestion, path: FaultPath, report: Report): void {
  const { min, max, labels } = question;
  if (!checkOrder(min, max, path, report)) return;
  const points = max - min + 1;
  if (points < 2) report('scale-too-short', [...path, 'max']);
  if (labels && labels.length !== points) {
    report('scale-labels', [...path, 'labels'], { expected: points, count: labels.length });
  }
  if (!labels && points > 11) report('scale-too-long', [...path, 'max'], { points });
}

function checkNumber(question: NumberQuestion, path: FaultPath, report: Report): void {
  const { min, max, integer } = question;
  const inOrder = checkOrder(min, max, path, report);
  if (!inOrder || !integer || min === undefined || max === undefined) return;
  if (Math.ceil(min) > Math.floor(max)) report('no-possible-answer', [...path, 'min'], { min, max });
}

function checkInfo(info: InfoItem, path: FaultPath, report: Report): void {
  checkLinks(info.text, [...path, 'text'], report);
  if (info.image && info.image.alt === undefined) {
    report('image-without-alternative', [...path, 'image', 'alt']);
  }
  if (info.video && info.video.transcript === undefined) {
    report('video-without-transcript', [...path, 'video', 'transcript']);
  }
}
