import {
  checkAnswer,
  isTakenLate,
  parseContribution,
  parseQuestionnaire,
  type Contribution,
  type ContributionOf,
  type PublishedConsultation,
} from '@cnr-widgets/contract';
import { refusal } from './memory-refusal.js';

/**
 * Whether it comes after closing. What should not stand can be reported then as well, and to a meeting one registers
 * within its own times.
 * @throws ClientError `not-open-yet`, `closed`
 */
export function isLate(
  { phase, consultation }: PublishedConsultation,
  { kind, createdAt }: Contribution,
  now: number,
): boolean {
  if (kind === 'registration') return false;
  if (phase === 'upcoming') throw refusal(403, 'not-open-yet');
  if (phase === 'open' || kind === 'report') return false;
  if (!isTakenLate(consultation, createdAt, new Date(now))) throw refusal(403, 'closed');
  return true;
}

/** @throws ClientError `invalid-contribution` */
export function readContribution(sent: unknown): Contribution {
  try {
    return parseContribution(sent);
  } catch (cause) {
    throw refusal(422, 'invalid-contribution', { cause });
  }
}

/** @throws ClientError `invalid-contribution` */
export function checkPayload(questionnaire: unknown, { payload }: ContributionOf<'answer'>): void {
  const faults = checkAnswer(parseQuestionnaire(questionnaire), payload);
  if (faults.length === 0) return;
  const errors = faults.map(({ question, code }) => ({ path: question, code }));
  throw refusal(422, 'invalid-contribution', { errors });
}
