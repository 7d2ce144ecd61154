// What moderators do with what citizens write, from the command line, and what everybody then sees of it: moderated
// before publication, withdrawn, refused, reported.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { receiptCode } from './citizen.mjs';
import { ASKED, openForum, supportButton } from './forum.mjs';
import { openStage, RELOAD_MS, until } from './stage.mjs';

const [BUS] = ASKED;
const BEFORE = { moderation: 'before' };

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

const QUESTION = 'Peut-on rouvrir la passerelle des vélos ?';

/** Writes and sends a question on the page of a forum; returns its receipt's code. */
async function deposit(page, forum, { title, text }) {
  await page.goto(forum.list);
  await page.getByRole('button', { name: 'Poser une question' }).click();
  await page.getByLabel('Titre (obligatoire)').fill(title);
  await page.getByLabel('Texte (obligatoire)').fill(text);
  await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await page.getByText('En attente de lecture par les modérateurs.').waitFor();
  return receiptCode(page);
}

const rowOf = async (title) =>
  (await stage.query('select id, status from proposals where title = $1', [title]))[0];

test('asked, accepted from the command line, read by others, withdrawn by its author and gone', async (t) => {
  const forum = await openForum(stage, 'avant', BEFORE);
  for (const id of forum.ids) await stage.cnr('moderate', forum.id, 'accept', id);
  const [author, reader] = await Promise.all([0, 1].map(async () => (await stage.device(t)).newPage()));
  const code = await deposit(author, forum, { title: QUESTION, text: 'Elle est fermée depuis les crues.' });
  const { id, status } = await rowOf(QUESTION);
  assert.equal(status, 'submitted');
  const [{ code: stored }] = await stage.query('select code from sent where subject = $1', [id]);
  assert.equal(code, stored, 'the receipt on the screen');

  await reader.goto(forum.list);
  await supportButton(reader, BUS).waitFor();
  assert.equal(await reader.getByText(QUESTION).count(), 0, 'nobody sees it yet');
  assert.match(await stage.cnr('moderate', forum.id, 'queue'), new RegExp(QUESTION.slice(0, -2)));
  await stage.cnr('moderate', forum.id, 'accept', id.slice(0, 8));
  await appears(reader, forum, QUESTION);
  await author.goto(forum.list);
  await author.getByRole('button', { name: 'Mes contributions sur cet appareil' }).click();
  await author.getByText('Publiée.').waitFor();

  await author.getByText('Code de reçu, correction et retrait').click();
  await author.getByRole('button', { name: 'Retirer ce texte' }).click();
  await author.getByRole('button', { name: 'Oui, retirer ce texte' }).click();
  await author.getByText('Retiré : ce texte est effacé').first().waitFor();
  await gone(forum, id, QUESTION);
  await disappears(reader, forum, QUESTION);
  const [row] = await stage.query('select title, body from proposals where id = $1', [id]);
  assert.deepEqual(row, { title: '', body: '' }, 'what it said is erased');
});

test('refused: the author reads why, and nobody else reads it', async (t) => {
  const forum = await openForum(stage, 'refus', BEFORE);
  const author = await (await stage.device(t)).newPage();
  await deposit(author, forum, { title: 'Mon dossier n’avance pas', text: 'Que fait le service ?' });
  const { id } = await rowOf('Mon dossier n’avance pas');
  await stage.cnr('moderate', forum.id, 'refuse', id, '--reason', 'Une affaire personnelle.');
  await author.goto(forum.list);
  await author.getByRole('button', { name: 'Mes contributions sur cet appareil' }).click();
  await author.getByText('Refusée par les modérateurs.').waitFor();
  await author.getByText('Motif : Une affaire personnelle.').waitFor();
  await gone(forum, id, 'Mon dossier n’avance pas');
});

test('a comment and a report reach the moderators; what they refuse is gone from every page', async (t) => {
  const forum = await openForum(stage, 'signale', BEFORE);
  await stage.cnr('moderate', forum.id, 'accept', forum.ids[0]);
  const page = await (await stage.device(t)).newPage();
  await page.goto(forum.opened);
  await page.getByText('Commentaires (0)').click();
  await page.getByLabel('Votre commentaire').fill('Il roule encore le samedi.');
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await page.getByText('En attente de lecture par les modérateurs.').waitFor();
  assert.match(await stage.cnr('moderate', forum.id, 'queue'), /Il roule encore le samedi/);
  const [comment] = await stage.query('select id from comments where consultation = $1', [forum.id]);
  await stage.cnr('moderate', forum.id, 'accept', comment.id);
  await until(
    'the comment is there for others',
    async () => {
      await page.goto(forum.opened);
      await page.getByText('Commentaires (', { exact: false }).click();
      return (await page.getByText('Il roule encore le samedi.').count()) > 0;
    },
    RELOAD_MS,
  );

  await page.getByText('Signaler un contenu qui ne devrait pas être ici').click();
  // The comment has a form of its own, which is folded.
  await page.getByLabel('Il est hors sujet').last().check();
  await page.getByRole('button', { name: 'Signaler aux modérateurs' }).click();
  await page.getByText('Merci. Les modérateurs vont lire votre signalement.').waitFor();
  const reports = await stage.query('select subject, reason from reports where consultation = $1', [
    forum.id,
  ]);
  assert.deepEqual(reports, [{ subject: `proposal:${forum.ids[0]}`, reason: 'off-topic' }]);
  assert.match(await stage.cnr('moderate', forum.id, 'queue'), new RegExp(BUS.slice(0, -2)));
  await stage.cnr('moderate', forum.id, 'refuse', forum.ids[0], '--reason', 'Hors sujet.');
  await gone(forum, forum.ids[0], BUS);
  const removed = page.getByText('Ce texte n’est plus publié.');
  await until(
    'the button alone says so',
    async () => {
      await page.goto(forum.alone);
      await removed.or(supportButton(page, BUS)).first().waitFor();
      return removed.isVisible();
    },
    RELOAD_MS,
  );
});

async function appears(page, forum, title) {
  await until(
    `${title} in the list`,
    async () => {
      await page.goto(forum.list);
      await supportButton(page, BUS).waitFor();
      return (await page.getByText(title).count()) > 0;
    },
    RELOAD_MS,
  );
}

async function disappears(page, forum, title) {
  await until(
    `${title} gone from the list`,
    async () => {
      await page.goto(forum.list);
      await supportButton(page, BUS).waitFor();
      return (await page.getByText(title).count()) === 0;
    },
    RELOAD_MS,
  );
}

/** From the backend at once, and so from every cache within the age that its answers state. */
async function gone({ id: consultation }, id, title) {
  const base = `${stage.proxy.url}/v1/consultations/${consultation}`;
  const one = await fetch(`${base}/proposals/${id}`);
  assert.deepEqual([one.status, (await one.json()).code], [404, 'unknown-subject']);
  for (const sort of ['supported', 'latest', 'trending']) {
    const list = await fetch(`${base}/proposals?sort=${sort}&limit=50`);
    assert.equal(list.headers.get('cache-control'), 'public, max-age=5');
    assert.ok(
      (await list.json()).proposals.every((proposal) => proposal.id !== id),
      sort,
    );
  }
  for (const [path, body] of [
    ['similar', { text: title }],
    ['by-id', { ids: [id] }],
  ]) {
    const asked = await fetch(`${base}/proposals/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(asked.headers.get('cache-control'), 'no-store');
    assert.ok(
      (await asked.json()).proposals.every((proposal) => proposal.id !== id),
      path,
    );
  }
  const counts = await fetch(`${base}/supports?subject=proposal:${id}`);
  assert.equal(counts.headers.get('cache-control'), 'public, max-age=5');
  assert.deepEqual((await counts.json()).supports, []);
}
