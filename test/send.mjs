// What somebody else's device sends, without a page.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

/**
 * Each time as another person.
 * @param {number} [definitionVersion] that this person saw
 * @returns the receipt
 */
export async function send(stage, consultation, kind, payload, definitionVersion = 1) {
  const id = randomUUID();
  const contribution = {
    id,
    kind,
    consultation,
    definitionVersion,
    createdAt: new Date().toISOString(),
    payload: { pseudonym: randomUUID(), ...payload },
  };
  const address = `${stage.proxy.url}/v1/consultations/${consultation}/contributions/${id}`;
  const response = await fetch(address, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(contribution),
  });
  const receipt = await response.json();
  assert.equal(response.status, 201, JSON.stringify(receipt));
  return receipt;
}
