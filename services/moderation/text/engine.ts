import type { Lexicon } from '../lexicons/entry.ts';
import { leetFor, symbolsFor } from './alphabet.ts';
import { FOUND, targetOf } from './automaton.ts';
import { createCanonicaliser } from './canonical.ts';
import { compile, starKey } from './compile.ts';
import type { Compiled, Kind } from './compile.ts';
import { readCompiled } from './compiled-file.ts';
import { createDisguises } from './disguises.ts';
import type { Report } from './disguises.ts';
import { toHits } from './hits.ts';
import type { Find, TextHit, Writing } from './hits.ts';
import { measure } from './measure.ts';
import { classesOf, createScan } from './scan.ts';
import { forEachId } from './trie.ts';
import { createWalk } from './walk.ts';

export type { TextHit, Writing };

/** The languages a text is read in, as BCP 47 tags. */
export interface Languages {
  /** Spoken where the text stands. Their words count, and what is innocent in one of them is innocent. */
  readonly page: readonly string[];
  /** Their words count as well, except those that are innocent on the page. */
  readonly besides: readonly string[];
}

/** What was found in a text. */
export interface TextReading {
  /** In the order of the text. */
  readonly hits: readonly TextHit[];
  /**
   * Where the search for disguised words was given up, in UTF-16 units of the original; null when all was read. Plain words
   * are found everywhere. Only a text that is hardly anything but disguises gets there.
   */
  readonly unreadFrom: number | null;
}

export interface TextEngine {
  /** Whether the text holds a strong or extreme word that is no homonym. */
  isProfane(text: string, lang: string): boolean;
  /** Every word found, in order. `page` are the languages whose own words count, besides those that count everywhere. */
  check(text: string, ...page: readonly string[]): readonly TextHit[];
  /** The same with languages that are looked for without being spoken there. */
  checkIn(text: string, languages: Languages): readonly TextHit[];
  /**
   * Every word found, however many, and whether the whole text was read. The others stop at some hundreds, which is enough to
   * judge a text, but not to mask what is in it.
   */
  read(text: string, languages: Languages): TextReading;
}

/** The engine with the lexicons of the product: those compiled by the build, else compiled from their sources, which takes longer. */
export async function create(): Promise<TextEngine> {
  const compiled = await readCompiled();
  if (compiled !== null) return engineOf(compiled);
  const { loadLexicon } = await import('../lexicons/load.ts');
  return createFrom(loadLexicon());
}

/** An engine with a lexicon of one's own. */
export function createFrom(lexicon: Lexicon): TextEngine {
  return engineOf(compile(lexicon));
}

/** Finds, and exceptions beside them, that are enough to judge a text: it may be as long as somebody likes. */
const ENOUGH = 500;
const ENOUGH_EXCEPTIONS = 5_000;

/** Which words count on a page, by its languages. */
interface Counting {
  /** By index in `kinds`. */
  readonly counts: Uint8Array;
  readonly isEnglish: boolean;
  readonly isCyrillic: boolean;
  readonly commonWords: ReadonlySet<string>;
}

/** The engine over compiled lexicons. Its answers depend on nothing but the text and its languages. */
export function engineOf({ letters, trie, automaton, terms, kinds, starred, commonWords }: Compiled): TextEngine {
  const symbolOf = symbolsFor(letters);
  const leet = leetFor(symbolOf);
  const disguises = createDisguises({
    walk: createWalk(trie, { symbolOf, leet }),
    lengths: terms.length,
    isLeet: (unit) => leet.has(unit),
    starred: (letter, length) => starred.get(starKey(letter, length)) ?? NOTHING,
  });
  const countingFor = rememberCounting(kinds, commonWords);
  const canonicalise = createCanonicaliser();
  let canonical = canonicalise('');
  let finds: Find[] = [];
  let room = { finds: 0, exceptions: 0 };
  let counts = countingFor({ page: [], besides: [] }).counts;

  const isWanted = (id: number): boolean => {
    const kind = terms.kind[id] as number;
    if (kind === 0) return room.exceptions > 0;
    return room.finds > 0 && counts[kind] === 1;
  };
  const add = (id: number, from: number, to: number, how: Writing): void => {
    const kind = kinds[terms.kind[id] as number] as Kind | null;
    room[kind === null ? 'exceptions' : 'finds']--;
    const term = terms.words.slice(terms.wordStarts[id], terms.wordStarts[id + 1]);
    finds.push({ kind, term, from, to, how });
  };
  const onPlain = (state: number, at: number): void => {
    const { moves, lists, width } = automaton;
    forEachId(targetOf(moves[state + width + FOUND] as number), lists, (id) => {
      if (!isWanted(id)) return;
      const extent = measure(terms, id, symbolOf, canonical, at);
      // What is stretched is not written as the innocent word is.
      if (extent !== null && (terms.kind[id] !== 0 || extent.how === 'plain'))
        add(id, extent.from, extent.to, extent.how);
    });
  };
  const onDisguised: Report = (id, from, last, how) => {
    if (terms.kind[id] !== 0 && isWanted(id)) add(id, from, last + 1, how);
  };

  const scan = createScan({ automaton, classOf: classesOf(symbolOf), disguises, onPlain, onDisguised });

  const find = (text: string, languages: Languages, enough: typeof room): TextReading => {
    const counting = countingFor(languages);
    ({ counts } = counting);
    canonical = canonicalise(text, counting.isCyrillic);
    finds = [];
    room = { ...enough };
    disguises.begin(counting.commonWords);
    const readTo = scan(canonical);
    return {
      hits: finds.length === 0 ? NO_HITS : toHits(text, canonical, finds, counting.isEnglish),
      unreadFrom: readTo < canonical.length ? (canonical.starts[readTo] as number) : null,
    };
  };
  const enough = { finds: ENOUGH, exceptions: ENOUGH_EXCEPTIONS };
  const check = (text: string, ...page: readonly string[]): readonly TextHit[] =>
    find(text, { page, besides: [] }, enough).hits;

  return {
    check,
    checkIn: (text, languages) => find(text, languages, enough).hits,
    read: (text, languages) => find(text, languages, { finds: Infinity, exceptions: Infinity }),
    isProfane: (text, lang) => check(text, lang).some((hit) => hit.severity !== 'mild' && !hit.homonym),
  };
}

const NO_HITS: readonly TextHit[] = [];
const NOTHING: readonly number[] = [];

/** Pages are in few languages; a stranger who names many must not fill the memory. */
const MOST_REMEMBERED = 500;

/** Works out once for every set of languages which words count there. */
function rememberCounting(
  kinds: readonly (Kind | null)[],
  commonWords: Compiled['commonWords'],
): (languages: Languages) => Counting {
  const known = new Map<string, Counting>();
  return ({ page, besides }) => {
    // One language alone is its own key: a string that need not be made, nor its hash, for every text.
    const key = besides.length === 0 ? page.join(' ') : `${page.join(' ')}|${besides.join(' ')}`;
    let counting = known.get(key);
    if (counting === undefined) {
      const languages = { page: page.map(languageOf), besides: besides.map(languageOf) };
      counting = {
        counts: Uint8Array.from(kinds, (kind) => (kind !== null && isLookedFor(kind, languages) ? 1 : 0)),
        isEnglish: languages.page.every((lang) => lang === 'en'),
        isCyrillic: languages.page.some((lang) => CYRILLIC.has(lang)),
        commonWords: new Set([...languages.page, ...languages.besides].flatMap((lang) => commonWords.get(lang) ?? [])),
      };
      if (known.size === MOST_REMEMBERED) known.clear();
      known.set(key, counting);
    }
    return counting;
  };
}

/** Languages that are written in Cyrillic letters. */
const CYRILLIC = new Set('be bg kk ky mk mn ru sr tg tt uk'.split(' '));

function languageOf(tag: string): string {
  return tag.slice(0, 2).toLowerCase();
}

function isLookedFor(kind: Kind, { page, besides }: Languages): boolean {
  if (page.includes(kind.lang)) return true;
  if (page.some((lang) => kind.innocentIn.includes(lang))) return false;
  return kind.everywhere || besides.includes(kind.lang);
}
