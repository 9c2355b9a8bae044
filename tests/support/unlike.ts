import { randomBytes } from 'node:crypto';

const LETTERS = 'qwxzj';

/**
 * Letters that make a text unlike every other one, and spell nothing: the digits and letters of a UUID would now and then, to whoever
 * reads disguises.
 */
export function unlike(): string {
  let last = '';
  return Array.from(randomBytes(24), (byte) => {
    const rest = LETTERS.replace(last, '');
    last = rest.charAt(byte % rest.length);
    return last;
  }).join('');
}
