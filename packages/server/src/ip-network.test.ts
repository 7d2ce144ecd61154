import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceAddress, networkOf, readProxies } from './ip-network.js';

test('an address is cut to its network: /24, or /48', () => {
  const networks: [string, string][] = [
    ['203.0.113.7', '203.0.113'],
    ['203.0.113.250', '203.0.113'],
    ['::ffff:203.0.113.7', '203.0.113'],
    ['203.0.113.7:51234', '203.0.113'],
    ['2001:db8:1:2::3', '2001:db8:1'],
    ['2001:0db8:0001:ffff:1:2:3:4', '2001:db8:1'],
    ['[2001:db8:1::9]:443', '2001:db8:1'],
    ['2001:db8::', '2001:db8:0'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0'],
  ];
  for (const [address, prefix] of networks) {
    assert.deepEqual(networkOf(address), { prefix, local: false }, address);
  }
});

test('an address that says nothing of where a device is is local', () => {
  for (const address of [
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '100.64.0.1', '169.254.1.1', '0.0.0.0'],
    ...['::1', '::', 'fd00::1', 'fe80::1%eth0', '::ffff:127.0.0.1', '::ffff:7f00:1'],
  ]) {
    assert.equal(networkOf(address)?.local, true, address);
  }
  for (const text of ['', 'unknown', '203.0.113', '203.0.113.7, 10.0.0.1', '2001:db8::g', 'localhost']) {
    assert.equal(networkOf(text), undefined, text);
  }
});

const proxiesOf = (list: string) => {
  const read = readProxies(list);
  assert.ok('proxies' in read, list);
  return read.proxies;
};

test('a header is believed only as far as proxies of ours wrote it', () => {
  const none = proxiesOf('');
  const ours = proxiesOf('127.0.0.1, 10.0.0.0/8,2001:db8:ffff::/48');
  const cases: [string | undefined, string | undefined, typeof none, string | undefined][] = [
    // Nobody is trusted: the header is not looked at.
    ['203.0.113.7', '198.51.100.1', none, '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1', none, '127.0.0.1'],
    // The peer is a stranger: neither.
    ['203.0.113.7', '198.51.100.1', ours, '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1', ours, '198.51.100.1'],
    ['::ffff:127.0.0.1', '198.51.100.1', ours, '198.51.100.1'],
    // What a device forged stands left of what our proxy added.
    ['127.0.0.1', '192.0.2.1, 198.51.100.1', ours, '198.51.100.1'],
    ['127.0.0.1', '192.0.2.1, 198.51.100.1, 10.0.0.2', ours, '198.51.100.1'],
    ['2001:db8:ffff::1', '2001:db8:1::5', ours, '2001:db8:1::5'],
    ['127.0.0.1', undefined, ours, '127.0.0.1'],
    ['127.0.0.1', '', ours, '127.0.0.1'],
    ['127.0.0.1', 'unknown', ours, 'unknown'],
    [undefined, '198.51.100.1', ours, undefined],
  ];
  for (const [peer, header, proxies, expected] of cases) {
    assert.equal(deviceAddress(peer, header, proxies), expected, `${peer} ${header}`);
  }
});

test('a list of proxies that is wrong is named where it is', () => {
  for (const wrong of [
    'proxy.example',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '::1/129',
    '1.2.3',
    '/8',
  ]) {
    assert.deepEqual(readProxies(`127.0.0.1, ${wrong}`), { wrong }, wrong);
  }
});
