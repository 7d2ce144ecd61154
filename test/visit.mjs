// One citizen's visit to a consultation of the test's own, and what must hold after it.
import assert from 'node:assert/strict';
import { answersOf } from '@cnr-widgets/contract';
import { heading, receiptCode } from './citizen.mjs';
import { smallConsultation } from './small-consultation.mjs';

export const QUEUED = 'Enregistrée sur cet appareil, pas encore envoyée';
export const RECEIVED = 'Votre réponse est bien reçue';
export const REFUSED = 'Votre réponse n’a pas été acceptée';

/** A consultation of the test's own, on a page of the partner's. */
export async function opened(stage, t, id, changes) {
  const definition = smallConsultation(id, changes);
  await stage.publish(definition);
  const context = await stage.device(t);
  const page = await context.newPage();
  const address = stage.host.card(id);
  await page.goto(address);
  return { stage, id, context, page, address, definition, questionnaire: definition.questionnaire };
}

/** One live row, which says what was answered and carries the code on the screen. */
export async function assertOnce({ stage, id, page }, answers) {
  const code = await receiptCode(page);
  const rows = await stage.rows(id);
  assert.deepEqual(
    rows.map((row) => [row.code, row.state]),
    [[code, 'live']],
  );
  assert.deepEqual(answersOf(rows[0].contribution.payload), answers);
  return rows[0];
}

/** Presses the button, unless the answer goes by itself at this very moment. */
export async function sendNow(page) {
  const button = page.getByRole('button', { name: 'Envoyer maintenant' });
  await Promise.race([button.click(), heading(page, RECEIVED)]);
  await heading(page, RECEIVED);
}

export async function assertNothingSent({ stage, id }) {
  assert.equal((await stage.rows(id)).length, 0);
}
