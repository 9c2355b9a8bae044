/**
 * Word forms, so that a lexicon names a word once. A word is written "connard/es": the stem's dictionary form, a slash,
 * and the name of one of its language's inflections. Without a slash the word stands for itself.
 */

/** Beginnings and endings, parted by white space; "-" is none. */
export interface Inflection {
  /** What may stand before the word: articles and conjunctions written together with it, prefixes of verbs. */
  readonly before?: string;
  /** The ending that is taken off first. */
  readonly off?: string;
  /** The endings that are put on, that of the dictionary form among them; "+" repeats the last letter of what is left. */
  readonly on?: string;
}

/** The inflections of a language, by the name a word gives after its slash. */
export type Inflections = Readonly<Record<string, Inflection>>;

/** All forms of a word written with its inflection. Throws on an inflection that does not exist or does not fit. */
export function formsOf(word: string, inflections: Inflections): readonly string[] {
  const [term = '', name] = word.split('/');
  if (name === undefined) return [term];
  const { before = '-', off = '', on = '-' } = inflections[name] ?? {};
  if (inflections[name] === undefined || !term.endsWith(off)) throw new RangeError(`No inflection for "${word}"`);
  const stem = term.slice(0, term.length - off.length);
  const endings = parts(on).map((ending) => (ending.startsWith('+') ? stem.slice(-1) + ending.slice(1) : ending));
  return parts(before).flatMap((beginning) => endings.map((ending) => beginning + stem + ending));
}

function parts(list: string): string[] {
  return list
    .trim()
    .split(/\s+/)
    .map((part) => (part === '-' ? '' : part));
}
