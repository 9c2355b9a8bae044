import type { Entry, Lexicon } from '../lexicons/entry.ts';
import { BREAK, lettersOf, symbolsFor } from './alphabet.ts';
import { buildAutomaton } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import { canonicalText } from './canonical.ts';
import { buildTrie } from './trie.ts';
import type { Trie } from './trie.ts';

/** What entries have in common: all but the word. */
export type Kind = Omit<Entry, 'term' | 'source'>;

/** What the patterns stand for, by the id the automaton reports; side by side in arrays, since there are many. */
export interface Terms {
  /** Index in `kinds`; 0 for an exception, which has none. */
  readonly kind: Uint16Array;
  /** Letters of the pattern, edges not counted. */
  readonly length: Uint8Array;
  /** The symbols of term i: symbols[symbolStarts[i]] … symbols[symbolStarts[i + 1] - 1]. */
  readonly symbols: Uint8Array;
  readonly symbolStarts: Int32Array;
  /** The dictionary form of term i: words from wordStarts[i] to wordStarts[i + 1]. */
  readonly words: string;
  readonly wordStarts: Int32Array;
}

/** A lexicon as the engine reads it: nothing but numbers, some strings, and what is common to many entries. */
export interface Compiled {
  /** The letters that have a symbol of their own, in the order of their symbols. */
  readonly letters: string;
  /** For disguised words. */
  readonly trie: Trie;
  /** For plain words; its patterns have every run of a letter as one. */
  readonly automaton: Automaton;
  readonly terms: Terms;
  readonly kinds: readonly (Kind | null)[];
  /** Ids of words known by their first letter and stars, by starKey. */
  readonly starred: ReadonlyMap<number, readonly number[]>;
  /** By language. */
  readonly commonWords: Lexicon['commonWords'];
}

interface Source {
  readonly entry: Entry | null;
  readonly term: string;
  readonly text: string;
  readonly edges: 'both' | 'before' | 'none';
}

/** Turns a lexicon into one automaton. Spellings that differ only in what the canonical form folds become one pattern. */
export function compile(lexicon: Lexicon): Compiled {
  const sources = withoutTwins([...lexicon.exceptions.map(toException), ...lexicon.entries.flatMap(toSources)]);
  const letters = lettersOf(sources.map(({ text }) => text));
  const symbolOf = symbolsFor(letters);
  const patterns = sources.map(({ text, edges }, id) => ({ symbols: symbolsOf(text, edges, symbolOf), id }));
  const trie = buildTrie(patterns);
  const kinds = new Map<string, number>([['', 0]]);
  const starred = new Map<number, number[]>();
  const kind = sources.map(({ entry, text, edges }, id) => {
    if (entry === null) return 0;
    if (edges !== 'none' && lexicon.starred.has(text)) {
      const key = starKey(text.charCodeAt(0), text.length);
      starred.set(key, [...(starred.get(key) ?? []), id]);
    }
    const key = JSON.stringify(kindOf(entry));
    kinds.set(key, kinds.get(key) ?? kinds.size);
    return kinds.get(key) as number;
  });
  return {
    letters,
    trie,
    automaton: buildAutomaton(
      buildTrie(patterns.map(({ symbols, id }) => ({ symbols: squeeze(symbols), id }))),
      letters.length + 2,
    ),
    terms: {
      kind: Uint16Array.from(kind),
      length: Uint8Array.from(patterns, ({ symbols }) => symbols.filter((symbol) => symbol !== BREAK).length),
      symbols: Uint8Array.from(patterns.flatMap(({ symbols }) => [...symbols])),
      symbolStarts: startsOf(patterns.map(({ symbols }) => symbols.length)),
      words: sources.map(({ term }) => term).join(''),
      wordStarts: startsOf(sources.map(({ term }) => term.length)),
    },
    kinds: [...kinds.keys()].map((key) => (key === '' ? null : (JSON.parse(key) as Kind))),
    starred,
    commonWords: lexicon.commonWords,
  };
}

/** First letter and length in one number: "m****" is one of few words that people mean. */
export function starKey(firstLetter: number, length: number): number {
  return firstLetter * 256 + length;
}

function kindOf({ term: _term, source: _source, ...kind }: Entry): Kind {
  return kind;
}

function toException({ term, match }: Lexicon['exceptions'][number]): Source {
  return { entry: null, term, text: canonicalText(term), edges: match === 'prefix' ? 'before' : 'both' };
}

function toSources(entry: Entry): Source[] {
  const { term, match } = entry;
  const text = canonicalText(term);
  if (match === 'prefix') return [{ entry, term, text, edges: 'before' }];
  // Inside a word for plain text, at its start for the walk of disguises, which begins at the edge of a word.
  if (match === 'infix') return (['none', 'before'] as const).map((edges) => ({ entry, term, text, edges }));
  return [{ entry, term, text, edges: 'both' }];
}

function withoutTwins(sources: readonly Source[]): Source[] {
  const known = new Set<string>();
  return sources.filter(({ entry, text, edges }) => {
    // Where accents tell words apart, two words share a pattern (chie, chié).
    const accents = entry === null || entry.accents === 'any' ? '' : entry.term;
    const key = [text, edges, entry?.lang, entry?.everywhere, accents, entry === null].join('|');
    return known.size < known.add(key).size;
  });
}

function symbolsOf(text: string, edges: Source['edges'], symbolOf: Uint8Array): Uint8Array {
  const symbols = edges === 'none' ? [] : [BREAK];
  for (let i = 0; i < text.length; i++) {
    const symbol = symbolOf[text.charCodeAt(i)] as number;
    if (symbol !== BREAK || symbols.at(-1) !== BREAK) symbols.push(symbol);
  }
  if (edges === 'both') symbols.push(BREAK);
  return Uint8Array.from(symbols);
}

/** Without repetitions: "ss" as "s". */
function squeeze(symbols: Uint8Array): Uint8Array {
  return symbols.filter((symbol, i) => symbol !== symbols[i - 1]);
}

/** Where each of so many things of these lengths begins, laid end to end; one more for the end of the last. */
function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) starts[i + 1] = (starts[i] as number) + length;
  return starts;
}
