import { calendarDay, type Contribution, type Retrieved, type Standing } from '@cnr-widgets/contract';
import type { Selectable, Transaction } from 'kysely';
import {
  acknowledge,
  isLate,
  type Acknowledgeable,
  type Acknowledged,
  type Admission,
} from './acknowledgement.js';
import { recordAnswer } from './answers.js';
import { recordComment, withdrawComment } from './comment-writes.js';
import type { Consultations } from './consultations.js';
import type { Database, Tables } from './database.js';
import { recordRegistration, withdrawRegistration } from './meetings/registration-writes.js';
import { ProblemError } from './problems.js';
import type { SentContribution } from './proposal-tables.js';
import { recordProposal, withdrawProposal } from './proposal-writes.js';
import { readBack, rowByCode, rowById, withdrawRow, type Belonging, type Incoming } from './received.js';
import { recordReport, withdrawReport } from './report-writes.js';
import { inForum } from './sent.js';
import { recordSupport, withdrawSupport } from './support-writes.js';

/** Everything that devices send, by its kind: recorded, read back and withdrawn by its receipt code. */
export class Contributions {
  constructor(
    private readonly db: Database,
    private readonly consultations: Consultations,
    private readonly now: () => Date,
  ) {}

  /**
   * Records a contribution, or finds that it was recorded. When this returns, the row is committed.
   * @param admit asked before something new is recorded; a replay is acknowledged whatever it throws
   * @throws ProblemError whatever `admit` throws; `content-conflict`, `withdrawn`, `unknown-consultation`,
   * `not-open-yet`, `closed`, `unknown-version`, `not-offered`, and those of the kind
   */
  async accept(contribution: Contribution, admit?: Admission): Promise<Acknowledged> {
    const table = contribution.kind === 'answer' ? 'answers' : 'sent';
    return acknowledge(contribution, {
      admit,
      record: async (hash) => record(this.db, await this.arriving(contribution, hash)),
      rowOf: (id) => rowById(this.db, table, id),
    });
  }

  /**
   * What a receipt code reads back, with its standing and its subject where it is moderated.
   * @throws ProblemError `unknown-receipt-code`, `already-replaced`, `withdrawn`
   */
  async retrieve(consultation: string, typedCode: string): Promise<Retrieved> {
    const sent = await rowByCode(this.db, 'sent', typedCode, consultation);
    const found = sent ?? (await rowByCode(this.db, 'answers', typedCode, consultation));
    if (!found) throw new ProblemError('unknown-receipt-code');
    const read = readBack(found);
    const standing = sent && (await this.standingOf(sent));
    return standing ? { ...read, subject: `${sent.kind}:${sent.subject}`, standing } : read;
  }

  /**
   * Withdraws a contribution: what it said is erased at once, with the hash of whatever it had replaced. Doing it
   * again changes nothing.
   * @throws ProblemError `unknown-receipt-code`, `already-replaced`
   */
  async withdraw(typedCode: string, where: Belonging = {}): Promise<void> {
    const sent = await rowByCode(this.db, 'sent', typedCode, where.consultation);
    if (!sent) return withdrawRow(this.db, 'answers', typedCode, where);
    return withdrawRow(this.db, 'sent', typedCode, where, (transaction, { contribution, subject }) => {
      if (!contribution) throw new Error('what is live has its content');
      return undo(transaction, contribution, subject, this.now());
    });
  }

  /** @throws ProblemError `unknown-consultation`, `not-open-yet`, `closed`, `unknown-version` */
  private async arriving(contribution: Contribution, hash: string): Promise<Incoming> {
    const consultation = await this.consultations.find(contribution.consultation);
    if (!consultation) throw new ProblemError('unknown-consultation');
    const receivedAt = this.now();
    const late = isLate(consultation, contribution, receivedAt);
    const version = await this.consultations.versionOf(
      contribution.consultation,
      contribution.definitionVersion,
    );
    if (!version) throw new ProblemError('unknown-version');
    return { contribution, hash, receivedAt, late, consultation, version };
  }

  private async standingOf({
    kind,
    subject,
    consultation,
  }: Selectable<Tables['sent']>): Promise<Standing | undefined> {
    if (kind !== 'proposal' && kind !== 'comment') return undefined;
    const row = await this.db
      .selectFrom(kind === 'proposal' ? 'proposals' : 'comments')
      .select(['status', 'reason', 'changed_at'])
      .where('id', '=', subject)
      .executeTakeFirstOrThrow();
    const found = await this.consultations.find(consultation);
    const date = calendarDay(row.changed_at, found?.definition.timeZone ?? 'UTC');
    return { status: row.status, date, ...(row.reason !== null && { reason: row.reason }) };
  }
}

/** By its kind. Undefined when the id is taken. @throws ProblemError `not-offered`, and those of the kind */
async function record(
  db: Database,
  { contribution, ...rest }: Incoming,
): Promise<Acknowledgeable | undefined> {
  switch (contribution.kind) {
    case 'answer':
      return recordAnswer(db, { ...rest, contribution });
    case 'support':
      return recordSupport(db, inForum({ ...rest, contribution }));
    case 'proposal':
      return recordProposal(db, inForum({ ...rest, contribution }));
    case 'comment':
      return recordComment(db, inForum({ ...rest, contribution }));
    case 'report':
      return recordReport(db, inForum({ ...rest, contribution }));
    case 'registration':
      return recordRegistration(db, { ...rest, contribution });
  }
}

/** What a contribution did besides being there, before its content goes. */
async function undo(
  transaction: Transaction<Tables>,
  contribution: SentContribution,
  subject: string,
  now: Date,
): Promise<void> {
  switch (contribution.kind) {
    case 'support':
      return withdrawSupport(transaction, subject, contribution);
    case 'proposal':
      return withdrawProposal(transaction, subject, now);
    case 'comment':
      return withdrawComment(transaction, subject, now);
    case 'report':
      return withdrawReport(transaction, contribution);
    case 'registration':
      return withdrawRegistration(transaction, subject);
  }
}
