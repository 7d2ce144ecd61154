import type { Receipt } from './receipt.js';
import { readAs } from './shape.js';
import { receiptShape } from './shapes/receipt.js';

/** Reads what a backend acknowledges a contribution with. @throws ContractError */
export function parseReceipt(value: unknown): Receipt {
  return readAs(receiptShape, 'receipt', value) as Receipt;
}
