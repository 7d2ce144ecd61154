// What hosts do to a widget: strict policies, stylesheets that undo everything, a second copy of the library, elements
// that are defined late, ids that clobber.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerAll, heading, participate, receiptCode, send } from './citizen.mjs';
import { assertNarrow } from './inspect.mjs';
import { AWAY } from './proxy.mjs';
import { smallConsultation } from './small-consultation.mjs';
import { demoDefinition, openStage, until } from './stage.mjs';

const QUEUED = 'Enregistrée sur cet appareil, pas encore envoyée';
const RECEIVED = 'Votre réponse est bien reçue';

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

/** A page that tells of each violation of its policy, and of each error. */
async function watched(t, options) {
  const context = await stage.device(t, options);
  const faults = [];
  await context.exposeBinding('tell', (_, fault) => faults.push(fault));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.tell(`${event.disposition}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on('weberror', (error) => faults.push(error.error().stack ?? error.error().message));
  return { context, page: await context.newPage(), faults };
}

for (const [name, reportOnly] of [
  ['enforced', false],
  ['report-only', true],
]) {
  test(`the strict policy of the demo, ${name}: no report on the whole road`, async (t) => {
    stage.host.report(reportOnly);
    t.after(() => stage.host.report(false));
    const { page, faults } = await watched(t);
    const { questionnaire } = demoDefinition('acces-aux-soins-sarthe');
    await page.goto(`${stage.host.url}/`);
    stage.proxy.fail('PUT', () => AWAY);
    await participate(page, questionnaire, { ends: QUEUED });
    await page.goto(`${stage.host.url}/participations.html`);
    await page.getByText('1 participation attend').waitFor();
    stage.proxy.heal();
    await page.getByRole('button', { name: 'Tout envoyer maintenant' }).click();
    await page.getByText('Code de reçu').waitFor();
    await page.goto(`${stage.host.url}/`);
    await page.getByRole('button', { name: 'Voir mon reçu, corriger ou retirer' }).click();
    await page.locator('cnr-receipt .code').first().waitFor();

    const school = demoDefinition('projet-ecole-villeneuve').questionnaire;
    await page.goto(`${stage.host.url}/ecole.html`);
    await participate(page, school, { profile: { as: 'elected', departement: '72' } });
    await page.goto(`${stage.host.url}/suites.html`);
    await page.getByText('Voir les suites données').waitFor();
    assert.deepEqual(faults, []);

    // The policy is there, and what goes against it is told.
    await page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.src = 'https://elsewhere.example/tracker.js';
      } catch {
        // Where the policy holds, this is where it stops.
      }
    });
    await until('the report of a violation', () => faults.length > 0);
    assert.match(faults[0], new RegExp(`^${reportOnly ? 'report' : 'enforce'}: require-trusted-types-for`));
  });
}

test('the backend’s own page, behind its own policy', async (t) => {
  const definition = smallConsultation('page-du-serveur');
  await stage.publish(definition);
  const { page, faults } = await watched(t);
  await page.goto(`${stage.proxy.url}/c/${definition.id}`);
  await participate(page, definition.questionnaire);
  const rows = await stage.rows(definition.id);
  assert.deepEqual(
    rows.map(({ code }) => code),
    [await receiptCode(page)],
  );
  assert.deepEqual(faults, []);
});

for (const host of ['reset', 'revert']) {
  test(`${host}.html: readable, and nothing scrolls sideways at 320 px, on every step`, async (t) => {
    const { page, faults } = await watched(t);
    const id = 'acces-aux-soins-sarthe';
    await page.goto(`${stage.host.url}/hosts/${host}.html`);
    const sized = async (name) => {
      await assertNarrow(page, name);
      const small = await page.evaluate(smallTexts);
      assert.deepEqual(small, [], `${name}: text below 13 px`);
    };
    await answerAll(page, demoDefinition(id).questionnaire, { onStep: sized });
    await send(page);
    await heading(page, RECEIVED);
    await page.locator('cnr-receipt .code').waitFor();
    await sized('received');
    assert.deepEqual(faults, []);
  });
}

/** Texts of the widgets that are smaller than a phone's own small print. Runs in the page. */
function smallTexts() {
  const found = [];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3 && child.textContent.trim() !== '' && node instanceof HTMLElement) {
        const size = parseFloat(getComputedStyle(node).fontSize);
        if (size < 13 && node.checkVisibility()) found.push(`${size} px: ${child.textContent.trim()}`);
      } else if (child.nodeType === 1) {
        walk(child);
        if (child.shadowRoot) walk(child.shadowRoot);
      }
    }
  };
  for (const widget of document.querySelectorAll('cnr-consultation')) walk(widget.shadowRoot);
  return found;
}

test('two copies of the library on one page: one answer, each event once', async (t) => {
  const definition = smallConsultation('deux-copies');
  await stage.publish(definition);
  const { page, faults } = await watched(t);
  await page.addInitScript(() => {
    window.received = 0;
    window.addEventListener('cnr-received', () => (window.received += 1));
  });
  const widgets = stage.proxy.url;
  const address = stage.host.page(
    'deux-copies',
    `<cnr-provider backend="${widgets}">
      <cnr-consultation consultation="${definition.id}"></cnr-consultation>
      <cnr-outbox></cnr-outbox>
    </cnr-provider>`,
    { copies: [widgets.replace('localhost', '127.0.0.1')] },
  );
  await page.goto(address);
  await page.getByRole('button', { name: 'Participer' }).waitFor();
  const entries = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/cnr.js'))
      .map(({ name }) => name),
  );
  assert.equal(new Set(entries).size, 2, 'both copies were loaded');
  stage.proxy.fail('PUT', () => AWAY);
  await participate(page, definition.questionnaire, { ends: QUEUED });
  await page.getByText('1 participation attend').waitFor();
  stage.proxy.heal();
  await page.getByRole('button', { name: 'Tout envoyer maintenant' }).click();
  await heading(page, RECEIVED);
  const rows = await stage.rows(definition.id);
  assert.deepEqual(
    rows.map(({ code }) => code),
    [await receiptCode(page)],
  );
  assert.equal(await page.evaluate(() => window.received), 1);
  assert.deepEqual(faults, []);
});

test('a provider that is defined late still brings the backend', async (t) => {
  const definition = smallConsultation('fournisseur-tardif');
  await stage.publish(definition);
  const { page, faults } = await watched(t);
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  stage.proxy.fail('GET', ({ path }) => (path.includes('/chunks/provider') ? gate : undefined));
  await page.goto(
    stage.host.page(
      'fournisseur-tardif',
      `<cnr-provider backend="${stage.proxy.url}">
        <cnr-consultation consultation="${definition.id}"></cnr-consultation></cnr-provider>`,
    ),
    { waitUntil: 'commit' },
  );
  await page.locator('cnr-consultation [aria-busy=true]').waitFor();
  assert.ok(stage.proxy.calls('GET').some(({ path }) => path.includes('/chunks/provider')));
  release();
  await participate(page, definition.questionnaire);
  assert.equal((await stage.rows(definition.id)).length, 1);
  assert.deepEqual(faults, []);
});

test('a host with ids that clobber', async (t) => {
  const definition = smallConsultation('identifiants');
  await stage.publish(definition);
  const { page, faults } = await watched(t);
  const ids = [
    'config',
    'backend',
    'outbox',
    'step',
    'errors',
    'code',
    'constructor',
    '__proto__',
    'toString',
  ];
  const elements = ids.map((id) => `<form id="${id}"><input name="${id}" /></form><a id="${id}"></a>`);
  await page.goto(
    stage.host.page(
      'identifiants',
      `<cnr-consultation backend="${stage.proxy.url}" consultation="${definition.id}"></cnr-consultation>
      <div hidden>${elements.join('')}</div>`,
    ),
  );
  await page.getByRole('button', { name: 'Participer' }).click();
  await page.locator('cnr-questionnaire #step').filter({ hasText: 'Avant de commencer' }).waitFor();
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.getByRole('radio', { name: 'Oui' }).check();
  for (const name of ['Continuer', 'Continuer', 'Continuer', 'Envoyer ma réponse']) {
    await page.getByRole('button', { name, exact: true }).click();
  }
  await page.getByText(RECEIVED).waitFor();
  assert.equal((await stage.rows(definition.id)).length, 1);
  assert.deepEqual(faults, []);
});
