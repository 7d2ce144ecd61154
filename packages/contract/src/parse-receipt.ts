import { isInstant, isLike, isText, readMembers } from './members.js';
import type { Receipt } from './receipt.js';

/** Reads what a backend acknowledges a contribution with. @throws ContractError */
export function parseReceipt(value: unknown): Receipt {
  return readMembers('receipt', value, {
    id: isText,
    consultation: isLike(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    contentHash: isLike(/^[0-9a-f]{64}$/),
    receivedAt: isInstant,
    late: (member) => typeof member === 'boolean',
    code: isLike(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/),
  }) as Receipt;
}
