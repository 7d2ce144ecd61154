import { isVisible, type ProposalStatus } from '@cnr-widgets/contract';

/** What a moderator can do with what a citizen wrote. `keep`: it stands, its reports are settled. */
export const ACTS = ['accept', 'refuse', 'restore', 'select', 'answer', 'archive', 'keep'] as const;
export type Act = (typeof ACTS)[number];

export type ModeratedKind = 'proposal' | 'comment';

/** What is decided upon, as far as the rules need to know it. */
export interface Moderated {
  kind: ModeratedKind;
  status: ProposalStatus;
  /** The organiser has answered it. */
  answered: boolean;
  /** Reports that nobody has settled yet. */
  openReports: number;
}

const ON_PROPOSALS: Readonly<Record<ProposalStatus, readonly Act[]>> = {
  submitted: ['accept', 'refuse'],
  published: ['refuse', 'select', 'answer', 'archive'],
  selected: ['refuse', 'restore', 'answer', 'archive'],
  answered: ['refuse', 'answer', 'archive'],
  archived: ['refuse', 'restore'],
  refused: ['restore'],
};

/** A comment is read or refused: it is neither selected nor answered. */
const ON_COMMENTS: Partial<typeof ON_PROPOSALS> = {
  submitted: ['accept', 'refuse'],
  published: ['refuse'],
  refused: ['restore'],
};

/** The acts that are possible now, in the order in which they are offered. */
export function possibleActs({ kind, status, openReports }: Omit<Moderated, 'answered'>): Act[] {
  const acts = (kind === 'proposal' ? ON_PROPOSALS : ON_COMMENTS)[status] ?? [];
  return isVisible(status) && openReports > 0 ? ['keep', ...acts] : [...acts];
}

/** The status after an act; undefined when the act is not possible. */
export function statusAfter(act: Act, moderated: Moderated): ProposalStatus | undefined {
  if (!possibleActs(moderated).includes(act)) return undefined;
  switch (act) {
    case 'accept':
      return 'published';
    case 'refuse':
      return 'refused';
    case 'restore':
      // An answer that was given is public again with what it answers.
      return moderated.answered ? 'answered' : 'published';
    case 'select':
      return 'selected';
    case 'answer':
      return 'answered';
    case 'archive':
      return 'archived';
    case 'keep':
      return moderated.status;
  }
}
