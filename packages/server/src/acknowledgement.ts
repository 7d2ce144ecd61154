import { isTakenLate, type Contribution, type Receipt } from '@cnr-widgets/contract';
import type { PublicConsultation } from './consultations.js';
import { contentHash } from './content-hash.js';
import type { ReceivedState } from './database.js';
import { ProblemError } from './problems.js';

/** What a receipt is made of. */
export interface Acknowledgeable {
  consultation: string;
  received_at: Date;
  late: boolean;
  code: string;
}

/** A row that says that a contribution was recorded, and what became of it since. */
interface Recorded extends Acknowledgeable {
  state: ReceivedState;
  /** Null once withdrawn or erased. */
  content_hash: string | null;
}

/** `created` is false for a replay: the same content was there already. */
export interface Acknowledged {
  receipt: Receipt;
  created: boolean;
}

/** Asked before anything is recorded anew; a replay is acknowledged whatever it throws. @throws ProblemError */
export type Admission = () => Promise<void>;

interface Table<Row> {
  admit?: Admission | undefined;
  /** Checks and inserts; undefined when the id is taken, by this content or another. @throws ProblemError */
  record: (hash: string) => Promise<Acknowledgeable | undefined>;
  rowOf: (id: string) => Promise<Row | undefined>;
}

/**
 * Records a contribution, or finds that it was recorded. When this returns, the row is committed.
 * @throws ProblemError `content-conflict`, `withdrawn`, `erased`, and whatever `admit` and `record` refuse with
 */
export async function acknowledge<Row extends Recorded>(
  contribution: Contribution,
  { admit, record, rowOf }: Table<Row>,
): Promise<Acknowledged> {
  const { id } = contribution;
  const hash = contentHash(contribution);
  try {
    await admit?.();
    const created = await record(hash);
    if (created) return { receipt: receiptOf(id, hash, created), created: true };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // A device that lost our response must hear its receipt again, whatever closed or changed since.
    const before = await rowOf(id);
    if (!before) throw error;
    return replay(id, hash, before);
  }
  const winner = await rowOf(id);
  if (!winner) throw new Error('an id was taken, and is not there');
  return replay(id, hash, winner);
}

function replay(id: string, hash: string, row: Recorded): Acknowledged {
  refuseGone(row);
  if (row.content_hash !== hash) throw new ProblemError('content-conflict');
  return { receipt: receiptOf(id, hash, row), created: false };
}

/** `id` as the device wrote it: PostgreSQL reads a UUID back in lower case. */
export function receiptOf(id: string, hash: string, row: Acknowledgeable): Receipt {
  return {
    id,
    consultation: row.consultation,
    contentHash: hash,
    receivedAt: row.received_at.toISOString(),
    late: row.late,
    code: row.code,
  };
}

function refuseGone({ state }: Recorded): void {
  if (state === 'withdrawn' || state === 'erased') throw new ProblemError(state);
}

/** @throws ProblemError `withdrawn`, `erased`, `already-replaced` */
export function stillLive<Row extends Recorded>(row: Row): Row {
  refuseGone(row);
  if (row.state === 'replaced') throw new ProblemError('already-replaced');
  return row;
}

/**
 * Whether it comes within the days of grace.
 * @throws ProblemError `not-open-yet`, `closed`
 */
export function isLate(
  { definition }: Pick<PublicConsultation, 'definition'>,
  { createdAt, kind }: Contribution,
  now: Date,
): boolean {
  // A meeting has a window of its own, and nobody comes to it late.
  if (kind === 'registration') return false;
  if (now < new Date(definition.opensAt)) throw new ProblemError('not-open-yet');
  // What should not stand can be reported after closing as well.
  if (kind === 'report') return false;
  if (now < new Date(definition.closesAt)) return false;
  if (isTakenLate(definition, createdAt, now)) return true;
  throw new ProblemError('closed');
}
