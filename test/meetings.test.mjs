// Citizens look for a meeting: by the keyboard alone, through a screen reader, by their position, and without a
// network. Registering itself, in all that may become of it: meetings-registration.test.mjs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { departementName } from '@cnr-widgets/contract';
import ICAL from 'ical.js';
import { makeMeetings } from '../demo/meetings/make.mjs';
import { attend } from './attention.mjs';
import { heading } from './citizen.mjs';
import { countOf, listOf, meetingIn, openGathering, plain, town, towns } from './gathering.mjs';
import { assertAccessible, assertNarrow } from './inspect.mjs';
import { focused, keyboardHands, pressLike, tick, write } from './keyboard-hands.mjs';
import { AWAY } from './proxy.mjs';
import { openStage, until } from './stage.mjs';
import { assertNothing, stored, watched } from './watch.mjs';

const COUNTRY = 'rencontres-du-pays';
/** A page that is wide enough for list and map side by side. */
const WIDE = { viewport: { width: 1280, height: 900 } };

/** Overseas, Corsica, homonyms, and Valréas, which lies within another département than its own. */
const TWENTY = [
  ...[town('Laval', '53'), town('Lille', '59'), town('Brest', '29'), town('Strasbourg', '67')],
  ...[town('Nice', '06'), town('Ajaccio', '2A'), town('Bastia', '2B'), town('Toulouse', '31')],
  ...[town('Bordeaux', '33'), town('Besançon', '25'), town('Gap', '05'), town('Le Mans', '72')],
  ...[town('Saint-Denis', '93'), town('Saint-Denis', '974'), town('Saint-Pierre', '974')],
  ...[town('Fort-de-France', '972'), town('Cayenne', '973'), town('Mamoudzou', '976')],
  ...[town('Sainte-Anne', '971')],
  { city: 'Valréas', departement: '84', postalCode: '84600', point: { latitude: 44.3853, longitude: 4.991 } },
];

const EVRON = { ...town('Évron', '53'), point: { latitude: 48.1564, longitude: -0.3997 } };
const NEAR_EVRON = { ...EVRON, point: { latitude: 48.16, longitude: -0.37 } };
const registers = { registration: {}, places: { onSite: 30 } };
const steps = meetingIn('evron-marches', EVRON, {
  ...{ ...registers, title: 'Au premier étage', accessibility: { stepFree: false } },
});
const stepFree = meetingIn('evron-plain-pied', NEAR_EVRON, {
  ...{ ...registers, title: 'De plain-pied, l’eau et l’été', accessibility: { stepFree: true } },
});

let stage;
let country;
before(async () => {
  stage = await openStage();
  const many = makeMeetings({ towns, count: 450, today: new Date() });
  const own = TWENTY.map((one, number) => meetingIn(`ville-${number}`, one));
  country = await openGathering(stage, COUNTRY, [...many, ...own, steps, stepFree]);
});
after(() => stage?.close());

/** What its host's policy was asked to report. */
async function tellReports(context) {
  const reports = [];
  await context.exposeBinding('tell', (_, report) => reports.push(report));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      window.tell(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return reports;
}

test('without a mouse: the nearest step-free meeting, a place in it, and its entry in a calendar', async (t) => {
  const context = await stage.device(t, WIDE);
  const reports = await tellReports(context);
  const page = await context.newPage();
  const { said, lost } = await attend(page);
  const hands = keyboardHands(page);
  const look = async (name) => {
    assert.deepEqual(reports, [], name);
    await assertAccessible(page, name);
  };
  await page.goto(country);
  await page.locator('cnr-map .marker, cnr-map .cluster').first().waitFor();
  await look('list and map');

  await write(page, 'place', 'Évron');
  await page.keyboard.press('Enter');
  await countOf(page).getByText('depuis Évron, Mayenne (53)').waitFor();
  assert.match(await listOf(page).first().innerText(), /^Au premier étage/);
  await pressLike(page, /^Filtrer les réunions/);
  await tick(page, 'stepFree');
  await listOf(page).first().getByText(stepFree.title).waitFor();
  assert.match(plain(await listOf(page).first().innerText()), /à environ [23] kilomètres/);
  await hands.press(stepFree.title);
  await until('the focus on the meeting', async () => (await focused(page)).text === stepFree.title);
  await look('an opened meeting');

  await pressLike(page, /^S’inscrire$/);
  await heading(page, 'S’inscrire à cette réunion');
  await write(page, 'firstName', 'Camille');
  await hands.press('Je m’inscris');
  await heading(page, 'Votre place est confirmée');
  await look('a registration that was received');
  const rows = await stage.query(
    'select meeting, first_name, people from registrations where consultation = $1',
    [COUNTRY],
  );
  assert.deepEqual(rows, [{ meeting: stepFree.id, first_name: 'Camille', people: 1 }]);

  const downloading = page.waitForEvent('download');
  await pressLike(page, /^Ajouter à mon agenda$/);
  const file = await (await downloading).path();
  assertEntry(await readFile(file, 'utf8'), stepFree);
  assert.deepEqual(reports, []);
  assert.deepEqual(lost, [], 'what took the focus away');
  // The count near the town, then the count of those without a step; what comes after took the focus.
  assert.deepEqual(
    said.map((words) => /^20 affichées sur \d+ réunions, .* depuis Évron, Mayenne \(53\)$/.test(words)),
    [true, true],
    said.join('\n'),
  );
});

/** A calendar's own reader finds the meeting in it. */
function assertEntry(text, { id, title, sessions: [{ start, end }], place }) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  assert.equal(events.length, 1);
  const event = new ICAL.Event(events[0]);
  const { host } = new URL(stage.proxy.url);
  assert.deepEqual(
    {
      title: event.summary,
      start: event.startDate.toJSDate(),
      end: event.endDate.toJSDate(),
      place: event.location,
      uid: event.uid,
      status: events[0].getFirstPropertyValue('status'),
      sequence: event.sequence,
    },
    {
      ...{
        title,
        start: new Date(start),
        end: new Date(end),
        place: `${place.address}, ${place.postalCode} ${place.city}`,
      },
      ...{ uid: `${id}-1@${COUNTRY}.${host}`, status: 'CONFIRMED', sequence: 0 },
    },
  );
}

test('a screen reader is told of each meeting by the map what it is told by the list', async (t) => {
  const at = (city, departement) => town(city, departement);
  const address = await openGathering(stage, 'arbre', [
    meetingIn('laval', at('Laval', '53'), { title: 'Le car de 17 heures' }, 1),
    meetingIn('lille', at('Lille', '59'), { title: 'Les logements vides', status: 'cancelled' }, 2),
    meetingIn('nice', at('Nice', '06'), { title: 'Partager l’eau', status: 'full' }),
    meetingIn('brest', { ...at('Brest', '29'), located: 'commune' }, { title: 'Se préparer aux crues' }),
    meetingIn('saint-denis', at('Saint-Denis', '974'), { title: 'L’école de demain' }),
    meetingIn('distance', {}, { title: 'De chez soi', place: undefined, remote: {} }),
  ]);
  const page = await (await stage.device(t, WIDE)).newPage();
  await page.goto(address);
  const map = page.getByRole('region', { name: 'Carte des réunions' });
  await map.getByRole('button', { name: /^Laval, / }).waitFor();
  const mainland = await map.ariaSnapshot();
  await map.getByRole('button', { name: /^La Réunion, 1/ }).click();
  await map.getByRole('button', { name: /^Saint-Denis, / }).waitFor();
  const overseas = await map.ariaSnapshot();
  const markers = [...`${mainland}\n${overseas}`.matchAll(/- '?button "((?:[^"\\]|\\.)*)"/g)].map(
    ([, name]) => plain(name),
  );
  const items = await page.locator('cnr-meeting-map .list-side .items').ariaSnapshot();
  const listed = items.split(/^- listitem:/m).map(plain);
  for (const title of [
    'Le car de 17 heures',
    'Les logements vides',
    'Partager l’eau',
    'Se préparer aux crues',
    'L’école de demain',
  ]) {
    const marker = markers.find((name) => name.includes(title));
    const item = listed.find((one) => one.includes(title));
    assert.ok(marker, `${title} on the map: ${markers.join('\n')}`);
    assert.ok(item, `${title} in the list: ${items}`);
    // What the map adds of its own: that its point is a town's. The list gives no point.
    const facts = marker.split(', ').filter((fact) => fact !== 'position approximative');
    assert.ok(facts.length >= 4, marker);
    for (const fact of facts) {
      assert.ok(item.toLowerCase().includes(fact.toLowerCase()), `“${fact}” of the map is not in: ${item}`);
    }
  }
  const saying = (words) => markers.filter((name) => name.endsWith(words)).length;
  assert.deepEqual([saying(', annulée'), saying(', complet'), saying(', position approximative')], [1, 1, 1]);
  assert.match(
    markers.find((name) => name.includes('L’école')),
    /, heure de La Réunion, /,
  );
  assert.match(plain(mainland), /1 réunion à distance seulement/);
  assert.ok(listed.some((one) => one.includes('De chez soi') && one.includes('À distance')));
});

test('untouched it calls nobody; the position is asked for at a press, and stays here; twenty towns are found', async (t) => {
  const here = { latitude: 48.006123, longitude: 0.199123 };
  const { context, page, assertCallsStayHome, assertNoCookies } = await watched(stage, t, {
    ...{ ...WIDE, geolocation: here, permissions: ['geolocation'] },
  });
  const calls = [];
  context.on('request', (request) => calls.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.addInitScript(() => {
    window.asked = [];
    for (const name of ['getCurrentPosition', 'watchPosition']) {
      const really = navigator.geolocation[name];
      navigator.geolocation[name] = (...given) => {
        window.asked.push(name);
        return really.apply(navigator.geolocation, given);
      };
    }
  });
  await page.goto(country);
  await page.locator('cnr-map .marker, cnr-map .cluster').first().waitFor();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(await page.evaluate(() => window.asked), []);
  assertNothing(await stored(page), 'untouched');
  assertCallsStayHome();

  calls.length = 0;
  await page.getByRole('button', { name: 'Près de chez moi' }).click();
  await countOf(page).getByText('depuis votre position').waitFor();
  assert.match(await listOf(page).first().innerText(), /Le Mans, Sarthe/);
  assert.deepEqual(await page.evaluate(() => window.asked), ['getCurrentPosition']);
  assert.deepEqual(calls, [], 'nothing is sent for it');

  for (const { city, departement } of TWENTY) {
    const place = `${city}, ${departementName(departement)} (${departement})`;
    await page.locator('cnr-meeting-map #place').fill(city);
    await page.keyboard.press('Enter');
    const choice = page.getByRole('button', { name: place, exact: true });
    const found = countOf(page).getByText(`depuis ${place}`);
    await choice.or(found).first().waitFor();
    if (await choice.isVisible()) await choice.click();
    await found.waitFor();
    assert.ok(plain(await listOf(page).first().innerText()).includes(place), `the first one for ${place}`);
  }
  // Its point lies within the Drôme as drawn: its code says where it belongs.
  await page.locator('cnr-meeting-map #place').fill('84');
  await page.keyboard.press('Enter');
  await countOf(page).getByText('pour Vaucluse (département 84), puis les autres').waitFor();
  await listOf(page).filter({ hasText: 'Parlons-en à Valréas' }).waitFor();

  assert.deepEqual(
    calls.filter((call) => /48[.,]006|0[.,]1991/.test(call)),
    [],
  );
  assertNothing(await stored(page), 'after it');
  assertCallsStayHome();
  await assertNoCookies();
});

test('no answer: said, and tried again; later the last list stands there, with its date', async (t) => {
  const page = await (await stage.device(t)).newPage();
  const paths = [`/v1/consultations/${COUNTRY}`, `/v1/consultations/${COUNTRY}/meetings`];
  const bodies = new Map();
  for (const path of paths) bodies.set(path, await (await fetch(`${stage.proxy.url}${path}`)).text());
  const asOf = JSON.parse(bodies.get(paths[1])).asOf;

  stage.proxy.fail('GET', ({ path }) => (bodies.has(path) ? AWAY : undefined));
  await page.goto(country);
  await page.getByText('La liste des réunions ne peut pas s’afficher').waitFor();
  await assertAccessible(page, 'without an answer');
  // From now on as if it had been an hour ago: what was read is not fresh any more.
  const stale = {
    'Content-Type': 'application/json',
    'Cache-Control': 'public, max-age=0, stale-if-error=86400',
  };
  stage.proxy.fail('GET', ({ path }) =>
    bodies.has(path) ? { status: 200, headers: stale, body: bodies.get(path) } : undefined,
  );
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await listOf(page).first().waitFor();
  assert.equal((await focused(page)).id, 'title');
  const shown = await listOf(page).allInnerTexts();
  await page.reload();
  await listOf(page).first().waitFor();

  stage.proxy.fail('GET', ({ path }) => (bodies.has(path) ? 'drop' : undefined));
  await page.reload();
  await page.getByText('a peut-être changé').waitFor();
  const date = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(
    new Date(asOf),
  );
  assert.match(
    plain(await page.locator('cnr-meeting-map #kept').innerText()),
    new RegExp(`Voici la liste du ${date} à `),
  );
  assert.deepEqual(await listOf(page).allInnerTexts(), shown);
  await assertNarrow(page, 'the last list');
  stage.proxy.heal();
  await page.getByRole('button', { name: 'Actualiser la liste' }).click();
  await page.locator('cnr-meeting-map #kept').waitFor({ state: 'detached' });
});
