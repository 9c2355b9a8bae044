import type { Category, Entry } from '../lexicons/entry.ts';
import { KIND, LETTER } from './alphabet.ts';
import type { Canonical } from './canonical.ts';
import type { Kind } from './compile.ts';
import type { Disguise } from './credible.ts';

/** How a word was written: as in the dictionary, or disguised. */
export type Writing = 'plain' | Disguise;

/** One word of a lexicon found in a text. Offsets are UTF-16 units of the original text, [start, end). */
export interface TextHit {
  readonly start: number;
  readonly end: number;
  /** The dictionary form. */
  readonly term: string;
  readonly lang: string;
  readonly severity: Entry['severity'];
  readonly category: Category;
  readonly how: Writing;
  /** The word also has an innocent meaning. */
  readonly homonym: boolean;
}

/** A find in canonical units, [from, to), before exceptions are weighed. */
export interface Find {
  /** Null for an exception. */
  readonly kind: Kind | null;
  readonly term: string;
  readonly from: number;
  readonly to: number;
  readonly how: Writing;
}

/**
 * Exceptions are weighed, then languages and accents. Linear after sorting, however many finds a hostile text makes.
 *
 * @param isEnglish whether all that the page speaks is English
 */
export function toHits(text: string, canonical: Canonical, finds: Find[], isEnglish: boolean): TextHit[] {
  finds.sort((a, b) => a.from - b.from || Number(a.kind !== null) - Number(b.kind !== null));
  const hits: TextHit[] = [];
  let innocentTo = 0;
  // Of an innocent beginning: where it ends, and where its word does.
  let begun = { to: 0, wordTo: 0 };
  let word = { from: 0, to: 0 };
  for (const find of finds) {
    const { kind, term, how } = find;
    // Sorted by their start: an exception that reaches as far as the find does lies around it.
    if (kind === null) {
      if (find.to <= innocentTo) continue;
      innocentTo = find.to;
      begun = { to: find.to, wordTo: wordAround(canonical, find).to };
    } else if (find.to > innocentTo) {
      // What begins in an innocent beginning is innocent however the word goes on; what is glued behind it is not.
      if (find.from < begun.to && find.to <= begun.wordTo) continue;
      const exact = spanOf(text, canonical, find);
      const { lang, severity, category, homonym } = kind;
      if (!isAsWritten(kind, find, text.slice(exact.start, exact.end), isEnglish)) continue;
      // Many finds may lie in one long word, which is looked for once.
      if (isPartOfWord(kind) && find.to > word.to) word = wordAround(canonical, find);
      const { start, end } = isPartOfWord(kind) ? spanOf(text, canonical, word) : exact;
      hits.push({ start, end, term, lang, severity, category, how, homonym });
    }
  }
  // A whole word may begin before what was found in it.
  return hits.length < 2 ? hits : withoutCovered(hits.sort((a, b) => a.start - b.start || a.end - b.end));
}

function isPartOfWord({ match }: Kind): boolean {
  return match === 'prefix' || match === 'infix';
}

/** The letters on both sides of a find belong to it: nobody means half a word. */
function wordAround({ units, length }: Canonical, { from, to }: Find): { from: number; to: number } {
  const isLetter = (at: number): boolean => at >= 0 && at < length && KIND[units[at] as number] === LETTER;
  while (isLetter(from - 1)) from--;
  while (isLetter(to)) to++;
  return { from, to };
}

/** A stretch of canonical units in the original text. */
function spanOf(
  text: string,
  { starts, length }: Canonical,
  { from, to }: { from: number; to: number },
): { start: number; end: number } {
  let end = to;
  // A letter that became several (œ) ends where the next one begins.
  while (end < length && starts[end] === starts[to - 1]) end++;
  return { start: starts[from] as number, end: end < length ? (starts[end] as number) : text.length };
}

function isAsWritten({ accents }: Kind, { term, how }: Find, written: string, isEnglish: boolean): boolean {
  // Nobody disguises an innocent word, so accents matter in plain writing only.
  if (accents !== 'any' && how === 'plain' && !hasAccentsOf(term, accents, written)) return false;
  return how !== 'leet' || isEnglish || !isTime(written);
}

/** "5h17" is a time of day wherever it is not English. */
function isTime(written: string): boolean {
  return /^(?:[01]?\d|2[0-4])h[0-5]\d$/i.test(written);
}

/** An accent that the dictionary does not have makes it another word. */
function hasAccentsOf(term: string, accents: Kind['accents'], written: string): boolean {
  if (written === term) return true;
  const [is, should] = [lettersOf(written), lettersOf(term)];
  // Nobody writes like this by habit: it is a disguise, in which accents mean nothing.
  if (is === null || should === null || is.length < should.length) return true;
  return should.every((letter, i) => is[i] === letter || (accents === 'own' && is[i] === bare(letter)));
}

/** The letters of a text with their accents, small; null where there are marks that no alphabet has on its letters. */
function lettersOf(text: string): string[] | null {
  // The small form of the Turkish İ is an i with a dot too many.
  const small = text.normalize('NFKC').toLowerCase().replaceAll('i\u0307', 'i').normalize('NFC');
  return STRAY_MARK.test(small) || (LATIN.test(small) && OTHER_ALPHABET.test(small))
    ? null
    : (small.match(LETTERS) ?? []);
}

/** Letters of two scripts in one word. */
const LATIN = /\p{Script=Latin}/u;
const OTHER_ALPHABET = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

const LETTERS = /[\p{L}\p{N}]/gu;

/** Strokes through letters, marks piled up: what is left of marks once those of the alphabets are part of their letters. */
const STRAY_MARK = /[\u0300-\u036f\u0483-\u0489\u1dc0-\u1dff\u20d0-\u20ff]/u;

function bare(letter: string): string {
  return letter === 'ı' ? 'i' : (letter.normalize('NFD')[0] ?? letter);
}

const GRAVITY = { mild: 0, strong: 1, extreme: 2 };

function outranks(a: TextHit, b: TextHit): boolean {
  const weight = (hit: TextHit): number => (hit.homonym ? -1 : GRAVITY[hit.severity]);
  return weight(a) - weight(b) > 0 || (weight(a) === weight(b) && a.end - a.start > b.end - b.start);
}

/**
 * Of two hits, one inside the other, the graver stays, then the longer; where two merely overlap, each has words of its own
 * to show. The hits come in the order of the text.
 */
function withoutCovered(hits: readonly TextHit[]): TextHit[] {
  const kept: TextHit[] = [];
  for (const hit of hits) {
    const last = kept.at(-1);
    const apart = last === undefined || (hit.start > last.start && hit.end > last.end);
    if (apart) kept.push(hit);
    else if (outranks(hit, last)) kept[kept.length - 1] = hit;
  }
  return kept;
}
