// What the backend refuses, marks or takes back: the answer stays on the device until it is settled, and the citizen
// is told what to do.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answersOf } from '@cnr-widgets/contract';
import { answerAll, heading, participate, receiptCode, send } from './citizen.mjs';
import { AWAY } from './proxy.mjs';
import { openStage } from './stage.mjs';
import { assertNothingSent, assertOnce, opened, QUEUED, RECEIVED, REFUSED } from './visit.mjs';

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

test('closed meanwhile, the days of grace over: refused, kept, and the citizen is told why', async (t) => {
  const visit = await opened(stage, t, 'fermee');
  await answerAll(visit.page, visit.questionnaire);
  const closesAt = new Date().toISOString();
  await stage.publish({ ...visit.definition, closesAt, graceDays: 0 });
  await send(visit.page);
  await heading(visit.page, REFUSED);
  await visit.page.getByText('La consultation est terminée. Votre réponse est arrivée trop tard.').waitFor();
  await visit.page.getByText('Elle est toujours sur cet appareil : rien n’est perdu.').waitFor();
  await assertNothingSent(visit);
  await visit.page.reload();
  await visit.page.getByText('Votre réponse n’a pas été acceptée.').waitFor();
});

test('closed while it waited, within the days of grace: received, and marked late', async (t) => {
  const visit = await opened(stage, t, 'delai-de-grace');
  stage.proxy.fail('PUT', () => AWAY);
  const answers = await participate(visit.page, visit.questionnaire, { ends: QUEUED });
  await stage.publish({ ...visit.definition, closesAt: new Date().toISOString(), graceDays: 7 });
  stage.proxy.heal();
  await visit.page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await heading(visit.page, RECEIVED);
  await visit.page.getByText('Elle est arrivée après la date de fin').waitFor();
  const row = await assertOnce(visit, answers);
  assert.equal(row.late, true);
});

test('422, another content under the same id: nothing overwritten, then sent as a new answer', async (t) => {
  const visit = await opened(stage, t, 'conflit');
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
  const visit = await opened(stage, t, 'deux-onglets');
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
  const visit = await opened(stage, t, 'trop-longue', { questionnaire: { items } });
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

test('corrected, then withdrawn, from another device by typing the code', async (t) => {
  const visit = await opened(stage, t, 'autre-appareil');
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
