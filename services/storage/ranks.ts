/** What readers have said about a comment, counted; `v` grows with every count. It follows from the votes alone. */
export interface StoredTally {
  v: number;
  up: number;
  down: number;
  emojis: Record<string, number>;
}

/** Where a comment stands in each order that votes make, the highest first; see comments/rank.ts for what they mean. */
export interface Rank {
  top: number;
  best: number;
  reacted: number;
  hotAt: Date;
}

/** Those orders, by the part of the rank that each goes by. */
export const RANKS = { top: 'rank.top', best: 'rank.best', hot: 'rank.hotAt', reacted: 'rank.reacted' } as const;
export type RankedSort = keyof typeof RANKS;

/** Of the top-level comments of a thread as readers see it, which are what is ordered. */
export const RANK_INDEXES = Object.entries(RANKS).map(
  ([name, field]) =>
    [
      { threadId: 1, [field]: -1, _id: -1 } as const,
      { name: `listed_${name}`, partialFilterExpression: { listed: true, depth: 0 } },
    ] as const,
);
