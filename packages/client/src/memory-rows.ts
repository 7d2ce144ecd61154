import type { Contribution, Receipt } from '@cnr-widgets/contract';
import { refusal } from './memory-refusal.js';

/** A contribution that was recorded; its content is gone once it was withdrawn or replaced. */
export interface Row {
  contribution: Contribution | null;
  receipt: Receipt;
  /** The id of the proposal or comment that it made or corrects; of anything else its own. */
  made: string;
  end?: 'withdrawn' | 'replaced';
}

/** What was recorded, each id once. */
export class Rows {
  readonly #rows = new Map<string, Row>();

  live(): Contribution[] {
    return [...this.#rows.values()].flatMap(({ contribution }) => contribution ?? []);
  }

  add(row: Row): void {
    this.#rows.set(row.receipt.id, row);
  }

  /** The receipt of what was recorded under this id. @throws ClientError `withdrawn`, `content-conflict` */
  replay(id: string, contentHash: string): Receipt | undefined {
    const known = this.#rows.get(id);
    if (known?.end === 'withdrawn') throw refusal(410, 'withdrawn');
    if (known && known.receipt.contentHash !== contentHash) throw refusal(422, 'content-conflict');
    return known?.receipt;
  }

  /**
   * What a receipt code stands for.
   * @throws ClientError `unknown-receipt-code`, `withdrawn`, `already-replaced`
   */
  byCode(consultation: string, code: string): Row & { contribution: Contribution } {
    const row = [...this.#rows.values()].find(
      ({ receipt }) => receipt.code === code && receipt.consultation === consultation,
    );
    if (row?.end === 'withdrawn') throw refusal(410, 'withdrawn');
    if (row?.end === 'replaced') throw refusal(409, 'already-replaced');
    if (!row?.contribution) throw refusal(404, 'unknown-receipt-code');
    return row as Row & { contribution: Contribution };
  }
}

/** What it said is gone. */
export function end(row: Row, by: NonNullable<Row['end']>): void {
  row.contribution = null;
  row.end = by;
}

/** 16 characters of Crockford's base 32, 80 random bits. */
export function receiptCode(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  const letters = Array.from(bytes, (byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(byte % 32)).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
