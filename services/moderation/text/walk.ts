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

/** Reports every reading; returns the steps it took, one for each reading that was carried on to a cell. */
export type Walk = (cells: Uint16Array, bounds: Bounds, report: (reading: Reading) => void) => number;

/**
 * Counts of a reading in two numbers, of what it shows and of what it hides, six bits each, since they never exceed
 * MAX_CELLS - 1. With integers a walk takes half the time it takes with one number of all counts, which would be a double.
 */
const SHOWN = { letters: 0, digits: 6, signs: 12, from: 18 };
const HIDDEN = { masks: 0, gaps: 6, joiners: 12 };

/** Set in what a reading hides while the last cell was passed over: a word does not end with what is no part of it. */
const LAST_IS_GAP = 1 << 18;

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
  // Readings up to a cell in one half of these, those up to the next in the other.
  const nodes = new Int32Array(2 * MAX_READINGS);
  const shownBy = new Int32Array(2 * MAX_READINGS);
  const hiddenBy = new Int32Array(2 * MAX_READINGS);
  const seenAt = new Int32Array(enteredBy.length);
  const slotOf = new Uint16Array(enteredBy.length);
  let stamp = 0;
  // The next half: where it ends so far, and where it must end.
  let end = 0;
  let limit = 0;
  // The cell all readings are carried on to.
  let kind = LETTER;
  let symbol = BREAK;
  let looks = NO_LEET;

  const add = (node: number, shown: number, hidden: number): void => {
    if (seenAt[node] === stamp) {
      const slot = slotOf[node] as number;
      if (costOf(hidden) >= costOf(hiddenBy[slot] as number)) return;
      shownBy[slot] = shown;
      hiddenBy[slot] = hidden;
    } else if (end < limit) {
      seenAt[node] = stamp;
      slotOf[node] = end;
      nodes[end] = node;
      shownBy[end] = shown;
      hiddenBy[end++] = hidden;
    }
  };

  /** Along the trie by one symbol, or on the spot when the letter is stretched. */
  const step = (node: number, by: number, shown: number, hidden: number): void => {
    const child = childOf(trie, node, by);
    if (child !== 0) add(child, shown, hidden);
    if (enteredBy[node] === by) add(node, shown, hidden);
  };

  const stepAll = (node: number, shown: number, before: number): void => {
    const hidden = before & ~LAST_IS_GAP;
    if (symbol !== BREAK) step(node, symbol, shown + (1 << SHOWN.letters), hidden);
    if (kind === LETTER) return;
    const looking = shown + (1 << (kind === DIGIT ? SHOWN.digits : SHOWN.signs));
    for (const one of looks) step(node, one, looking, hidden);
    if (kind === DIGIT || node === begin) return;
    const joiner = kind === JOINER ? 1 << HIDDEN.joiners : 0;
    add(node, shown, (hidden + (1 << HIDDEN.gaps) + joiner) | LAST_IS_GAP);
    const masks = field(hidden, HIDDEN.masks);
    if (masks >= MAX_MASKS || masks > field(shown, SHOWN.letters) + 1) return;
    const last = firstChild[node + 1] as number;
    for (let child = firstChild[node] as number; child < last; child++)
      if (enteredBy[child] !== BREAK) add(child, shown, hidden + (1 << HIDDEN.masks) + joiner);
  };

  const reportAll = (node: number, at: number, slot: number, report: (reading: Reading) => void): void => {
    const [shown, hidden] = [shownBy[slot] as number, hiddenBy[slot] as number];
    forEachId(own[node] as number, lists, (id) => report(readingOf(id, at, shown, hidden)));
  };

  return (cells, { length, lastStart, firstEnd }, report) => {
    let from = 0;
    let steps = 0;
    end = 0;
    for (let at = 0; at < length; at++) {
      const [first, to] = [from, end];
      from = MAX_READINGS - from;
      end = from;
      limit = from + MAX_READINGS;
      stamp++;
      const unit = cells[at] as number;
      kind = KIND[unit] as number;
      symbol = symbolOf[unit] as number;
      looks = kind === LETTER ? NO_LEET : (leet.get(unit) ?? NO_LEET);
      for (let i = first; i < to; i++) stepAll(nodes[i] as number, shownBy[i] as number, hiddenBy[i] as number);
      if (at <= lastStart) stepAll(begin, at << SHOWN.from, 0);
      steps += to - first + (end - from) + 1;
      if (end === from && at >= lastStart) return steps;
      for (let i = from; i < end; i++) {
        const node = nodes[i] as number;
        if ((hiddenBy[i] as number) >= LAST_IS_GAP) continue;
        if (own[node] !== 0) reportAll(node, at, i, report);
        if (at < firstEnd) continue;
        const edge = childOf(trie, node, BREAK);
        if (own[edge] !== 0) reportAll(edge, at, i, report);
      }
    }
    return steps;
  };
}

function field(counts: number, shift: number): number {
  return (counts >> shift) & 63;
}

function costOf(hidden: number): number {
  return field(hidden, HIDDEN.masks) + field(hidden, HIDDEN.gaps);
}

function readingOf(id: number, to: number, shown: number, hidden: number): Reading {
  return {
    id,
    to,
    from: field(shown, SHOWN.from),
    letters: field(shown, SHOWN.letters),
    digits: field(shown, SHOWN.digits),
    signs: field(shown, SHOWN.signs),
    masks: field(hidden, HIDDEN.masks),
    joiners: field(hidden, HIDDEN.joiners),
    gaps: field(hidden, HIDDEN.gaps),
  };
}
