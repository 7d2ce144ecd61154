import {
  canonicalJson,
  replacedBy,
  type Contribution,
  type ContributionOf,
  type Receipt,
} from '@cnr-widgets/contract';
import { ClientError } from '../errors.js';

/** Fast and synchronous, so that a simulated turn ends when its promises do. Nobody here tries to collide. */
export function quickHash(contribution: Contribution): string {
  let hash = 0x811c9dc5;
  for (const letter of canonicalJson(contribution)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(64, '0');
}

type Support = ContributionOf<'support'>;

/** The backend's rules on replay, conflict, replacement and supports, and nothing else of it. */
export class SimulatedServer {
  /** By subject and pseudonym: the press that decides. */
  readonly #decisive = new Map<string, Support>();
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
    if (contribution.kind === 'support') this.#decide(contribution);
    return receipt;
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  /** What decides about a subject, of each person that ever pressed. */
  decisive(subject: string): Support[] {
    return [...this.#decisive.values()].filter(({ payload }) => payload.subject === subject);
  }

  /** How many support a subject. */
  count(subject: string): number {
    return this.decisive(subject).filter(({ payload }) => payload.on).length;
  }

  #decide(press: Support): void {
    const key = `${press.payload.subject} ${press.payload.pseudonym}`;
    const known = this.#decisive.get(key);
    if (!known || isLater(press, known)) this.#decisive.set(key, press);
  }

  /** What counts: neither replaced nor withdrawn. */
  rows(): Contribution[] {
    return [...this.#rows.values()]
      .filter(({ replaced }) => !replaced)
      .map(({ contribution }) => contribution);
  }
}

/** By revision, then by the time on the device, then by id. */
function isLater(a: Support, b: Support): boolean {
  const by = a.payload.revision - b.payload.revision || Date.parse(a.createdAt) - Date.parse(b.createdAt);
  return by === 0 ? a.id > b.id : by > 0;
}

export function refusal(status: number, code: string): ClientError {
  return new ClientError(code, code, { status, problem: { type: 'about:blank', title: code, status, code } });
}
