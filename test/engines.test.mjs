// The main road in Firefox and in WebKit, with the real backend and database: what the other tests of the whole road show
// in Chromium, a citizen with another browser may count on too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answersOf } from '@cnr-widgets/contract';
import axe from 'axe-core';
import { click, ENGINES, reached, read, tabTo } from './engines.mjs';
import { openForum, supportersOf } from './forum.mjs';
import { smallConsultation } from './small-consultation.mjs';
import { openStage, until } from './stage.mjs';
import { QUEUED, RECEIVED } from './visit.mjs';
import { assertNothing, stored } from './watch.mjs';

const IDEA = 'Un bus le samedi, et l’été aussi';

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

/** axe has nothing to say of the widgets, as this browser computes them. */
async function assertAccessible(device, name) {
  if (!(await device.evaluate(() => 'axe' in window))) await device.load(axe.source);
  const { looked, found } = await device.evaluate(async () => {
    const there = ['cnr-consultation', 'cnr-support'].filter((element) => document.querySelector(element));
    const { violations, passes } = await window.axe.run({ include: there }, { preload: false });
    return {
      looked: passes.length,
      found: violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' '))}`,
      ),
    };
  });
  assert.ok(looked > 5, `${name}: axe looked at something`);
  assert.deepEqual(found, [], name);
}

for (const [name, { find, start }] of Object.entries(ENGINES)) {
  const found = await find();
  const skip = !found && process.env.CNR_ENGINES !== 'required' && `${name} is not installed`;

  test(name, { skip }, async (t) => {
    const engine = await start(found);
    t.after(engine.close);
    const id = `navigateur-${name.toLowerCase()}`;

    await t.test('answered without network, reloaded, sent once when it is back', async (t) => {
      const definition = smallConsultation(id);
      await stage.publish(definition);
      const device = await engine.device();
      t.after(device.close);
      t.after(stage.proxy.heal);
      await device.goto(stage.host.card(id));
      await read(device, 'Participer');
      assertNothing(await stored(device), 'untouched');
      await assertAccessible(device, 'the card');

      await click(device, 'Participer');
      await read(device, 'Avant de commencer');
      await click(device, 'Commencer');
      await reached(device, 'Question 1 sur 3');
      await assertAccessible(device, 'a question');
      await click(device, 'Continuer');
      await read(device, 'Cette question est obligatoire');
      await click(device, 'Oui');
      stage.proxy.fail('PUT', () => 'drop');
      await click(device, 'Continuer');
      await reached(device, 'Question 2 sur 3');
      await device.press('Tab');
      await device.type(IDEA);
      await tabTo(device, 'Continuer');
      await reached(device, 'Question 3 sur 3');
      await click(device, 'Samedi');
      await tabTo(device, 'Continuer');
      await reached(device, 'Vérifiez avant d’envoyer');
      await assertAccessible(device, 'the review');
      await click(device, 'Envoyer ma réponse');
      await reached(device, QUEUED);
      await assertAccessible(device, 'what waits');
      assert.equal((await stage.rows(id)).length, 0);

      await device.goto(stage.host.card(id));
      await click(device, 'Voir ma réponse en attente');
      await read(device, QUEUED);
      stage.proxy.heal();
      await click(device, 'Envoyer maintenant');
      await reached(device, RECEIVED);
      await assertAccessible(device, 'received');
      const rows = await stage.rows(id);
      assert.equal(rows.length, 1);
      await read(device, rows[0].code);
      assert.deepEqual(
        answersOf(rows[0].contribution.payload),
        new Map([
          ['avis', { kind: 'single', choice: 'oui' }],
          ['idee', { kind: 'text', text: IDEA }],
          ['jours', { kind: 'multiple', choices: ['samedi'] }],
        ]),
      );
      const { databases } = await stored(device);
      assert.ok(databases.includes(rows[0].code), 'the receipt stays');
      assert.ok(!databases.includes(IDEA), 'no word of the answer stays');
    });

    await t.test('supported by the button alone, and taken back', async (t) => {
      const forum = await openForum(stage, `${id}-questions`);
      const device = await engine.device();
      t.after(device.close);
      await device.goto(forum.alone);
      await read(device, 'Soutenir');
      await assertAccessible(device, 'the button');
      assertNothing(await stored(device), 'untouched');
      const supporters = async () => (await supportersOf(stage, forum.ids))[0];
      await tabTo(device, 'Soutenir :');
      await read(device, 'Soutien compté.');
      assert.equal(await supporters(), 1);
      await device.press('Enter');
      await until('the support is taken back', async () => (await supporters()) === 0);
    });
  });
}
