import { idIn, type ContributionKind, type ProposalPage, type ProposalQuery } from '@cnr-widgets/contract';
import { peekEntries } from '@cnr-widgets/client/peek';
import type { Forum } from './forum.js';

/** The most that one call takes by their ids. */
const MOST_IDS = 50;

/**
 * What this device supported and proposed, the latest first. Looks only: nothing is created. What somebody supported and
 * what they wrote are asked for apart: nobody is told that the two are of one person.
 */
export async function readOwn(
  { backend: { descriptor }, published }: Forum,
  read: (query: ProposalQuery) => Promise<ProposalPage>,
): Promise<{ page: ProposalPage; supported: ReadonlySet<string> }> {
  const entries = await peekEntries({ consultation: published.consultation.id, descriptor });
  const idsOf = (kind: ContributionKind) =>
    new Set(
      entries
        .toReversed()
        .filter((entry) => entry.kind === kind && (kind === 'proposal' || entry.keep?.on))
        .map(({ id, keep }) => idIn(keep?.subject ?? id)),
    );
  const supported = idsOf('support');
  const pages = [supported, idsOf('proposal')]
    .map((ids) => [...ids].slice(0, MOST_IDS))
    // Nothing of this device's own: the backend need not be asked.
    .filter((ids) => ids.length > 0)
    .map((ids) => read({ ids }));
  const found = (await Promise.all(pages)).flatMap(({ proposals }) => proposals);
  const proposals = [...new Map(found.map((proposal) => [proposal.id, proposal])).values()];
  proposals.sort((a, b) => b.publishedOn.localeCompare(a.publishedOn));
  return { page: { proposals, total: proposals.length }, supported };
}
