import type { ColumnType, Generated } from 'kysely';
import type { Contribution, ContributionKind, OfficialAnswer, ProposalStatus } from '@cnr-widgets/contract';
import type { ReceivedState } from './database.js';

type Instant = ColumnType<Date, Date, Date>;
type InstantOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** Every contribution but an answer. */
export type SentContribution = Exclude<Contribution, { kind: 'answer' }>;
type SentKind = Exclude<ContributionKind, 'answer'>;

interface SentTable {
  id: string;
  consultation: string;
  kind: SentKind;
  /** As it was sent. Null once it is replaced, withdrawn or erased. */
  contribution: ColumnType<SentContribution | null, string, null>;
  /** Null once withdrawn or erased. */
  content_hash: string | null;
  code: string;
  received_at: Instant;
  late: boolean;
  state: ReceivedState;
  replaced_by: string | null;
  /** The proposal or comment that it made, or is about. */
  subject: string;
}

interface ProposalsTable {
  id: string;
  consultation: string;
  definition_version: number;
  /** SHA-256. */
  pseudonym: Buffer;
  /** Empty once withdrawn, as `body` is. */
  title: string;
  body: string;
  theme: string | null;
  territory: string | null;
  name: string | null;
  status: ProposalStatus;
  /** The moderator's, for `refused`. */
  reason: string | null;
  answer: ColumnType<OfficialAnswer | null, string | null | undefined, string | null>;
  created_at: Instant;
  received_at: Instant;
  published_at: InstantOrNull;
  changed_at: Instant;
  withdrawn: Generated<boolean>;
  /** Lacks what `support_deltas` holds still. */
  supports: Generated<number>;
  trend: Generated<number>;
  trend_due: InstantOrNull;
}

interface CommentsTable {
  id: string;
  proposal: string;
  consultation: string;
  pseudonym: Buffer;
  /** Empty once withdrawn. */
  body: string;
  name: string | null;
  status: 'submitted' | 'published' | 'refused';
  reason: string | null;
  created_at: Instant;
  received_at: Instant;
  published_at: InstantOrNull;
  changed_at: Instant;
  withdrawn: Generated<boolean>;
}

interface ReportsTable {
  id: string;
  consultation: string;
  /** `proposal:<uuid>` or `comment:<uuid>`. */
  subject: string;
  pseudonym: Buffer;
  reason: string;
  body: string | null;
  received_at: Instant;
  handled_at: InstantOrNull;
}

interface SupportsTable {
  proposal: string;
  pseudonym: Buffer;
  active: boolean;
  /** What `active` was before the last change. */
  was: boolean;
  revision: number;
  created_at: Instant;
  /** The contribution that decided. */
  contribution: string;
  /** When the first one came. */
  received_at: Instant;
}

interface SupportDeltasTable {
  id: Generated<string>;
  proposal: string;
  delta: number;
}

interface ProposalSearchTable {
  proposal: string;
  /** `tsvector`. */
  words: string;
  plain: string;
}

export interface ProposalTables {
  sent: SentTable;
  proposals: ProposalsTable;
  comments: CommentsTable;
  reports: ReportsTable;
  supports: SupportsTable;
  support_deltas: SupportDeltasTable;
  proposal_search: ProposalSearchTable;
}
