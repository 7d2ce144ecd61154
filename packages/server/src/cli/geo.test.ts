import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { cnr } from './command.fixture.js';

let t: TestDatabase;
before(async () => {
  t = await testDatabase();
});
after(() => t.drop());

test('the communes are loaded once', async () => {
  const run = () => cnr(['geo', 'communes'], { DATABASE_URL: t.url });
  const first = await run();
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /^34\s9\d\d communes \(.+\) : chargées\.\n$/);
  const again = await run();
  assert.equal(again.code, 0, again.err);
  assert.match(again.out, /^34\s9\d\d communes \(.+\) : déjà là, rien à faire\.\n$/);
});

test('what is typed wrongly is said', async () => {
  for (const args of [['geo'], ['geo', 'villages'], ['geo', 'communes', '72']]) {
    const { code, err } = await cnr(args, { DATABASE_URL: t.url });
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /cnr geo/);
  }
});
