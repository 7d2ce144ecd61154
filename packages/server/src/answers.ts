import { checkAnswer, type ContributionOf, type Retrieved } from '@cnr-widgets/contract';
import { sql, type Insertable, type Selectable, type Transaction } from 'kysely';
import {
  acknowledge,
  isLate,
  receiptOf,
  stillLive,
  type Acknowledgeable,
  type Acknowledged,
  type Admission,
} from './acknowledgement.js';
import type { Consultations } from './consultations.js';
import type { Database, Tables } from './database.js';
import { ProblemError } from './problems.js';
import { newReceiptCode, readReceiptCode } from './receipt-code.js';

type Row = Selectable<Tables['answers']>;

/** Answers, from the envelope to the row: the only writer of the table `answers`. */
export class Answers {
  constructor(
    private readonly db: Database,
    private readonly consultations: Consultations,
    private readonly now: () => Date,
  ) {}

  /**
   * Records an answer, or finds that it was recorded. When this returns, the row is committed.
   * @throws ProblemError `content-conflict`, `withdrawn`, `unknown-consultation`, `not-open-yet`, `closed`,
   * `unknown-version`, `not-offered`, `invalid-contribution`, and for a correction `unknown-receipt-code`, `already-replaced`
   */
  async accept(contribution: ContributionOf<'answer'>, admit?: Admission): Promise<Acknowledged> {
    return acknowledge(contribution, {
      admit,
      record: (hash) => this.record(contribution, hash),
      rowOf: (id) => rowOf(this.db, id),
    });
  }

  /**
   * What a receipt code reads back.
   * @throws ProblemError `unknown-receipt-code`, `already-replaced`, `withdrawn`
   */
  async retrieve(consultation: string, typedCode: string): Promise<Retrieved> {
    const row = known(await byCode(this.db, typedCode, consultation).executeTakeFirst());
    const { contribution, content_hash } = stillLive(row);
    if (!contribution || content_hash === null) throw new Error('a live answer has its content');
    return { contribution, receipt: receiptOf(contribution.id, content_hash, row) };
  }

  /**
   * Withdraws an answer: what it said is erased at once, with the hash of whatever it had replaced. Doing it again
   * changes nothing.
   * @param where the consultation and contribution that the code must belong to, where they are known
   * @throws ProblemError `unknown-receipt-code`, `already-replaced`
   */
  async withdraw(typedCode: string, where: { consultation?: string; id?: string } = {}): Promise<void> {
    await this.db.transaction().execute(async (transaction) => {
      const row = await lockByCode(transaction, typedCode, where.consultation);
      if (where.id !== undefined && row.id !== where.id.toLowerCase()) {
        throw new ProblemError('unknown-receipt-code');
      }
      if (row.state === 'replaced') throw new ProblemError('already-replaced');
      await sql`
        with recursive chain (id) as (
          select ${row.id}::uuid
          union select answers.id from answers join chain on answers.replaced_by = chain.id
        )
        update answers set state = 'withdrawn', contribution = null, content_hash = null
        where id in (select id from chain)`.execute(transaction);
    });
  }

  /** Checks and inserts; undefined when the id is taken, by this answer or another. @throws ProblemError */
  private async record(
    contribution: ContributionOf<'answer'>,
    hash: string,
  ): Promise<Acknowledgeable | undefined> {
    const consultation = await this.consultations.find(contribution.consultation);
    if (!consultation) throw new ProblemError('unknown-consultation');
    const receivedAt = this.now();
    const late = isLate(consultation, contribution, receivedAt);
    await this.check(contribution);
    const row = {
      id: contribution.id,
      consultation: contribution.consultation,
      definition_version: contribution.definitionVersion,
      contribution: JSON.stringify(contribution),
      content_hash: hash,
      code: newReceiptCode(),
      received_at: receivedAt,
      late,
      state: 'live' as const,
      replaced_by: null,
    };
    const { replaces } = contribution.payload;
    if (replaces === undefined) return insert(this.db, row);
    return this.db.transaction().execute(async (transaction) => {
      // The row first: of two copies of one correction in flight, the second waits here and is then a replay.
      const inserted = await insert(transaction, row);
      if (!inserted) return undefined;
      const replaced = stillLive(await lockByCode(transaction, replaces, row.consultation));
      await transaction
        .updateTable('answers')
        .set({ state: 'replaced', replaced_by: row.id, contribution: null })
        .where('id', '=', replaced.id)
        .execute();
      return inserted;
    });
  }

  private async check(contribution: ContributionOf<'answer'>): Promise<void> {
    const answered = await this.consultations.versionOf(
      contribution.consultation,
      contribution.definitionVersion,
    );
    if (!answered) throw new ProblemError('unknown-version');
    const { questionnaire } = answered;
    if (!questionnaire) throw new ProblemError('not-offered', { detail: 'it asks no questions' });
    const faults = checkAnswer(questionnaire, contribution.payload);
    if (faults.length === 0) return;
    throw new ProblemError('invalid-contribution', {
      errors: faults.map(({ question, code, params }) => ({
        path: question,
        code,
        ...(params && { message: JSON.stringify(params) }),
      })),
    });
  }
}

function insert(db: Database, row: Insertable<Tables['answers']>): Promise<Acknowledgeable | undefined> {
  return db
    .insertInto('answers')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(['consultation', 'received_at', 'late', 'code'])
    .executeTakeFirst();
}

function rowOf(db: Database, id: string): Promise<Row | undefined> {
  return db.selectFrom('answers').selectAll().where('id', '=', id).executeTakeFirst();
}

function byCode(db: Database, typedCode: string, consultation?: string) {
  const query = db
    .selectFrom('answers')
    .selectAll()
    .where('code', '=', readReceiptCode(typedCode) ?? '');
  return consultation === undefined ? query : query.where('consultation', '=', consultation);
}

/** Locked until the transaction ends: of two that change one answer, the second sees what the first did. */
async function lockByCode(
  transaction: Transaction<Tables>,
  typedCode: string,
  consultation?: string,
): Promise<Row> {
  return known(await byCode(transaction, typedCode, consultation).forUpdate().executeTakeFirst());
}

function known(row: Row | undefined): Row {
  if (!row) throw new ProblemError('unknown-receipt-code');
  return row;
}
