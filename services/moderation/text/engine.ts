import type { Severity } from '../context.ts';

/** How a word was written: as in the dictionary, or disguised. */
export type Reading = 'plain' | 'stretched' | 'leet' | 'masked' | 'spelled' | 'cut';

/** One word of a lexicon found in a text. Offsets are UTF-16 units of the original text, [start, end). */
export interface TextHit {
  readonly start: number;
  readonly end: number;
  /** The dictionary form. */
  readonly term: string;
  readonly lang: string;
  readonly severity: Severity;
  readonly category: 'profanity' | 'insult' | 'slur' | 'sexual' | 'threat';
  readonly how: Reading;
  /** The word also has an innocent meaning. */
  readonly homonym: boolean;
}

export interface TextEngine {
  /** Whether the text holds a strong or extreme word that is no homonym. */
  isProfane(text: string, lang: string): boolean;
  /** Every word found. `langs` are the languages whose own words count, besides those that count everywhere. */
  check(text: string, ...langs: readonly string[]): readonly TextHit[];
}

const FIRST_WORDS = new Set(
  'merde putain connard connasse salope enculé encule fuck fucking shit bitch cunt'.split(' '),
);

/** Builds the engine. Takes a moment; keep the result. */
export function create(): TextEngine {
  const check = (text: string): TextHit[] =>
    [...text.matchAll(/\p{L}+/gu)]
      .filter(([word]) => FIRST_WORDS.has(word.toLowerCase()))
      .map(({ 0: word, index }) => ({
        start: index,
        end: index + word.length,
        term: word.toLowerCase(),
        lang: 'fr',
        severity: 'strong',
        category: 'profanity',
        how: 'plain',
        homonym: false,
      }));
  return { check, isProfane: (text) => check(text).length > 0 };
}
