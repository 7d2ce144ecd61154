// A module of its own, and loaded when it is called: neither a card nor a support button shows a list of proposals. What
// is read beside a form is in http-writing.ts.
import {
  parseProposal,
  parseProposalPage,
  type Proposal,
  type ProposalPage,
  type ProposalQuery,
} from '@cnr-widgets/contract';
import type { CallOptions } from './backend.js';
import { parsed, posted, type Call } from './request.js';

export async function proposals(
  call: Call,
  consultation: string,
  query: ProposalQuery,
  options?: CallOptions,
): Promise<ProposalPage> {
  const { search, theme, territory, answered, ids, sort, cursor } = query;
  const filters = asked({ search, theme, territory, answered, sort, cursor });
  const path = `/proposals${ids ? '/by-id' : ''}${filters}`;
  return parsed(parseProposalPage, await call(consultation, path, options, ids && posted({ ids })));
}

export async function proposal(
  call: Call,
  consultation: string,
  id: string,
  options?: CallOptions,
): Promise<Proposal> {
  const path = `/proposals/${encodeURIComponent(id)}`;
  return parsed(parseProposal, await call(consultation, path, options));
}

/** What is absent does not narrow, so it is left out. */
export function asked(filters: Readonly<Record<string, string | boolean | undefined>>): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== false);
  const query = new URLSearchParams(given.map(([name, value]) => [name, `${value}`])).toString();
  return query && `?${query}`;
}
