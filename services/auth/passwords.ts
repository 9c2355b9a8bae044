import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Problem } from '../../shared/problem.ts';

/** What it takes to derive a key with scrypt (RFC 7914): 128 * N * r bytes of memory, p times the work. */
export interface PasswordCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's Password Storage Cheat Sheet: 32 MiB. */
export const COST: PasswordCost = { N: 2 ** 15, r: 8, p: 3 };
const MEMORY_MAX = 64 * 1024 * 1024;
const KEY_LENGTH = 32;
/** The cost is meant to be felt; it must not be felt by everybody else. Half of the threads all work shares stays free. */
const AT_ONCE = 2;
/** More would wait longer than a request may take. */
const WAITING_MAX = 8;

export interface Passwords {
  /**
   * A password as it is stored: parameters, salt and key, so that the cost may be raised later.
   * @throws Problem `rate-limited` when too many passwords are being worked on
   */
  hash: (password: string) => Promise<string>;
  /**
   * Whether a password is the stored one. For an unknown name, pass null: it takes the same time and is false.
   * @throws Problem `rate-limited` when too many passwords are being worked on
   */
  verify: (password: string, stored: string | null) => Promise<boolean>;
}

export function createPasswords(cost: PasswordCost = COST): Passwords {
  const derive = createDerive();
  const stored = (salt: Buffer, key: Buffer): string =>
    ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
  const nobody = stored(randomBytes(16), randomBytes(KEY_LENGTH));
  return {
    async hash(password) {
      const salt = randomBytes(16);
      return stored(salt, await derive(password, salt, cost));
    },
    async verify(password, of) {
      const [, n, r, p, salt = '', key = ''] = (of ?? nobody).split('$');
      const expected = Buffer.from(key, 'base64url');
      const its = { N: Number(n), r: Number(r), p: Number(p) };
      const actual = await derive(password, Buffer.from(salt, 'base64url'), its);
      return expected.length === actual.length && timingSafeEqual(expected, actual) && of !== null;
    },
  };
}

/** Derives keys, few at a time. */
function createDerive(): (password: string, salt: Buffer, cost: PasswordCost) => Promise<Buffer> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (password, salt, cost) => {
    if (running < AT_ONCE) running += 1;
    else if (waiting.length >= WAITING_MAX) throw new Problem('rate-limited', { retryAfter: 5 });
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, KEY_LENGTH, { ...cost, maxmem: MEMORY_MAX }, (error, key) => {
          if (error === null) resolve(key);
          else reject(error);
        });
      });
    } finally {
      const next = waiting.shift(); // takes over this one's place
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
