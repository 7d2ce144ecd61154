import { BlockList, isIP } from 'node:net';

/** Addresses that say nothing of where a device is: of this machine, of a network behind it, or of a proxy there. */
const LOCAL = new BlockList();
for (const [prefix, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  LOCAL.addSubnet(prefix, bits, 'ipv4');
}
for (const [prefix, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  LOCAL.addSubnet(prefix, bits, 'ipv6');
}

/** Where a call comes from, as coarsely as counting takes. */
export interface Network {
  /** `203.0.113` (of /24) or `2001:db8:0` (of /48). */
  prefix: string;
  /** A private or loopback address, which whole organisations or a proxy may stand behind. */
  local: boolean;
}

/** The network of an address, undefined for what is none. */
export function networkOf(address: string): Network | undefined {
  const plain = plainAddress(address);
  if (plain === undefined) return undefined;
  const { text, family } = plain;
  const local = LOCAL.check(text, family);
  if (family === 'ipv4') return { prefix: text.split('.').slice(0, 3).join('.'), local };
  return { prefix: groupsOf(text).slice(0, 3).join(':'), local };
}

/**
 * The address of the device: the peer's own, or, as long as what speaks is a proxy of ours, what it says it got the
 * call from. Whoever else writes an `X-Forwarded-For` is not heard.
 * @param peer the address of the other end of the connection
 * @param forwardedFor the header, to which each proxy adds its own peer on the right
 */
export function deviceAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxies: BlockList,
): string | undefined {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  let address = peer;
  while (address !== undefined && hops.length > 0) {
    const plain = plainAddress(address);
    if (plain === undefined || !proxies.check(plain.text, plain.family)) return address;
    const hop = hops.pop();
    if (hop === undefined || hop === '') return address;
    address = hop;
  }
  return address;
}

/** Reads a comma-separated list of addresses and CIDR networks. @returns what is wrong, as it was written */
export function readProxies(list: string): { proxies: BlockList } | { wrong: string } {
  const proxies = new BlockList();
  for (const item of list.split(',').map((part) => part.trim())) {
    if (item === '') continue;
    const [address = '', bits, ...more] = item.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const longest = family === 'ipv6' ? 128 : 32;
    const length = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity;
    if (isIP(address) === 0 || length > longest || more.length > 0) return { wrong: item };
    proxies.addSubnet(address, length, family);
  }
  return { proxies };
}

/** Without port, brackets or zone; IPv4 inside IPv6 as IPv4, so that one device has one address. */
function plainAddress(address: string): { text: string; family: 'ipv4' | 'ipv6' } | undefined {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
  const text = bare.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  const version = isIP(text);
  if (version === 0) return undefined;
  return { text, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  // The URL parser writes an address out in the one form of RFC 5952.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right];
}
