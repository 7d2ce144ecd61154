import { checkNotice } from './check-notice.js';
import type { Consultation } from './consultation.js';
import type { Report } from './fault.js';
import { refusedLinks } from './markdown.js';
import { territoryName } from './territories.js';

/** A definition whose questionnaire was not read: whether there is one is all that is known. */
export type Card = Omit<Consultation, 'questionnaire'> & { questionnaire?: unknown };

/** What must hold of a definition besides its shape, its questionnaire left aside. */
export function checkCard(card: Card, report: Report): void {
  checkDates(card, report);
  checkNotice(card, whileDraft(card), report);
  checkTerritory(card.territory, report);
  if (!card.origins) report('missing-origins', ['origins'], {}, whileDraft(card));
  if (card.access === 'email') report('access-not-built', ['access'], { access: card.access });
  checkLinks(card.objectives, ['objectives'], report);
  checkLinks(card.modalities, ['modalities'], report);
  checkProposals(card.proposals, report);
  card.followUp.forEach((step, place) => {
    checkLinks(step.text, ['followUp', place, 'text'], report);
    // The day of closing itself is fine, whatever the hour.
    if (card.closesAt !== undefined && step.date < card.closesAt.slice(0, 10)) {
      report('follow-up-before-closing', ['followUp', place, 'date']);
    }
  });
}

/** What stands in the way of opening only is a warning in a draft. */
function whileDraft(card: { draft: boolean }): 'warning' | 'fault' {
  return card.draft ? 'warning' : 'fault';
}

function checkDates(card: Card, report: Report): void {
  const { opensAt, closesAt, timeZone } = card;
  const dates = { opensAt, closesAt };
  for (const key of ['opensAt', 'closesAt'] as const) {
    if (dates[key] !== undefined) continue;
    const code = opensAt === undefined && closesAt === undefined ? 'missing-date' : 'date-alone';
    report(code, [key], { key }, whileDraft(card));
  }
  if (opensAt !== undefined && closesAt !== undefined && new Date(closesAt) <= new Date(opensAt)) {
    report('closing-before-opening', ['closesAt']);
  }
  if (!isTimeZone(timeZone)) report('unknown-time-zone', ['timeZone'], { zone: timeZone });
}

export function isTimeZone(name: string): boolean {
  try {
    // An offset is no zone: it does not know summer time.
    return !/^[+-]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}

function checkTerritory(territory: Consultation['territory'], report: Report): void {
  if (territory.level === 'national') return;
  const official = territoryName(territory.level, territory.code);
  if (official === undefined) report('unknown-territory', ['territory', 'code'], { code: territory.code });
  // INSEE writes a straight apostrophe, a careful operator a curly one.
  else if (official !== territory.name.replaceAll("'", '’')) {
    report('territory-name', ['territory', 'name'], { expected: official });
  }
}

function checkProposals(proposals: Consultation['proposals'], report: Report): void {
  checkLinks(proposals?.charter, ['proposals', 'charter'], report);
  const taken = new Set<string>();
  proposals?.themes.forEach(({ id }, place) => {
    if (taken.has(id)) report('duplicate-id', ['proposals', 'themes', place, 'id'], { id });
    taken.add(id);
  });
}

export function checkLinks(text: string | undefined, path: (string | number)[], report: Report): void {
  for (const href of refusedLinks(text ?? '')) report('forbidden-link', path, { href });
}
