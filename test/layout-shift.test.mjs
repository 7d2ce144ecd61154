// Nothing on the partner's page moves when the widgets appear: with long titles, at 1280 and at 320 px, over a network
// so slow that each stage is painted, and when the backend is away. Measured as browsers measure it (Layout
// Instability); nobody touches the page, so that no shift is excused.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeMeetings } from '../demo/meetings/make.mjs';
import { participate } from './citizen.mjs';
import { openGathering, towns } from './gathering.mjs';
import { smallConsultation } from './small-consultation.mjs';
import { openStage, until } from './stage.mjs';

const LONG = {
  title: 'Les déplacements de tous les jours entre les communes du bassin de vie : '.padEnd(
    150,
    'trajets du soir ',
  ),
  summary: 'Aller au travail, au collège, au marché ou chez le médecin, à pied, en car ou en train. '.repeat(
    7,
  ),
};
const long = (id, changes) => ({
  ...smallConsultation(id, { theme: 'Transports et mobilités du quotidien', ...changes }),
  title: LONG.title.slice(0, 150).trim().padEnd(150, '.'),
  summary: LONG.summary.slice(0, 600).trim().padEnd(600, '.'),
});
const DATES = {
  open: {},
  upcoming: { opensAt: '2098-01-01T00:00:00+01:00', closesAt: '2099-01-01T00:00:00+01:00' },
  closed: { opensAt: '2020-01-01T00:00:00+01:00', closesAt: '2021-01-01T00:00:00+01:00' },
};

let stage;
let meetings;
before(async () => {
  stage = await openStage();
  await stage.publish(...Object.entries(DATES).map(([name, dates]) => long(`longue-${name}`, dates)));
  const many = makeMeetings({ towns, count: 60, today: new Date() });
  meetings = await openGathering(stage, 'longue-liste', many);
});
after(() => stage?.close());

const bare = (id) =>
  stage.host.page(
    `seul-${id}`,
    `<cnr-questionnaire backend="${stage.proxy.url}" consultation="${id}">
      <a href="${stage.proxy.url}/c/${id}">Participer</a></cnr-questionnaire>`,
  );
const demo = (name) => `${stage.host.url}/${name}`;

/** Of a computer and of a phone, by width: a list is as long as it is, and may move what is far below. */
const WINDOW = { 1280: 900, 320: 640 };

/** What is on the page, where, and the words that it ends with. */
const PAGES = [
  ['the card of the demo', () => demo(''), 'objectif : 2'],
  ['a card with a long title and summary', () => stage.host.card('longue-open'), 'objectif : 2'],
  ['a card before the opening', () => stage.host.card('longue-upcoming'), 'Ouverture le'],
  ['a card after the closing', () => stage.host.card('longue-closed'), 'Consultation terminée le'],
  ['two cards of the demo, neither open', () => demo('suites.html'), 'objectif'],
  ['a questionnaire of the demo', () => demo('questionnaire.html'), 'Avant de commencer'],
  ['a questionnaire alone', () => bare('longue-open'), 'Avant de commencer'],
  ['a questionnaire before the opening', () => bare('longue-upcoming'), 'pas encore ouverte'],
  ['a questionnaire after the closing', () => bare('longue-closed'), 'Cette consultation est terminée.'],
  ['the empty outbox', () => demo('participations.html'), 'Rien n’est gardé sur cet appareil.'],
  ['the list of meetings, the map beside it', () => meetings, 'affichées sur', undefined, WINDOW],
  ['the list of meetings without a backend', () => meetings, 'Réessayer', 'drop'],
  ['a card whose consultation nobody knows', () => stage.host.card('inconnue'), 'n’existe pas'],
  ['a questionnaire that nobody knows', () => bare('inconnue'), 'n’existe pas'],
  ['a card without a backend', () => stage.host.card('longue-open'), 'Réessayer', 'drop'],
  ['a questionnaire without a backend', () => bare('longue-open'), 'Réessayer', 'drop'],
];

for (const width of [1280, 320]) {
  for (const [name, address, words, fault, heights] of PAGES) {
    test(`${name}, ${width} px wide`, async (t) => {
      const context = await stage.device(t, { viewport: { width, height: heights?.[width] ?? 3000 } });
      assert.deepEqual(await shiftsOf(await context.newPage(), address(), words, fault), []);
    });
  }

  test(`a card with an answer that waits, ${width} px wide`, async (t) => {
    const { questionnaire } = smallConsultation('longue-open');
    const context = await stage.device(t, { viewport: { width, height: 3000 } });
    const page = await context.newPage();
    stage.proxy.fail('PUT', () => 'drop');
    const address = stage.host.card('longue-open');
    await page.goto(address);
    await participate(page, questionnaire, { ends: 'pas encore envoyée' });
    const shifts = await shiftsOf(await context.newPage(), address, 'pas encore envoyée', 'drop PUT');
    assert.deepEqual(shifts, []);
  });
}

test('the measure sees what moves', async (t) => {
  const context = await stage.device(t, { viewport: { width: 1280, height: 3000 } });
  const page = await context.newPage();
  const address = stage.host.page(
    'sans-feuille',
    `<cnr-consultation backend="${stage.proxy.url}" consultation="longue-open"></cnr-consultation>`,
    { stylesheet: false },
  );
  assert.notDeepEqual(await shiftsOf(page, address, 'objectif'), []);
});

/** Loads a page so slowly that each stage is painted, and returns what moved meanwhile. */
async function shiftsOf(page, address, words, fault) {
  const held = [];
  stage.proxy.fail(undefined, ({ method, path }) => {
    if (path.endsWith('.css')) return undefined;
    if (fault === 'drop PUT' && method === 'PUT') return 'drop';
    const away = fault === 'drop' && path.startsWith('/v1/consultations/');
    return new Promise((resolve) => held.push(() => resolve(away ? 'drop' : undefined)));
  });
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        const moved = sources.map(({ node, previousRect: { y: from }, currentRect: { y: to } }) => ({
          node: node?.id || node?.nodeName,
          ...{ from, to },
        }));
        window.shifts.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'commit' });
  const shown = page.getByText(words).first();
  for (;;) {
    await until('the next call, or the end', async () => held.length > 0 || (await shown.isVisible()));
    await painted(page);
    if (held.length === 0) break;
    held.shift()();
  }
  return page.evaluate(() => window.shifts);
}

/** Two frames later everything that there was to paint is painted, and told to observers. */
function painted(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        window.requestAnimationFrame(() => window.requestAnimationFrame(() => resolve()));
      }),
  );
}
