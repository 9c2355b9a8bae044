import { lengthOf } from './text.ts';

/** Below this many characters people well write nearly the same ("Merci pour cet article !"). */
const SHORTEST = 25;

/** A text as it is compared with others; what moderation makes of it. */
export interface Likeness {
  /** Texts that share none of these are different; kept with the comment, in an index. */
  readonly bands: number[];
  isNear(text: string): boolean;
}

/** What there is to compare: the writer's own words. null if these are too few to tell one text from another. */
export function comparable(text: string): string | null {
  // Whoever quotes a comment to answer it does not repeat it.
  const own = text.replace(/^[ \t]*>.*$/gm, '').trim();
  return lengthOf(own) < SHORTEST ? null : own;
}
