import { BlockList, isIP } from 'node:net';

/** Networks that are not the public internet: private, local, reserved, documentation and multicast (IANA registries). */
const ipv4Networks: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Everything but 2000::/3, and in it what carries an IPv4 address or is for documents. */
const ipv6Networks: readonly [string, number][] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
];

// One list for each: a list takes an IPv4 address for the IPv6 one that it is mapped to.
const blocked = { 4: new BlockList(), 6: new BlockList() };
for (const [network, prefix] of ipv4Networks) blocked[4].addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of ipv6Networks) blocked[6].addSubnet(network, prefix, 'ipv6');

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** True for an address that a server on the internet has no business with; for what is no address as well. */
export function isPrivateAddress(address: string): boolean {
  const inner = mapped.exec(address)?.[1] ?? address;
  const version = isIP(inner);
  if (version === 4) return blocked[4].check(inner, 'ipv4');
  return version === 6 ? blocked[6].check(inner, 'ipv6') : true;
}
