// The main road: a citizen answers on a partner's page, and the answer is in PostgreSQL exactly once, whatever the
// network, the tab, the browser and the server do meanwhile. Each test counts the rows, compares the receipt on the
// screen with the row's code, and reads the words that the citizen sees.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { answersOf } from '@cnr-widgets/contract';
import { answerAll, heading, participate, send } from './citizen.mjs';
import { startBrowser } from './killable-browser.mjs';
import { AWAY, problem } from './proxy.mjs';
import { smallConsultation } from './small-consultation.mjs';
import { openStage, until } from './stage.mjs';
import { assertNothingSent, assertOnce, opened, QUEUED, RECEIVED, sendNow } from './visit.mjs';

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

test('online: sent, received, and the receipt is on the screen', async (t) => {
  const visit = await opened(stage, t, 'en-ligne');
  const answers = await participate(visit.page, visit.questionnaire);
  const row = await assertOnce(visit, answers);
  assert.equal(row.late, false);
  await visit.page.goto(visit.address);
  await visit.page.getByText('Vous avez répondu le').waitFor();
});

test('offline, then online: kept, then sent by itself', async (t) => {
  const visit = await opened(stage, t, 'hors-ligne');
  const answers = await answerAll(visit.page, visit.questionnaire);
  await visit.context.setOffline(true);
  await send(visit.page);
  await heading(visit.page, QUEUED);
  await visit.page.getByText('Votre réponse attend le réseau.').waitFor();
  await assertNothingSent(visit);
  await visit.context.setOffline(false);
  await heading(visit.page, RECEIVED);
  await assertOnce(visit, answers);
});

test('the network cut from the first question on: answered, saved as a file, sent later', async (t) => {
  const visit = await opened(stage, t, 'coupure');
  const answers = await participate(visit.page, visit.questionnaire, {
    ends: QUEUED,
    onStep: async (name) => {
      if (name === 'avis') await visit.context.setOffline(true);
    },
  });
  const [download] = await Promise.all([
    visit.page.waitForEvent('download'),
    visit.page.getByRole('button', { name: 'Enregistrer dans un fichier' }).click(),
  ]);
  const { entries } = JSON.parse(readFileSync(await download.path(), 'utf8'));
  assert.deepEqual(
    entries.map(({ contribution }) => answersOf(contribution.payload)),
    [answers],
  );
  await visit.context.setOffline(false);
  await heading(visit.page, RECEIVED);
  await assertOnce(visit, answers);
});

test('reloaded while it waits: still there, and sent when the network is back', async (t) => {
  const visit = await opened(stage, t, 'recharge');
  stage.proxy.fail('PUT', () => AWAY);
  const answers = await participate(visit.page, visit.questionnaire, { ends: QUEUED });
  await visit.page.reload();
  await visit.page.getByText('Votre réponse est sur cet appareil, pas encore envoyée.').waitFor();
  await visit.page.getByRole('button', { name: 'Voir ma réponse en attente' }).click();
  await heading(visit.page, QUEUED);
  await assertNothingSent(visit);
  stage.proxy.heal();
  await visit.page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await heading(visit.page, RECEIVED);
  await assertOnce(visit, answers);
});

test('the tab closed while it waits: another page of the site sends it', async (t) => {
  const visit = await opened(stage, t, 'onglet-ferme');
  stage.proxy.fail('PUT', () => 'drop');
  const answers = await participate(visit.page, visit.questionnaire, { ends: QUEUED });
  await visit.page.close();
  await assertNothingSent(visit);
  stage.proxy.heal();
  // A page about another consultation.
  const other = await visit.context.newPage();
  await other.goto(`${stage.host.url}/ecole.html`);
  await until('the row', async () => (await stage.rows(visit.id)).length > 0);
  const outbox = await visit.context.newPage();
  await outbox.goto(`${stage.host.url}/participations.html`);
  await outbox.getByText('Code de reçu').waitFor();
  const rows = await stage.rows(visit.id);
  assert.equal(rows.length, 1);
  assert.equal((await outbox.locator('cnr-outbox .mono').innerText()).trim(), rows[0].code);
  assert.deepEqual(answersOf(rows[0].contribution.payload), answers);
});

test('the browser killed while it waits: sent when it is started again', async (t) => {
  const definition = smallConsultation('navigateur-tue');
  await stage.publish(definition);
  const profile = mkdtempSync(path.join(stage.folder, 'profile-'));
  const first = await startBrowser(stage, profile);
  t.after(first.kill);
  stage.proxy.fail('PUT', () => 'drop');
  t.after(stage.proxy.heal);
  await first.page.goto(stage.host.card(definition.id));
  const answers = await participate(first.page, definition.questionnaire, { ends: QUEUED });
  await first.kill();
  await assertNothingSent({ stage, id: definition.id });
  stage.proxy.heal();
  const second = await startBrowser(stage, profile);
  t.after(second.kill);
  await second.page.goto(`${stage.host.url}/participations.html`);
  await second.page.getByText('Code de reçu').waitFor();
  const rows = await stage.rows(definition.id);
  assert.equal(rows.length, 1);
  assert.equal((await second.page.locator('cnr-outbox .mono').innerText()).trim(), rows[0].code);
  assert.deepEqual(answersOf(rows[0].contribution.payload), answers);
});

test('the response dropped after commit: received once, the first receipt comes', async (t) => {
  const visit = await opened(stage, t, 'reponse-perdue');
  stage.proxy.fail('PUT', () => 'drop-after');
  const answers = await participate(visit.page, visit.questionnaire, { ends: QUEUED });
  const [before] = await stage.rows(visit.id);
  assert.equal(before.state, 'live', 'it was committed although nobody heard');
  stage.proxy.heal();
  await sendNow(visit.page);
  assert.deepEqual(await assertOnce(visit, answers), before);
});

for (const [name, fault] of [
  ['500 without a word', { status: 500 }],
  ['500 as a problem', problem(500, 'internal')],
  ['503 with Retry-After', problem(503, 'unavailable', { 'Retry-After': '1' })],
  [
    'a page of a captive portal',
    { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<h1>Wi-Fi</h1>' },
  ],
]) {
  test(`${name}: kept, then sent by itself`, async (t) => {
    const visit = await opened(stage, t, `faute-${name.replace(/\W+/g, '-').toLowerCase()}`);
    stage.proxy.fail('PUT', () => fault);
    const answers = await participate(visit.page, visit.questionnaire, { ends: QUEUED });
    await assertNothingSent(visit);
    stage.proxy.heal();
    await heading(visit.page, RECEIVED);
    await assertOnce(visit, answers);
  });
}

test('429: waits as long as Retry-After says, then sends by itself', async (t) => {
  const visit = await opened(stage, t, 'trop-de-demandes');
  const { page } = visit;
  await page.clock.install();
  const limited = problem(429, 'rate-limited', { 'Retry-After': '3600' });
  stage.proxy.fail('PUT', () => (stage.proxy.calls('PUT').length === 1 ? limited : undefined));
  const answers = await participate(page, visit.questionnaire, { ends: QUEUED });
  await page.clock.fastForward(3_590_000);
  await page.reload();
  await page.getByRole('button', { name: 'Voir ma réponse en attente' }).click();
  await heading(page, QUEUED);
  assert.equal(stage.proxy.calls('PUT').length, 1, 'not before the hour is over');
  await assertNothingSent(visit);
  await page.clock.fastForward(20_000);
  await heading(page, RECEIVED);
  assert.deepEqual(
    stage.proxy.calls('PUT').map(({ status }) => status),
    [429, 201],
  );
  await assertOnce(visit, answers);
});

test('the server stopped while the citizen answers, and started again', async (t) => {
  const visit = await opened(stage, t, 'serveur-arrete');
  const answers = await answerAll(visit.page, visit.questionnaire);
  await stage.stopBackend();
  try {
    await send(visit.page);
    await heading(visit.page, QUEUED);
    await visit.page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await visit.page.getByText('Toujours pas de réponse du service.').waitFor();
    await assertNothingSent(visit);
  } finally {
    await stage.startBackend();
  }
  await sendNow(visit.page);
  await assertOnce(visit, answers);
});

test('history="on": back is one question, through a reload with a draft; after the receipt it leaves the answers', async (t) => {
  const { page, id } = await opened(stage, t, 'un-pas-en-arriere');
  const host = `<cnr-consultation history="on" backend="${stage.proxy.url}" consultation="${id}"></cnr-consultation>`;
  await page.goto(stage.host.page('un-pas', host));
  const [avis, idee] = ['avis', 'idee'].map((name) => page.locator(`[id="field-${name}"]`));
  const press = (name) => page.getByRole('button', { name, exact: true }).click();
  const address = page.url();
  await press('Participer');
  await press('Commencer');
  await page.locator('#input-avis-0').check();
  await press('Continuer');
  await page.locator('#input-idee').fill('Un banc devant la gare');
  await page.goBack();
  await avis.waitFor();
  assert.equal(await page.locator('#input-avis-0').isChecked(), true);
  await page.goForward();
  await idee.waitFor();
  await page.getByLabel('Garder mon brouillon sur cet appareil').check();
  await page.getByText('Brouillon gardé sur cet appareil.').waitFor();
  await page.reload();
  await press('Continuer ma réponse');
  await press('Reprendre mon brouillon');
  assert.equal(await page.locator('#input-idee').inputValue(), 'Un banc devant la gare');
  // Its entry was the reloaded page's: the question before comes all the same, and the page stays.
  await page.goBack();
  await avis.waitFor();
  await press('Continuer');
  await press('Continuer');
  await press('Continuer');
  await press('Envoyer ma réponse');
  await heading(page, RECEIVED);
  // On paper: what was answered and the code, and nothing to press; on the screen nobody reads the answers any more.
  const answered = page.getByText('Un banc devant la gare');
  assert.equal(await answered.isVisible(), false);
  await page.getByRole('button', { name: 'Imprimer' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await answered.waitFor();
  await page.locator('cnr-receipt .code').waitFor();
  assert.equal(await page.getByRole('button').count(), 0);
  await page.emulateMedia({ media: null });
  await page.goForward();
  await heading(page, RECEIVED);
  await page.goBack();
  await page.getByText('Vous avez répondu le').waitFor();
  assert.equal(page.url(), address);
  await page.goBack();
  assert.equal(page.url(), stage.host.card(id));
  assert.equal((await stage.rows(id)).length, 1);
});

test('a router that came after cnr-history.js is told of no step of ours, and of its own', async (t) => {
  const { page, id } = await opened(stage, t, 'un-routeur');
  const first = `<script type="module" src="${stage.proxy.url}/v1/cnr-history.js"></script>`;
  await page.goto(stage.host.page('un-routeur', first));
  await page.evaluate(() => {
    window.told = [];
    window.addEventListener('popstate', ({ state }) => window.told.push(state));
    window.history.pushState({ route: '/consultation' }, '', '?etape=consultation');
  });
  await page.evaluate(
    ([backend, consultation]) => {
      const element = document.createElement('cnr-questionnaire');
      for (const [name, value] of Object.entries({ history: 'on', backend, consultation }))
        element.setAttribute(name, value);
      document.querySelector('main').prepend(element);
    },
    [stage.proxy.url, id],
  );
  const press = (name) => page.getByRole('button', { name, exact: true }).click();
  await press('Commencer');
  await page.locator('#input-avis-0').check();
  await press('Continuer');
  await page.locator('#input-idee').waitFor();
  await page.goBack();
  await page.locator('#input-avis-0').waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Commencer' }).waitFor();
  assert.deepEqual(await page.evaluate(() => [window.told, window.history.state.route]), [
    [],
    '/consultation',
  ]);
  await page.goBack();
  await until('the host’s own step', () => page.evaluate(() => window.told.length === 1));
});
