/** One pattern over symbols; `id` is what is reported when it is found. */
export interface Pattern {
  readonly symbols: Uint8Array;
  readonly id: number;
}

/**
 * A trie in level order: node 0 is the root, and the children of node n are the nodes firstChild[n] … firstChild[n + 1] - 1,
 * in the order of their symbols.
 */
export interface Trie {
  readonly firstChild: Int32Array;
  /** The symbol that leads to each node. */
  readonly symbol: Uint8Array;
  /** The patterns that end in each node, as forEachId reads them; 0 for none. */
  readonly own: Int32Array;
  /** Lists of ids, each ended by -1. Place 0 is not used. */
  readonly lists: Int32Array;
}

/** What stands for some ids: most often it is one, and that is told without a list. */
export function refTo(ids: readonly number[], lists: number[]): number {
  if (ids.length === 1) return -1 - (ids[0] as number);
  const ref = lists.length;
  lists.push(...ids, -1);
  return ref;
}

/** Each id that a number of refTo stands for; none for 0. */
export function forEachId(ref: number, lists: ArrayLike<number>, use: (id: number) => void): void {
  if (ref < 0) use(-1 - ref);
  else if (ref > 0) for (let i = ref; (lists[i] as number) >= 0; i++) use(lists[i] as number);
}

/** The trie as it grows: children are linked, in no order. */
interface Growing {
  readonly symbol: number[];
  readonly child: number[];
  readonly sibling: number[];
  readonly ids: (number[] | undefined)[];
}

/** Builds the trie. Ids of one node keep the order of the patterns. */
export function buildTrie(patterns: Iterable<Pattern>): Trie {
  const growing: Growing = { symbol: [0], child: [0], sibling: [0], ids: [undefined] };
  for (const { symbols, id } of patterns) {
    let node = 0;
    for (const symbol of symbols) node = childIn(growing, node, symbol);
    (growing.ids[node] ??= []).push(id);
  }
  return inLevelOrder(growing);
}

function childIn({ symbol, child, sibling, ids }: Growing, node: number, wanted: number): number {
  let at = child[node] as number;
  while (at !== 0 && symbol[at] !== wanted) at = sibling[at] as number;
  if (at !== 0) return at;
  const made = symbol.length;
  symbol.push(wanted);
  sibling.push(child[node] as number);
  child.push(0);
  ids.push(undefined);
  child[node] = made;
  return made;
}

function inLevelOrder({ symbol, child, sibling, ids }: Growing): Trie {
  const size = symbol.length;
  const order = [0];
  const trie = { firstChild: new Int32Array(size + 1), symbol: new Uint8Array(size), own: new Int32Array(size) };
  const lists = [-1];
  for (let node = 0; node < size; node++) {
    const from = order[node] as number;
    trie.symbol[node] = symbol[from] as number;
    trie.firstChild[node] = order.length;
    const children: number[] = [];
    for (let at = child[from] as number; at !== 0; at = sibling[at] as number) children.push(at);
    order.push(...children.sort((a, b) => (symbol[a] as number) - (symbol[b] as number)));
    const own = ids[from];
    if (own !== undefined) trie.own[node] = refTo(own, lists);
  }
  trie.firstChild[size] = size;
  return { ...trie, lists: Int32Array.from(lists) };
}

/**
 * The child by a symbol; 0, which is never a child, when there is none. Halves the children without a branch, which a
 * processor would guess wrong half of the time.
 */
export function childOf({ firstChild, symbol }: Trie, node: number, wanted: number): number {
  let low = firstChild[node] as number;
  let size = (firstChild[node + 1] as number) - low;
  if (size === 0) return 0;
  while (size > 1) {
    const half = size >> 1;
    // All ones, where the half that begins there is the one to look in; else all zeros.
    low += half & ~((wanted - (symbol[low + half] as number)) >> 31);
    size -= half;
  }
  return symbol[low] === wanted ? low : 0;
}

/** The children of a node, in the order of their symbols. */
export function childrenOf({ firstChild }: Trie, node: number): number[] {
  const first = firstChild[node] as number;
  return Array.from({ length: (firstChild[node + 1] as number) - first }, (_, i) => first + i);
}
