import { BREAK, DIGIT, JOINER, KIND, LETTER } from './alphabet.ts';
import { childOf, forEachId } from './trie.ts';
import type { Trie } from './trie.ts';

/** Longest piece of text one walk looks at. Longer pieces are walked in part. */
export const MAX_CELLS = 60;

/** Most readings kept in mind at once: what makes the walk linear whatever the text. */
const MAX_READINGS = 2_000;

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

/** Where in the cells a reading may begin and end. */
export interface Bounds {
  /** Cells to walk. */
  readonly length: number;
  /** A reading may begin at each cell up to this one (and at none that is a mask). */
  readonly lastStart: number;
  /** A whole word may end at this cell or after it. */
  readonly firstEnd: number;
}

/** Set while the last cell was passed over: a word does not end with what is no part of it. */
const LAST_IS_GAP = 64 ** 7;

/** Reports every reading; returns the steps it took, one for each reading that was carried on to a cell. */
export type Walk = (cells: Uint16Array, bounds: Bounds, report: (reading: Reading) => void) => number;

/** Counts of a reading, six bits each, in one safe integer; they never exceed MAX_CELLS - 1. */
const UNIT = { letters: 1, digits: 64, signs: 64 ** 2, masks: 64 ** 3, joiners: 64 ** 4, gaps: 64 ** 5, from: 64 ** 6 };

/** What stands for which letters: symbols by canonical unit. */
export interface Alphabet {
  readonly symbolOf: Uint8Array;
  readonly leet: ReadonlyMap<number, readonly number[]>;
}

const NO_LEET: readonly number[] = [];

/**
 * Makes a walk along the trie that follows every reading of a disguised word at once: a digit or sign as the letters it
 * looks like, a sign as any letter, a sign as nothing, a letter as the stretched one before it. Two readings that come to
 * the same node are one (the plainer stays), and at most MAX_READINGS are followed, so that the work is at most
 * cells × readings × letters.
 */
export function createWalk(trie: Trie, { symbolOf, leet }: Alphabet): Walk {
  const { firstChild, symbol: enteredBy, own, lists } = trie;
  const begin = childOf(trie, 0, BREAK);
  let nodes = new Int32Array(MAX_READINGS);
  let counts = new Float64Array(MAX_READINGS);
  let nextNodes = new Int32Array(MAX_READINGS);
  let nextCounts = new Float64Array(MAX_READINGS);
  const seenAt = new Int32Array(enteredBy.length);
  const slotOf = new Uint16Array(enteredBy.length);
  let stamp = 0;
  let found = 0;

  const add = (node: number, count: number): void => {
    if (seenAt[node] === stamp) {
      const slot = slotOf[node] as number;
      if (costOf(count) < costOf(nextCounts[slot] as number)) nextCounts[slot] = count;
    } else if (found < MAX_READINGS) {
      seenAt[node] = stamp;
      slotOf[node] = found;
      nextNodes[found] = node;
      nextCounts[found++] = count;
    }
  };

  /** Along the trie by one symbol, or on the spot when the letter is stretched. */
  const step = (node: number, symbol: number, count: number): void => {
    const child = childOf(trie, node, symbol);
    if (child !== 0) add(child, count);
    if (enteredBy[node] === symbol) add(node, count);
  };

  const stepAll = (node: number, before: number, unit: number): void => {
    const count = before % LAST_IS_GAP;
    const kind = KIND[unit] as number;
    const symbol = symbolOf[unit] as number;
    if (symbol !== BREAK) step(node, symbol, count + UNIT.letters);
    if (kind === LETTER) return;
    for (const one of leet.get(unit) ?? NO_LEET) step(node, one, count + (kind === DIGIT ? UNIT.digits : UNIT.signs));
    if (kind === DIGIT || node === begin) return;
    const joiner = kind === JOINER ? UNIT.joiners : 0;
    add(node, count + UNIT.gaps + joiner + LAST_IS_GAP);
    const masks = field(count, UNIT.masks);
    if (masks >= MAX_MASKS || masks > field(count, UNIT.letters) + 1) return;
    const end = firstChild[node + 1] as number;
    for (let child = firstChild[node] as number; child < end; child++)
      if (enteredBy[child] !== BREAK) add(child, count + UNIT.masks + joiner);
  };

  const reportAll = (node: number, at: number, count: number, report: (reading: Reading) => void): void => {
    forEachId(own[node] as number, lists, (id) => report(readingOf(id, at, count)));
  };

  return (cells, { length, lastStart, firstEnd }, report) => {
    let kept = 0;
    let steps = 0;
    for (let at = 0; at < length; at++) {
      stamp++;
      found = 0;
      const unit = cells[at] as number;
      for (let i = 0; i < kept; i++) stepAll(nodes[i] as number, counts[i] as number, unit);
      if (at <= lastStart) stepAll(begin, at * UNIT.from, unit);
      [nodes, nextNodes, counts, nextCounts] = [nextNodes, nodes, nextCounts, counts];
      steps += kept + found + 1;
      kept = found;
      if (kept === 0 && at >= lastStart) return steps;
      for (let i = 0; i < kept; i++) {
        const node = nodes[i] as number;
        if ((counts[i] as number) >= LAST_IS_GAP) continue;
        if (own[node] !== 0) reportAll(node, at, counts[i] as number, report);
        if (at < firstEnd) continue;
        const end = childOf(trie, node, BREAK);
        if (own[end] !== 0) reportAll(end, at, counts[i] as number, report);
      }
    }
    return steps;
  };
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
