import type { CnrConsultation } from '../consultation/consultation.js';
import type { Participation } from '../questionnaire/participation.js';
import type { CnrQuestionnaire } from '../questionnaire/questionnaire.js';

const asked = new WeakSet<Element>();

/** Where a host asked for it the browser's back button leads through an element's steps; others load nothing. */
function whereAsked(element: Element, follow: (steps: typeof import('./follow.js')) => void): void {
  if (asked.has(element) || element.getAttribute('history') !== 'on') return;
  asked.add(element);
  import('./follow.js').then(follow).catch((error: unknown) => console.error('cnr-widgets', error));
}

/**
 * The card is a step before what it opens.
 * @param expanded whether something stood open when this was asked for, however long this code took to come
 * @param close what its own way back does
 */
export function followCard(card: CnrConsultation, expanded: boolean, close: () => void): void {
  whereAsked(card, (steps) => steps.followCard(card, expanded, close));
  // On or off, what it opens does the same.
  const questionnaire = card.renderRoot.querySelector('cnr-questionnaire');
  questionnaire?.setAttribute('history', card.getAttribute('history') ?? '');
}

/** @param step runs what the session does, then shows it and tells of it */
export function followQuestionnaire(
  element: CnrQuestionnaire,
  participation: Participation,
  step: (act: () => void) => void,
): void {
  whereAsked(element, (steps) => steps.followQuestionnaire(element, participation, step));
}
