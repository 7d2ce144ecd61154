import { Kysely, Migrator, PostgresDialect, sql, type ColumnType, type Generated } from 'kysely';
import pg from 'pg';
import type { Consultation, ContributionOf, Results } from '@cnr-widgets/contract';
import { openPool, type PoolOptions } from './database-pool.js';
import { consultationsAndAnswers } from './migrations/0001-consultations-and-answers.js';
import { proposalsAndSupports } from './migrations/0002-proposals-and-supports.js';
import { moderation } from './migrations/0003-moderation.js';
import { proofKey } from './migrations/0004-proof-key.js';
import { searchAtOnce } from './migrations/0005-search-at-once.js';
import { communes } from './migrations/0006-communes.js';
import { contours } from './migrations/0007-contours.js';
import { meetings } from './migrations/0008-meetings.js';
import { endSetAt } from './migrations/0009-end-set-at.js';
import { retention } from './migrations/0010-retention.js';
import { publishedResults } from './migrations/0011-published-results.js';
import { operatorScopes } from './migrations/0012-operator-scopes.js';
import type { GeoTables } from './geo/tables.js';
import type { MeetingTables } from './meetings/tables.js';
import type { ModerationTables } from './moderation/tables.js';
import type { ProposalTables } from './proposal-tables.js';
import type { RetentionTables } from './retention/tables.js';

/** Times are PostgreSQL's `timestamptz`, read as `Date` in milliseconds. */
type Instant = ColumnType<Date, Date, Date>;

interface ConsultationsTable {
  id: string;
  /** The version that is served. */
  version: number;
  /** Imported, not public yet. */
  draft: boolean;
}

interface ConsultationVersionsTable {
  consultation: string;
  version: number;
  /** As imported, `draft` and `$schema` left out: those are not part of what citizens answered. */
  definition: ColumnType<Omit<Consultation, 'draft'>, string, never>;
  content_hash: ColumnType<string, string, never>;
  imported_at: Instant;
}

/** `erased`: its time was over (`retention`). */
export type ReceivedState = 'live' | 'replaced' | 'withdrawn' | 'erased';

interface AnswersTable {
  id: string;
  consultation: string;
  definition_version: number;
  /** The whole contribution as it was sent. Null once it is replaced, withdrawn or erased. */
  contribution: ColumnType<ContributionOf<'answer'> | null, string, null>;
  /** Null once withdrawn or erased: with the id known, the hash of a short answer could be guessed back. */
  content_hash: string | null;
  code: string;
  received_at: Instant;
  late: boolean;
  state: ReceivedState;
  replaced_by: string | null;
}

interface PublishedResultsTable {
  consultation: string;
  /** Live answers that were received before are in them. */
  before: Instant;
  /** How many those were. */
  answers: number;
  results: ColumnType<Results, string, string>;
}

interface ProofKeyTable {
  only: Generated<true>;
  secret: string;
}

export interface Tables extends ProposalTables, ModerationTables, GeoTables, MeetingTables, RetentionTables {
  consultations: ConsultationsTable;
  consultation_versions: ConsultationVersionsTable;
  answers: AnswersTable;
  published_results: PublishedResultsTable;
  proof_key: ProofKeyTable;
}

export type Database = Kysely<Tables>;

/** A database that this program cannot work with, whatever the query: what to change is the operator's to know. */
export class UnusableDatabaseError extends Error {
  override readonly name = 'UnusableDatabaseError';

  /**
   * @param code `unreadable-url`: it is no address, or names a file of certificates that cannot be read (`cause`)
   * @param detail of `not-utf8` the encoding that it has, of `newer` a migration that is not known here
   */
  constructor(
    readonly code: 'unreadable-url' | 'not-utf8' | 'newer',
    readonly detail = '',
    cause?: unknown,
  ) {
    super(`the database cannot be used: ${code} ${detail}`.trimEnd(), { cause });
  }
}

/**
 * Opens a pool on PostgreSQL. Nothing connects before the first query. `destroy()` closes it.
 * @throws UnusableDatabaseError `unreadable-url`
 */
export function openDatabase(url: string, options: PoolOptions = {}): Database {
  refuseUnreadable(url);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, options) }) });
}

/** A password with / # or ? in it whose beginning could be a port: what is before would be taken for the server. */
const CUT_SHORT = /^\w+:\/\/[^@/?#]*(?:[/#][^?]*|\?[^=]*)@/;

/** The pool would read it at the first connection, which is too late to tell apart what is wrong. */
function refuseUnreadable(url: string): void {
  try {
    new pg.Client({ connectionString: url });
  } catch (error) {
    throw new UnusableDatabaseError('unreadable-url', '', error);
  }
  if (CUT_SHORT.test(url)) throw new UnusableDatabaseError('unreadable-url');
}

/**
 * Brings the tables up to date. Kysely holds an advisory lock meanwhile, so that two processes that start together
 * do it once.
 * @throws UnusableDatabaseError `not-utf8`, `newer`
 * @throws the database's own error; nothing is half done, each migration is a transaction.
 */
export async function migrate(db: Database): Promise<void> {
  await refuseOtherEncoding(db);
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => ({
        '0001-consultations-and-answers': consultationsAndAnswers,
        '0002-proposals-and-supports': proposalsAndSupports,
        '0003-moderation': moderation,
        '0004-proof-key': proofKey,
        '0005-search-at-once': searchAtOnce,
        '0006-communes': communes,
        '0007-contours': contours,
        '0008-meetings': meetings,
        '0009-end-set-at': endSetAt,
        '0010-retention': retention,
        '0011-published-results': publishedResults,
        '0012-operator-scopes': operatorScopes,
      }),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (!(error instanceof Error)) {
    if (error !== undefined) throw new Error('the migration failed', { cause: error });
    return;
  }
  // Kysely gives this no code.
  const [, unknown] = /previously executed migration (\S+) is missing/.exec(error.message) ?? [];
  throw unknown === undefined ? error : new UnusableDatabaseError('newer', unknown, error);
}

/** What citizens write has letters and signs that no other encoding holds. */
async function refuseOtherEncoding(db: Database): Promise<void> {
  const { rows } = await sql<{ encoding: string }>`
    select current_setting('server_encoding') as encoding`.execute(db);
  const encoding = rows[0]?.encoding ?? '';
  if (encoding !== 'UTF8') throw new UnusableDatabaseError('not-utf8', encoding);
}

/** SQLSTATE of PostgreSQL that say "not now": gone, starting, full, read-only, cancelled, deadlocked. */
const NOT_NOW = /^(08|53|57P|57014|25006|40001|40P01|58)/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE']);

/** Whether the same call may succeed later: the database is away, rather than the query wrong. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isUnavailable)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (NETWORK.has(code) || NOT_NOW.test(code)) return true;
  // A socket that is not there yet; of a file it says nothing about the database.
  if (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return true;
  // node-postgres gives these no code.
  return /connection terminated|timeout exceeded when trying to connect|query read timeout|client has encountered a connection error|client was closed/i.test(
    error.message,
  );
}
