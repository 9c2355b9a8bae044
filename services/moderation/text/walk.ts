import { BREAK, DIGIT, JOINER, KIND, LETTER, OTHER } from './alphabet.ts';
import type { Alphabet } from './alphabet.ts';
import type { Automaton } from './automaton.ts';

/** Longest piece of text one walk looks at. Longer pieces are walked in part. */
export const MAX_CELLS = 60;

/** Most readings kept in mind at once: what makes the walk linear whatever the text. */
const MAX_READINGS = 255;

/** Most letters a reading may hide; and it never hides more than two beyond those it shows before. */
const MAX_MASKS = 4;

/** How the letters of a found pattern were written. Counts of cells. */
export interface Reading {
  readonly id: number;
  /** First and last cell, inclusive. */
  readonly from: number;
  readonly to: number;
  /** Cells that are the letter itself. */
  readonly letters: number;
  readonly digits: number;
  readonly signs: number;
  /** Cells that stand for any letter. */
  readonly masks: number;
  /** Masks and gaps that are joiners: hyphens, dots. */
  readonly joiners: number;
  /** Signs passed over between two letters. */
  readonly gaps: number;
}

/** Cells to walk: canonical units, and where a reading may begin and end. */
export interface Walkable {
  readonly cells: Uint16Array;
  readonly length: number;
  /** A reading may begin at each cell up to this one (and at none that is a mask). */
  readonly lastStart: number;
  /** A whole word may end at this cell or after it. */
  readonly firstEnd: number;
}

/** Reports every reading; returns the steps it took, one for each reading carried on by one cell. */
export type Walk = (walkable: Walkable, report: (reading: Reading) => void) => number;

/** Counts of a reading, six bits each, in one safe integer; they never exceed MAX_CELLS - 1. */
const UNIT = { letters: 1, digits: 64, signs: 64 ** 2, masks: 64 ** 3, joiners: 64 ** 4, gaps: 64 ** 5, from: 64 ** 6 };

/**
 * Makes a walk along the automaton's trie that follows every reading of a disguised word at once: a digit or sign as the
 * letters it looks like, a sign as any letter, a sign as nothing, a letter as the stretched one before it. Two readings
 * that come to the same row are one (the plainer stays), and at most MAX_READINGS are followed, so that the work is at
 * most cells × readings × letters.
 */
export function createWalk(automaton: Automaton, alphabet: Alphabet): Walk {
  const { delta, depth, enteredBy, shift, own, root } = automaton;
  const { symbolOf, leet } = alphabet;
  const begin = delta[root + BREAK] as number;
  const { firstChild, children } = childrenOf(automaton, alphabet);
  let states = new Int32Array(MAX_READINGS);
  let counts = new Float64Array(MAX_READINGS);
  let nextStates = new Int32Array(MAX_READINGS);
  let nextCounts = new Float64Array(MAX_READINGS);
  const seenAt = new Int32Array(delta.length >> shift);
  const slotOf = new Uint8Array(delta.length >> shift);
  let stamp = 0;
  let found = 0;

  const add = (state: number, count: number): void => {
    const row = state >> shift;
    if (seenAt[row] === stamp) {
      const slot = slotOf[row] as number;
      if (costOf(count) < costOf(nextCounts[slot] as number)) nextCounts[slot] = count;
    } else if (found < MAX_READINGS) {
      seenAt[row] = stamp;
      slotOf[row] = found;
      nextStates[found] = state;
      nextCounts[found++] = count;
    }
  };

  /** Along the trie by one symbol, or on the spot when the letter is stretched. */
  const step = (state: number, symbol: number, count: number): void => {
    const next = delta[state + symbol] as number;
    if (depth[next >> shift] === (depth[state >> shift] as number) + 1) add(next, count);
    if (enteredBy[state >> shift] === symbol && symbol !== BREAK) add(state, count);
  };

  const stepAll = (state: number, count: number, unit: number): void => {
    const kind = KIND[unit] as number;
    const symbol = symbolOf[unit] as number;
    if (symbol > OTHER) step(state, symbol, count + UNIT.letters);
    if (kind === LETTER) return;
    for (const one of leet.get(unit) ?? []) step(state, one, count + (kind === DIGIT ? UNIT.digits : UNIT.signs));
    if (kind === DIGIT || state === begin) return;
    const joiner = kind === JOINER ? UNIT.joiners : 0;
    add(state, count + UNIT.gaps + joiner);
    const masks = field(count, UNIT.masks);
    if (masks >= MAX_MASKS || masks > field(count, UNIT.letters) + 1) return;
    const row = state >> shift;
    for (let i = firstChild[row] as number; i < (firstChild[row + 1] as number); i++) {
      add(children[i] as number, count + UNIT.masks + joiner);
    }
  };

  return ({ cells, length, lastStart, firstEnd }, report) => {
    let kept = 0;
    let steps = 0;
    for (let at = 0; at < length; at++) {
      stamp++;
      found = 0;
      steps += kept + 1;
      const unit = cells[at] as number;
      for (let i = 0; i < kept; i++) stepAll(states[i] as number, counts[i] as number, unit);
      if (at <= lastStart) stepAll(begin, at * UNIT.from, unit);
      [states, nextStates, counts, nextCounts] = [nextStates, states, nextCounts, counts];
      kept = found;
      if (kept === 0 && at >= lastStart) return steps;
      for (let i = 0; i < kept; i++) {
        const state = states[i] as number;
        for (const id of own[state >> shift] as readonly number[]) report(readingOf(id, at, counts[i] as number));
        if (at < firstEnd) continue;
        const end = (delta[state + BREAK] as number) >> shift;
        if (depth[end] !== (depth[state >> shift] as number) + 1) continue;
        for (const id of own[end] as readonly number[]) report(readingOf(id, at, counts[i] as number));
      }
    }
    return steps;
  };
}

/** The letters that go on from each row, side by side: what a hidden letter may be. */
function childrenOf(
  { delta, depth, shift }: Automaton,
  { size }: Alphabet,
): { firstChild: Int32Array; children: Int32Array } {
  const firstChild = new Int32Array(depth.length + 1);
  const children: number[] = [];
  for (let row = 0; row < depth.length; row++) {
    for (let symbol = OTHER + 1; symbol < size; symbol++) {
      const next = delta[(row << shift) + symbol] as number;
      if (depth[next >> shift] === (depth[row] as number) + 1) children.push(next);
    }
    firstChild[row + 1] = children.length;
  }
  return { firstChild, children: Int32Array.from(children) };
}

function field(count: number, unit: number): number {
  return Math.floor(count / unit) % 64;
}

function costOf(count: number): number {
  return field(count, UNIT.masks) + field(count, UNIT.gaps);
}

function readingOf(id: number, to: number, count: number): Reading {
  return {
    id,
    to,
    from: field(count, UNIT.from),
    letters: field(count, UNIT.letters),
    digits: field(count, UNIT.digits),
    signs: field(count, UNIT.signs),
    masks: field(count, UNIT.masks),
    joiners: field(count, UNIT.joiners),
    gaps: field(count, UNIT.gaps),
  };
}
