import { randomUUID } from 'node:crypto';
import type {
  CommentPayload,
  Consultation,
  ContributionKind,
  ContributionOf,
  ProposalPayload,
  ReportPayload,
  SupportPayload,
} from '@cnr-widgets/contract';
import { definition } from './definition.fixture.js';

/** A consultation that asks for proposals alone, shown at once. */
export function asking(
  id: string,
  rules: Partial<NonNullable<Consultation['proposals']>> = {},
  changes: Parameters<typeof definition>[0] = {},
): Consultation {
  const { questionnaire: _, ...rest } = definition({
    ...changes,
    id,
    proposals: {
      moderation: 'after',
      perWeek: 50,
      comments: true,
      themes: [
        { id: 'sante', label: 'Santé' },
        { id: 'ecole', label: 'École' },
      ],
      ...rules,
    },
  });
  return rest;
}

interface Sending {
  consultation?: string;
  id?: string;
  createdAt?: string;
  version?: number;
}

const sending = <Kind extends ContributionKind>(
  kind: Kind,
  payload: ContributionOf<Kind>['payload'],
  { consultation = 'idees', id = randomUUID(), createdAt, version = 1 }: Sending,
) => ({
  id,
  kind,
  consultation,
  definitionVersion: version,
  createdAt: createdAt ?? '2026-11-22T12:00:00.000+01:00',
  payload,
});

/** Valid contributions, each with a new id and, unless one is given, a new person. */
export function proposal(
  changes: Partial<ProposalPayload> = {},
  how: Sending = {},
): ContributionOf<'proposal'> {
  const payload = {
    pseudonym: randomUUID(),
    title: 'Un banc devant la mairie',
    text: 'Pour s’asseoir en attendant.',
    ...changes,
  };
  return sending('proposal', payload, how);
}

export function support(
  proposalId: string,
  changes: Partial<SupportPayload> = {},
  how: Sending = {},
): ContributionOf<'support'> {
  const payload = {
    pseudonym: randomUUID(),
    subject: `proposal:${proposalId}`,
    on: true,
    revision: 1,
    ...changes,
  };
  return sending('support', payload, how);
}

export function comment(
  proposalId: string,
  changes: Partial<CommentPayload> = {},
  how: Sending = {},
): ContributionOf<'comment'> {
  const payload = {
    pseudonym: randomUUID(),
    subject: `proposal:${proposalId}`,
    text: 'D’accord.',
    ...changes,
  };
  return sending('comment', payload, how);
}

export function report(
  subject: string,
  changes: Partial<ReportPayload> = {},
  how: Sending = {},
): ContributionOf<'report'> {
  return sending('report', { pseudonym: randomUUID(), subject, reason: 'spam', ...changes }, how);
}
