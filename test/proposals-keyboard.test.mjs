// By the keyboard alone, from the list to the receipt; every screen on the way is looked at by axe, in light and in
// dark, and at 320 px.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { attend } from './attention.mjs';
import { receiptCode } from './citizen.mjs';
import { ASKED, openForum, supportButton, supportersOf } from './forum.mjs';
import { assertAccessible, assertNarrow } from './inspect.mjs';
import { focused, keyboardHands, pressLike, write } from './keyboard-hands.mjs';
import { openStage, until } from './stage.mjs';

const [BUS] = ASKED;

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

/** On paper: what was asked, and nothing that only a screen can do. */
async function assertPrinted(page) {
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByText(BUS).first().isVisible());
  const left = page.locator('cnr-proposals').locator(':is(input, select, .primary, .more):visible');
  assert.equal(await left.count(), 0);
  await page.emulateMedia({ media: null });
}

const focusOn = (page, id) => until(`the focus on #${id}`, async () => (await focused(page)).id === id);

test('supported, opened, read, commented and reported', async (t) => {
  const forum = await openForum(stage, 'clavier');
  const answer = path.join(stage.folder, 'reponse.json');
  const said = { author: 'La préfète', date: '2026-11-20', text: 'Le **8 janvier**.', next: '- Un essai.' };
  writeFileSync(answer, JSON.stringify(said));
  await stage.cnr('moderate', forum.id, 'answer', forum.ids[1], '--file', answer);
  const page = await (await stage.device(t)).newPage();
  const attention = await attend(page);
  const hands = keyboardHands(page);
  await page.goto(forum.list);
  await supportButton(page, BUS).waitFor();
  await assertAccessible(page, 'the list');
  await assertPrinted(page);

  await pressLike(page, new RegExp(`^Soutenir\\s*: ${BUS.slice(0, -2)}`));
  await page.getByText('Soutien compté. 1 soutien.').waitFor();
  assert.equal((await supportersOf(stage, forum.ids))[0], 1);
  assert.equal(attention.said.filter((words) => words === 'Soutien compté. 1 soutien.').length, 1);
  await assertAccessible(page, 'supported');

  await page.reload();
  await supportButton(page, BUS).waitFor();
  await hands.press(ASKED[1]);
  await focusOn(page, 'step');
  await page.getByText('La préfète, le 20 novembre 2026').waitFor();
  await assertAccessible(page, 'opened, with its answer');
  await hands.press('Retour à la liste');
  await focusOn(page, `open-${forum.ids[1]}`);

  await page.reload();
  await supportButton(page, BUS).waitFor();
  await hands.press(BUS);
  await focusOn(page, 'step');
  await pressLike(page, /^Commentaires \(/);
  await write(page, 'text', 'Il roule encore le samedi.');
  await assertAccessible(page, 'a comment');
  await hands.press('Envoyer le commentaire');
  await page.getByText('Publié.', { exact: true }).waitFor();
  await assertAccessible(page, 'a comment that was received');
  await pressLike(page, /^Signaler un contenu/);
  await page.getByText('Pourquoi ce texte ne devrait-il pas être ici').last().waitFor();
  await hands.press('Signaler aux modérateurs');
  await page.getByText('Choisissez une raison').first().waitFor();
  await assertAccessible(page, 'a report without a reason');
  assert.equal((await focused(page)).tag, 'INPUT', 'the focus is on the first reason');
  await page.keyboard.press('Space');
  await hands.press('Signaler aux modérateurs');
  await page.getByText('Merci. Les modérateurs vont lire votre signalement.').waitFor();
  await assertAccessible(page, 'reported');
  const kinds = await stage.query(
    'select kind, count(*)::int as count from sent where consultation = $1 and kind <> $2 group by kind order by kind',
    [forum.id, 'proposal'],
  );
  assert.deepEqual(
    kinds.map(({ kind, count }) => `${kind} ${count}`),
    ['comment 1', 'report 1', 'support 1'],
  );
  assert.deepEqual(attention.lost, []);
});

test('asked: what is missing is said, what is alike is offered, what waits and what was received is told', async (t) => {
  const forum = await openForum(stage, 'ecrire');
  const page = await (await stage.device(t)).newPage();
  const { said, lost } = await attend(page);
  const hands = keyboardHands(page);
  await page.goto(forum.list);
  await supportButton(page, BUS).waitFor();
  await hands.press('Poser une question');
  await focusOn(page, 'step');
  await assertAccessible(page, 'the form');
  await hands.press('Relire avant d’envoyer');
  await focusOn(page, 'errors');
  await page.getByText('2 champs à revoir').waitFor();
  await assertAccessible(page, 'what is missing');
  await pressLike(page, /^Titre/);
  await focusOn(page, 'title');
  await page.keyboard.insertText('Quand revient le bus du soir ?');
  await page.getByText('Peut-être déjà écrit : soutenez plutôt que de répéter').waitFor();
  await until('the likeness is announced', () =>
    said.some((words) => /^1 question proche trouvée/.test(words)),
  );
  assert.equal((await focused(page)).id, 'title', 'and takes no focus');
  await assertAccessible(page, 'what is alike');
  await write(page, 'text', 'Le dernier part à dix-huit heures.');
  await hands.press('Relire avant d’envoyer');
  await focusOn(page, 'step');
  await assertAccessible(page, 'the preview');

  await page.context().setOffline(true);
  await hands.press('Envoyer');
  await page.getByText('Enregistré sur cet appareil, pas encore envoyé').waitFor();
  await assertAccessible(page, 'waiting');
  await page.context().setOffline(false);
  await page.getByText('Publiée.').waitFor();
  await assertAccessible(page, 'received');
  const [row] = await stage.query(
    `select sent.code from sent join proposals on proposals.id = sent.id
     where proposals.title = 'Quand revient le bus du soir ?'`,
  );
  assert.equal(await receiptCode(page), row.code);

  await hands.press('Retour à la liste');
  await hands.press('Mes contributions sur cet appareil');
  await focusOn(page, 'step');
  await page.locator('#mine').getByText('Publiée.').waitFor();
  await assertAccessible(page, 'what this device sent');
  assert.deepEqual(lost, []);
});

test('the button alone and the pages of the demo fit a narrow screen', async (t) => {
  const forum = await openForum(stage, 'etroit');
  const page = await (await stage.device(t)).newPage();
  await page.goto(forum.alone);
  await supportButton(page, BUS).waitFor();
  await assertAccessible(page, 'the button alone');
  const box = await supportButton(page, BUS).boundingBox();
  assert.ok(box.width >= 44 && box.height >= 44, JSON.stringify(box));
  for (const name of ['questions.html', 'logements.html']) {
    await page.goto(`${stage.host.url}/${name}`, { waitUntil: 'networkidle' });
    await assertNarrow(page, name);
  }
});
