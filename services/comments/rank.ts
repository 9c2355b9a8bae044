import type { Rank } from '../storage/ranks.ts';
import type { VoteCounts } from '../storage/votes.ts';

/** Quantile of the normal distribution for a confidence of 95 %. */
const Z = 1.96;
/** A comment with ten times the likes stands where one that is this much younger does, milliseconds. */
const TENFOLD_MS = 12.5 * 3_600_000;
/** Cursors carry so many digits, so no rank has more. */
const DIGITS = 1e6;

/**
 * The lower bound of the share that `part` of `whole` tells of everybody (Wilson 1927, "Probable inference, the law of
 * succession, and statistical inference"), as Miller 2009 ("How not to sort by average rating") orders by it. 0 for nobody.
 * @returns 0 … 1
 */
export function wilson(part: number, whole: number): number {
  if (whole === 0) return 0;
  const share = part / whole;
  const z2 = Z * Z;
  const spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * whole)) / whole);
  return (share + z2 / (2 * whole) - spread) / (1 + z2 / whole);
}

/**
 * Where a comment stands in each order that votes make.
 * - `top`: likes less dislikes.
 * - `best`: how surely it is liked less how surely it is disliked, so that what is only disliked stands below what nobody has
 *   voted on.
 * - `reacted`: everybody who said anything.
 * - `hotAt`: the time it was posted, moved by 12.5 hours for every tenfold of likes less dislikes plus reactions: the same order
 *   that likes losing their weight with age would make, but it changes with votes only (Reddit's "hot" of 2009).
 */
export function rankOf({ up, down, emojis }: VoteCounts, createdAt: Date): Rank {
  const chosen = Object.values(emojis).reduce((sum, n) => sum + n, 0);
  const score = up - down + chosen;
  const tenfolds = Math.sign(score) * Math.log10(Math.max(1, Math.abs(score)));
  return {
    top: up - down,
    best: Math.round((wilson(up, up + down) - wilson(down, up + down)) * DIGITS) / DIGITS,
    reacted: up + down + chosen,
    hotAt: new Date(createdAt.getTime() + Math.round(tenfolds * TENFOLD_MS)),
  };
}

/** Of a comment nobody has said anything about. */
export function firstRank(createdAt: Date): Rank {
  return rankOf({ up: 0, down: 0, emojis: {} }, createdAt);
}
