import type { Contribution, Retrieved, Standing } from '@cnr-widgets/contract';
import {
  acknowledge,
  isLate,
  receiptOf,
  stillLive,
  type Acknowledgeable,
  type Acknowledged,
  type Admission,
} from './acknowledgement.js';
import { Answers } from './answers.js';
import { dayIn } from './calendar-day.js';
import { recordComment, withdrawComment } from './comment-writes.js';
import type { Consultations } from './consultations.js';
import type { Database } from './database.js';
import { ProblemError } from './problems.js';
import type { SentContribution } from './proposal-tables.js';
import { recordProposal, withdrawProposal } from './proposal-writes.js';
import { recordReport, withdrawReport } from './report-writes.js';
import { lockByCode, markWithdrawn, sentByCode, sentById, type SentRow } from './sent.js';
import { recordSupport, withdrawSupport } from './support-writes.js';

/** Everything that devices send, by its kind: recorded, read back and withdrawn by its receipt code. */
export class Contributions {
  private readonly answers: Answers;

  constructor(
    private readonly db: Database,
    private readonly consultations: Consultations,
    private readonly now: () => Date,
  ) {
    this.answers = new Answers(db, consultations, now);
  }

  /**
   * Records a contribution, or finds that it was recorded. When this returns, the row is committed.
   * @param admit asked before something new is recorded; a replay is acknowledged whatever it throws
   * @throws ProblemError whatever `admit` throws; `content-conflict`, `withdrawn`, `unknown-consultation`,
   * `not-open-yet`, `closed`, `unknown-version`, `not-offered`, and those of the kind
   */
  async accept(contribution: Contribution, admit?: Admission): Promise<Acknowledged> {
    if (contribution.kind === 'answer') return this.answers.accept(contribution, admit);
    return acknowledge(contribution, {
      admit,
      record: (hash) => this.record(contribution, hash),
      rowOf: (id) => sentById(this.db, id),
    });
  }

  /**
   * What a receipt code reads back, with its standing where it is moderated.
   * @throws ProblemError `unknown-receipt-code`, `already-replaced`, `withdrawn`
   */
  async retrieve(consultation: string, typedCode: string): Promise<Retrieved> {
    const found = await sentByCode(this.db, typedCode, consultation).executeTakeFirst();
    if (!found) return this.answers.retrieve(consultation, typedCode);
    const { contribution, content_hash } = stillLive(found);
    if (!contribution || content_hash === null) throw new Error('what is live has its content');
    const standing = await this.standingOf(found);
    const receipt = receiptOf(contribution.id, content_hash, found);
    return standing ? { contribution, receipt, standing } : { contribution, receipt };
  }

  /**
   * Withdraws a contribution: what it said is erased at once, with the hash of whatever it had replaced. Doing it
   * again changes nothing.
   * @param where the consultation and contribution that the code must belong to, where they are known
   * @throws ProblemError `unknown-receipt-code`, `already-replaced`
   */
  async withdraw(typedCode: string, where: { consultation?: string; id?: string } = {}): Promise<void> {
    const found = await sentByCode(this.db, typedCode, where.consultation).executeTakeFirst();
    if (!found) return this.answers.withdraw(typedCode, where);
    await this.db.transaction().execute(async (transaction) => {
      const row = await lockByCode(transaction, typedCode, where.consultation);
      if (where.id !== undefined && row.id !== where.id.toLowerCase()) {
        throw new ProblemError('unknown-receipt-code');
      }
      if (row.state === 'replaced') throw new ProblemError('already-replaced');
      const { contribution, subject } = row;
      if (!contribution) return;
      switch (contribution.kind) {
        case 'support':
          await withdrawSupport(transaction, subject, contribution);
          break;
        case 'proposal':
          await withdrawProposal(transaction, subject, this.now());
          break;
        case 'comment':
          await withdrawComment(transaction, subject, this.now());
          break;
        case 'report':
          await withdrawReport(transaction, contribution);
      }
      await markWithdrawn(transaction, row.id);
    });
  }

  private async record(contribution: SentContribution, hash: string): Promise<Acknowledgeable | undefined> {
    const consultation = await this.consultations.find(contribution.consultation);
    if (!consultation) throw new ProblemError('unknown-consultation');
    const receivedAt = this.now();
    const late = isLate(consultation, contribution, receivedAt);
    const version = await this.consultations.versionOf(
      contribution.consultation,
      contribution.definitionVersion,
    );
    if (!version) throw new ProblemError('unknown-version');
    if (contribution.kind === 'registration') throw new ProblemError('not-offered');
    const { proposals: rules } = consultation.definition;
    const { proposals: seen } = version;
    if (!rules || !seen) throw new ProblemError('not-offered', { detail: 'it asks for no proposals' });
    const incoming = { hash, receivedAt, late, consultation, rules, seen };
    switch (contribution.kind) {
      case 'support':
        return recordSupport(this.db, { ...incoming, contribution });
      case 'proposal':
        return recordProposal(this.db, { ...incoming, contribution });
      case 'comment':
        return recordComment(this.db, { ...incoming, contribution });
      case 'report':
        return recordReport(this.db, { ...incoming, contribution });
    }
  }

  private async standingOf({ kind, subject, consultation }: SentRow): Promise<Standing | undefined> {
    if (kind !== 'proposal' && kind !== 'comment') return undefined;
    const row = await this.db
      .selectFrom(kind === 'proposal' ? 'proposals' : 'comments')
      .select(['status', 'reason', 'changed_at'])
      .where('id', '=', subject)
      .executeTakeFirstOrThrow();
    const found = await this.consultations.find(consultation);
    const date = dayIn(found?.definition.timeZone ?? 'UTC', row.changed_at);
    return { status: row.status, date, ...(row.reason !== null && { reason: row.reason }) };
  }
}
