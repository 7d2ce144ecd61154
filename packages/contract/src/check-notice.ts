import type { Card } from './check-card.js';
import type { Report } from './fault.js';

const NEEDED = [
  'controller',
  'purpose',
  'legalBasis',
  'recipients',
  'retention',
  'rightsContact',
  'openData',
] as const;

/** An address to write to: `mailto:` and `https:` are what an element makes a link of. */
const CONTACT = /^(https:\/\/[^\s/]\S*|[^\s@:/]+@[^\s@:/.]+(\.[^\s@:/.]+)+)$/;

/** Whether answering is mandatory (GDPR, article 13, 2 e), in the words that notices have for it. */
const CHOICE =
  /facultati|obligatoire|volontair|librement|libre de|rien ne vous oblige|optional|voluntar|mandatory|compulsory|required|free to|need not/i;

/**
 * What citizens are told before they answer (GDPR, article 13). What only later versions of this asked for is a
 * warning in public definitions too: those that were imported before must not be stopped from getting a follow-up.
 * @param missing the severity of what stands in the way of opening
 */
export function checkNotice(card: Card, missing: 'warning' | 'fault', report: Report): void {
  const { notice } = card;
  for (const key of NEEDED) {
    if (notice?.[key] === undefined) report('incomplete-notice', ['notice', key], { key }, missing);
  }
  if (!notice) return;
  for (const key of ['rightsContact', 'dpoContact'] as const) {
    const contact = notice[key];
    if (contact !== undefined && !CONTACT.test(contact)) report('bad-contact', ['notice', key], { key });
  }
  if (notice.dpoContact === undefined) report('no-dpo', ['notice', 'dpoContact'], {}, 'warning');
  if (notice.legalBasis !== undefined && !CHOICE.test(`${notice.legalBasis} ${notice.purpose ?? ''}`)) {
    report('choice-not-said', ['notice', 'legalBasis'], {}, 'warning');
  }
  checkRetention(card, report);
}

function checkRetention({ notice, questionnaire, proposals }: Card, report: Report): void {
  const { retention, retentionMonths, refusedRetentionMonths } = notice ?? {};
  // Registrations have days of their own (`meetings.retentionDays`).
  const asked = questionnaire !== undefined || proposals !== undefined;
  if (asked && retention !== undefined && retentionMonths === undefined) {
    report('retention-not-carried-out', ['notice', 'retentionMonths'], {}, 'warning');
  }
  if (refusedRetentionMonths === undefined) return;
  if (retentionMonths !== undefined && refusedRetentionMonths > retentionMonths) {
    report('refused-kept-longer', ['notice', 'refusedRetentionMonths']);
  }
}
