import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Problem } from '../../shared/problem.ts';

/** OWASP's Password Storage Cheat Sheet, scrypt: N = 2^15, r = 8, p = 3 (32 MiB). */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const KEY_LENGTH = 32;
/** The cost is meant to be felt; it must not be felt by everybody else. Half of the threads all work shares stays free. */
const AT_ONCE = 2;
/** More would wait longer than a request may take. */
const WAITING_MAX = 8;

/**
 * A password as it is stored: parameters, salt and key, so that the cost may be raised later.
 * @throws Problem `rate-limited` when too many passwords are being worked on
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/**
 * Whether a password is the stored one. For an unknown name, pass null: it takes the same time and is false.
 * @throws Problem `rate-limited` when too many passwords are being worked on
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, n, r, p, salt = '', key = ''] = (stored ?? NOBODY).split('$');
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), {
    ...COST,
    N: Number(n),
    r: Number(r),
    p: Number(p),
  });
  return expected.length === actual.length && timingSafeEqual(expected, actual) && stored !== null;
}

const NOBODY = [
  'scrypt',
  COST.N,
  COST.r,
  COST.p,
  randomBytes(16).toString('base64url'),
  randomBytes(KEY_LENGTH).toString('base64url'),
].join('$');

let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  if (running < AT_ONCE) running += 1;
  else if (waiting.length >= WAITING_MAX) throw new Problem('rate-limited', { retryAfter: 5 });
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, KEY_LENGTH, cost, (error, key) => {
        if (error === null) resolve(key);
        else reject(error);
      });
    });
  } finally {
    const next = waiting.shift(); // takes over this one's place
    if (next === undefined) running -= 1;
    else next();
  }
}
