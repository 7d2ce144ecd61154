// What the widgets leave on a citizen's device, and whom they call: nothing and nobody before the citizen acts, and no
// word of an answer once it is received.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerAll, heading, participate, receiptCode, send } from './citizen.mjs';
import { AWAY } from './proxy.mjs';
import { smallConsultation } from './small-consultation.mjs';
import { openStage, until } from './stage.mjs';
import { assertNothing, stored, watched } from './watch.mjs';

const MARK = 'Zébulon-4217';
const answer = (question) =>
  ({
    single: { kind: 'single', choice: 'oui' },
    text: { kind: 'text', text: `Mon idée : ${MARK}` },
    multiple: { kind: 'multiple', choices: ['samedi', 'autre'], other: `Jour ${MARK}` },
  })[question.kind];

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

for (const [name, address, words] of [
  ['the card', '/', 'objectif : 2'],
  ['a questionnaire without its card', '/questionnaire.html', 'Avant de commencer'],
  ['the outbox', '/participations.html', 'Rien n’est gardé sur cet appareil.'],
  ['a card whose phase is over', '/suites.html', 'Voir les suites données'],
]) {
  test(`loaded and untouched, ${name} leaves nothing and calls nobody else`, async (t) => {
    const { page, assertCallsStayHome, assertNoCookies } = await watched(stage, t, { mark: MARK });
    await page.goto(`${stage.host.url}${address}`, { waitUntil: 'networkidle' });
    await page.getByText(words).first().waitFor();
    assertNothing(await stored(page), name);
    assertCallsStayHome();
    await assertNoCookies();
  });
}

test('while the citizen answers, nothing is on the device; after the receipt, no word of the answer', async (t) => {
  const definition = smallConsultation('discretion');
  await stage.publish(definition);
  const { page, assertCallsStayHome, assertNoCookies } = await watched(stage, t, { mark: MARK });
  await page.goto(stage.host.card(definition.id));
  await answerAll(page, definition.questionnaire, {
    answer,
    onStep: async (name) => assertNothing(await stored(page), name),
  });
  stage.proxy.fail('PUT', () => AWAY);
  await send(page);
  await heading(page, 'Enregistrée sur cet appareil, pas encore envoyée');
  assert.match((await stored(page)).databases, new RegExp(MARK), 'what waits is kept');
  stage.proxy.heal();
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await heading(page, 'Votre réponse est bien reçue');
  const code = await receiptCode(page);
  const dump = await stored(page);
  assert.doesNotMatch(JSON.stringify(dump), new RegExp(MARK));
  assert.match(dump.databases, new RegExp(code), 'the receipt stays');
  for (const [place, text] of Object.entries(dump)) {
    if (place !== 'databases') assert.ok(!String(text).includes(code), place);
  }
  assertCallsStayHome();
  await assertNoCookies();

  await page.getByRole('button', { name: 'Effacer de cet appareil' }).click();
  await page.getByRole('button', { name: 'Oui, effacer le reçu' }).click();
  await page.getByText('Le reçu est effacé de cet appareil.').waitFor();
  assert.ok(!JSON.stringify(await stored(page)).includes(code));
});

test('a draft is kept only by choice, erased on request, and gone once the answer is sent', async (t) => {
  const definition = smallConsultation('brouillon');
  await stage.publish(definition);
  const { page } = await watched(stage, t, { mark: MARK });
  const address = stage.host.card(definition.id);
  await page.goto(address);
  const keep = page.getByLabel('Garder mon brouillon sur cet appareil');
  const onDisk = async () => (await stored(page)).databases.includes(MARK);
  await answerAll(page, definition.questionnaire, {
    answer,
    onStep: async (name) => {
      if (name !== 'idee') return;
      assert.equal(await onDisk(), false, 'not before it is asked for');
      await keep.check();
      await until('the draft', onDisk);
      await keep.uncheck();
      await until('the draft is erased', async () => !(await onDisk()));
      await keep.check();
      await until('the draft again', onDisk);
    },
  });
  // Another day: found, and erased on request.
  await page.goto(address);
  await page.getByRole('button', { name: 'Continuer ma réponse' }).click();
  await page.getByRole('button', { name: 'Effacer le brouillon' }).click();
  await page.getByRole('button', { name: 'Oui, effacer' }).click();
  await page.getByText('Le brouillon est effacé de cet appareil.').waitFor();
  assert.equal(await onDisk(), false);

  await page.goto(address);
  await participate(page, definition.questionnaire, {
    answer,
    onStep: async (name) => {
      if (name === 'idee') await keep.check();
    },
  });
  assert.equal(await onDisk(), false);
  assert.doesNotMatch((await stored(page)).databases, /cnr-widgets\.drafts":\{"keys":\["/);
});

test('the events for the host carry no word of the answer, nor the receipt’s code', async (t) => {
  const definition = smallConsultation('evenements');
  await stage.publish(definition);
  const { page } = await watched(stage, t, { mark: MARK });
  await page.addInitScript(() => {
    window.seen = [];
    for (const name of ['shown', 'started', 'step', 'queued', 'received', 'refused', 'unsaved', 'error']) {
      window.addEventListener(`cnr-${name}`, (event) => {
        const fields = {};
        for (const key in event) if (!(key in Event.prototype)) fields[key] = event[key];
        window.seen.push({ type: event.type, ...fields, detail: event.detail });
      });
    }
  });
  await page.goto(stage.host.card(definition.id));
  stage.proxy.fail('PUT', () => AWAY);
  await participate(page, definition.questionnaire, {
    answer,
    ends: 'Enregistrée sur cet appareil, pas encore envoyée',
  });
  stage.proxy.heal();
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await heading(page, 'Votre réponse est bien reçue');
  const code = await receiptCode(page);
  const seen = await page.evaluate(() => window.seen);
  assert.deepEqual(
    seen.map(({ type, step }) => (step ? `${type} ${step}` : type)),
    [
      ...['cnr-shown', 'cnr-started', 'cnr-step idee', 'cnr-step jours', 'cnr-step review'],
      ...['cnr-queued', 'cnr-received'],
    ],
  );
  for (const event of seen) {
    assert.equal(event.consultation, definition.id);
    const text = JSON.stringify(event);
    for (const secret of [MARK, code, 'oui', 'samedi']) assert.ok(!text.includes(secret), text);
  }
});
