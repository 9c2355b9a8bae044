import { childOf, childrenOf, forEachId, refTo } from './trie.ts';
import type { Trie } from './trie.ts';

/**
 * An Aho-Corasick automaton. Most states of ordinary text are shorter than three symbols, and those the last two symbols
 * tell: one table for all of them (`pairs`), where no other state has a move. The rest lies in one array, row by row, one
 * row in the gaps of another: state `s` has its move by symbol `c` in `moves[s + c]` if its low byte is `c + 1` (no two rows
 * begin at one place, so the symbol alone tells whose the place is), and else the moves of its longest proper suffix, which
 * is told in the same way at `s + width + SUFFIX`, if that is longer than one symbol. States of one symbol and the root need
 * nothing of their own: they are all state 0, which has no row. A negative target is a state in which something is found;
 * the ids of all that is found there, shorter suffixes included, are told at `s + width + FOUND`, as forEachId reads it.
 */
export interface Automaton {
  /** Symbols are 0 … width - 1. */
  readonly width: number;
  /** As moveTo makes them; 0 where a place is nobody's. */
  readonly moves: Int32Array;
  /** Moves by last symbol × width + symbol; 0 for those to state 0. */
  readonly pairs: Int32Array;
  readonly lists: Int32Array;
}

/** Places of a row after its moves. */
export const FOUND = 0;
export const SUFFIX = 1;

/**
 * A target, and the place in its row by which it is reached: one look into memory must tell both. The place is one less than
 * the low byte, and the target what is above.
 */
function moveTo(target: number, place: number): number {
  return target * 256 + place + 1;
}

/** Where a move leads. */
export function targetOf(move: number): number {
  return move >> 8;
}

/**
 * Builds the automaton of a trie. Patterns have two symbols at least.
 *
 * @param width symbols are 0 … width - 1
 */
export function buildAutomaton(trie: Trie, width: number): Automaton {
  const { symbol } = trie;
  const fail = linkSuffixes(trie);
  const lists = [...trie.lists];
  const found = foundIn(trie, fail, lists);
  const rows = rowsOf(trie, { fail, found }, width);
  const { stateOf, size } = placeRows(rows, width);
  const moves = new Int32Array(size);
  const pairs = new Int32Array(width * width);
  const target = (node: number): number => (found[node] === 0 ? 1 : -1) * (stateOf[node] as number);
  for (const [node, places] of rows.entries()) {
    const state = stateOf[node] as number;
    for (const place of places) {
      const told = (): number => (place === width + FOUND ? found[node] : stateOf[fail[node] as number]) as number;
      moves[state + place] = moveTo(place < width ? target(childOf(trie, node, place)) : told(), place);
    }
  }
  for (const first of childrenOf(trie, 0))
    for (const second of childrenOf(trie, first)) {
      const [last, next] = [symbol[first] as number, symbol[second] as number];
      pairs[last * width + next] = moveTo(target(second), next);
    }
  return { width, moves, pairs, lists: Int32Array.from(lists) };
}

/** For each node that of its longest proper suffix. */
function linkSuffixes(trie: Trie): Int32Array {
  const { firstChild, symbol } = trie;
  const fail = new Int32Array(symbol.length);
  const move = (from: number, wanted: number): number => {
    for (let node = from; ; node = fail[node] as number) {
      const child = childOf(trie, node, wanted);
      if (child !== 0) return child;
      if (node === 0) return 0;
    }
  };
  for (let node = 1; node < symbol.length; node++)
    for (let child = firstChild[node] as number; child < (firstChild[node + 1] as number); child++)
      fail[child] = move(fail[node] as number, symbol[child] as number);
  return fail;
}

/** By node, what stands for all that is found there; new lists go to the end of `lists`. */
function foundIn({ own }: Trie, fail: Int32Array, lists: number[]): Int32Array {
  const found = new Int32Array(own.length);
  for (let node = 1; node < own.length; node++) {
    const mine = own[node] as number;
    const shorter = found[fail[node] as number] as number;
    if (mine === 0 || shorter === 0) found[node] = mine + shorter;
    else {
      const ids: number[] = [];
      for (const ref of [mine, shorter]) forEachId(ref, lists, (id) => ids.push(id));
      found[node] = refTo(ids, lists);
    }
  }
  return found;
}

/** Which places the row of each node takes; none for the root and nodes of one symbol. */
function rowsOf(trie: Trie, { fail, found }: { fail: Int32Array; found: Int32Array }, width: number): number[][] {
  const short = trie.firstChild[1] as number;
  return Array.from(trie.symbol, (_, node) => {
    if (node < short) return [];
    const places = childrenOf(trie, node).map((child) => trie.symbol[child] as number);
    if (found[node] !== 0) places.push(width + FOUND);
    if ((fail[node] as number) >= short) places.push(width + SUFFIX);
    return places;
  });
}

/** How many free places are tried before the ones before them are given up as too scattered. */
const TRIES = 50;

/** Lays the rows into one another, first fit, and numbers each by where it begins, from 1 on. */
function placeRows(rows: readonly number[][], width: number): { stateOf: Int32Array; size: number } {
  const stateOf = new Int32Array(rows.length);
  const taken = new Set<number>();
  const states = new Set<number>();
  let lowest = 1;
  let highest = 1;
  for (const [node, places] of rows.entries()) {
    const first = places[0];
    if (first === undefined) continue;
    while (taken.has(lowest)) lowest++;
    const fits = (state: number): boolean => !states.has(state) && places.every((place) => !taken.has(state + place));
    let state = Math.max(lowest - first, 1);
    let tries = 0;
    for (; !fits(state); tries++) state++;
    if (tries > TRIES) lowest += tries >> 1;
    stateOf[node] = state;
    states.add(state);
    for (const place of places) taken.add(state + place);
    highest = Math.max(highest, state);
  }
  return { stateOf, size: highest + width + SUFFIX + 1 };
}
