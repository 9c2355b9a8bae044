import type { Category, Entry, Lexicon } from '../lexicons/entry.ts';
import { loadLexicon } from '../lexicons/load.ts';
import { createCanonicaliser } from './canonical.ts';
import type { Canonical } from './canonical.ts';
import { compile } from './compile.ts';
import type { Term } from './compile.ts';
import { createDisguises } from './disguises.ts';
import { measure } from './measure.ts';
import { scan } from './scan.ts';
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

export interface TextEngine {
  /** Whether the text holds a strong or extreme word that is no homonym. */
  isProfane(text: string, lang: string): boolean;
  /** Every word found, in order. `langs` are the languages whose own words count, besides those that count everywhere. */
  check(text: string, ...langs: readonly string[]): readonly TextHit[];
}

/** A find in canonical units, [from, to), before exceptions are weighed. */
interface Find {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
  readonly how: Writing;
}

/** Builds the engine. Takes a moment and some megabytes; keep the result. Its answers depend on nothing but the text. */
export function create(lexicon: Lexicon = loadLexicon()): TextEngine {
  const { automaton, alphabet, terms } = compile(lexicon);
  const walk = createWalk(automaton, alphabet);
  const shapeOf = (id: number): Term => terms[id] as Term;
  const disguises = createDisguises({ walk, shapeOf, commonWords: lexicon.commonWords });
  const canonicalise = createCanonicaliser();
  const parts = { automaton, alphabet, disguises };

  const findAll = (canonical: Canonical): Find[] => {
    const finds: Find[] = [];
    scan(parts, canonical, {
      plain: (state, at) => {
        for (const id of automaton.found[state >> automaton.shift] as readonly number[]) {
          const term = terms[id] as Term;
          const extent = measure(term, alphabet, canonical, at);
          if (extent !== null) finds.push({ term, ...extent });
        }
      },
      disguised: (id, from, last, how) => {
        const term = terms[id] as Term;
        if (term.entry !== null) finds.push({ term, from, to: last + 1, how });
      },
    });
    return finds;
  };

  const check = (text: string, ...langs: readonly string[]): TextHit[] => {
    const canonical = canonicalise(text);
    const finds = findAll(canonical);
    return finds.length === 0 ? [] : toHits(text, canonical, finds, langs.map(languageOf));
  };

  return {
    check,
    isProfane: (text, lang) => check(text, lang).some((hit) => hit.severity !== 'mild' && !hit.homonym),
  };
}

function languageOf(tag: string): string {
  return tag.slice(0, 2).toLowerCase();
}

function isLookedFor(entry: Entry, langs: readonly string[]): boolean {
  if (langs.includes(entry.lang)) return true;
  return entry.everywhere && !langs.some((lang) => entry.innocentIn.includes(lang));
}

function toHits(text: string, canonical: Canonical, finds: readonly Find[], langs: readonly string[]): TextHit[] {
  const exceptions = finds.filter(({ term }) => term.entry === null);
  const hits: TextHit[] = [];
  for (const { term, from, to, how } of finds) {
    const { entry } = term;
    if (entry === null || !isLookedFor(entry, langs)) continue;
    if (exceptions.some((exception) => exception.from <= from && exception.to >= to)) continue;
    const { starts } = canonical;
    const start = starts[from] as number;
    // A letter that became several (œ) ends where the next one begins.
    let end = to;
    while (end < canonical.length && starts[end] === starts[to - 1]) end++;
    const written = text.slice(start, starts[end]);
    if (entry.accents !== 'any' && !hasAccentsOf(entry, written)) continue;
    if (isTime(written) && langs.some((lang) => lang !== 'en')) continue;
    const { lang, severity, category, homonym } = entry;
    hits.push({ start, end: starts[end] as number, term: entry.term, lang, severity, category, how, homonym });
  }
  return withoutCovered(hits);
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

/** One hit per place: of overlapping ones the gravest, then the longest; in the order of the text. */
function withoutCovered(hits: readonly TextHit[]): TextHit[] {
  const weight = (hit: TextHit): number => (hit.homonym ? -1 : GRAVITY[hit.severity]);
  const ranked = [...hits].sort(
    (a, b) => weight(b) - weight(a) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: TextHit[] = [];
  let covered: [number, number][] = [];
  for (const hit of ranked) {
    if (covered.some(([start, end]) => hit.start < end && start < hit.end)) continue;
    kept.push(hit);
    covered = [...covered, [hit.start, hit.end]];
  }
  return kept.sort((a, b) => a.start - b.start);
}
