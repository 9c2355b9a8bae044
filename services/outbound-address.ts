import { BlockList, isIP } from 'node:net';

/**
 * Of IPv4, what is nobody's host on the internet, or not for us to call: the special-purpose registry of IANA (RFC 6890) without
 * what it calls globally reachable, multicast, and what machines of a cloud ask about themselves where that looks public.
 */
const SPECIAL_V4 = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // behind a carrier's NAT (RFC 6598); Alibaba's metadata
  ['127.0.0.0', 8], // this machine
  ['168.63.129.16', 32], // Azure's host
  ['169.254.0.0', 16], // this link; the metadata of most clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocols; Oracle's metadata
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
] as const;

/**
 * Of IPv6 only what is handed out as global unicast can be public. IPv4 in disguise (::ffff:0:0/96, 64:ff9b::/96), this machine,
 * this link, unique local addresses (Amazon's metadata among them), site-local ones and multicast are outside of it.
 */
const GLOBAL_V6 = ['2000::', 3] as const;

const SPECIAL_V6 = [
  ['2001::', 23], // protocols: Teredo (2001::/32), benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which carries an IPv4 address
  ['3fff::', 20], // documentation (RFC 9637)
] as const;

const specialV4 = listOf(SPECIAL_V4, 'ipv4');
const globalV6 = listOf([GLOBAL_V6], 'ipv6');
const specialV6 = listOf(SPECIAL_V6, 'ipv6');

function listOf(nets: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [net, bits] of nets) list.addSubnet(net, bits, family);
  return list;
}

/**
 * Whether an address is one of the public internet, so that connecting to it reaches nothing that is only for this machine or its
 * network.
 * @param address an IPv4 or IPv6 address as a resolver writes it; anything else is not public, nor is one with a zone
 */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false;
  switch (isIP(address)) {
    case 4:
      return !specialV4.check(address, 'ipv4');
    case 6:
      return globalV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6');
    default:
      return false;
  }
}
