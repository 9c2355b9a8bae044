import { digest } from '../digest.ts';
import { createLru } from '../lru.ts';
import type { Entry, Lexicon } from './lexicons/entry.ts';
import { canonicalText } from './text/canonical.ts';
import { createFrom } from './text/engine.ts';
import type { TextHit } from './text/engine.ts';

/** Lists kept compiled, by what is in them. A full one of 500 words takes a few megabytes and some 20 ms to make. */
const LISTS_KEPT = 128;

/** The engine tells 253 letters apart; a list with more (Chinese, say) is looked for in several goes. */
const LETTERS_MAX = 250;

/** Letters of the canonical form the engine's counters hold; a few signs of one letter stand for many. */
const LENGTH_MAX = 200;

/** Finds the words of one list in a text, plain or disguised, in the order of the text. */
export type WordFinder = (text: string) => readonly TextHit[];

/** Gives the finder of a list: made once for what is in the list, however often and by whomever it is asked for. */
export type WordFinders = (entries: readonly string[]) => WordFinder;

export function createWordFinders(): WordFinders {
  const byContent = createLru<WordFinder>(LISTS_KEPT, Number.POSITIVE_INFINITY);
  const byList = new WeakMap<readonly string[], WordFinder>();
  return (entries) => {
    const known = byList.get(entries);
    if (known !== undefined) return known;
    const key = digest(entries);
    const finder = byContent.get(key) ?? createFinder(entries);
    byContent.set(key, finder);
    byList.set(entries, finder);
    return finder;
  };
}

/** The words of a site count whatever is spoken there. */
const EVERY_LANGUAGE = { page: [], besides: [] };

function createFinder(entries: readonly string[]): WordFinder {
  const engines = inGroups(entries.map(toEntry).filter(hasRoom)).map((group) => createFrom(lexiconOf(group)));
  return (text) => {
    // Nothing may be left over that should have been masked.
    const hits = engines.flatMap((engine) => engine.read(text, EVERY_LANGUAGE).hits);
    return engines.length < 2 ? hits : hits.sort((a, b) => a.start - b.start || a.end - b.end);
  };
}

/**
 * Whether an entry of a list is found at all. What does not begin and end with a letter or digit is not, and such an entry
 * would do nothing, or something else than it says ("c++" is read as "c").
 */
export function isFindable(entry: string, find: WordFinder): boolean {
  const { term } = toEntry(entry);
  return find(term).some(({ start, end }) => start === 0 && end === term.length);
}

/**
 * An entry of every language: innocent nowhere. An accent makes another word of it in Latin letters ("péché" is not "pêche"),
 * though it may be left out; where the entry has none, and in other scripts, accents and vowel signs do not matter.
 */
function toEntry(written: string): Entry {
  const match = written.startsWith('*') ? 'infix' : written.endsWith('*') ? 'prefix' : 'whole';
  const term = written.replace(/^\*|\*$/g, '').trim();
  const isAccented = /\p{Script=Latin}\p{M}/u.test(term.normalize('NFD'));
  return {
    ...{ term, match, lang: 'und', everywhere: true, innocentIn: [], homonym: false, source: 'site' },
    ...{ severity: 'strong', category: 'profanity' },
    accents: isAccented ? 'own' : 'any',
  };
}

function hasRoom({ term }: Entry): boolean {
  return canonicalText(term).length <= LENGTH_MAX;
}

function lexiconOf(entries: Entry[]): Lexicon {
  return { entries, exceptions: [], starred: new Set(), commonWords: new Map() };
}

/** As few groups as their letters allow. */
function inGroups(entries: readonly Entry[]): Entry[][] {
  const groups: Entry[][] = [];
  let letters = new Set<string>();
  for (const entry of entries) {
    const own = new Set(canonicalText(entry.term).split(''));
    const together = new Set([...letters, ...own]);
    const group = groups.at(-1);
    if (group === undefined || together.size > LETTERS_MAX) {
      groups.push([entry]);
      letters = own;
    } else {
      group.push(entry);
      letters = together;
    }
  }
  return groups;
}
