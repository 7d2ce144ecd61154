import { parseAs } from './parse.js';
import { receipt, type Receipt } from './receipt.js';

/** Reads what a backend acknowledges a contribution with. @throws ContractError */
export function parseReceipt(value: unknown): Receipt {
  return parseAs(receipt, 'receipt', value);
}
