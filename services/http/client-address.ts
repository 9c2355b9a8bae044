import { createHmac } from 'node:crypto';
import { isIP } from 'node:net';

/** The part of an address that stands for one customer of a network: the whole of IPv4, the first 64 bits of IPv6. */
export function prefixOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0] ?? '';
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === '' ? [] : tail.split(':');
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0') : [];
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

export function isLoopback(address: string): boolean {
  return address === '::1' || prefixOf(address).startsWith('127.');
}

/** A keyed hash of an address prefix; the key changes daily, so that nothing can be put together over days. */
export function hashAddress(address: string, serviceKey: string, now: Date): string {
  const day = now.toISOString().slice(0, 10);
  return createHmac('sha256', `${serviceKey}:${day}`).update(prefixOf(address)).digest('base64url').slice(0, 22);
}
