import { lengthOf } from './text.ts';

/** Below this many characters people well write nearly the same ("Merci pour cet article !"). */
const SHORTEST = 25;

/** A text as it is compared with others; what moderation makes of it. */
export interface Likeness {
  /** Texts that share none of these are different; kept with the comment, in an index. */
  readonly bands: number[];
  isNear(text: string): boolean;
}

/** Behind the host of an address stands whatever one likes: enough of it, and two texts have little in common. */
const ADDRESS = /(https?:\/\/[^\s/?#)>]{1,253})[^\s)>]*/gi;

/** What there is to compare: the writer's own words. null if these are too few to tell one text from another. */
export function comparable(text: string): string | null {
  // Whoever quotes a comment to answer it does not repeat it.
  const own = text.replace(/^[ \t]*>.*$/gm, '').trim();
  if (lengthOf(own) < SHORTEST) return null;
  // Where there is hardly more than an address, it is the address that tells.
  const isTold = lengthOf(own.replace(ADDRESS, '').trim()) >= SHORTEST;
  return isTold ? own.replace(ADDRESS, '$1') : own;
}
