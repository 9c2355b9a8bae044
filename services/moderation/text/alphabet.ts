import { FOLD } from './fold-table.ts';
import { LEET } from './lookalikes.ts';

/** The symbol of everything that is no letter: the edge of a word. */
export const BREAK = 0;
/** The symbol of letters and digits no lexicon uses: part of a word, but of none that is looked for. */
export const OTHER = 1;

/** What a canonical unit is when words are looked for that are not written plainly. */
export const LETTER = 0;
export const DIGIT = 1;
/** A sign inside a word may be a letter (@), hide one (*), or part two (·). */
export const SIGN = 2;
/** Parts words in ordinary writing too, so it hides or parts letters only under stricter conditions. */
export const JOINER = 4;
/** Ends a word for certain. */
const SPLITTER = 8;
export const SPACE = 16;
export const NEWLINE = 32;
/** Ends a word, but may have been put into one. */
export const APOSTROPHE = 128;
/** Not a kind of unit but of a run: one letter stands in it three times in a row. */
export const STRETCHED = 64;

/** Kind of each canonical unit, as one of the bits above. */
export const KIND = new Uint8Array(65536);

const JOINERS = '-.·~&=';
const SPLITTERS = '",:;/\\)]}>«»…';
const WORD = /[\p{L}\p{M}]/u;
const NUMBER = /\p{N}/u;

for (let unit = 0; unit < 65536; unit++) {
  // Private use, surrogates (emoji) and unassigned units hide letters as any other sign does.
  if (unit >= 0xd800 && unit <= 0xf8ff) KIND[unit] = SIGN;
  else if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7ff)) KIND[unit] = LETTER;
  else {
    const character = String.fromCharCode(unit);
    if (FOLD[unit] !== unit && unit !== 0x0a) KIND[unit] = SIGN;
    else if (WORD.test(character)) KIND[unit] = LETTER;
    else if (NUMBER.test(character)) KIND[unit] = DIGIT;
    else if (JOINERS.includes(character)) KIND[unit] = JOINER;
    else if (SPLITTERS.includes(character)) KIND[unit] = SPLITTER;
    else if (character === "'") KIND[unit] = APOSTROPHE;
    else if (character === '\n') KIND[unit] = NEWLINE;
    else KIND[unit] = character === ' ' ? SPACE : SIGN;
  }
}

/** The first symbol of a letter that lexicons use. */
const FIRST_LETTER = OTHER + 1;

/** Most letters a lexicon may use: a symbol, and the few places after them in the automaton's rows, are one byte. */
const MOST_LETTERS = 250;

/** The letters and digits some canonical texts use: the fewer symbols, the smaller the automaton. */
export function lettersOf(texts: Iterable<string>): string {
  const letters = new Set<string>();
  for (const text of texts)
    for (let i = 0; i < text.length; i++) if (isWordlike(text.charCodeAt(i))) letters.add(text.charAt(i));
  if (letters.size > MOST_LETTERS) throw new RangeError('The lexicons use more letters than a symbol can tell apart');
  return [...letters].join('');
}

function isWordlike(unit: number): boolean {
  return KIND[unit] === LETTER || KIND[unit] === DIGIT;
}

/** The symbol of each canonical unit. */
export function symbolsFor(letters: string): Uint8Array {
  const symbolOf = new Uint8Array(65536);
  for (let unit = 0; unit < 65536; unit++) if (isWordlike(unit)) symbolOf[unit] = OTHER;
  for (let i = 0; i < letters.length; i++) symbolOf[letters.charCodeAt(i)] = FIRST_LETTER + i;
  return symbolOf;
}

/** The symbols a digit or sign may stand for, by its unit; not there when it stands for no letter but itself. */
export function leetFor(symbolOf: Uint8Array): ReadonlyMap<number, readonly number[]> {
  return new Map(
    Object.entries(LEET).map(([sign, letters]) => {
      const symbols = [...letters].map((letter) => symbolOf[letter.charCodeAt(0)] as number);
      return [sign.charCodeAt(0), symbols.filter((symbol) => symbol > OTHER)];
    }),
  );
}
