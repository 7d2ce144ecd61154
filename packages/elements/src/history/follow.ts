import type { ReactiveElement } from 'lit';
import type { CnrConsultation } from '../consultation/consultation.js';
import type { Participation, View } from '../questionnaire/participation.js';
import type { CnrQuestionnaire } from '../questionnaire/questionnaire.js';
import type { Session } from '../questionnaire/session.js';
import { Trail, type Walker } from './trail.js';

/** One for the page: several elements add to the same history. */
const trail = new Trail();

/** From now on, at each of its updates. */
function follow(element: ReactiveElement, steps: Omit<Walker, 'element'>): void {
  const walker = { ...steps, element };
  const look = () => {
    // What was taken off the page may still have something to render; what was moved is there again by now.
    if (element.isConnected && element.getAttribute('history') === 'on') trail.follow(walker);
    else trail.leave(walker);
  };
  element.addController({ hostConnected: look, hostUpdated: look, hostDisconnected: look });
}

export function followCard(card: CnrConsultation, expanded: boolean, close: () => void): void {
  follow(card, {
    start: expanded ? 'open' : '',
    place: () => (card.expanded ? 'open' : ''),
    go: (place) => {
      if (place === '') close();
      else card.expanded = true;
      return true;
    },
  });
}

/** @param step runs what the session does, then shows it and tells of it */
export function followQuestionnaire(
  element: CnrQuestionnaire,
  participation: Participation,
  step: (act: () => void) => void,
): void {
  let paused: View | undefined;
  const show = (view: View) => {
    participation.view = view;
    element.requestUpdate();
  };
  const start = participation.start.bind(participation);
  // Whoever went back to the first words finds what was answered; unless it was to replace another answer.
  participation.start = () => {
    if (participation.view === paused) show({ name: 'session' });
    else start();
  };
  follow(element, {
    start: '',
    place: () => (participation.view.name === 'session' ? placeOf(participation.session) : ''),
    go: (place, by) => {
      const { session } = participation;
      if (!session) return true;
      const answering = participation.view.name === 'session';
      if (place !== '') {
        show({ name: 'session' });
        return walk(session, step, place, answering && by > 0);
      }
      // A draft or a correction begins in the middle: there are questions before, though no entries.
      const within = by === -1 && answering && !session.isFirst;
      if (within) step(() => session.back());
      else {
        const first: View = { name: 'intro' };
        paused = session.replaces === undefined ? first : undefined;
        show(first);
      }
      return !within;
    },
  });
}

/** In the page's memory only: ids of questions may tell what was answered before them. */
function placeOf(session: Session | undefined): string {
  return session ? (session.stage === 'page' ? pagePlace(session.page) : session.stage) : '';
}

const pagePlace = ({ id }: { id: string }) => `page ${id}`;

/** @param forward then it is "Continuer": nothing that is missing or wrong is passed over */
function walk(session: Session, step: (act: () => void) => void, place: string, forward: boolean): boolean {
  const { stops } = session;
  step(() => {
    if (forward && session.stage === 'page') session.next();
    if (session.stops === stops) reach(session, place);
  });
  return session.stops === stops;
}

/** To a place where one was before, or to what the answers since then ask first. */
function reach(session: Session, place: string): void {
  const { pages } = session;
  const index = pages.findIndex((page) => pagePlace(page) === place);
  // Another answer has taken it off the path.
  if (index < 0 && place.startsWith(pagePlace({ id: '' }))) return;
  const missing = pages.slice(0, index < 0 ? undefined : index).find((page) => !session.isSeen(page));
  const page = missing ?? pages[index];
  if (page) session.change(page.id);
  else if (place === 'review') session.review();
  else session.change(place);
}
