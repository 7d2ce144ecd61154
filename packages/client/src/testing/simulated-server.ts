import { canonicalJson, replacedBy, type Contribution, type Receipt } from '@cnr-widgets/contract';
import { ClientError } from '../errors.js';

/** Fast and synchronous, so that a simulated turn ends when its promises do. Nobody here tries to collide. */
export function quickHash(contribution: Contribution): string {
  let hash = 0x811c9dc5;
  for (const letter of canonicalJson(contribution)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(64, '0');
}

/** The backend's rules on replay, conflict and replacement, and nothing else of it. */
export class SimulatedServer {
  readonly #rows = new Map<string, { contribution: Contribution; receipt: Receipt; replaced: boolean }>();

  record(contribution: Contribution): Receipt {
    const contentHash = quickHash(contribution);
    const known = this.#rows.get(contribution.id);
    if (known && known.receipt.contentHash !== contentHash) throw refusal(422, 'content-conflict');
    if (known) return known.receipt;
    const replaces = replacedBy(contribution);
    const old = [...this.#rows.values()].find(({ receipt }) => receipt.code === replaces);
    if (replaces !== undefined && !old) throw refusal(404, 'unknown-receipt-code');
    if (old?.replaced) throw refusal(409, 'already-replaced');
    if (old) old.replaced = true;
    const { id, consultation } = contribution;
    const code = `CODE-${this.#rows.size}`;
    const receipt = { id, consultation, contentHash, receivedAt: contribution.createdAt, late: false, code };
    this.#rows.set(id, { contribution, receipt, replaced: false });
    return receipt;
  }

  /** What counts: neither replaced nor withdrawn. */
  rows(): Contribution[] {
    return [...this.#rows.values()]
      .filter(({ replaced }) => !replaced)
      .map(({ contribution }) => contribution);
  }
}

export function refusal(status: number, code: string): ClientError {
  return new ClientError(code, code, { status, problem: { type: 'about:blank', title: code, status, code } });
}
