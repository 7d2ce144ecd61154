import type { Contribution } from '@cnr-widgets/contract';
import { sql, type Insertable, type Selectable, type Transaction } from 'kysely';
import { receiptOf, stillLive, type Acknowledgeable } from './acknowledgement.js';
import type { AnyVersion, PublicConsultation } from './consultations.js';
import type { Database, Tables } from './database.js';
import { ProblemError } from './problems.js';
import { newReceiptCode, readReceiptCode } from './receipt-code.js';

/** The tables of what devices sent: answers stand alone, so that nothing leads from them to a person. */
interface Rows {
  answers: Selectable<Tables['answers']>;
  sent: Selectable<Tables['sent']>;
}
interface NewRows {
  answers: Insertable<Tables['answers']>;
  sent: Insertable<Tables['sent']>;
}
type Received = keyof Rows;

/** A contribution on its way to its tables, with what was found out of it already. */
export interface Incoming<Sent extends Contribution = Contribution> {
  contribution: Sent;
  hash: string;
  receivedAt: Date;
  late: boolean;
  /** As it is served. */
  consultation: PublicConsultation;
  /** The definition that the citizen saw. */
  version: AnyVersion;
}

/** What a receipt code must belong to, where that is known. */
export interface Belonging {
  consultation?: string;
  /** Of the contribution. */
  id?: string;
}

/** What every row of what was received begins with. */
export function receivedColumns({ contribution, hash, receivedAt, late }: Incoming) {
  return {
    id: contribution.id,
    consultation: contribution.consultation,
    contribution: JSON.stringify(contribution),
    content_hash: hash,
    code: newReceiptCode(),
    received_at: receivedAt,
    late,
    state: 'live' as const,
    replaced_by: null,
  };
}

/** Undefined when the id is taken. */
export async function insertRow<Name extends Received>(
  db: Database,
  table: Name,
  row: NewRows[Name],
): Promise<Acknowledgeable | undefined> {
  const columns = Object.entries(row);
  const { rows } = await sql<Acknowledgeable>`
    insert into ${sql.table(table)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
    values (${sql.join(columns.map(([, value]) => sql.val(value)))})
    on conflict (id) do nothing
    returning consultation, received_at, late, code`.execute(db);
  return rows[0];
}

export async function rowById<Name extends Received>(
  db: Database,
  table: Name,
  id: string,
): Promise<Rows[Name] | undefined> {
  const { rows } = await sql<Rows[Name]>`select * from ${sql.table(table)} where id = ${id}`.execute(db);
  return rows[0];
}

/** @param consultation that it must be of, where that is known */
export async function rowByCode<Name extends Received>(
  db: Database,
  table: Name,
  typedCode: string,
  consultation?: string,
): Promise<Rows[Name] | undefined> {
  const { rows } = await byCode(table, typedCode, consultation).execute(db);
  return rows[0];
}

/**
 * What is live under a receipt code.
 * @throws ProblemError `already-replaced`, `withdrawn`, `erased`
 */
export function readBack(row: Rows[Received]) {
  const { contribution, content_hash } = stillLive(row);
  if (!contribution || content_hash === null) throw new Error('what is live has its content');
  return { contribution, receipt: receiptOf(contribution.id, content_hash, row) };
}

/**
 * Puts a row in the place of the one of a receipt code, which loses its content; its hash stays, so that a replay of
 * it hears its receipt. Undefined when the id is taken.
 * @param change what else the correction changes, once it is sure that it may
 * @throws ProblemError `unknown-receipt-code`, `withdrawn`, `erased`, `already-replaced`, and whatever `change` throws
 */
export async function replaceRow<Name extends Received>(
  transaction: Transaction<Tables>,
  table: Name,
  row: NewRows[Name],
  replaces: string,
  change?: () => Promise<void>,
): Promise<Acknowledgeable | undefined> {
  // The row first: of two copies of one correction in flight, the second waits here and is then a replay.
  const inserted = await insertRow(transaction, table, row);
  if (!inserted) return undefined;
  const replaced = stillLive(await lockByCode(transaction, table, replaces, row.consultation));
  await change?.();
  await sql`
    update ${sql.table(table)} set state = 'replaced', replaced_by = ${row.id}, contribution = null
    where id = ${replaced.id}`.execute(transaction);
  return inserted;
}

/**
 * Erases what a contribution said, and the hash of whatever it had replaced. Doing it again changes nothing.
 * @param undo what it had done elsewhere, before its content goes
 * @throws ProblemError `unknown-receipt-code`, `already-replaced`
 */
export function withdrawRow<Name extends Received>(
  db: Database,
  table: Name,
  typedCode: string,
  { consultation, id }: Belonging,
  undo?: (transaction: Transaction<Tables>, row: Rows[Name]) => Promise<void>,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const row = await lockByCode(transaction, table, typedCode, consultation);
    if (id !== undefined && row.id !== id.toLowerCase()) throw new ProblemError('unknown-receipt-code');
    if (row.state === 'replaced') throw new ProblemError('already-replaced');
    if (row.state !== 'live') return;
    await undo?.(transaction, row);
    await sql`
      with recursive chain (id) as (
        select ${row.id}::uuid
        union select replaced.id from ${sql.table(table)} replaced join chain on replaced.replaced_by = chain.id
      )
      update ${sql.table(table)} set state = 'withdrawn', contribution = null, content_hash = null
      where id in (select id from chain)`.execute(transaction);
  });
}

/** Locked until the transaction ends: of two that change one contribution, the second sees what the first did. */
async function lockByCode<Name extends Received>(
  transaction: Transaction<Tables>,
  table: Name,
  typedCode: string,
  consultation: string | undefined,
): Promise<Rows[Name]> {
  const { rows } = await sql<Rows[Name]>`${byCode(table, typedCode, consultation)} for update`.execute(
    transaction,
  );
  const [row] = rows;
  if (!row) throw new ProblemError('unknown-receipt-code');
  return row;
}

function byCode<Name extends Received>(table: Name, typedCode: string, consultation: string | undefined) {
  const there = consultation === undefined ? sql`` : sql`and consultation = ${consultation}`;
  return sql<Rows[Name]>`
    select * from ${sql.table(table)} where code = ${readReceiptCode(typedCode) ?? ''} ${there}`;
}
