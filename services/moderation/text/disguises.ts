import { DIGIT, JOINER, KIND, LETTER, SIGN, STRETCHED } from './alphabet.ts';
import type { Canonical } from './canonical.ts';
import { howOf, isCredible, isPlain } from './credible.ts';
import type { Disguise, Piece } from './credible.ts';
import { areCommon, hasLetter, isAddress, isLeading, isOrdinaryCompound, isTrailing, kindsBetween } from './pieces.ts';
import type { Bounds, Reading, Walk } from './walk.ts';
import { MAX_CELLS } from './walk.ts';

/** A disguised word: which pattern, and its first and last canonical unit, inclusive. */
export type Report = (id: number, from: number, to: number, how: Disguise) => void;

export interface DisguiseParts {
  readonly walk: Walk;
  /** Letters of each pattern, edges not counted. */
  readonly lengths: Uint8Array;
  /** Whether a unit may stand for another letter. */
  readonly isLeet: (unit: number) => boolean;
  /** The words that a first letter and this many characters in all stand for, the rest being stars. */
  readonly starred: (firstLetter: number, length: number) => readonly number[];
}

/** A run without spaces, [from, to), and the kinds of units in it. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly kinds: number;
}

/**
 * Looks for disguised words in the places the scan points out, as long as its effort lasts. Offsets are canonical units,
 * [from, to).
 */
export interface Disguises {
  /** Before a new text. @param commonWords canonical spelling of very common short words of its languages */
  begin(commonWords: ReadonlySet<string>): void;
  /** Whether the effort that one text is worth is spent: from here on nothing more is found. */
  isSpent(): boolean;
  /** A run without spaces that has digits or signs beside its letters. */
  chunk(canonical: Canonical, run: Run, report: Report): void;
  /**
   * Single characters with the same gap between them; `places` are their units; words shorter than `shortest` do not count,
   * nor, in what may be a list (`isList`), words that are not all of it.
   */
  spelled(
    canonical: Canonical,
    places: readonly number[],
    about: { shortest: number; isList: boolean },
    report: Report,
  ): void;
  /** Pieces that may be one word, cut between them; each is [from, to). */
  cut(canonical: Canonical, pieces: readonly (readonly [number, number])[], report: Report): void;
}

/**
 * Steps of the walk that one text is worth. Ordinary comments take some hundred; what takes more than this was made to
 * keep a machine busy.
 */
const EFFORT = 60_000;

/** What a walk costs before its first step, in steps. */
const SETTING_OUT = 40;

/** Letters that are words: before a spelled word ("a f u c k", "y f o u t r e") and after one ("f u c k u"). */
const LONE_BEFORE = new Set([...'aioy'].map((letter) => letter.charCodeAt(0)));
const LONE_AFTER = new Set([...'u'].map((letter) => letter.charCodeAt(0)));

export function createDisguises(parts: DisguiseParts): Disguises {
  const buffer: Buffer = {
    cells: new Uint16Array(MAX_CELLS),
    places: new Int32Array(MAX_CELLS),
    effort: EFFORT,
    commonWords: NO_WORDS,
  };
  return {
    begin: (commonWords) => {
      buffer.effort = EFFORT;
      buffer.commonWords = commonWords;
    },
    isSpent: () => buffer.effort <= 0,
    chunk: (canonical, run, report) => readChunk(parts, buffer, canonical, run, report),
    spelled: (canonical, where, { shortest, isList }, report) =>
      readSpelled(parts, buffer, canonical, where, (id, from, to, how) => {
        const isAll = from === where[0] && to === where.at(-1);
        if ((parts.lengths[id] as number) >= shortest && (isAll || !isList)) report(id, from, to, how);
      }),
    cut: (canonical, pieces, report) => readCut(parts, buffer, canonical, pieces, report),
  };
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** What is read, and what is known of the text it is in. */
interface Buffer {
  readonly cells: Uint16Array;
  readonly places: Int32Array;
  /** Steps left. */
  effort: number;
  commonWords: ReadonlySet<string>;
}

function copy(buffer: Buffer, { units }: Canonical, from: number, to: number, at: number): number {
  let n = at;
  for (let i = from; i < to && n < MAX_CELLS; i++) {
    const unit = units[i] as number;
    // Three of a letter say as much as a hundred.
    const held =
      n - at >= 3 && unit === buffer.cells[n - 1] && unit === buffer.cells[n - 2] && unit === buffer.cells[n - 3];
    if (!held) buffer.cells[n++] = unit;
    buffer.places[n - 1] = i;
  }
  return n;
}

const VOWELS = new Set([...'aeiou'].map((letter) => letter.charCodeAt(0)));

function walkBuffer(
  parts: DisguiseParts,
  buffer: Buffer,
  bounds: Bounds & { readonly piece: Piece },
  report: Report,
): void {
  if (buffer.effort <= 0) return;
  const inOnePiece = bounds.piece === 'chunk' || bounds.piece === 'segment';
  const accept = (reading: Reading): void => {
    if (!hasLetter(buffer.cells, reading.from, reading.to)) return;
    // Nothing disguised in it: that is for the plain scan, which knows about accents.
    if (inOnePiece && isPlain(reading, parts.lengths[reading.id] as number)) return;
    // "cară-o": a vowel after a hyphen is a word of its own, joined by it.
    const isJoined =
      reading.masks === 1 &&
      KIND[buffer.cells[reading.to - 1] as number] === JOINER &&
      VOWELS.has(buffer.cells[reading.to] as number);
    if (
      isJoined ||
      !isCredible(reading, parts.lengths[reading.id] as number, bounds.piece, reading.to >= bounds.firstEnd)
    )
      return;
    const from = buffer.places[reading.from] as number;
    report(reading.id, from, buffer.places[reading.to] as number, howOf(reading, bounds.piece));
  };
  buffer.effort -= SETTING_OUT + parts.walk(buffer.cells, bounds, accept);
}

const WORDLIKE = (kind: number): boolean => kind === LETTER || kind === DIGIT;

function readChunk(
  parts: DisguiseParts,
  buffer: Buffer,
  canonical: Canonical,
  { from, to, kinds }: Run,
  report: Report,
): void {
  const { units } = canonical;
  let first = from;
  let last = to - 1;
  while (first < to && !WORDLIKE(KIND[units[first] as number] as number)) first++;
  while (last > first && !WORDLIKE(KIND[units[last] as number] as number)) last--;
  if (first === last) {
    if (first === from) readStarred(parts, canonical, from, to, report);
    return;
  }
  if (first >= to || !hasLetter(units, first, last) || isAddress(canonical, first, last)) return;
  const inside = kindsBetween(units, first, last);
  const before = first > from && isLeading(parts.isLeet, canonical, first - 1);
  const after = last < to - 1 && isTrailing(canonical, last + 1, to);
  const isOdd = after || (inside & (DIGIT | SIGN | JOINER)) !== 0 || (kinds & STRETCHED) !== 0;
  if (!before && !isOdd) return;
  if ((inside & JOINER) !== 0) readSegments(parts, buffer, canonical, first, last, report);
  const begin = before ? Math.max(from, first - 2) : first;
  const leading = copy(buffer, canonical, begin, first, 0);
  const core = copy(buffer, canonical, first, last + 1, leading);
  const length = after ? copy(buffer, canonical, last + 1, Math.min(to, last + 9), core) : core;
  const accept = (inside & JOINER) === 0 ? report : unlessOrdinary(buffer, canonical, first, last, report);
  // "@user": where nothing else is odd, a disguised reading begins with the sign.
  const lastStart = isOdd ? leading : leading - 1;
  walkBuffer(parts, buffer, { length, lastStart, firstEnd: core - 1, piece: 'chunk' }, accept);
}

/** Reports what is found in a compound, unless that is an ordinary one. */
function unlessOrdinary(buffer: Buffer, canonical: Canonical, first: number, last: number, report: Report): Report {
  return (id, from, to, how) => {
    if (!isOrdinaryCompound(buffer.commonWords, canonical, first, last)) report(id, from, to, how);
  };
}

const STAR = 0x2a;

function readStarred(parts: DisguiseParts, { units }: Canonical, from: number, to: number, report: Report): void {
  let end = from + 1;
  while (end < to && units[end] === STAR) end++;
  for (const id of parts.starred(units[from] as number, end - from)) report(id, from, end - 1, 'masked');
}

/** The pieces between hyphens and dots, each for itself, where one has digits or signs. */
function readSegments(
  parts: DisguiseParts,
  buffer: Buffer,
  canonical: Canonical,
  first: number,
  last: number,
  report: Report,
): void {
  const { units } = canonical;
  let from = first;
  for (let i = first; i <= last + 1; i++) {
    if (i <= last && KIND[units[i] as number] !== JOINER) continue;
    if (i - from >= 3 && (kindsBetween(units, from, i - 1) & (DIGIT | SIGN)) !== 0) {
      const length = copy(buffer, canonical, from, i, 0);
      walkBuffer(parts, buffer, { length, lastStart: 0, firstEnd: length - 1, piece: 'segment' }, report);
    }
    from = i + 1;
  }
}

function readSpelled(
  parts: DisguiseParts,
  buffer: Buffer,
  { units }: Canonical,
  where: readonly number[],
  report: Report,
): void {
  let length = 0;
  for (const place of where.slice(0, MAX_CELLS)) {
    buffer.cells[length] = units[place] as number;
    buffer.places[length++] = place;
  }
  const lastStart = LONE_BEFORE.has(buffer.cells[0] as number) ? 1 : 0;
  const firstEnd = length - (LONE_AFTER.has(buffer.cells[length - 1] as number) ? 2 : 1);
  walkBuffer(parts, buffer, { length, lastStart, firstEnd, piece: 'spelled' }, report);
}

function readCut(
  parts: DisguiseParts,
  buffer: Buffer,
  canonical: Canonical,
  pieces: readonly (readonly [number, number])[],
  report: Report,
): void {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return;
  let length = 0;
  for (const [from, to] of pieces) length = copy(buffer, canonical, from, to, length);
  const accept: Report = (id, from, to, how) => {
    // A word that lies in one piece is found without joining anything.
    if (to >= last[0] && from < first[1] && !areCommon(buffer.commonWords, canonical, pieces))
      report(id, from, to, how);
  };
  walkBuffer(parts, buffer, { length, lastStart: 0, firstEnd: length - 1, piece: 'cut' }, accept);
}
