// The script tag on a page that changes all the time, when a file of ours does not come.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage } from './stage.mjs';

const CHANGES = 40;

let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

test('a file that does not come is asked for once, however often the page changes, and again with the network', async (t) => {
  const context = await stage.device(t);
  let asked = 0;
  await context.route('**/v1/chunks/**', (route) => {
    asked += 1;
    return route.abort();
  });
  const page = await context.newPage();
  const failed = page.waitForEvent('console', (line) => line.text().includes('<cnr-receipt>'));
  await page.goto(stage.host.page('fichier-absent', '<cnr-receipt></cnr-receipt>'));
  await failed;
  const files = asked;
  // Each change is seen before the next one: whoever watches the page is told in a microtask.
  await page.evaluate(async (changes) => {
    for (let done = 0; done < changes; done += 1) {
      document.body.append(document.createElement('p'));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, CHANGES);
  // On a slow machine it may be time to try again, once.
  assert.ok(asked <= files * 2, `${asked} requests for ${files} files after ${CHANGES} changes`);
  await context.unroute('**/v1/chunks/**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.waitForFunction(() => customElements.get('cnr-receipt') !== undefined);
});
