// The support button on a partner's page, with the real server: pressed online and offline, undone, reloaded, its tab
// closed; and the count on the page equals the rows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNarrow } from './inspect.mjs';
import { AWAY } from './proxy.mjs';
import { send } from './send.mjs';
import { smallConsultation } from './small-consultation.mjs';
import { openStage, until } from './stage.mjs';

const QUEUED = 'Soutien enregistré sur cet appareil, pas encore envoyé.';

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

/** A consultation with one proposal, and a page of the partner's that carries its button and no other element. */
async function opened(t, id, { script = 'cnr-support.js' } = {}) {
  const definition = smallConsultation(id, { proposals: { moderation: 'after' }, questionnaire: undefined });
  await stage.publish(definition);
  const asked = { title: 'Un bus le samedi', text: 'Pour aller au marché.' };
  const { id: proposal } = await send(stage, id, 'proposal', asked);
  const context = await stage.device(t);
  const page = await context.newPage();
  const address = stage.host.page(
    `soutien-${id}`,
    `<cnr-support backend="${stage.proxy.url}" consultation="${id}" subject="proposal:${proposal}">
      <a href="${stage.proxy.url}/c/${id}">Un bus le samedi</a></cnr-support>`,
    { script },
  );
  await page.goto(address);
  const button = page.getByRole('button', { name: /^Soutenir : Un bus le samedi/ });
  await button.waitFor();
  return { id, proposal, context, page, address, button };
}

const supporters = async ({ proposal }) => {
  const rows = await stage.query('select active from supports where proposal = $1', [proposal]);
  return { rows: rows.length, active: rows.filter(({ active }) => active).length };
};

const isPressed = async (button) => (await button.getAttribute('aria-pressed')) === 'true';

test('online: counted once; undone: not any more; the page says what the rows say', async (t) => {
  const visit = await opened(t, 'soutien-en-ligne');
  const { page, button } = visit;
  await page.getByRole('button', { name: /, 0\ssoutien$/ }).waitFor();
  await button.click();
  await page.getByText('Soutien compté. 1 soutien.').waitFor();
  assert.deepEqual(await supporters(visit), { rows: 1, active: 1 });
  await page.reload();
  await page.getByRole('button', { name: /, 1\ssoutien$/ }).waitFor();
  assert.equal(await isPressed(button), true);
  await button.click();
  await page.getByText('Soutien retiré. 0 soutien.').waitFor();
  assert.deepEqual(await supporters(visit), { rows: 1, active: 0 });
});

test('offline: kept over a closed tab, sent by the next page of the site', async (t) => {
  const visit = await opened(t, 'soutien-hors-ligne');
  stage.proxy.fail('PUT', () => AWAY);
  await visit.button.click();
  await visit.page.getByText(QUEUED).waitFor();
  assert.deepEqual(await supporters(visit), { rows: 0, active: 0 });
  await visit.page.close();
  stage.proxy.heal();
  const page = await visit.context.newPage();
  await page.goto(visit.address);
  await page.getByText(QUEUED).waitFor();
  const button = page.getByRole('button', { name: /^Soutenir/ });
  assert.equal(await isPressed(button), true);
  const outbox = await visit.context.newPage();
  await outbox.goto(`${stage.host.url}/participations.html`);
  await outbox.getByRole('button', { name: 'Tout envoyer maintenant' }).click();
  await until('the row', async () => (await supporters(visit)).active === 1);
  // The first page hears of it.
  await page.getByRole('button', { name: /, 1\ssoutien$/ }).waitFor();
});

test('supported and undone without a network: nothing is ever sent', async (t) => {
  const visit = await opened(t, 'soutien-annule');
  const { page, context, button } = visit;
  await page.getByRole('button', { name: /, 0\ssoutien$/ }).waitFor();
  await context.setOffline(true);
  await button.click();
  await page.getByText(QUEUED).waitFor();
  await button.click();
  await page.getByText('Soutien annulé : rien n’a été envoyé.').waitFor();
  stage.proxy.heal();
  await context.setOffline(false);
  await page.reload();
  await button.click();
  await page.getByText('Soutien compté. 1 soutien.').waitFor();
  assert.equal(stage.proxy.calls('PUT').length, 1, 'the last press alone');
  assert.deepEqual(await supporters(visit), { rows: 1, active: 1 });
});

test('by keyboard alone, accessible, narrow, and nothing on the device before the press', async (t) => {
  const visit = await opened(t, 'soutien-clavier');
  const { page, button } = visit;
  await page.getByRole('button', { name: /, 0\ssoutien$/ }).waitFor();
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
  assert.equal(
    await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length),
    '00',
  );
  await assertAccessible(page, 'at rest');
  await page.keyboard.press('Tab');
  assert.equal(await button.evaluate((one) => one.matches(':focus-visible')), true);
  const { width, height } = await button.boundingBox();
  assert.ok(Math.min(width, height) >= 44, `${width} × ${height}`);
  await page.keyboard.press('Space');
  await page.getByText('Soutien compté. 1 soutien.').waitFor();
  assert.equal(await isPressed(button), true);
  await assertAccessible(page, 'counted');
  await page.keyboard.press('Enter');
  await page.getByText('Soutien retiré. 0 soutien.').waitFor();
  await assertNarrow(page, 'taken back');
});

test('beside other elements it comes from the page’s one script', async (t) => {
  const visit = await opened(t, 'soutien-avec', { script: 'cnr.js' });
  await visit.button.click();
  await visit.page.getByText('Soutien compté. 1 soutien.').waitFor();
  assert.deepEqual(await supporters(visit), { rows: 1, active: 1 });
});
