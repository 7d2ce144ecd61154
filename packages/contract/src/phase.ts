import type { FollowUpStep, Phase } from './published.js';

/**
 * The phase, derived and never stored: upcoming until `opensAt`, open until `closesAt`, then analysis until a
 * synthesis is dated, results until a response, a commitment or something done is dated, then followed up.
 * Dates of the follow-up count from midnight UTC.
 */
export function phaseOf(
  consultation: { opensAt: string; closesAt: string; followUp: readonly FollowUpStep[] },
  now: Date,
): Phase {
  if (now < new Date(consultation.opensAt)) return 'upcoming';
  if (now < new Date(consultation.closesAt)) return 'open';
  const reached = new Set(
    consultation.followUp.filter((step) => new Date(step.date) <= now).map((step) => step.kind),
  );
  if (reached.has('response') || reached.has('commitment') || reached.has('done')) return 'followed-up';
  return reached.has('synthesis') ? 'results' : 'analysis';
}

/** RFC 3339 writes a year in four digits. */
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** The last instant at which an answer that was finished before closing is still accepted. */
export function graceEnds(consultation: { closesAt: string; graceDays: number }): Date {
  const end = new Date(consultation.closesAt).getTime() + consultation.graceDays * 86_400_000;
  return new Date(Math.min(end, LATEST));
}

/**
 * Whether what was finished at `createdAt` (RFC 3339) is still taken after closing, as late. That is the device's clock:
 * a wrong one can only shift it within the days of grace.
 */
export function isTakenLate(
  consultation: { closesAt: string; graceDays: number },
  createdAt: string,
  now: Date,
): boolean {
  return new Date(createdAt) < new Date(consultation.closesAt) && now <= graceEnds(consultation);
}
