import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mock, test } from 'node:test';
import type { ContributionOf } from '@cnr-widgets/contract';
import { MOST_DEVICES, Rates } from './limits-rates.js';

function support(pseudonym: string = randomUUID(), consultation = 'soins'): ContributionOf<'support'> {
  return {
    id: randomUUID(),
    kind: 'support',
    consultation,
    definitionVersion: 1,
    createdAt: '2026-11-22T12:00:00.000+01:00',
    payload: { pseudonym, subject: `proposal:${randomUUID()}`, on: true, revision: 1 },
  };
}

test('bursts of one device are limited, told as the draft says, and forgotten after the window', async () => {
  mock.timers.enable({ apis: ['Date', 'setTimeout'], now: 0 });
  try {
    const rates = new Rates(3);
    const pseudonym = randomUUID();
    const untouched = await rates.look(support(pseudonym));
    assert.deepEqual(untouched, {
      allowed: true,
      reset: 60,
      fields: { 'RateLimit-Policy': '"support";q=3;w=60', RateLimit: '"support";r=3;t=60' },
    });
    for (const left of [2, 1, 0]) {
      const taken = await rates.take(support(pseudonym));
      assert.deepEqual([taken?.allowed, taken?.fields.RateLimit], [true, `"support";r=${left};t=60`]);
    }
    mock.timers.tick(20_500);
    assert.deepEqual((await rates.look(support(pseudonym)))?.allowed, false);
    const over = await rates.take(support(pseudonym.toUpperCase()));
    assert.deepEqual([over?.allowed, over?.reset, over?.fields.RateLimit], [false, 40, '"support";r=0;t=40']);
    assert.equal((await rates.take(support()))?.allowed, true, 'another device');
    assert.equal((await rates.take(support(pseudonym, 'ecole')))?.allowed, true, 'another consultation');
    mock.timers.tick(39_500);
    assert.equal((await rates.take(support(pseudonym)))?.allowed, true);
  } finally {
    mock.timers.reset();
  }
});

test('an answer names no device, and has no rate', () => {
  const { payload: _, ...envelope } = support();
  const answer = { ...envelope, kind: 'answer' as const, payload: { answers: [] } };
  assert.equal(new Rates(1).look(answer), undefined);
  assert.equal(new Rates(1).take(answer), undefined);
});

test('of devices that are made up without end, those that were quiet longest are forgotten', async () => {
  const rates = new Rates(1);
  const pseudonym = randomUUID();
  await rates.take(support(pseudonym));
  for (let made = 1; made < MOST_DEVICES; made += 1) await rates.take(support());
  assert.equal((await rates.look(support(pseudonym)))?.allowed, false);
  await rates.take(support());
  assert.equal((await rates.look(support(pseudonym)))?.allowed, true);
});
