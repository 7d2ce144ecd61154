import type { Retrieved } from './contribution.js';
import { readAs } from './shape.js';
import { retrievedShape } from './shapes/retrieved.js';

/** Reads what a receipt code reads back. @throws ContractError */
export function parseRetrieved(value: unknown): Retrieved {
  return readAs(retrievedShape, 'retrieved contribution', value) as Retrieved;
}
