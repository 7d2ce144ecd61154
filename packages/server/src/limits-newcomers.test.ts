import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { test } from 'node:test';
import { FREE_NEWCOMERS, Newcomers } from './limits-newcomers.js';

const HERE = '203.0.113.7';

function crowded(newcomers: Newcomers, address = HERE): string[] {
  const devices = Array.from({ length: FREE_NEWCOMERS }, () => randomUUID());
  for (const device of devices) {
    assert.ok(newcomers.isWelcome('soins', address, device));
    newcomers.welcome('soins', address, device);
  }
  return devices;
}

test('a network that brings many devices is asked for a proof, for each further one only', () => {
  const newcomers = new Newcomers(() => new Date(0));
  const devices = crowded(newcomers);
  assert.equal(newcomers.isWelcome('soins', HERE, randomUUID()), false);
  assert.equal(newcomers.isWelcome('soins', '203.0.113.200', randomUUID()), false, 'the same network');
  for (const device of devices) assert.ok(newcomers.isWelcome('soins', HERE, device), 'it came before');
  assert.ok(newcomers.isWelcome('soins', '203.0.114.7', randomUUID()), 'another network');
  assert.ok(newcomers.isWelcome('ecole', HERE, randomUUID()), 'another consultation');
  // Whoever showed a proof is not asked again.
  const late = randomUUID();
  newcomers.welcome('soins', HERE, late);
  assert.ok(newcomers.isWelcome('soins', HERE, late));
});

test('an address that says nothing is no network', () => {
  const newcomers = new Newcomers(() => new Date(0));
  for (const address of [undefined, '127.0.0.1', '10.0.0.1', 'unknown']) {
    for (let turn = 0; turn <= FREE_NEWCOMERS; turn++) newcomers.welcome('soins', address, randomUUID());
    assert.ok(newcomers.isWelcome('soins', address, randomUUID()), String(address));
  }
});

test('an hour later all is forgotten, under another key', () => {
  let now = 0;
  const newcomers = new Newcomers(() => new Date(now));
  crowded(newcomers);
  const before = newcomers.networkKey('soins', HERE);
  assert.equal(newcomers.networkKey('soins', HERE), before);
  now = 3_599_999;
  assert.equal(newcomers.networkKey('soins', HERE), before);
  assert.equal(newcomers.isWelcome('soins', HERE, randomUUID()), false);
  now = 3_600_000;
  assert.notEqual(newcomers.networkKey('soins', HERE), before);
  assert.ok(newcomers.isWelcome('soins', HERE, randomUUID()));
});

test('two consultations, and two processes, see different networks; none sees an address', () => {
  const [one, other] = [new Newcomers(() => new Date(0)), new Newcomers(() => new Date(0))];
  assert.notEqual(one.networkKey('soins', HERE), one.networkKey('ecole', HERE));
  assert.notEqual(one.networkKey('soins', HERE), other.networkKey('soins', HERE));
  const devices = crowded(one);
  const held = inspect(one, { depth: Infinity, maxArrayLength: Infinity, showHidden: true });
  assert.match(held, /Set/);
  for (const text of ['203.0.113', ...devices]) assert.ok(!held.includes(text), text);
});
