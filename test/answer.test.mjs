// The main road: a citizen answers on a partner's page, and the answer is in PostgreSQL exactly once, whatever the
// network, the tab, the browser and the server do meanwhile. Each test counts the rows, compares the receipt on the
// screen with the row's code, and reads the words that the citizen sees.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { answersOf } from '@cnr-widgets/contract';
import { answerAll, heading, participate, receiptCode, send } from './citizen.mjs';
import { startBrowser } from './killable-browser.mjs';
import { AWAY, problem } from './proxy.mjs';
import { smallConsultation } from './small-consultation.mjs';
import { openStage, until } from './stage.mjs';

const QUEUED = 'Enregistrée sur cet appareil, pas encore envoyée';
const RECEIVED = 'Votre réponse est bien reçue';
const REFUSED = 'Votre réponse n’a pas été acceptée';

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

/** A consultation of the test's own, on a page of the partner's. */
async function opened(t, id, { changes, device } = {}) {
  const definition = smallConsultation(id, changes);
  await stage.publish(definition);
  const context = await stage.device(t, device);
  const page = await context.newPage();
  const address = stage.host.card(id);
  await page.goto(address);
  return { id, context, page, address, definition, questionnaire: definition.questionnaire };
}

/** One live row, which says what was answered and carries the code on the screen. */
async function assertOnce({ id, page }, answers) {
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
async function sendNow(page) {
  const button = page.getByRole('button', { name: 'Envoyer maintenant' });
  await Promise.race([button.click(), heading(page, RECEIVED)]);
  await heading(page, RECEIVED);
}

async function assertNothingSent({ id }) {
  assert.equal((await stage.rows(id)).length, 0);
}

test('online: sent, received, and the receipt is on the screen', async (t) => {
  const visit = await opened(t, 'en-ligne');
  const answers = await participate(visit.page, visit.questionnaire);
  const row = await assertOnce(visit, answers);
  assert.equal(row.late, false);
  await visit.page.goto(visit.address);
  await visit.page.getByText('Vous avez répondu le').waitFor();
});

test('offline, then online: kept, then sent by itself', async (t) => {
  const visit = await opened(t, 'hors-ligne');
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
  const visit = await opened(t, 'coupure');
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
  const visit = await opened(t, 'recharge');
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
  const visit = await opened(t, 'onglet-ferme');
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
  await assertNothingSent(definition);
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
  const visit = await opened(t, 'reponse-perdue');
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
    const visit = await opened(t, `faute-${name.replace(/\W+/g, '-').toLowerCase()}`);
    stage.proxy.fail('PUT', () => fault);
    const answers = await participate(visit.page, visit.questionnaire, { ends: QUEUED });
    await assertNothingSent(visit);
    stage.proxy.heal();
    await heading(visit.page, RECEIVED);
    await assertOnce(visit, answers);
  });
}

test('429: waits as long as Retry-After says, then sends by itself', async (t) => {
  const visit = await opened(t, 'trop-de-demandes');
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

test('closed meanwhile, the days of grace over: refused, kept, and the citizen is told why', async (t) => {
  const visit = await opened(t, 'fermee');
  await answerAll(visit.page, visit.questionnaire);
  const closesAt = new Date().toISOString();
  await stage.publish({ ...visit.definition, closesAt, graceDays: 0 });
  await send(visit.page);
  await heading(visit.page, REFUSED);
  await visit.page.getByText('La consultation est terminée et le délai admis est passé.').waitFor();
  await visit.page.getByText('Elle est toujours sur cet appareil : rien n’est perdu.').waitFor();
  await assertNothingSent(visit);
  await visit.page.reload();
  await visit.page.getByText('Votre réponse n’a pas été acceptée.').waitFor();
});

test('closed while it waited, within the days of grace: received, and marked late', async (t) => {
  const visit = await opened(t, 'delai-de-grace');
  stage.proxy.fail('PUT', () => AWAY);
  const answers = await participate(visit.page, visit.questionnaire, { ends: QUEUED });
  await stage.publish({ ...visit.definition, closesAt: new Date().toISOString(), graceDays: 7 });
  stage.proxy.heal();
  await visit.page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await heading(visit.page, RECEIVED);
  await visit.page.getByText('Elle est arrivée après la clôture, dans le délai admis').waitFor();
  const row = await assertOnce(visit, answers);
  assert.equal(row.late, true);
});

test('422, another content under the same id: nothing overwritten, then sent as a new answer', async (t) => {
  const visit = await opened(t, 'conflit');
  const { page } = visit;
  let asked;
  stage.proxy.fail('PUT', ({ path }) => {
    asked = path;
    return AWAY;
  });
  const answers = await participate(page, visit.questionnaire, { ends: QUEUED });
  stage.proxy.heal();
  // What another copy of the same entry would have sent.
  const other = await fetch(`${stage.proxy.url}${asked}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      id: asked.split('/').at(-1),
      kind: 'answer',
      consultation: visit.id,
      definitionVersion: 1,
      createdAt: new Date().toISOString(),
      payload: {
        answers: visit.questionnaire.items.map(({ id, kind }) => ({
          question: id,
          value: kind === 'single' ? { kind, choice: 'non' } : null,
        })),
      },
    }),
  });
  assert.equal(other.status, 201);
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await heading(page, REFUSED);
  await page.getByText('Une autre version de cette réponse a déjà été reçue').waitFor();
  assert.equal((await stage.rows(visit.id)).length, 1);
  await page.getByRole('button', { name: 'Envoyer comme nouvelle réponse' }).click();
  await heading(page, RECEIVED);
  const rows = await stage.rows(visit.id);
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['live', 'live'],
  );
  assert.equal(rows[0].contribution.payload.answers[1].value, null, 'the first one stands as it was');
  assert.equal(rows[1].code, await receiptCode(page));
  assert.deepEqual(answersOf(rows[1].contribution.payload), answers);
});

test('one draft finished in two tabs: two answers, each with its own id and receipt', async (t) => {
  const visit = await opened(t, 'deux-onglets');
  await visit.page.getByRole('button', { name: 'Participer' }).click();
  await visit.page.getByRole('button', { name: 'Commencer' }).click();
  await visit.page.getByRole('radio', { name: 'Oui' }).check();
  await visit.page.getByLabel('Garder mon brouillon sur cet appareil').check();
  await visit.page.getByText('Brouillon gardé sur cet appareil.').waitFor();
  const codes = [];
  const pages = [await visit.context.newPage(), await visit.context.newPage()];
  for (const page of pages) {
    await page.bringToFront();
    await page.goto(visit.address);
    await page.getByRole('button', { name: 'Continuer ma réponse' }).click();
    await page.getByRole('button', { name: 'Reprendre mon brouillon' }).click();
    await page.getByRole('radio', { name: 'Oui', checked: true }).waitFor();
  }
  for (const page of pages) {
    await page.bringToFront();
    await page.getByRole('button', { name: 'Continuer' }).click();
    for (const id of ['idee', 'jours']) {
      await page.locator(`#field-${id}`).waitFor();
      await page.getByRole('button', { name: 'Passer cette question' }).click();
    }
    await heading(page, 'Vérifiez avant d’envoyer');
    await send(page);
    await heading(page, RECEIVED);
    codes.push(await receiptCode(page));
  }
  const rows = await stage.rows(visit.id);
  assert.deepEqual(
    rows.map(({ code }) => code),
    codes,
  );
  assert.equal(new Set(rows.map(({ id }) => id)).size, 2);
});

test('413: an answer that is too large is refused, kept, and sent once it is shorter', async (t) => {
  const items = Array.from({ length: 9 }, (_, place) => ({
    ...{ id: `texte-${place}`, kind: 'text', title: `Texte ${place + 1}`, long: true, maxLength: 10_000 },
  }));
  const visit = await opened(t, 'trop-longue', { changes: { questionnaire: { items } } });
  const { page } = visit;
  const answers = await participate(page, visit.questionnaire, {
    answer: () => ({ kind: 'text', text: '€'.repeat(10_000) }),
    ends: REFUSED,
  });
  await page.getByText('Votre réponse est trop longue. Raccourcissez vos textes').waitFor();
  await assertNothingSent(visit);
  await page.getByRole('button', { name: 'Relire et renvoyer' }).click();
  await heading(page, 'Vérifiez avant d’envoyer');
  await page.getByRole('button', { name: 'Modifier : Texte 1', exact: true }).click();
  await page.locator('#input-texte-0').fill('Plus court');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await heading(page, 'Vérifiez avant d’envoyer');
  await send(page);
  await heading(page, RECEIVED);
  answers.set('texte-0', { kind: 'text', text: 'Plus court' });
  await assertOnce(visit, answers);
});

test('the server stopped while the citizen answers, and started again', async (t) => {
  const visit = await opened(t, 'serveur-arrete');
  const answers = await answerAll(visit.page, visit.questionnaire);
  await stage.stopBackend();
  try {
    await send(visit.page);
    await heading(visit.page, QUEUED);
    await visit.page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await visit.page.getByText('Toujours pas de réponse du service.').waitFor();
  } finally {
    await stage.startBackend();
  }
  await assertNothingSent(visit);
  await sendNow(visit.page);
  await assertOnce(visit, answers);
});

test('corrected, then withdrawn, from another device by typing the code', async (t) => {
  const visit = await opened(t, 'autre-appareil');
  await participate(visit.page, visit.questionnaire);
  const first = await receiptCode(visit.page);

  const page = await (await stage.device(t)).newPage();
  await page.goto(visit.address);
  await page.getByRole('button', { name: 'Participer' }).click();
  const typeCode = async (code) => {
    await page.getByText('J’ai déjà répondu et j’ai un code de reçu').click();
    await page.getByLabel('Code de reçu', { exact: true }).fill(code);
  };
  await typeCode(` ${first.toLowerCase().replaceAll('-', ' ')} `);
  await page.getByRole('button', { name: 'Corriger ma réponse' }).click();
  await heading(page, 'Vérifiez avant d’envoyer');
  await page.getByRole('button', { name: 'Modifier : Quelle est votre idée ?' }).click();
  await page.locator('#input-idee').fill('Un bus de nuit');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await heading(page, 'Vérifiez avant d’envoyer');
  await send(page, { button: 'Envoyer ma réponse corrigée' });
  await heading(page, RECEIVED);
  const second = await receiptCode(page);
  const rows = await stage.rows(visit.id);
  assert.deepEqual(
    rows.map(({ code, state }) => [code, state]),
    [
      [first, 'replaced'],
      [second, 'live'],
    ],
  );
  assert.equal(rows[0].contribution, null, 'what was replaced is gone');
  assert.equal(answersOf(rows[1].contribution.payload).get('idee').text, 'Un bus de nuit');

  // The first device's code leads nowhere any more, and says where to.
  await visit.page.getByRole('button', { name: 'Corriger ma réponse' }).click();
  await visit.page.getByText('a déjà été corrigée : utilisez le code du dernier reçu').waitFor();

  const third = await (await stage.device(t)).newPage();
  await third.goto(visit.address);
  await third.getByRole('button', { name: 'Participer' }).click();
  await third.getByText('J’ai déjà répondu et j’ai un code de reçu').click();
  await third.getByLabel('Code de reçu', { exact: true }).fill('AAAA-BBBB-CCCC-DDDD');
  await third.getByRole('button', { name: 'Retirer ma réponse' }).click();
  await third.getByRole('button', { name: 'Oui, retirer ma réponse' }).click();
  await third.getByText('Ce code ne correspond à aucune réponse').waitFor();
  await third.getByLabel('Code de reçu', { exact: true }).fill(second);
  await third.getByRole('button', { name: 'Retirer ma réponse' }).click();
  await third.getByRole('button', { name: 'Oui, retirer ma réponse' }).click();
  await heading(third, 'Votre réponse est retirée');
  assert.deepEqual(
    (await stage.rows(visit.id)).map(({ state, contribution }) => [state, contribution]),
    [
      ['withdrawn', null],
      ['withdrawn', null],
    ],
  );
});
