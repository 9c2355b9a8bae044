import { literally } from './storage/literally.ts';

/** Marks that stand by themselves after a letter: accents, and the vowels and the stretching of Arabic. */
const MARK = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/u;
/** The same in a pattern, by the characters themselves: PCRE has other escapes. */
const MARKS = '[\u0300-\u036f\u064b-\u065f\u0670\u0640]*';
/** What may stand between two words: any space, and what Markdown puts around words. */
const BETWEEN = '[\\s\u00a0\u202f*_~`>|]+';
/** Scripts with letters that carry marks within themselves: Latin, Greek, Cyrillic, Arabic. */
const RANGES = [
  [0xc0, 0x52f],
  [0x620, 0x6ff],
  [0x1e00, 0x1fff],
] as const;
/** Letters that are written as two as well. */
const PAIRS: Readonly<Record<string, string>> = { oe: 'œ', ae: 'æ', ss: 'ß' };
const APOSTROPHES = "'’ʼ";

/** A letter without its marks; itself, if what is left would not be one letter. */
function bare(letter: string): string {
  const [base = letter, ...marks] = letter.normalize('NFD');
  return marks.every((mark) => MARK.test(mark)) ? base : letter;
}

const variants = new Map<string, string>();
for (const [from, to] of RANGES)
  for (let code = from; code <= to; code += 1) {
    const letter = String.fromCodePoint(code);
    const base = bare(letter);
    // Capitals need none of their own: a search takes them for the same.
    if (base !== letter && letter === letter.toLowerCase()) variants.set(base, (variants.get(base) ?? '') + letter);
  }

/**
 * A regular expression, to be used with the flag `i`, for words as they stand in a text, whatever its capitals, accents,
 * apostrophes and spaces, and with Markdown around them or not. Read the same by JavaScript and PCRE. Its parts exclude each
 * other, so that no text makes it go back and forth. Matches at least one character.
 */
export function searchPattern(text: string): string {
  const words = text.normalize('NFC').split(new RegExp(BETWEEN, 'u'));
  const patterns = words.map(wordPattern).filter((pattern) => pattern !== '');
  return patterns.length === 0 ? literally(text) : patterns.join(BETWEEN);
}

function wordPattern(word: string): string {
  const split = word.toLowerCase().replace(/[œæß]/g, (letter) => SPLIT[letter] ?? letter);
  return (split.match(/oe|ae|ss|./gsu) ?? []).map((part) => partPattern(part)).join('');
}

const SPLIT = Object.fromEntries(Object.entries(PAIRS).map(([two, one]) => [one, two]));

function partPattern(part: string): string {
  const one = PAIRS[part];
  if (one !== undefined) return `(?:${[...part].map(letterPattern).join('')}|${one})`;
  return letterPattern(part);
}

function letterPattern(letter: string): string {
  if (MARK.test(letter)) return '';
  if (APOSTROPHES.includes(letter)) return `[${APOSTROPHES}]`;
  const base = bare(letter);
  const like = variants.get(base);
  const any = like === undefined ? literally(base) : `[${base}${like}]`;
  return any + MARKS;
}
