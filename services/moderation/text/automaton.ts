/** One pattern over symbols; `id` is what is reported when it is found. */
export interface Pattern {
  readonly symbols: readonly number[];
  readonly id: number;
}

/**
 * An Aho-Corasick automaton with every move written out. A state is the offset of its row in `delta`, so that one step is
 * `delta[state + symbol]`. States that report something are numbered last: `state >= firstAccepting`.
 */
export interface Automaton {
  readonly delta: Int32Array;
  readonly root: number;
  readonly firstAccepting: number;
  /** Width of a row as a shift: row number = state >> shift. */
  readonly shift: number;
  /** Length of the pattern prefix each row stands for. A move that adds one to it is a move along the trie. */
  readonly depth: Uint8Array;
  /** The symbol each row was entered by; 255 for the root. */
  readonly enteredBy: Uint8Array;
  /** Ids found on reaching the row, those of shorter suffixes included. */
  readonly found: readonly (readonly number[])[];
  /** Ids of the patterns that end exactly in the row. */
  readonly own: readonly (readonly number[])[];
}

const NOTHING: readonly number[] = [];
const NO_SYMBOL = 255;

interface Trie {
  readonly width: number;
  readonly children: Int32Array;
  readonly size: number;
  readonly depth: Uint8Array;
  readonly enteredBy: Uint8Array;
  readonly own: (number[] | undefined)[];
}

/**
 * Builds the automaton. A state also stays where it is when the symbol that led to it comes again, unless a pattern goes
 * on with that symbol: so stretched letters ("fuuuck") and runs of separators cost nothing at run time. What was
 * stretched is for the caller to judge.
 *
 * @param alphabetSize symbols are 0 … alphabetSize - 1, at most 255 of them
 */
export function buildAutomaton(patterns: readonly Pattern[], alphabetSize: number): Automaton {
  const shift = Math.ceil(Math.log2(alphabetSize));
  const trie = buildTrie(patterns, 1 << shift);
  const { moves, order, found } = link(trie, alphabetSize);
  const rowOf = numberRows(order, found);
  const { width, size } = trie;
  const delta = new Int32Array(size * width);
  const depth = new Uint8Array(size);
  const enteredBy = new Uint8Array(size);
  const foundByRow: (readonly number[])[] = new Array<readonly number[]>(size).fill(NOTHING);
  const ownByRow: (readonly number[])[] = new Array<readonly number[]>(size).fill(NOTHING);
  let firstAccepting = size;
  for (let node = 0; node < size; node++) {
    const row = rowOf[node] as number;
    for (let symbol = 0; symbol < width; symbol++) {
      delta[row * width + symbol] = (rowOf[moves[node * width + symbol] as number] as number) << shift;
    }
    depth[row] = trie.depth[node] as number;
    enteredBy[row] = trie.enteredBy[node] as number;
    foundByRow[row] = found[node] ?? NOTHING;
    ownByRow[row] = trie.own[node] ?? NOTHING;
    if ((found[node] ?? NOTHING).length > 0) firstAccepting = Math.min(firstAccepting, row);
  }
  return {
    delta,
    root: (rowOf[0] as number) << shift,
    firstAccepting: firstAccepting << shift,
    shift,
    depth,
    enteredBy,
    found: foundByRow,
    own: ownByRow,
  };
}

function buildTrie(patterns: readonly Pattern[], width: number): Trie {
  const room = 1 + patterns.reduce((sum, pattern) => sum + pattern.symbols.length, 0);
  const children = new Int32Array(room * width);
  const depth = new Uint8Array(room);
  const enteredBy = new Uint8Array(room).fill(NO_SYMBOL);
  const own: (number[] | undefined)[] = [];
  let size = 1;
  for (const { symbols, id } of patterns) {
    let node = 0;
    for (const symbol of symbols) {
      const slot = node * width + symbol;
      if (children[slot] === 0) {
        depth[size] = (depth[node] as number) + 1;
        enteredBy[size] = symbol;
        children[slot] = size++;
      }
      node = children[slot] as number;
    }
    (own[node] ??= []).push(id);
  }
  return { width, children, size, depth, enteredBy, own };
}

/** Breadth first: every move of a node is a child, a stay, or the move of its longest proper suffix. */
function link(trie: Trie, alphabetSize: number): { moves: Int32Array; order: number[]; found: number[][] } {
  const { width, children, size, enteredBy } = trie;
  const moves = new Int32Array(size * width);
  const fail = new Int32Array(size);
  const found: number[][] = [];
  const order = [0];
  for (let at = 0; at < order.length; at++) {
    const node = order[at] as number;
    found[node] = [...(trie.own[node] ?? []), ...(node === 0 ? [] : (found[fail[node] as number] as number[]))];
    for (let symbol = 0; symbol < alphabetSize; symbol++) {
      const child = children[node * width + symbol] as number;
      const fallback = node === 0 ? 0 : (moves[(fail[node] as number) * width + symbol] as number);
      if (child !== 0) {
        fail[child] = fallback;
        order.push(child);
      }
      const stay = symbol === enteredBy[node] ? node : fallback;
      moves[node * width + symbol] = child !== 0 ? child : stay;
    }
  }
  return { moves, order, found };
}

/** Silent nodes first, in breadth-first order, which keeps the few rows that clean text visits close together. */
function numberRows(order: readonly number[], found: readonly (readonly number[])[]): Int32Array {
  const rowOf = new Int32Array(order.length);
  let row = 0;
  for (const node of order) if ((found[node] as number[]).length === 0) rowOf[node] = row++;
  for (const node of order) if ((found[node] as number[]).length > 0) rowOf[node] = row++;
  return rowOf;
}
