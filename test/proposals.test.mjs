// Citizens ask and support, at once and without a network, and what every page shows is what the rows of PostgreSQL
// say. What moderators do with it: proposals-moderated.test.mjs.
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { attend } from './attention.mjs';
import { ask, ASKED, assertCounts, countOn, openForum, supportButton, supportersOf } from './forum.mjs';
import { send } from './send.mjs';
import { startBrowser } from './killable-browser.mjs';
import { openStage, until } from './stage.mjs';
import { assertNothing, stored, watched } from './watch.mjs';

const [BUS, DIGUE, CRECHE] = ASKED;
const COUNTED = 'Soutien compté.';
const WAITS = 'Soutien enregistré sur cet appareil, pas encore envoyé.';

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

const pressed = (page, title) =>
  supportButton(page, title).evaluate((button) => button.getAttribute('aria-pressed') === 'true');

/** Three citizens, each with a profile of their own; Chloé's is on a disk, in a browser that can be killed. */
async function citizens(t) {
  const profile = mkdtempSync(path.join(stage.folder, 'chloe-'));
  const start = async () => {
    const browser = await startBrowser(stage, profile);
    t.after(browser.kill);
    return browser;
  };
  const [anna, basile] = [await stage.device(t), await stage.device(t)];
  return { anna: await anna.newPage(), basile: await basile.newPage(), chloe: await start(), again: start };
}

test('three at once: supported, undone, offline, reloaded, killed and back; every count is that of the rows', async (t) => {
  const forum = await openForum(stage, 'trois');
  const { anna, basile, chloe, again } = await citizens(t);
  const pages = [anna, basile, chloe.page];
  await Promise.all(pages.map((page) => page.goto(forum.list)));
  await Promise.all(pages.map((page) => supportButton(page, BUS).waitFor()));
  // Chloé's network takes nothing that she sends, and does not say so.
  await chloe.page.route('**/contributions/**', (route) => route.abort());
  await basile.context().setOffline(true);

  await Promise.all([
    (async () => {
      await supportButton(anna, BUS).click();
      await anna.getByText(COUNTED).waitFor();
      await supportButton(anna, DIGUE).click();
      await until(
        'the support of the dike',
        async () => (await supportersOf(stage, [forum.ids[1]]))[0] === 1,
      );
      await supportButton(anna, DIGUE).click();
      await anna.getByText('Soutien retiré.').waitFor();
    })(),
    (async () => {
      await supportButton(basile, BUS).click();
      await basile.getByText(WAITS).waitFor();
      await supportButton(basile, CRECHE).click();
      await basile.getByText(WAITS).nth(1).waitFor();
      await supportButton(basile, CRECHE).click();
      await basile.getByText('Soutien annulé').waitFor();
    })(),
    (async () => {
      await supportButton(chloe.page, BUS).click();
      await chloe.page.getByText(WAITS).waitFor();
      await chloe.page.reload();
      await chloe.page.getByText(WAITS).waitFor();
      assert.equal(await pressed(chloe.page, BUS), true, 'after a reload');
      await chloe.kill();
    })(),
  ]);
  assert.deepEqual(await supportersOf(stage, forum.ids), [1, 0, 0], 'what waits is nowhere yet');
  assert.equal(await countOn(basile, BUS), 0, 'and is not counted where it waits');

  await basile.context().setOffline(false);
  await basile.getByText(COUNTED).waitFor();
  const back = await again();
  // Another page of the site, with the button alone.
  await back.page.goto(forum.alone);
  await until('three supports', async () => (await supportersOf(stage, forum.ids))[0] === 3);
  assert.deepEqual(await supportersOf(stage, forum.ids), [3, 0, 0]);

  const sent = await stage.query(
    `select count(*)::int as count, count(distinct id)::int as ids from sent
     where consultation = $1 and kind = 'support'`,
    [forum.id],
  );
  // Anna's three, Basile's and Chloé's one; of what cancelled out nothing left the device.
  assert.deepEqual(sent, [{ count: 5, ids: 5 }]);
  const all = { [BUS]: 3, [DIGUE]: 0, [CRECHE]: 0 };
  for (const page of [anna, basile, back.page]) {
    await assertCounts(page, forum.list, all);
    await assertCounts(page, forum.opened, { [BUS]: 3 });
    await assertCounts(page, forum.alone, { [BUS]: 3 });
    assert.equal(await pressed(page, BUS), true);
  }
  await until('nothing is left to fold', async () => {
    const [{ left }] = await stage.query('select count(*)::int as left from support_deltas');
    return left === 0;
  });
  const folded = await stage.query('select supports from proposals where id = any($1::uuid[])', [forum.ids]);
  assert.deepEqual(folded.map(({ supports }) => supports).toSorted(), [0, 0, 3]);
});

test('loaded and untouched, list and button leave nothing and call nobody else; what was sent leaves no text', async (t) => {
  const mark = 'Zébulon-7731';
  const forum = await openForum(stage, 'intact');
  for (const address of [forum.list, forum.opened, forum.alone]) {
    const { page, assertCallsStayHome, assertNoCookies } = await watched(stage, t, { mark });
    await page.goto(address, { waitUntil: 'networkidle' });
    await supportButton(page, BUS).waitFor();
    assertNothing(await stored(page), address);
    assertCallsStayHome();
    await assertNoCookies();
  }
  const { page, assertCallsStayHome, assertNoCookies } = await watched(stage, t, { mark });
  await page.goto(forum.list);
  await page.getByRole('button', { name: 'Poser une question' }).click();
  // Shorter than what is looked up for likeness: nothing of a title leaves before that.
  await page.getByLabel('Texte (obligatoire)').fill(`Un mot à moi : ${mark}`);
  await page.getByLabel('Titre (obligatoire)').fill('Et moi ?');
  await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  assertNothing(await stored(page), 'before it is sent');
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await page.getByText('Publiée.').waitFor();
  assert.ok(!JSON.stringify(await stored(page)).includes(mark), 'after the receipt');
  assertCallsStayHome();
  await assertNoCookies();
});

test('what becomes of a press is announced once, with the count', async (t) => {
  const forum = await openForum(stage, 'annonces');
  await send(stage, forum.id, 'support', { subject: `proposal:${forum.ids[0]}`, on: true, revision: 1 });
  const page = await (await stage.device(t)).newPage();
  const { said } = await attend(page);
  await page.goto(forum.alone);
  await until('the count', async () => (await countOn(page, BUS)) === 1);
  await supportButton(page, BUS).click();
  await page.getByText('Soutien compté. 2 soutiens.').waitFor();
  await supportButton(page, BUS).click();
  await page.getByText('Soutien retiré. 1 soutien.').waitFor();
  for (const words of ['Soutien compté. 2 soutiens.', 'Soutien retiré. 1 soutien.']) {
    assert.equal(said.filter((one) => one === words).length, 1, said.join(' | '));
  }
  // What may come between them is the truth of that moment: on the device, and not counted yet.
  for (const words of said) assert.match(words, /^(Soutien (compté|retiré)|(Soutien|Retrait) enregistré)/);
});

test('the limits are said before they bite', async (t) => {
  const forum = await openForum(stage, 'limites', { supportsPerPerson: 2 });
  const page = await (await stage.device(t)).newPage();
  await page.goto(forum.list);
  await page.getByText('Il vous reste 2 soutiens.').first().waitFor();
  for (const title of [BUS, DIGUE]) {
    await supportButton(page, title).click();
    await until(title, () => pressed(page, title));
  }
  await page.getByText('Vous avez donné tous vos soutiens.').first().waitFor();
  await until('both rows', async () => (await supportersOf(stage, forum.ids)).join() === '1,1,0');
  await supportButton(page, CRECHE).click();
  assert.equal(await pressed(page, CRECHE), false);
  assert.deepEqual(await supportersOf(stage, forum.ids), [1, 1, 0]);

  await ask(stage, forum.id, { title: 'Une autre personne a le droit de demander' });
  await page.getByRole('button', { name: 'Poser une question' }).click();
  await page.getByText('1 question par semaine et par personne.').waitFor();
  await page.getByLabel('Titre (obligatoire)').fill('Ma question de la semaine');
  await page.getByLabel('Texte (obligatoire)').fill('Elle est courte.');
  await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await page.getByText('Publiée.').waitFor();
  await page.getByRole('button', { name: 'Poser une autre question' }).click();
  await page.getByText('Vous pourrez envoyer à partir du').waitFor();
});
