import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/**
 * Does the work the service asks for before it takes a comment; the page goes on meanwhile.
 * @returns ALTCHA payload, base64; null where the browser cannot, as on a page without https, or not within a minute and a half
 */
export async function work(challenge: unknown): Promise<string | null> {
  if (!isSecureContext) return null;
  const solution = await solveChallenge({ challenge: challenge as Challenge, deriveKey });
  return solution && btoa(JSON.stringify({ challenge, solution }));
}
