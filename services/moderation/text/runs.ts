import { APOSTROPHE, DIGIT, KIND, LETTER, NEWLINE, SPACE } from './alphabet.ts';
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
export interface Memory {
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

/** Nothing to remember yet. */
export function emptyMemory(): Memory {
  return { pieceFrom: 0, pieceTo: 0, end: 0, singles: [], gap: 0, before: null, gapBefore: 0 };
}

/** Gaps that may lie inside a word. */
export const CUTTING = NEWLINE | APOSTROPHE;

/** Hands a run on to the reading of disguises as far as it, or it with what was before, may be one. */
export function endRun(disguises: Disguises, canonical: Canonical, memory: Memory, run: Run, report: Report): void {
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

export function isSentenceMark(unit: number | undefined): boolean {
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
export function isElision(units: Uint16Array, from: number, to: number): boolean {
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
export function flushSingles(
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
