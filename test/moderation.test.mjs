// Moderation in a browser, by keyboard alone: signing in, one decision after another, the organiser's answer; each page
// through axe, in light and dark, at 320 px; and what moderation removes is gone from what everybody reads.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { assertNarrow } from './inspect.mjs';
import { send } from './send.mjs';
import { demoDefinition, openStage } from './stage.mjs';

const ASKED = 'questions-pays-de-la-loire';

let stage;
let token;
before(async () => {
  stage = await openStage();
  const definition = demoDefinition(ASKED);
  await stage.publish({
    ...definition,
    opensAt: '2020-01-01T00:00:00Z',
    closesAt: '2099-01-01T00:00:00Z',
    followUp: [],
    proposals: { ...definition.proposals, moderation: 'before' },
  });
  token = (await stage.cnr('operator', 'add', 'camille')).match(/cnr_\w+/)[0];
});
after(() => stage?.close());

/** A question as a citizen's device sends it. @returns its id */
async function ask(title, text) {
  const { version } = await read('');
  const payload = { title, text, theme: 'transports', territory: '72' };
  return (await send(stage, ASKED, 'proposal', payload, version)).id;
}

async function read(path) {
  const response = await fetch(`${stage.proxy.url}/v1/consultations/${ASKED}${path}`);
  if (path !== '') assert.equal(response.headers.get('cache-control'), 'public, max-age=5');
  return response.json();
}

const shown = async () => (await read('/proposals')).proposals.map(({ title }) => title);

/** What axe has to say of the whole page, and whether it is as wide as a narrow phone. */
async function assertGood(page, name) {
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const { looked, found } = await page.evaluate(async () => {
      const { violations, passes } = await window.axe.run(document, { resultTypes: ['violations'] });
      return {
        looked: passes.length,
        found: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`),
      };
    });
    assert.ok(looked > 10, `${name}: axe looked at something`);
    assert.deepEqual(found, [], `${name}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
  await assertNarrow(page, name);
}

/** Presses Tab until it has the focus: whatever cannot be reached so is not there for a keyboard. */
async function tabTo(page, locator) {
  for (let presses = 0; presses < 60; presses++) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`not reached: ${locator}`);
}

async function press(page, locator) {
  await tabTo(page, locator);
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
}

async function type(page, label, text) {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** In forced colours it still shows which page this is; on paper there is what was read, and nothing to press. */
async function assertForcedAndPrinted(page) {
  await page.emulateMedia({ forcedColors: 'active' });
  const [current, other] = await page
    .locator('header nav a')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link).textDecorationLine));
  assert.deepEqual([current, other], ['underline', 'none']);
  await page.emulateMedia({ forcedColors: null, media: 'print' });
  assert.ok(await page.locator('h1').isVisible());
  assert.equal(await page.locator(':is(.button, button, header):visible').count(), 0);
  await page.emulateMedia({ media: null });
}

const focused = (page) => page.evaluate(() => document.activeElement.id);
const button = (page, name) => page.getByRole('button', { name, exact: true });

async function signIn(page) {
  await page.goto(`${stage.proxy.url}/moderation`);
  await type(page, 'Jeton', token);
  await press(page, button(page, 'Se connecter'));
}

test('signing in says what is wrong, then opens the queue; signing out closes it', async (t) => {
  const page = await (await stage.device(t)).newPage();
  await page.goto(`${stage.proxy.url}/moderation`);
  await assertGood(page, 'signing in');
  await type(page, 'Jeton', 'cnr_faux');
  await press(page, button(page, 'Se connecter'));
  assert.equal(await focused(page), 'token');
  assert.match(await page.locator('#token-fault').innerText(), /pas valable/);
  await assertGood(page, 'a wrong token');
  await type(page, 'Jeton', token);
  await press(page, button(page, 'Se connecter'));
  await page.getByText('Vous êtes camille').waitFor();
  const [cookie] = await page.context().cookies(`${stage.proxy.url}/moderation`);
  assert.deepEqual([cookie.httpOnly, cookie.sameSite, cookie.path], [true, 'Strict', '/moderation']);
  assert.deepEqual(await page.context().cookies(stage.proxy.url), [], 'citizens’ calls carry no cookie');
  await assertGood(page, 'an empty queue');
  await press(page, button(page, 'Se déconnecter'));
  await page.goto(`${stage.proxy.url}/moderation`);
  await page.getByLabel('Jeton').waitFor();
});

test('by keyboard alone: accept, refuse with a forgotten reason, answer; everybody’s view follows', async (t) => {
  const long =
    'Le dernier car part à 17 h 40, avant la fin des cours.\n\nPourrait-on le décaler d’une demi-heure ?';
  const late = await ask('Un car après 18 heures ?', long);
  await ask('Qui a mal travaillé ?', 'Une personne, nommée ici, ne fait rien.');
  const third = await ask('Des quais plus hauts ?', 'Pour monter dans le train en fauteuil.');
  assert.deepEqual(await shown(), []);

  const page = await (await stage.device(t)).newPage();
  await signIn(page);
  await assertGood(page, 'the queue');
  await assertForcedAndPrinted(page);
  await press(page, page.getByRole('link', { name: 'Commencer' }));
  await page.getByRole('heading', { level: 1, name: 'Un car après 18 heures ?' }).waitFor();
  await assertGood(page, 'an item');

  await press(page, button(page, 'Accepter'));
  assert.equal(await focused(page), 'done');
  assert.match(await page.locator('#done').innerText(), /Acceptée.*Un car après 18 heures/);
  await page.getByRole('heading', { level: 1, name: 'Qui a mal travaillé ?' }).waitFor();
  assert.deepEqual(await shown(), ['Un car après 18 heures ?']);

  await press(page, button(page, 'Refuser'));
  assert.equal(await focused(page), 'faults');
  await assertGood(page, 'a forgotten reason');
  await tabTo(page, page.getByRole('link', { name: /Donnez la raison du refus/ }));
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'reason');
  await page.keyboard.type('Votre question nomme une personne.');
  await press(page, button(page, 'Refuser'));
  assert.equal(await focused(page), 'done');
  await page.getByRole('heading', { level: 1, name: 'Des quais plus hauts ?' }).waitFor();
  await press(page, button(page, 'Accepter'));
  assert.match(await page.locator('#done').innerText(), /C’était le dernier/);
  await assertGood(page, 'all done');
  assert.deepEqual((await shown()).toSorted(), ['Des quais plus hauts ?', 'Un car après 18 heures ?']);

  await press(page, page.getByRole('link', { name: /^Publiés/ }));
  await press(page, page.getByRole('link', { name: 'Un car après 18 heures ?' }));
  await press(page, page.getByRole('link', { name: 'Répondre' }));
  await assertGood(page, 'the answer’s form');
  await type(page, 'Qui répond', ' ');
  await press(page, button(page, 'Publier la réponse'));
  assert.equal(await focused(page), 'faults');
  assert.match(await page.locator('#faults').innerText(), /Dites qui répond[^]*Écrivez une réponse/);
  await assertGood(page, 'a faulty answer');
  await type(page, 'Qui répond', 'La préfète de région');
  await type(page, 'Texte de la réponse', 'Oui, **dès la rentrée**.');
  await press(page, button(page, 'Publier la réponse'));
  assert.equal(await focused(page), 'done');
  const { status, answer } = await read(`/proposals/${late}`);
  assert.deepEqual(
    [status, answer.author, answer.text],
    ['answered', 'La préfète de région', 'Oui, **dès la rentrée**.'],
  );

  await page.goto(`${stage.proxy.url}/moderation/item?subject=proposal:${late}`);
  await assertGood(page, 'an answered item');
  await page.goto(`${stage.proxy.url}/moderation/item?subject=proposal:${third}&queue=published`);
  await type(page, 'Raison du refus', 'En double');
  await press(page, button(page, 'Refuser'));
  assert.deepEqual(await shown(), ['Un car après 18 heures ?']);
  const gone = await fetch(`${stage.proxy.url}/v1/consultations/${ASKED}/proposals/${third}`);
  assert.equal(gone.status, 404);
  await press(page, page.getByRole('link', { name: 'Journal' }));
  await assertGood(page, 'the journal');
  assert.equal(await page.locator('.journal > li').count(), 5);
});

test('a moderator who was too late reads what the first one did', async (t) => {
  const id = await ask('À deux en même temps ?', 'Deux personnes lisent ce texte à la fois.');
  const page = await (await stage.device(t)).newPage();
  await signIn(page);
  await page.goto(`${stage.proxy.url}/moderation/item?subject=proposal:${id}`);
  await stage.cnr('moderate', ASKED, 'refuse', id, '--reason', 'Déjà posée', '--as', 'sacha');
  await press(page, button(page, 'Accepter'));
  assert.equal(await focused(page), 'faults');
  assert.match(await page.locator('#faults').innerText(), /sacha.*Refusée\.\s+Déjà posée/);
  await assertGood(page, 'too late');
  assert.ok(!(await shown()).includes('À deux en même temps ?'));
});
