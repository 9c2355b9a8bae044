import type { Category, Entry, Lexicon } from '../lexicons/entry.ts';
import { loadLexicon } from '../lexicons/load.ts';
import { KIND, LETTER } from './alphabet.ts';
import { createCanonicaliser } from './canonical.ts';
import type { Canonical } from './canonical.ts';
import { compile, starKey } from './compile.ts';
import type { Term } from './compile.ts';
import { createDisguises } from './disguises.ts';
import type { Report } from './disguises.ts';
import { measure } from './measure.ts';
import { scanRuns } from './runs.ts';
import { scanPlain } from './scan.ts';
import { createWalk } from './walk.ts';

/** How a word was written: as in the dictionary, or disguised. */
export type Writing = 'plain' | 'stretched' | 'leet' | 'masked' | 'spelled' | 'cut';

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

/** The languages a text is read in, as BCP 47 tags. */
export interface Languages {
  /** Spoken where the text stands. Their words count, and what is innocent in one of them is innocent. */
  readonly page: readonly string[];
  /** Their words count as well, except those that are innocent on the page. */
  readonly besides: readonly string[];
}

export interface TextEngine {
  /** Whether the text holds a strong or extreme word that is no homonym. */
  isProfane(text: string, lang: string): boolean;
  /** Every word found, in order. `page` are the languages whose own words count, besides those that count everywhere. */
  check(text: string, ...page: readonly string[]): readonly TextHit[];
  /** The same with languages that are looked for without being spoken there. */
  checkIn(text: string, languages: Languages): readonly TextHit[];
}

/** A find in canonical units, [from, to), before exceptions are weighed. */
interface Find {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
  readonly how: Writing;
}

/** More finds than this tell a reviewer nothing new; the rest of such a text is only searched for exceptions. */
const MAX_FINDS = 500;

/** Builds the engine. Takes a moment and some megabytes; keep the result. Its answers depend on nothing but the text. */
export function create(lexicon: Lexicon = loadLexicon()): TextEngine {
  const { automaton, alphabet, terms, starred } = compile(lexicon);
  const walk = createWalk(automaton, alphabet);
  const shapeOf = (id: number): Term => terms[id] as Term;
  const disguises = createDisguises({
    walk,
    shapeOf,
    isLeet: (unit) => alphabet.leet.has(unit),
    starred: (letter, length) => starred.get(starKey(letter, length)),
    commonWords: lexicon.commonWords,
  });
  const canonicalise = createCanonicaliser();
  let canonical = canonicalise('');
  let finds: Find[] = [];
  let langs: Languages = { page: [], besides: [] };

  const add = (term: Term, from: number, to: number, how: Writing): void => {
    if (term.entry !== null && (finds.length >= MAX_FINDS || !isLookedFor(term.entry, langs))) return;
    finds.push({ term, from, to, how });
  };

  const onPlain = (state: number, at: number): void => {
    for (const id of automaton.found[state >> automaton.shift] as readonly number[]) {
      const term = terms[id] as Term;
      const extent = measure(term, alphabet, canonical, at);
      if (extent !== null) add(term, extent.from, extent.to, extent.how);
    }
  };

  const onDisguised: Report = (id, from, last, how) => {
    const term = terms[id] as Term;
    if (term.entry !== null) add(term, from, last + 1, how);
  };

  const checkIn = (text: string, { page, besides }: Languages): readonly TextHit[] => {
    langs = { page: page.map(languageOf), besides: besides.map(languageOf) };
    canonical = canonicalise(text);
    finds = [];
    scanPlain(automaton, alphabet, canonical, onPlain);
    scanRuns(disguises, canonical, onDisguised);
    return finds.length === 0 ? NO_HITS : toHits(text, canonical, finds, langs.page);
  };
  const check = (text: string, ...page: readonly string[]): readonly TextHit[] => checkIn(text, { page, besides: [] });

  return {
    check,
    checkIn,
    isProfane: (text, lang) => check(text, lang).some((hit) => hit.severity !== 'mild' && !hit.homonym),
  };
}

const NO_HITS: readonly TextHit[] = [];

function languageOf(tag: string): string {
  return tag.slice(0, 2).toLowerCase();
}

function isLookedFor(entry: Entry, { page, besides }: Languages): boolean {
  if (page.includes(entry.lang)) return true;
  if (page.some((lang) => entry.innocentIn.includes(lang))) return false;
  return entry.everywhere || besides.includes(entry.lang);
}

/** Exceptions are weighed, then languages and accents. Linear after sorting, however many finds a hostile text makes. */
function toHits(text: string, canonical: Canonical, finds: Find[], page: readonly string[]): TextHit[] {
  finds.sort((a, b) => a.from - b.from || Number(a.term.entry !== null) - Number(b.term.entry !== null));
  const hits: TextHit[] = [];
  let innocentTo = 0;
  for (const find of finds) {
    const { entry } = find.term;
    // Sorted by their start: an exception that reaches as far as the find does lies around it.
    if (entry === null) innocentTo = Math.max(innocentTo, find.to);
    else if (find.to > innocentTo) {
      const hit = toHit(text, canonical, entry, find);
      if (!isAsWritten(entry, hit, text.slice(hit.start, hit.end), page)) continue;
      hits.push(isPartOfWord(entry) ? { ...hit, ...spanOf(text, canonical, wordAround(canonical, find)) } : hit);
    }
  }
  // A whole word may begin before what was found in it.
  return withoutCovered(hits.sort((a, b) => a.start - b.start || a.end - b.end));
}

function isPartOfWord({ match }: Entry): boolean {
  return match === 'prefix' || match === 'infix';
}

/** The letters on both sides of a find belong to it: nobody means half a word. */
function wordAround({ units, length }: Canonical, { from, to }: Find): { from: number; to: number } {
  const isLetter = (at: number): boolean => at >= 0 && at < length && KIND[units[at] as number] === LETTER;
  while (isLetter(from - 1)) from--;
  while (isLetter(to)) to++;
  return { from, to };
}

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

function toHit(text: string, canonical: Canonical, entry: Entry, find: Find): TextHit {
  const { term, lang, severity, category, homonym } = entry;
  return { ...spanOf(text, canonical, find), term, lang, severity, category, how: find.how, homonym };
}

function isAsWritten(entry: Entry, { how }: TextHit, written: string, page: readonly string[]): boolean {
  // Nobody disguises an innocent word, so accents matter in plain writing only.
  if (entry.accents !== 'any' && how === 'plain' && !hasAccentsOf(entry, written)) return false;
  return !(how === 'leet' && isTime(written) && page.some((lang) => lang !== 'en'));
}

/** "5h17" is a time of day wherever it is not English. */
function isTime(written: string): boolean {
  return /^(?:[01]?\d|2[0-4])h[0-5]\d$/i.test(written);
}

/** An accent that the dictionary does not have makes it another word. */
function hasAccentsOf({ term, accents }: Entry, written: string): boolean {
  const is = [...written.normalize('NFC').toLowerCase()];
  const should = [...term.normalize('NFC').toLowerCase()];
  if (is.length < should.length) return true;
  return should.every((letter, i) => is[i] === letter || (accents === 'own' && is[i] === letter.normalize('NFD')[0]));
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
