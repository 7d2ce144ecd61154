// A consultation that asks for a proof of work, on a page with the strict policy: what the citizen sees meanwhile, and
// that the answer is in PostgreSQL once, whatever becomes of the network, the tab and the patience.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerAll, heading, participate, send } from './citizen.mjs';
import { assertAccessible } from './inspect.mjs';
import { openStage, until } from './stage.mjs';
import { assertNothingSent, assertOnce, opened, QUEUED, RECEIVED } from './visit.mjs';

const WORKING = 'Avant l’envoi, votre appareil fait un calcul';
const WAITING = 'Plus de calcul';

let stage;
before(async () => {
  stage = await openStage();
  await restart({ PROOF_ATTEMPTS: '60', PROOF_WAIT: '600' });
});
after(() => stage?.close());

async function restart(settings) {
  await stage.stopBackend();
  await stage.startBackend(settings);
}

/** On a consultation of its own, with all that its page complains of. */
async function asked(t, id) {
  const visit = await opened(stage, t, id, { access: 'proof-of-work' });
  const faults = [];
  visit.context.on('weberror', (error) => faults.push(error.error().message));
  visit.page.on('console', (message) => {
    // A refusal is a failed call to the browser, and none to us.
    if (message.type() === 'error' && !/status of 428|ERR_INTERNET/.test(message.text())) {
      faults.push(message.text());
    }
  });
  return { ...visit, faults };
}

/** From now on this page's computing never ends. */
async function makeSlow(page) {
  await page.evaluate(() => {
    window.SubtleCrypto.prototype.deriveBits = () => new Promise(() => undefined);
  });
}

const statuses = () => stage.proxy.calls('PUT').map(({ status }) => status);

test('online: asked once, solved, received', async (t) => {
  const visit = await asked(t, 'preuve-en-ligne');
  stage.proxy.heal();
  const answers = await participate(visit.page, visit.questionnaire);
  await assertOnce(visit, answers);
  assert.deepEqual(statuses(), [428, 201]);
  assert.deepEqual(visit.faults, []);
});

test('offline, then online: the proof is made when it is sent, and not before', async (t) => {
  const visit = await asked(t, 'preuve-hors-ligne');
  const answers = await answerAll(visit.page, visit.questionnaire);
  await visit.context.setOffline(true);
  await send(visit.page);
  await heading(visit.page, QUEUED);
  await assertNothingSent(visit);
  await visit.context.setOffline(false);
  await heading(visit.page, RECEIVED);
  await assertOnce(visit, answers);
});

test('while it computes: said, shown, and usable by everybody; closed half-way, it is sent at the next visit', async (t) => {
  const visit = await asked(t, 'preuve-longue');
  const { page } = visit;
  const answers = await answerAll(page, visit.questionnaire);
  await makeSlow(page);
  await send(page);
  const status = page.locator('cnr-proof [role=status]');
  await status.filter({ hasText: WORKING }).waitFor();
  await page.getByText('si vous fermez la page, l’envoi reprendra').waitFor();
  await page.getByRole('progressbar', { name: 'Calcul avant l’envoi' }).waitFor();
  await assertNothingSent(visit);
  assert.deepEqual(visit.faults, []);
  // axe itself does what the policy forbids.
  await assertAccessible(page, 'computing');
  await page.close();

  visit.page = await visit.context.newPage();
  await visit.page.goto(visit.address);
  const rows = await until('the next visit sends it', async () => {
    const found = await stage.rows(visit.id);
    return found.length > 0 && found;
  });
  assert.equal(rows.length, 1);
  await visit.page.getByRole('button', { name: /reçu/ }).click();
  await assertOnce(visit, answers);
});

test('a slow device waits instead, by keyboard, and is received', async (t) => {
  await restart({ PROOF_ATTEMPTS: '60', PROOF_WAIT: '20' });
  const visit = await asked(t, 'preuve-lente');
  const { page } = visit;
  const answers = await answerAll(page, visit.questionnaire);
  await makeSlow(page);
  stage.proxy.heal();
  await send(page);
  const button = page.getByRole('button', {
    name: /Mon appareil est lent : envoyer sans calcul dans \d0\ssecondes/,
  });
  await button.waitFor();
  await until('the button is reached by Tab', async () => {
    await page.keyboard.press('Tab');
    return button.evaluate((one) => one.getRootNode().activeElement === one);
  });
  await page.keyboard.press('Enter');
  const status = page.locator('cnr-proof [role=status]');
  await status.filter({ hasText: WAITING }).waitFor();
  await page.getByRole('progressbar', { name: 'Attente avant l’envoi' }).waitFor();
  // What was pressed is gone: the focus is on what it led to.
  await until('the focus is on the words', () =>
    status.evaluate((one) => one.getRootNode().activeElement === one),
  );
  assert.deepEqual(visit.faults, []);
  await assertAccessible(page, 'waiting');
  await heading(page, RECEIVED);
  await assertOnce(visit, answers);
  assert.deepEqual(statuses(), [428, 201]);
});
