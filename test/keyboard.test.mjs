// By the keyboard alone: Tab, arrows, Space, Enter. Every screen on the way is looked at by axe, in light and in dark,
// and at 320 px, for a process is accessible only where each of its pages is. The focus is never lost, and what live
// regions say is said once.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { isQuestion } from '@cnr-widgets/contract';
import { attend } from './attention.mjs';
import { heading, participate, receiptCode } from './citizen.mjs';
import { assertAccessible } from './inspect.mjs';
import { focused, keyboardHands } from './keyboard-hands.mjs';
import { notePresses, overheadOf } from './presses.mjs';
import { AWAY, problem } from './proxy.mjs';
import { smallConsultation } from './small-consultation.mjs';
import { demoDefinition, openStage, until } from './stage.mjs';

const QUEUED = 'Enregistrée sur cet appareil, pas encore envoyée';
const RECEIVED = 'Votre réponse est bien reçue';

const focusOn = (page, id) => until(`the focus on #${id}`, async () => (await focused(page)).id === id);

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

/** The longest questionnaire of the demo, by who knows that Enter in a field goes on; another by who goes to the button. */
const JOURNEYS = [
  { id: 'acces-aux-soins-sarthe', address: '/', keyboard: { enter: true } },
  { id: 'projet-ecole-villeneuve', address: '/ecole.html', keyboard: {}, profile: { departement: '72' } },
];

for (const { id, address, keyboard, profile } of JOURNEYS) {
  test(`the keyboard alone answers ${id}; the focus follows; every screen is accessible`, async (t) => {
    const page = await (await stage.device(t)).newPage();
    const { said, lost } = await attend(page);
    await page.goto(`${stage.host.url}${address}`);
    const { questionnaire } = demoDefinition(id);
    const presses = await notePresses(page);
    const screens = [];
    const passed = {};
    const answers = await participate(page, questionnaire, {
      keyboard,
      profile,
      onScreen: async (name) => {
        assert.equal((await focused(page)).id, 'step', `the focus is on the heading of ${name}`);
        passed[name] = (await presses()).length;
      },
      onStep: async (name) => {
        screens.push(name);
        if (name === 'intro') passed.intro = (await presses()).length;
        await assertAccessible(page, name);
      },
    });
    assert.equal((await focused(page)).id, 'step', 'the focus is on the heading of the receipt');
    await assertAccessible(page, 'received');
    const rows = await stage.rows(id);
    assert.deepEqual(
      rows.map(({ code }) => code),
      [await receiptCode(page)],
    );
    assert.ok(screens.length > 5, String(screens));
    assert.deepEqual(lost, [], 'what took the focus away');
    const repeated = said.filter((words, index) => words === said[index - 1]);
    assert.deepEqual(repeated, [], said.join('\n'));
    assert.ok(
      said.some((words) => /^Le questionnaire compte maintenant \d+ questions\.$/.test(words)),
      said.join('\n'),
    );

    const all = await presses();
    const given = [...answers.values()].filter(Boolean).length;
    const perAnswer = (from, to) => overheadOf(all, from, to) / given;
    const answering = perAnswer(passed.intro, passed.review);
    t.diagnostic(
      `${given} answers: ${answering.toFixed(2)} presses beside each from the introduction to the review, ` +
        `${perAnswer(passed.intro, all.length).toFixed(2)} up to the receipt`,
    );
    if (keyboard.enter) assert.ok(answering < 2, `${answering} presses beside each answer`);
  });
}

test('the first of these questionnaires is the longest of the demo', () => {
  const questions = ({ questionnaire }) => questionnaire?.items.filter(isQuestion).length ?? 0;
  const files = readdirSync(new URL('../demo/consultations', import.meta.url));
  const [longest] = files
    .map((name) => demoDefinition(name.replace('.json', '')))
    .sort((one, other) => questions(other) - questions(one));
  assert.equal(longest.id, JOURNEYS[0].id);
});

test('what is missing: the summary takes the focus, and leads to the field', async (t) => {
  const definition = smallConsultation('oubli');
  await stage.publish(definition);
  const page = await (await stage.device(t)).newPage();
  const { said, lost } = await attend(page);
  await page.goto(stage.host.card(definition.id));
  const hands = keyboardHands(page);
  await page.getByRole('button', { name: 'Participer' }).waitFor();
  await hands.press('Participer');
  await heading(page, 'Avant de commencer');
  await hands.press('Commencer');
  await page.locator('#field-avis').waitFor();
  await hands.press('Continuer');
  await page.locator('#errors').waitFor();
  assert.equal((await focused(page)).id, 'errors');
  await page.getByText('Cette question est obligatoire : donnez une réponse.').first().waitFor();
  await assertAccessible(page, 'an error');
  await page.keyboard.press('Tab');
  assert.match((await focused(page)).text, /Faut-il un bus le samedi/);
  await page.keyboard.press('Enter');
  await page.locator('#input-avis-0:focus').waitFor();
  await page.keyboard.press('Space');
  await page.locator('#errors').waitFor({ state: 'detached' });
  await hands.press('Continuer');
  await page.locator('#field-idee').waitFor();
  assert.deepEqual(lost, [], 'what took the focus away');
  assert.deepEqual(said, [
    'Une réponse est à revoirFaut-il un bus le samedi ? – Cette question est obligatoire : donnez une réponse.',
  ]);
});

test('waiting, refused, erased, withdrawn, drafts and the outbox are accessible', async (t) => {
  const definition = smallConsultation('etats');
  await stage.publish(definition);
  const context = await stage.device(t);
  const page = await context.newPage();
  const { said, lost } = await attend(page);
  const hands = keyboardHands(page);
  const address = stage.host.card(definition.id);
  const outbox = `${stage.host.url}/participations.html`;

  await page.goto(outbox);
  await page.getByText('Rien n’est gardé sur cet appareil.').waitFor();
  await assertAccessible(page, 'the empty outbox');

  await page.goto(address);
  stage.proxy.fail('PUT', () => AWAY);
  const options = { keyboard: true, onStep: keepDraft, ends: QUEUED };
  await participate(page, definition.questionnaire, options);
  await focusOn(page, 'step');
  await assertAccessible(page, 'queued');
  await page.goto(address);
  await page.getByText('pas encore envoyée').waitFor();
  await assertAccessible(page, 'the card while an answer waits');
  await page.goto(outbox);
  await page.getByText('1 participation attend').waitFor();
  await assertAccessible(page, 'the outbox while an answer waits');

  stage.proxy.fail('PUT', () => problem(403, 'closed'));
  await hands.press('Tout envoyer maintenant');
  await page.getByText('Non acceptée').waitFor();
  await assertAccessible(page, 'the outbox with a refused answer');
  await page.goto(address);
  await page.getByText('n’a pas été acceptée').waitFor();
  await hands.press('Voir pourquoi et que faire');
  await page.getByText('Votre réponse est arrivée trop tard.').waitFor();
  await assertAccessible(page, 'refused');

  stage.proxy.heal();
  await hands.press('Relire et renvoyer');
  await heading(page, 'Vérifiez avant d’envoyer');
  await focusOn(page, 'step');
  await hands.press('Envoyer ma réponse');
  await heading(page, RECEIVED);
  await focusOn(page, 'step');
  await page.goto(address);
  await hands.press('Voir mon reçu, corriger ou retirer');
  await heading(page, 'Vous avez déjà répondu');
  await page.locator('cnr-receipt .code').waitFor();
  await assertAccessible(page, 'already answered');
  await page.goto(outbox);
  await page.getByText('Code de reçu').waitFor();
  await assertAccessible(page, 'the outbox with a receipt');

  await page.goto(address);
  await hands.press('Voir mon reçu, corriger ou retirer');
  await page.locator('cnr-receipt .code').waitFor();
  await hands.press('Retirer ma réponse');
  await page.getByText('Voulez-vous la retirer ?').waitFor();
  await focusOn(page, 'confirmation');
  await assertAccessible(page, 'withdraw, sure?');
  stage.proxy.fail('DELETE', () => AWAY);
  await hands.press('Oui, retirer ma réponse');
  await page.getByText('Le service ne répond pas').waitFor();
  await focusOn(page, 'withdraw');
  stage.proxy.heal();
  await hands.press('Retirer ma réponse');
  await hands.press('Oui, retirer ma réponse');
  await heading(page, 'Votre réponse est retirée');
  await focusOn(page, 'step');
  await assertAccessible(page, 'withdrawn');
  assert.deepEqual(lost, [], 'what took the focus away');
  assert.deepEqual(said, [
    'Brouillon gardé sur cet appareil.',
    'Tout n’a pas été accepté. Voyez ci-dessus ce que vous pouvez faire.',
    'Le service ne répond pas. Rien n’a changé : réessayez quand le réseau revient.',
    'Votre réponse est retirée : elle est effacée et ne compte plus.',
  ]);
  assert.deepEqual(
    (await stage.rows(definition.id)).map(({ state }) => state),
    ['withdrawn'],
  );

  async function keepDraft(name) {
    if (name !== 'idee') return;
    await page.getByLabel('Garder mon brouillon sur cet appareil').check();
    await page.getByText('Brouillon gardé sur cet appareil.').waitFor();
    await assertAccessible(page, 'a draft that is kept');
    const other = await context.newPage();
    const elsewhere = await attend(other);
    await other.goto(address);
    await other.getByRole('button', { name: 'Continuer ma réponse' }).waitFor();
    await assertAccessible(other, 'the card with a draft');
    await other.getByRole('button', { name: 'Continuer ma réponse' }).click();
    await other.getByRole('button', { name: 'Reprendre mon brouillon' }).waitFor();
    await assertAccessible(other, 'a draft that is found');
    await keyboardHands(other).press('Effacer le brouillon');
    await keyboardHands(other).press('Oui, effacer');
    await other.getByText('Le brouillon est effacé de cet appareil.').waitFor();
    await focusOn(other, 'step');
    assert.deepEqual(elsewhere, { said: ['Le brouillon est effacé de cet appareil.'], lost: [] });
    await other.close();
  }
});

test('the card in each phase, and what cannot be shown, is accessible', async (t) => {
  const past = { opensAt: '2020-01-01T00:00:00+01:00', closesAt: '2021-01-01T00:00:00+01:00' };
  const step = (kind) => ({ kind, date: '2021-02-01', title: 'Ce qui a été fait' });
  await stage.publish(
    smallConsultation('phase-analyse', past),
    smallConsultation('phase-resultats', { ...past, followUp: [step('synthesis')] }),
    smallConsultation('phase-suites', { ...past, followUp: [step('synthesis'), step('done')] }),
  );
  const page = await (await stage.device(t)).newPage();
  for (const [id, words] of [
    ['acces-aux-soins-sarthe', 'objectif'],
    ['budget-participatif-2027', 'Ouverture le'],
    ['phase-analyse', 'Consultation terminée le'],
    ['phase-resultats', 'Les résultats sont publiés.'],
    ['phase-suites', 'Ce qui a été fait'],
    ['inconnue', 'Cette consultation n’existe pas'],
  ]) {
    await page.goto(stage.host.card(id));
    await page.getByText(words).first().waitFor();
    await assertAccessible(page, id);
  }
  await page.goto(stage.host.card('phase-analyse'));
  await page.getByRole('button', { name: 'J’ai un code de reçu' }).click();
  await page.getByText('J’ai déjà répondu et j’ai un code de reçu').click();
  await page.getByRole('button', { name: 'Retirer ma réponse' }).click();
  await page.getByText('Écrivez votre code de reçu').waitFor();
  await assertAccessible(page, 'a receipt code that is missing');
  await page.goto(`${stage.host.url}/`);
  await page.getByText('En savoir plus').click();
  await page.getByText('Modalités', { exact: true }).waitFor();
  await assertAccessible(page, 'the presentation unfolded');
  // On a device that has not read it yet: what was read is shown again for a minute without a call.
  const other = await (await stage.device(t)).newPage();
  stage.proxy.fail('GET', ({ path }) => (path.startsWith('/v1/consultations/') ? 'drop' : undefined));
  await other.goto(`${stage.host.url}/`);
  await other.getByRole('button', { name: 'Réessayer' }).waitFor();
  await assertAccessible(other, 'no backend');
});
