import type { PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { RepeatCounts } from './screening.ts';
import { lengthOf } from './text.ts';

/** Comments that are compared with a new one at most, and characters of them: long ones are made on purpose. */
const CANDIDATES = 60;
const COMPARED_MAX = 50_000;

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

/**
 * How many recent comments say nearly the same. One query by index, and at most so many texts compared, however much is
 * posted; texts that are the same to the letter are counted elsewhere.
 */
export async function findNearRepeats(
  comments: Pick<CommentStore, 'likeText'>,
  likeness: Likeness,
  at: { siteId: SiteId; authorId: PersonId; threadId: ThreadId; hash: string; since: Date },
): Promise<RepeatCounts> {
  const { siteId, hash, since } = at;
  const found = await comments.likeText(siteId, likeness.bands, { since, not: hash, limit: CANDIDATES });
  let compared = 0;
  const near = found.filter(({ text }) => {
    compared += text.length;
    return compared <= COMPARED_MAX && likeness.isNear(comparable(text) ?? '');
  });
  const others = near.filter(({ authorId }) => authorId !== at.authorId);
  return {
    own: near.length - others.length,
    thread: others.filter(({ threadId }) => threadId === at.threadId).length,
    site: others.length,
  };
}
