import type { Entry, Lexicon } from '../lexicons/entry.ts';
import { BREAK, createAlphabet } from './alphabet.ts';
import type { Alphabet } from './alphabet.ts';
import { buildAutomaton } from './automaton.ts';
import type { Automaton, Pattern } from './automaton.ts';
import { canonicalText } from './canonical.ts';

/** A pattern of the automaton and what it stands for. */
export interface Term {
  /** Null for an exception. */
  readonly entry: Entry | null;
  readonly symbols: readonly number[];
  /** Letters, edges not counted. */
  readonly length: number;
}

export interface Compiled {
  readonly automaton: Automaton;
  readonly alphabet: Alphabet;
  /** The ids of words known by their first letter and stars, see starKey. */
  readonly starred: ReadonlyMap<number, number>;
  /** By the id the automaton reports. */
  readonly terms: readonly Term[];
}

interface Source {
  readonly entry: Entry | null;
  readonly text: string;
  readonly edges: 'both' | 'before' | 'none';
}

/** Turns a lexicon into one automaton. Spellings that differ only in what the canonical form folds become one pattern. */
export function compile(lexicon: Lexicon): Compiled {
  const sources = [...lexicon.exceptions.map(toException), ...lexicon.entries.flatMap(toSources)];
  const alphabet = createAlphabet(sources.map(({ text }) => text));
  const terms: Term[] = [];
  const patterns: Pattern[] = [];
  const starred = new Map<number, number>();
  const known = new Set<string>();
  for (const { entry, text, edges } of sources) {
    // Where accents tell words apart, two words share a pattern (chie, chié).
    const accents = entry === null || entry.accents === 'any' ? '' : entry.term;
    const key = [text, edges, entry?.lang, entry?.everywhere, accents, entry === null].join('|');
    if (known.has(key)) continue;
    known.add(key);
    const symbols = symbolsOf(text, edges, alphabet);
    const length = symbols.filter((symbol) => symbol !== BREAK).length;
    patterns.push({ symbols, id: terms.length });
    if (edges !== 'none' && entry !== null && lexicon.starred.has(text))
      starred.set(starKey(text.charCodeAt(0), length), terms.length);
    terms.push({ entry, symbols, length });
  }
  return { automaton: buildAutomaton(patterns, alphabet.size), alphabet, terms, starred };
}

/** First letter and length in one number: "m****" is one of few words that people mean. */
export function starKey(firstLetter: number, length: number): number {
  return firstLetter * 256 + length;
}

function toException({ term, match }: Lexicon['exceptions'][number]): Source {
  return { entry: null, text: canonicalText(term), edges: match === 'prefix' ? 'before' : 'both' };
}

function toSources(entry: Entry): Source[] {
  const text = canonicalText(entry.term);
  if (entry.match === 'prefix') return [{ entry, text, edges: 'before' }];
  // Inside a word for plain text, at its start for the walk of disguises, which begins at the edge of a word.
  if (entry.match === 'infix') return ['none', 'before'].map((edges) => ({ entry, text, edges }) as Source);
  return [{ entry, text, edges: 'both' }];
}

function symbolsOf(text: string, edges: Source['edges'], { symbolOf }: Alphabet): number[] {
  const symbols = edges === 'none' ? [] : [BREAK];
  for (let i = 0; i < text.length; i++) {
    const symbol = symbolOf[text.charCodeAt(i)] as number;
    if (symbol !== BREAK || symbols.at(-1) !== BREAK) symbols.push(symbol);
  }
  if (edges === 'both') symbols.push(BREAK);
  return symbols;
}
