import { CnrProposal } from '../proposals/opened/proposal.js';
import { CnrProposals } from '../proposals/proposals.js';
import { define } from './define.js';
import './support.js';

define('cnr-proposal', CnrProposal);
define('cnr-proposals', CnrProposals);

export type { CnrProposals };
export type * from '../events.js';
