import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford's base 32, lower case
let lastMs = 0;
let lastRandom = Buffer.alloc(10);

/**
 * A new id in the layout of ULID: 10 characters of milliseconds, 16 of randomness, so that ids sort by time. Ids made in
 * the same millisecond by one process count upwards, which keeps "newest first" stable.
 */
export function newId<Id extends string>(now = Date.now()): Id {
  if (now > lastMs) {
    lastMs = now;
    lastRandom = randomBytes(10);
  } else {
    increment(lastRandom);
  }
  return (encodeTime(lastMs) + encodeBytes(lastRandom)) as Id;
}

function increment(bytes: Buffer): void {
  for (let i = bytes.length - 1; i >= 0; i -= 1) {
    const next = ((bytes[i] ?? 0) + 1) & 0xff;
    bytes[i] = next;
    if (next !== 0) return;
  }
}

function encodeTime(ms: number): string {
  let out = '';
  for (let i = 0, rest = ms; i < 10; i += 1, rest = Math.floor(rest / 32)) out = ALPHABET.charAt(rest % 32) + out;
  return out;
}

/** Base 32 of bytes, five bits a character, most significant first. */
export function encodeBytes(bytes: Uint8Array): string {
  let out = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET.charAt((buffer >> bits) & 31);
    }
  }
  if (bits > 0) out += ALPHABET.charAt((buffer << (5 - bits)) & 31);
  return out;
}
