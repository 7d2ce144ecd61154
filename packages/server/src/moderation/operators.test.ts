import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase, type TestDatabase } from '../database.fixture.js';
import { operatorScopes } from '../migrations/0012-operator-scopes.js';
import {
  addOperator,
  listOperators,
  operatorOf,
  operatorOfToken,
  revokeOperator,
  SESSION_LASTS,
  signIn,
  signOut,
} from './operators.js';
import { MODERATION } from './scope.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);

let t: TestDatabase;
before(async () => {
  t = await testDatabase();
});
after(() => t.drop());

test('a token is shown once: the database holds neither it nor what a browser is given', async () => {
  const token = await addOperator(t.db, 'camille', MODERATION, NOW);
  assert.match(token, /^cnr_[0-9a-f]{8}_[0-9a-f]{40}$/);
  const { key } = await signIn(t.db, token, NOW);
  const secret = token.slice(-40);
  for (const table of ['operator_tokens', 'operator_sessions']) {
    const rows = JSON.stringify(await t.query(`select to_jsonb(one) as row from ${table} as one`));
    assert.ok(rows.length > 20);
    assert.ok(!rows.includes(secret) && !rows.includes(key), table);
  }
  assert.equal((await operatorOf(t.db, key, NOW))?.name, 'camille');
});

test('one token a name, until it is revoked; revoking ends what is signed in', async () => {
  const token = await addOperator(t.db, 'sacha', MODERATION, NOW);
  await assert.rejects(addOperator(t.db, 'sacha', MODERATION, NOW), { code: 'name-taken' });
  const { key } = await signIn(t.db, token, NOW);
  assert.equal(await revokeOperator(t.db, 'sacha', NOW), true);
  assert.equal(await revokeOperator(t.db, 'sacha', NOW), false);
  assert.equal(await operatorOf(t.db, key, NOW), undefined);
  await assert.rejects(signIn(t.db, token, NOW), { code: 'wrong-token' });
  const again = await addOperator(t.db, 'sacha', MODERATION, NOW);
  assert.notEqual(again, token);
  assert.deepEqual(
    (await listOperators(t.db)).filter(({ name }) => name === 'sacha').map(({ revokedAt }) => revokedAt),
    [NOW, null],
  );
});

test('signing in ends by itself, and by signing out', async () => {
  const token = await addOperator(t.db, 'dominique', MODERATION, NOW);
  const { key, expiresAt } = await signIn(t.db, token, NOW);
  assert.deepEqual(expiresAt, later(SESSION_LASTS));
  assert.ok(await operatorOf(t.db, key, later(SESSION_LASTS - 1)));
  assert.equal(await operatorOf(t.db, key, later(SESSION_LASTS)), undefined);
  const other = await signIn(t.db, token, NOW);
  await signOut(t.db, other.key);
  assert.equal(await operatorOf(t.db, other.key, NOW), undefined);
  assert.ok(await operatorOf(t.db, key, NOW), 'elsewhere one stays signed in');
});

test('a token is worth nothing once its end has passed, nor is what is signed in with it, and its name is free', async () => {
  const endsAt = later(60_000);
  const token = await addOperator(t.db, 'lou', { ...MODERATION, endsAt }, NOW);
  const { key } = await signIn(t.db, token, NOW);
  assert.ok(await operatorOf(t.db, key, later(59_999)));
  assert.equal(await operatorOf(t.db, key, endsAt), undefined);
  await assert.rejects(signIn(t.db, token, endsAt), { code: 'token-ended' });
  const wrong = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');
  await assert.rejects(
    signIn(t.db, wrong, endsAt),
    { code: 'wrong-token' },
    'nothing is told of it to others',
  );
  await assert.rejects(addOperator(t.db, 'lou', MODERATION, later(59_999)), { code: 'name-taken' });
  assert.notEqual(await addOperator(t.db, 'lou', MODERATION, endsAt), token);
});

test('a token for registrations does not sign in to moderate', async () => {
  const scope = { ...MODERATION, moderates: false, readsNames: true };
  const token = await addOperator(t.db, 'ange', scope, NOW);
  await assert.rejects(signIn(t.db, token, NOW), { code: 'not-a-moderator' });
  const { readsNames, moderates } = await operatorOfToken(t.db, token, NOW);
  assert.deepEqual([readsNames, moderates], [true, false]);
});

test('tokens that were given out before there were scopes go on with all that they could do', async () => {
  const old = await testDatabase();
  try {
    const token = await addOperator(old.db, 'ancienne', MODERATION, NOW);
    await old.query(
      'alter table operator_tokens drop consultations, drop moderates, drop reads_names, drop ends_at',
    );
    await operatorScopes.up(old.db);
    const { id: _, ...known } = await operatorOfToken(old.db, token, NOW);
    assert.deepEqual(known, {
      name: 'ancienne',
      consultations: null,
      moderates: true,
      readsNames: true,
      endsAt: null,
    });
  } finally {
    await old.drop();
  }
});

test('what is no token is refused, whatever it is', async () => {
  for (const wrong of ['', 'camille', 'cnr_00000000_' + '0'.repeat(40), "cnr_' or 1=1_", 'é'.repeat(60)]) {
    await assert.rejects(signIn(t.db, wrong, NOW), { code: 'wrong-token' });
  }
});

test('after ten wrong secrets a token rests for a quarter of an hour; others do not', async () => {
  const token = await addOperator(t.db, 'alix', MODERATION, NOW);
  const other = await addOperator(t.db, 'eden', MODERATION, NOW);
  const wrong = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');
  for (let tries = 0; tries < 10; tries++) {
    await assert.rejects(signIn(t.db, wrong, NOW), { code: 'wrong-token' });
  }
  await assert.rejects(signIn(t.db, token, later(60_000)), {
    code: 'too-many-attempts',
    retryAfter: 14 * 60,
  });
  assert.ok(await signIn(t.db, other, NOW));
  assert.ok(await signIn(t.db, token, later(15 * 60_000)));
  await assert.rejects(signIn(t.db, wrong, later(16 * 60_000)), { code: 'wrong-token' });
  assert.ok(await signIn(t.db, token, later(16 * 60_000)), 'the count begins again');
});
