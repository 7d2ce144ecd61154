// A place at a meeting, with the real server: confirmed, waiting, refused, corrected, withdrawn, read on another device;
// what the page says is what the rows of PostgreSQL say. Finding a meeting: meetings.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { heading } from './citizen.mjs';
import { meetingIn, openGathering, town } from './gathering.mjs';
import { assertAccessible, assertNarrow } from './inspect.mjs';
import { AWAY } from './proxy.mjs';
import { send } from './send.mjs';
import { openStage, until } from './stage.mjs';
import { assertNothing, stored } from './watch.mjs';

const CONFIRMED = 'Votre place est confirmée';
const NOT_YET = 'Votre place n’est pas encore confirmée.';
const NO_PLACE = 'vous n’avez pas de place';
const LINK = 'https://visio.exemple/soir';

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

/** A consultation with one meeting, opened on a device of its own. */
async function gathering(t, id, meeting = {}) {
  const where = town('Laval', '53');
  const own = { title: 'Réunion du soir', registration: {}, places: { onSite: 3 }, ...meeting };
  const address = await openGathering(stage, id, [meetingIn('soir', where, own)]);
  const { page, context } = await arrive(t, address);
  return { id, address, page, context };
}

async function arrive(t, address, options) {
  const context = await stage.device(t, options);
  const page = await context.newPage();
  await page.goto(address);
  await openMeeting(page);
  return { context, page };
}

async function openMeeting(page) {
  await button(page, 'Réunion du soir').click();
  await page.locator('cnr-meeting article:not([aria-busy])').waitFor();
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const said = (page, words) => page.getByText(words).first().waitFor();

async function register(page, { firstName = 'Camille', people = 1, remote = false } = {}) {
  await button(page, 'S’inscrire').click();
  await page.getByLabel('Prénom').fill(firstName);
  if (remote) await page.getByRole('radio', { name: /À distance/ }).check();
  await page.getByLabel('Nombre de personnes').selectOption(String(people));
  await button(page, 'Je m’inscris').click();
}

const seats = async (id) => {
  const [row] = await stage.query(
    'select taken_on_site, taken_remote from meetings where consultation = $1',
    [id],
  );
  const rows = await stage.query(
    'select first_name, people, attendance from registrations where consultation = $1 order by number',
    [id],
  );
  return { taken: row.taken_on_site + row.taken_remote, rows };
};

test('online: confirmed with its place, corrected, withdrawn; the place is free again', async (t) => {
  const { id, page } = await gathering(t, 'inscription');
  await assertNothing(await stored(page), 'before anything was pressed');
  await register(page, { people: 2 });
  await heading(page, 'Vos 2 places sont confirmées');
  await said(page, 'Camille, 2 personnes, sur place.');
  const calendar = page.getByRole('link', { name: 'Ajouter à mon agenda' });
  assert.equal(await calendar.count(), 1, 'once, where the place is confirmed');
  await assertAccessible(page, 'confirmed');
  await assertNarrow(page, 'confirmed');
  const { taken, rows } = await seats(id);
  assert.equal(taken, 2);
  assert.deepEqual(rows, [{ first_name: 'Camille', people: 2, attendance: 'on-site' }]);

  await button(page, 'Corriger mon inscription').click();
  await page.getByLabel('Nombre de personnes').selectOption('3');
  await button(page, 'Envoyer la correction').click();
  await heading(page, 'Vos 3 places sont confirmées');
  assert.equal((await seats(id)).taken, 3);

  await page.reload();
  await openMeeting(page);
  await heading(page, 'Vos 3 places sont confirmées');
  await page.getByText('Code de reçu, correction et annulation').click();
  await button(page, 'Annuler mon inscription').click();
  await button(page, 'Oui, annuler mon inscription').click();
  await heading(page, 'la place redevient libre');
  assert.equal(await calendar.count(), 1, 'among the ways of the meeting again');
  assert.deepEqual(await seats(id), { taken: 0, rows: [] });
  await page.reload();
  await openMeeting(page);
  await button(page, 'S’inscrire').waitFor();
});

test('without a network: waits, over a reload too, and is confirmed when it is back', async (t) => {
  const { id, page } = await gathering(t, 'attente');
  stage.proxy.fail('PUT', () => AWAY);
  await register(page);
  await said(page, NOT_YET);
  await assertAccessible(page, 'waiting');
  assert.equal((await seats(id)).taken, 0);
  await page.reload();
  await openMeeting(page);
  await said(page, NOT_YET);
  stage.proxy.heal();
  await button(page, 'Envoyer maintenant').click();
  await heading(page, CONFIRMED);
  await said(page, 'Camille, 1 personne, sur place.');
  assert.equal((await seats(id)).taken, 1);
});

test('the last place goes to somebody else while it waits: refused, said, and none is given', async (t) => {
  const { id, page } = await gathering(t, 'derniere-place', { places: { onSite: 2 } });
  stage.proxy.fail('PUT', ({ path }) => (path.includes('contributions') ? AWAY : undefined));
  await register(page, { people: 2 });
  await said(page, NOT_YET);
  stage.proxy.heal();
  const other = { meeting: 'soir', attendance: 'on-site', firstName: 'Autre', people: 1 };
  await send(stage, id, 'registration', other);
  await button(page, 'Envoyer maintenant').click();
  await heading(page, NO_PLACE);
  await said(page, 'Il reste 1 place, moins que ce que vous demandez.');
  await assertAccessible(page, 'refused');
  assert.equal((await seats(id)).taken, 1);
  await button(page, 'Changer, puis renvoyer').click();
  await page.getByLabel('Nombre de personnes').selectOption('1');
  await button(page, 'Envoyer la correction').click();
  await heading(page, CONFIRMED);
  assert.equal((await seats(id)).taken, 2);
});

test('cancelled while it waits: refused, with the reason', async (t) => {
  const { id, page } = await gathering(t, 'annulee');
  stage.proxy.fail('PUT', () => AWAY);
  await register(page);
  await said(page, NOT_YET);
  stage.proxy.heal();
  await stage.query(
    `update meetings set content = jsonb_set(content, '{status}', '"cancelled"') where consultation = $1`,
    [id],
  );
  await button(page, 'Envoyer maintenant').click();
  await heading(page, NO_PLACE);
  await said(page, 'La réunion est annulée.');
  assert.equal((await seats(id)).taken, 0);
});

test('an address and needs go to their own table, and stay nowhere on the device', async (t) => {
  const { id, page } = await gathering(t, 'courriel');
  await register(page);
  await heading(page, CONFIRMED);
  await page.getByText('Être prévenu d’un changement').click();
  await page.getByLabel(/Courriel pour vous prévenir/).fill('camille.secrete@exemple.fr');
  await page.getByLabel(/Besoins particuliers/).fill('Une boucle magnétique portative');
  await page.getByLabel(/J’accepte/).check();
  await button(page, 'Envoyer à l’organisateur').click();
  await said(page, 'Envoyé à l’organisateur. Rien n’est gardé sur cet appareil.');
  const contacts = () =>
    stage.query(
      `select email, needs from registration_contacts where registration in
        (select id from registrations where consultation = $1)`,
      [id],
    );
  assert.deepEqual(await contacts(), [
    { email: 'camille.secrete@exemple.fr', needs: 'Une boucle magnétique portative' },
  ]);
  const kept = JSON.stringify(await stored(page));
  assert.match(kept, /meeting:soir/);
  assert.doesNotMatch(kept, /secrete|magnétique/);
  await button(page, 'Effacer ce que j’ai laissé').click();
  await button(page, 'Oui, effacer').click();
  await said(page, 'Effacé chez l’organisateur.');
  assert.deepEqual(await contacts(), []);
});

test('on another device the code reads the registration, with the link for those who come from afar', async (t) => {
  const { address, page } = await gathering(t, 'autre-appareil', {
    ...{ remote: { link: LINK }, places: { onSite: 3, remote: 100 }, programme: 'À 18 h 30, **accueil**.' },
  });
  assert.equal(await page.getByText(LINK).count(), 0, 'before registering');
  await register(page, { remote: true });
  await page.getByRole('link', { name: LINK }).waitFor();
  const code = await page.locator('cnr-receipt .code').innerText();

  const context = await stage.device(t);
  const other = await context.newPage();
  await other.goto(address);
  await other.getByText('J’ai déjà un code d’inscription').click();
  await other.getByLabel('Code de reçu').fill(code.toLowerCase());
  await button(other, 'Lire mon inscription').click();
  await heading(other, CONFIRMED);
  await other.getByRole('link', { name: LINK }).waitFor();
  await said(other, 'Camille, 1 personne, à distance.');
  await other.getByText('À 18 h 30,').waitFor();
  await assertNothing(await stored(other), 'reading leaves nothing');
});

test('closed and come back: what waited is sent by the next visit to the page', async (t) => {
  const { id, address, page, context } = await gathering(t, 'visite-suivante');
  stage.proxy.fail('PUT', () => 'drop');
  await register(page);
  await said(page, NOT_YET);
  await page.close();
  stage.proxy.heal();
  const next = await context.newPage();
  await next.goto(address);
  await until('the place', async () => (await seats(id)).taken === 1);
  await openMeeting(next);
  await heading(next, CONFIRMED);
});
