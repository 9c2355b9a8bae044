import type { Severity } from '../context.ts';

export type Category = 'profanity' | 'insult' | 'slur' | 'sexual' | 'threat';

/**
 * How an entry is looked for. `whole`: the word alone; `prefix`: the start of a word; `infix`: anywhere, also inside a
 * word; `phrase`: several words in this order, whatever stands between them that is no letter.
 */
export type Match = 'whole' | 'prefix' | 'infix' | 'phrase';

/**
 * Which accents the word may have in a text. `any`: accents do not matter; `own`: they may be left out, but not added
 * ("cul" is not "çul"); `required`: just those of the dictionary ("négro" is not Spanish "negro").
 */
export type Accents = 'any' | 'own' | 'required';

/** One word or phrase of a lexicon, in its dictionary spelling. */
export interface Entry {
  readonly term: string;
  /** ISO 639-1. */
  readonly lang: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly match: Match;
  /** Looked for on pages of every language; otherwise only where `lang` is spoken or looked for besides. */
  readonly everywhere: boolean;
  /** Pages in these languages do not look for it, unless `lang` is spoken there as well. */
  readonly innocentIn: readonly string[];
  /** It also has an innocent meaning, which only a person can tell. */
  readonly homonym: boolean;
  readonly accents: Accents;
  /** Where the word comes from: "reviewed", or the package whose list it is in. */
  readonly source: string;
}

/** A word or phrase that is innocent whatever it contains. Beats every entry found inside it. */
export interface Exception {
  readonly term: string;
  readonly match: 'whole' | 'prefix' | 'phrase';
}

export interface Lexicon {
  readonly entries: readonly Entry[];
  readonly exceptions: readonly Exception[];
  /** Words known by their first letter and stars: "f***". Canonical spelling. */
  readonly starred: ReadonlySet<string>;
  /** Very common short words, by language: two of them side by side are two words, not one that was cut. */
  readonly commonWords: ReadonlyMap<string, readonly string[]>;
}
