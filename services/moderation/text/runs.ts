import { APOSTROPHE, DIGIT, JOINER, KIND, LETTER, NEWLINE, SIGN, SPACE, STRETCHED } from './alphabet.ts';
import type { Canonical } from './canonical.ts';
import type { Disguises, Report, Run } from './disguises.ts';
import { MAX_CELLS } from './walk.ts';

/** [from, to) in canonical units. */
type Extent = readonly [from: number, to: number];

/** Longest piece of a cut word, and most single letters joined with one. */
const MAX_PIECE = 24;
const MAX_LOOSE = 12;

/** Shortest word that is believed in what may be a list. */
const LISTED = 5;

/** What the scan remembers from one run without spaces to the next. */
interface Memory {
  /** The last run, if it may be the first half of a cut word; else an empty extent. */
  pieceFrom: number;
  pieceTo: number;
  /** Where the last run ended. */
  end: number;
  /** Single characters in a row with the same gap. */
  singles: number[];
  gap: number;
  /** The piece before the singles, and the gap between. */
  before: Extent | null;
  gapBefore: number;
}

/**
 * Goes through the runs without spaces and hands those that are not plain letters to the reading of disguises, and so the
 * single letters in a row and the pieces that a line break or an apostrophe parts. Plain words are passed over.
 *
 * @returns the unit up to which the text was read: its length, unless the effort it is worth was spent before
 */
export function scanRuns(disguises: Disguises, canonical: Canonical, report: Report): number {
  const { units, length } = canonical;
  const memory: Memory = { pieceFrom: 0, pieceTo: 0, end: 0, singles: [], gap: 0, before: null, gapBefore: 0 };
  let from = 0;
  let kinds = LETTER;
  let gaps = 0;
  // Where the first unit of the run is that is no letter.
  let odd = 0;
  let last = 0;
  let repeats = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number;
    repeats = unit === last ? repeats + 1 : 0;
    last = unit;
    const kind = KIND[unit] as number;
    if (kind === LETTER) {
      if (repeats === 2) kinds |= STRETCHED;
      continue;
    }
    if (kind <= (DIGIT | SIGN | JOINER)) {
      if (kinds === LETTER) odd = at;
      kinds |= kind;
      continue;
    }
    if (at > from) {
      const shortest = kind === APOSTROPHE ? 0 : kinds === LETTER ? 1 : 2;
      const plain = kinds === LETTER || (odd === at - 1 && (kinds & STRETCHED) === 0 && isSentenceMark(units[odd]));
      // Nearly every word: letters, perhaps a full stop, with spaces before it; or l', d', qu' before another.
      if (plain && (gaps & CUTTING) === 0 && memory.singles.length === 0 && at - from > shortest) {
        memory.pieceFrom = kinds === LETTER ? from : at;
        memory.pieceTo = at;
        memory.end = at;
      } else {
        endRun(disguises, canonical, memory, { from, to: at, kinds }, report);
        if (disguises.isSpent()) return at;
      }
      gaps = 0;
    }
    if (kind !== APOSTROPHE || !isElision(units, from, at)) gaps |= kind;
    from = at + 1;
    kinds = LETTER;
  }
  if (length > from) endRun(disguises, canonical, memory, { from, to: length, kinds }, report);
  flushSingles(disguises, canonical, memory, null, report);
  return length;
}

/** Gaps that may lie inside a word. */
const CUTTING = NEWLINE | APOSTROPHE;

function endRun(disguises: Disguises, canonical: Canonical, memory: Memory, run: Run, report: Report): void {
  const { from, to, kinds } = run;
  const single = to - from <= 2 ? singleOf(canonical, from, to) : -1;
  if (single >= 0) {
    addSingle(disguises, canonical, memory, single, report);
    memory.end = single + 1;
    return;
  }
  const extent: Extent = [from, to];
  if (memory.singles.length > 0) flushSingles(disguises, canonical, memory, extent, report);
  if (kinds !== LETTER) disguises.chunk(canonical, run, report);
  const piece = pieceOf(memory);
  if (piece !== null && isCut(canonical, piece, from)) join(disguises, canonical, [piece, extent], report);
  memory.pieceFrom = isWordlike(canonical, to - 1) ? from : to;
  memory.pieceTo = to;
  memory.end = to;
}

function pieceOf({ pieceFrom, pieceTo }: Memory): Extent | null {
  return pieceFrom < pieceTo ? [pieceFrom, pieceTo] : null;
}

const SENTENCE_MARKS = new Set([...'.!?-'].map((mark) => mark.charCodeAt(0)));

function isSentenceMark(unit: number | undefined): boolean {
  return unit !== undefined && SENTENCE_MARKS.has(unit);
}

/** The unit of a run that is one character, be it with a full stop after it; -1 for any other run. */
function singleOf({ units }: Canonical, from: number, to: number): number {
  return to - from === 1 || isSentenceMark(units[to - 1]) ? from : -1;
}

function isWordlike({ units }: Canonical, at: number): boolean {
  return (KIND[units[at] as number] as number) <= DIGIT;
}

const ELIDED_LETTERS = new Set([...'ldjnstcmo'].map((letter) => letter.charCodeAt(0)));
const CONTRACTED_LETTERS = new Set([...'stdm'].map((letter) => letter.charCodeAt(0)));
const Q = 0x71;
const U = 0x75;

/** "l'", "qu'", "lorsqu'": in ordinary French the end of a word, not the middle of one. */
function isElision(units: Uint16Array, from: number, to: number): boolean {
  if (to - from === 1) return ELIDED_LETTERS.has(units[from] as number);
  return units[to - 2] === Q && units[to - 1] === U;
}

/** "'s", "'t", "'d", "'m" after an English word. */
function isContraction(units: Uint16Array, from: number): boolean {
  return CONTRACTED_LETTERS.has(units[from] as number) && (KIND[units[from + 1] as number] as number) >= SPACE;
}

/** Whether one word may go on from the piece to the run at `to`: across the end of a line or an odd apostrophe. */
function isCut({ units }: Canonical, piece: Extent, to: number): boolean {
  const from = piece[1];
  if (to - from > 4) return false;
  if (KIND[units[from] as number] === APOSTROPHE) {
    return to - from === 1 && !isElision(units, piece[0], from) && !isContraction(units, to);
  }
  let lines = false;
  for (let i = from; i < to; i++) {
    if (KIND[units[i] as number] === NEWLINE) lines = true;
    else if (KIND[units[i] as number] !== SPACE) return false;
  }
  return lines;
}

function join(disguises: Disguises, canonical: Canonical, pieces: readonly Extent[], report: Report): void {
  if (pieces.every(([from, to]) => to - from <= MAX_PIECE)) disguises.cut(canonical, pieces, report);
}

function addSingle(disguises: Disguises, canonical: Canonical, memory: Memory, at: number, report: Report): void {
  const previous = memory.singles.at(-1);
  const gap = gapOf(canonical, memory.end, at);
  if (previous !== undefined && memory.singles.length > 1 && gap !== memory.gap) {
    flushSingles(disguises, canonical, memory, null, report);
    // The last one may just as well be the first of the next word.
    memory.singles = [previous];
  } else if (memory.singles.length === MAX_CELLS) flushSingles(disguises, canonical, memory, null, report);
  if (memory.singles.length === 0) {
    memory.before = pieceOf(memory);
    memory.gapBefore = gap;
  } else memory.gap = gap;
  memory.singles.push(at);
  memory.pieceTo = memory.pieceFrom;
}

/** A gap as a number: its length and its first unit, so that equal gaps are equal numbers. */
function gapOf({ units }: Canonical, from: number, to: number): number {
  return (to - from) * 65536 + (units[from] as number);
}

function kindOfGap(gap: number): number {
  return KIND[gap % 65536] as number;
}

/**
 * Reads the single characters as one word, and with the run before or after them ("f u ck").
 *
 * @param next the run that ended the row, if one did
 */
function flushSingles(
  disguises: Disguises,
  canonical: Canonical,
  memory: Memory,
  next: Extent | null,
  report: Report,
): void {
  const { singles, before, gap, gapBefore } = memory;
  const [first, last] = [singles[0], singles.at(-1)];
  if (first === undefined || last === undefined) return;
  memory.singles = [];
  memory.before = null;
  const blank = kindOfGap(gap) >= SPACE;
  const gapAfter = next === null ? 0 : gapOf(canonical, last + 1, next[0]);
  // "/a/s/s/ets": what goes on with the same sign is a path or a list, unless just this is a long word.
  const isList = !blank && (gapAfter === gap || gapBefore === gap);
  const shortest = isList ? LISTED : blank || gap < 131072 ? 3 : 4;
  if (singles.length >= 3) disguises.spelled(canonical, singles, { shortest, isList }, report);
  if (next === null && before === null) return;
  const pieces = singles.map((at): Extent => [at, at + 1]);
  if (next !== null) {
    if (isCut(canonical, [last, last + 1], next[0])) join(disguises, canonical, [[last, last + 1], next], report);
    else if (isLoose(singles) && blank && gapAfter === gap) join(disguises, canonical, [...pieces, next], report);
  }
  if (before !== null) {
    if (isCut(canonical, before, first)) join(disguises, canonical, [before, [first, first + 1]], report);
    else if (isLoose(singles) && blank && gapBefore === gap) join(disguises, canonical, [before, ...pieces], report);
  }
}

function isLoose(singles: readonly number[]): boolean {
  return singles.length >= 2 && singles.length <= MAX_LOOSE;
}
