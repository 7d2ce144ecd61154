import type { ProposalStatus } from './proposal.js';

// Apart from the schemas, so that code that needs a list does not carry them into a bundle.

/** Where what a citizen wrote can stand with the moderators. */
export const PROPOSAL_STATUSES = [
  'submitted',
  'published',
  'refused',
  'selected',
  'answered',
  'archived',
] as const;

/** Everybody sees all but what waits and what was refused. */
export const VISIBLE_STATUSES = ['published', 'selected', 'answered', 'archived'] as const;

/** What can be supported and commented on. */
export const OPEN_STATUSES = ['published', 'selected'] as const;

/** Whether everybody sees it. */
export function isVisible(status: ProposalStatus): status is (typeof VISIBLE_STATUSES)[number] {
  return (VISIBLE_STATUSES as readonly ProposalStatus[]).includes(status);
}

/** Whether it can be supported and commented on, while the consultation is open. */
export function isOpen(status: ProposalStatus): status is (typeof OPEN_STATUSES)[number] {
  return (OPEN_STATUSES as readonly ProposalStatus[]).includes(status);
}
