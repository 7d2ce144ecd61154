import type { OfficialAnswer, ProposalStatus } from '@cnr-widgets/contract';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Act } from './rules.js';

type Instant = ColumnType<Date, Date, Date>;

interface JournalTable {
  /** A `bigint`, which `pg` reads as a string. */
  id: GeneratedAlways<string>;
  at: Instant;
  actor: string;
  consultation: string;
  subject: string;
  /** `read-names`: somebody read who registered for a meeting. */
  act: Act | 'read-names';
  reason: ColumnType<string | null, string | null | undefined, never>;
  /** Null where nothing was decided. */
  before: ColumnType<ProposalStatus | null, ProposalStatus | undefined, never>;
  after: ColumnType<ProposalStatus | null, ProposalStatus | undefined, never>;
  answer: ColumnType<OfficialAnswer | null, string | null | undefined, never>;
}

interface OperatorTokensTable {
  id: GeneratedAlways<number>;
  name: string;
  selector: string;
  token_hash: Buffer;
  created_at: Instant;
  revoked_at: ColumnType<Date | null, Date | undefined, Date>;
  failures: Generated<number>;
  failures_since: ColumnType<Date | null, never, Date>;
  /** Null: all. */
  consultations: ColumnType<string[] | null, readonly string[] | null, never>;
  moderates: boolean;
  reads_names: boolean;
  ends_at: ColumnType<Date | null, Date | null, never>;
}

interface OperatorSessionsTable {
  id_hash: Buffer;
  operator: number;
  created_at: Instant;
  expires_at: Instant;
}

export interface ModerationTables {
  moderation_journal: JournalTable;
  operator_tokens: OperatorTokensTable;
  operator_sessions: OperatorSessionsTable;
}
