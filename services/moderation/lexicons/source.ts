import type { Severity } from '../context.ts';
import type { Accents, Category } from './entry.ts';
import type { Inflections } from './inflect.ts';

/**
 * Entries that have everything but the word in common. Words, prefixes and infixes are parted by white space, phrases by
 * commas; words may name an inflection ("connard/es").
 */
export interface Group {
  readonly severity: Severity;
  readonly category: Category;
  readonly everywhere?: boolean;
  /** Languages (ISO 639-1, parted by white space) in which the words mean something else. */
  readonly innocentIn?: string;
  readonly homonym?: boolean;
  readonly accents?: Accents;
  readonly words?: string;
  readonly phrases?: string;
  readonly prefixes?: string;
  readonly infixes?: string;
}

/** All that is known about one language. */
export interface LanguageSource {
  /** ISO 639-1. */
  readonly lang: string;
  readonly inflections: Inflections;
  /** Other spellings that sound or look the same: each [what is replaced (a regular expression), by what]. */
  readonly respellings?: readonly (readonly [pattern: RegExp, replacement: string])[];
  /** Whether people write v for u, which looks the same in capitals of old ("fvck", "covilles"). */
  readonly vForU?: boolean;
  readonly groups: readonly Group[];
  /** Innocent words and phrases; they beat every entry inside them. */
  readonly exceptions: { readonly words: string; readonly prefixes: string; readonly phrases: string };
  /** Words that their first letter and stars tell ("m****"), in canonical spelling. */
  readonly starred: string;
  /** Common short words, in canonical spelling (no accents). */
  readonly commonWords: string;
  /** Words of this language, however they came in, that are innocent words of another, by that language (ISO 639-1). */
  readonly innocentIn?: Readonly<Record<string, string>>;
  /** What a person decided about a package's list: left out, mild, or with an innocent meaning. The rest is strong. */
  readonly packageReview?: {
    readonly drop: string;
    readonly dropPhrases?: string;
    readonly mild: string;
    readonly homonyms: string;
  };
}
