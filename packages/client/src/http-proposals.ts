// A module of its own, and loaded when it is called: neither a card nor a support button shows a list of proposals.
import {
  parseCommentPage,
  parseProposal,
  parseProposalPage,
  type CommentPage,
  type Proposal,
  type ProposalPage,
  type ProposalQuery,
} from '@cnr-widgets/contract';
import type { CallOptions } from './backend.js';
import { parsed } from './request.js';

/** One call to read something below `/v1/consultations/{consultation}`. */
type Call = (consultation: string, path: string, options: CallOptions | undefined) => Promise<unknown>;

export async function proposals(
  call: Call,
  consultation: string,
  query: ProposalQuery,
  options?: CallOptions,
): Promise<ProposalPage> {
  const { search, theme, territory, answered, ids, sort, cursor } = query;
  const filters = { search, theme, territory, answered, ids: ids?.join(), sort, cursor };
  return parsed(parseProposalPage, await call(consultation, `/proposals${asked(filters)}`, options));
}

export async function similar(
  call: Call,
  consultation: string,
  text: string,
  options?: CallOptions,
): Promise<ProposalPage> {
  const path = `/proposals/similar${asked({ text })}`;
  return parsed(parseProposalPage, await call(consultation, path, options));
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

export async function comments(
  call: Call,
  consultation: string,
  id: string,
  cursor: string | undefined,
  options?: CallOptions,
): Promise<CommentPage> {
  const path = `/proposals/${encodeURIComponent(id)}/comments${asked({ cursor })}`;
  return parsed(parseCommentPage, await call(consultation, path, options));
}

/** What is absent does not narrow, so it is left out; so is a list of ids that is not given, not one that is empty. */
function asked(filters: Readonly<Record<string, string | boolean | undefined>>): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== false);
  return given.length === 0 ? '' : `?${given.map(([name, value]) => `${name}=${part(value)}`).join('&')}`;
}

const part = (value: string | boolean | undefined) => encodeURIComponent(String(value));
