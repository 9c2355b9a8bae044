import { JOINER, KIND, LETTER, SIGN } from './alphabet.ts';
import type { Canonical } from './canonical.ts';

/** Questions about stretches of a canonical text. Offsets are canonical units; `first` and `last` are inclusive. */

/** The kinds of the units, as bits. */
export function kindsBetween(units: Uint16Array, first: number, last: number): number {
  let kinds = 0;
  for (let i = first; i <= last; i++) kinds |= KIND[units[i] as number] as number;
  return kinds;
}

/** A number is a number, whatever its digits look like. */
export function hasLetter(units: Uint16Array, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (KIND[units[i] as number] === LETTER) return true;
  return false;
}

const AT = 0x40;
const DOT = 0x2e;
const OPENING = 0x28;
const CLOSING = 0x29;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

/** name@host.tld: its signs are where an address has them. */
export function isAddress({ units }: Canonical, first: number, last: number): boolean {
  let at = -1;
  for (let i = first + 1; i < last; i++) {
    if (units[i] === AT) at = i;
    else if (units[i] === DOT && at > 0 && i > at + 1) return true;
  }
  return false;
}

/** Whether the sign before a word may be its first letter. A bracket that is closed again is a bracket. */
export function isLeading(isLeet: (unit: number) => boolean, { units, length }: Canonical, at: number): boolean {
  if (units[at] !== OPENING) return isLeet(units[at] as number);
  const limit = Math.min(length, at + 100);
  for (let i = at + 1; i < limit; i++) if (units[i] === CLOSING) return false;
  return true;
}

/** Whether the signs after a word may belong to it: anything but the marks that end a sentence. */
export function isTrailing({ units }: Canonical, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = units[i] as number;
    if (KIND[unit] === SIGN && unit !== EXCLAMATION && unit !== QUESTION) return true;
  }
  return false;
}

/** "pu-te", "mer.de" are cut words unless each piece is a common word of its own ("a-t-il", "y a-t-elle"). */
export function isOrdinaryCompound(
  commonWords: ReadonlySet<string>,
  canonical: Canonical,
  first: number,
  last: number,
): boolean {
  const { units } = canonical;
  let word = '';
  let words = 0;
  let letters = 0;
  for (let i = first; i <= last + 1; i++) {
    if (i <= last && KIND[units[i] as number] !== JOINER) {
      if (KIND[units[i] as number] !== LETTER) return false;
      word += String.fromCharCode(units[i] as number);
      continue;
    }
    if (word.length > 12) return true;
    if (word !== '' && !commonWords.has(word)) return false;
    words++;
    letters += word.length;
    word = '';
  }
  return letters > words;
}

/** Two common words side by side are two words. */
export function areCommon(
  commonWords: ReadonlySet<string>,
  canonical: Canonical,
  pieces: readonly (readonly [number, number])[],
): boolean {
  return pieces.every(([from, to]) => to - from <= 12 && commonWords.has(textOf(canonical, from, to)));
}

function textOf({ units }: Canonical, from: number, to: number): string {
  return String.fromCharCode(...units.subarray(from, to));
}
