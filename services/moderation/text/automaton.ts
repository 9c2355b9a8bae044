import { childOf } from './trie.ts';
import type { Trie } from './trie.ts';

/**
 * An Aho-Corasick automaton with every move written out, so that a step never looks twice.
 *
 * Where no pattern goes on, the last two symbols alone tell the next state, which is then shorter than three symbols: that
 * is one table for all states (`pairs`). Only the other moves are kept for each state, in one array for all of them: state
 * `s` has its move by symbol `c` in `next[s + c]` if `check[s + c] === s`. States of one symbol and the root need nothing
 * of their own: they are all state 0. A negative state is one in which something is found; where in `lists` the ids begin
 * that are found there, those of shorter suffixes included, is in `next[s + width]`.
 */
export interface Automaton {
  /** Symbols are 0 … width - 1. */
  readonly width: number;
  readonly check: Int32Array;
  readonly next: Int32Array;
  /** By last symbol × width + symbol. */
  readonly pairs: Int32Array;
  /** Lists of ids, each ended by -1. The first one is empty. */
  readonly lists: Int32Array;
}

/** Moves that are kept for a node: by symbol, the node they lead to. */
type Moves = ReadonlyMap<number, number>;

const NO_MOVES: Moves = new Map();

/**
 * Builds the automaton of a trie. A state also stays where it is when the symbol that led to it comes again, unless a
 * pattern goes on with that symbol: so stretched letters ("fuuuck") and runs of separators cost nothing at run time. What
 * was stretched is for the caller to judge. Patterns have two symbols at least.
 *
 * @param width symbols are 0 … width - 1
 */
export function buildAutomaton(trie: Trie, width: number): Automaton {
  const depth = depthsOf(trie);
  const fail = linkSuffixes(trie);
  const lists = [...trie.lists];
  const found = foundIn(trie, fail, lists);
  const moves = movesOf(trie, depth, fail);
  const { stateOf, size } = placeRows(moves, width, found);
  // -1: no state is negative, so an empty place is nobody's.
  const check = new Int32Array(size).fill(-1);
  const next = new Int32Array(size);
  const target = (node: number): number => (found[node] === 0 ? 1 : -1) * (stateOf[node] as number);
  for (let node = 1; node < depth.length; node++) {
    const state = stateOf[node] as number;
    if (found[node] !== 0) {
      check[state + width] = state;
      next[state + width] = found[node] as number;
    }
    for (const [symbol, to] of moves[node] as Moves) {
      check[state + symbol] = state;
      // Staying finds nothing that was not found before.
      next[state + symbol] = to === node ? state : target(to);
    }
  }
  const pairs = new Int32Array(width * width);
  for (let first = trie.firstChild[0] as number; first < (trie.firstChild[1] as number); first++)
    for (let node = trie.firstChild[first] as number; node < (trie.firstChild[first + 1] as number); node++)
      pairs[(trie.symbol[first] as number) * width + (trie.symbol[node] as number)] = target(node);
  return { width, check, next, pairs, lists: Int32Array.from(lists) };
}

function depthsOf({ firstChild }: Trie): Int32Array {
  const depth = new Int32Array(firstChild.length - 1);
  for (let node = 0; node < depth.length; node++) {
    const deeper = (depth[node] as number) + 1;
    depth.fill(deeper, firstChild[node], firstChild[node + 1]);
  }
  return depth;
}

/** For each node that of its longest proper suffix; a repeated symbol counts once, as in the text. */
function linkSuffixes(trie: Trie): Int32Array {
  const { firstChild, symbol } = trie;
  const fail = new Int32Array(symbol.length);
  const move = (from: number, wanted: number): number => {
    for (let node = from; ; node = fail[node] as number) {
      const child = childOf(trie, node, wanted);
      if (child !== 0) return child;
      if (node === 0) return 0;
      if (symbol[node] === wanted) return node;
    }
  };
  for (let node = 1; node < symbol.length; node++)
    for (let child = firstChild[node] as number; child < (firstChild[node + 1] as number); child++)
      fail[child] = move(fail[node] as number, symbol[child] as number);
  return fail;
}

/** By node, the list of all that is found there; new lists go to the end of `lists`. */
function foundIn({ own }: Trie, fail: Int32Array, lists: number[]): Int32Array {
  const found = new Int32Array(own.length);
  for (let node = 1; node < own.length; node++) {
    const mine = own[node] as number;
    const shorter = found[fail[node] as number] as number;
    if (mine === 0 || shorter === 0) found[node] = mine + shorter;
    else {
      found[node] = lists.length;
      for (const list of [mine, shorter])
        for (let i = list; (lists[i] as number) >= 0; i++) lists.push(lists[i] as number);
      lists.push(-1);
    }
  }
  return found;
}

/** The moves of each node that the last two symbols do not tell: those to nodes of three symbols or more, and staying. */
function movesOf({ firstChild, symbol }: Trie, depth: Int32Array, fail: Int32Array): Moves[] {
  const moves: Moves[] = [];
  for (let node = 0; node < symbol.length; node++) {
    if ((depth[node] as number) < 2) {
      moves.push(NO_MOVES);
      continue;
    }
    const own = new Map(moves[fail[node] as number]);
    own.set(symbol[node] as number, node);
    for (let child = firstChild[node] as number; child < (firstChild[node + 1] as number); child++)
      own.set(symbol[child] as number, child);
    moves.push(own);
  }
  return moves;
}

/** How many free places are tried before the ones before them are given up as too scattered. */
const TRIES = 50;

/**
 * Lays the rows of moves into one another, first fit; each gets a number of its own from 1 on. Where something is found, a
 * row has one place more, after its moves.
 */
function placeRows(moves: readonly Moves[], width: number, found: Int32Array): { stateOf: Int32Array; size: number } {
  const stateOf = new Int32Array(moves.length);
  const taken = new Set<number>();
  const states = new Set<number>();
  let lowest = 1;
  let highest = 1;
  for (const [node, row] of moves.entries()) {
    const symbols = [...row.keys(), ...(found[node] === 0 ? [] : [width])];
    const [first] = symbols;
    if (first === undefined) continue;
    while (taken.has(lowest)) lowest++;
    let place = Math.max(lowest, first + 1);
    let tries = 0;
    const fits = (state: number): boolean =>
      !states.has(state) && symbols.every((symbol) => !taken.has(state + symbol));
    while (!fits(place - first)) {
      place++;
      tries++;
    }
    if (tries > TRIES) lowest += tries >> 1;
    const state = place - first;
    stateOf[node] = state;
    states.add(state);
    for (const symbol of symbols) taken.add(state + symbol);
    highest = Math.max(highest, state);
  }
  return { stateOf, size: highest + width + 1 };
}
