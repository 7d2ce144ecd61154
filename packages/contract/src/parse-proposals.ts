import type { Proposal, ProposalPage } from './proposal.js';
import type { ProposalRules } from './proposal-rules.js';
import { readAs } from './shape.js';
import { proposalShape } from './shapes/proposal.js';
import { proposalPageShape } from './shapes/proposalPage.js';
import { proposalRulesShape } from './shapes/proposalRules.js';

/** Reads what a published consultation says of proposals. @throws ContractError */
export function parseProposalRules(value: unknown): ProposalRules {
  return readAs(proposalRulesShape, 'proposals', value) as ProposalRules;
}

/** Reads a page of proposals. @throws ContractError */
export function parseProposalPage(value: unknown): ProposalPage {
  return readAs(proposalPageShape, 'page of proposals', value) as ProposalPage;
}

/** Reads an opened proposal. @throws ContractError */
export function parseProposal(value: unknown): Proposal {
  return readAs(proposalShape, 'proposal', value) as Proposal;
}
