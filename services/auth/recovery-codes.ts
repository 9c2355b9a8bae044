import { randomInt } from 'node:crypto';
import { deriveSecret } from './tokens.ts';

const CODES = 10;
/** Twelve of these 31, none of which is mixed up with another, are 59 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP = 4;

/** A fresh set, as it is shown: "k7mp-2xqr-9ntb". */
export function newRecoveryCodes(): string[] {
  const group = (): string => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: CODES }, () => Array.from({ length: GROUPS }, group).join('-'));
}

/**
 * What is stored of a code. Keyed, as a code is too short to be safe behind a plain hash once the database is in somebody's hands.
 * Capitals, spaces and strokes mean nothing.
 */
export function recoveryCodeHash(serviceKey: string, memberId: string, code: string): string {
  return deriveSecret(serviceKey, 'recovery-code', memberId, code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
