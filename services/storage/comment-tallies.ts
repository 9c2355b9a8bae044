import type { Connection, QueryFilter } from 'mongoose';
import type { CommentId, ThreadId } from '../../shared/ids.ts';
import { commentSchema, type CommentDoc } from './comment-schema.ts';
import type { Place } from './place.ts';
import { RANKS, type Rank, type RankedSort, type StoredTally } from './ranks.ts';

/** A place in an order that votes make: by a number, or by a moment. */
export interface RankPlace extends Place {
  priority: number;
}

/** What counting the votes of a comment needs of it. */
export type Tallied = Pick<CommentDoc, '_id' | 'threadId' | 'depth' | 'createdAt' | 'tally'>;

/** Counts of votes, which are kept with the comment, and the orders they make. */
export function commentTallies(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  return {
    tallied: (id: CommentId): Promise<Tallied | null> =>
      Comment.findById(id, { threadId: 1, depth: 1, createdAt: 1, tally: 1 }).lean<Tallied>().exec(),
    /**
     * Keeps what was counted, unless somebody has counted since `tally.v - 1`. Neither an event nor a new version of the comment:
     * what moderators or its author do about it meanwhile is not out of date for a vote.
     * @param rank null for what is in no order of its own, as replies
     */
    async setTally(_id: CommentId, tally: StoredTally, rank: Rank | null): Promise<boolean> {
      const { matchedCount } = await Comment.updateOne(
        { _id, ...(tally.v === 1 ? { tally: { $exists: false } } : { 'tally.v': tally.v - 1 }) },
        { $set: { tally, ...(rank === null ? {} : { rank }) } },
      ).exec();
      return matchedCount === 1;
    },
    /**
     * Top-level comments in sight that are not pinned, the highest first, the newest first where they are equal. Behind a place
     * the equals are asked for by themselves, since most of a thread may be equal and none of it should be read to be passed over.
     */
    async ranked(
      threadId: ThreadId,
      { sort, place, limit }: { sort: RankedSort; place: RankPlace | null; limit: number },
    ): Promise<CommentDoc[]> {
      const field = RANKS[sort];
      const read = (behind: QueryFilter<CommentDoc>, most: number): Promise<CommentDoc[]> =>
        Comment.find({ threadId, listed: true, depth: 0, 'mod.pin': { $exists: false }, ...behind })
          .sort({ [field]: -1, _id: -1 })
          .limit(most)
          .lean<CommentDoc[]>()
          .exec();
      if (place === null) return read({}, limit);
      const value = sort === 'hot' ? place.at : place.priority;
      const equal = await read({ [field]: value, _id: { $lt: place.id as CommentId } }, limit);
      if (equal.length === limit) return equal;
      return [...equal, ...(await read({ [field]: { $lt: value } }, limit - equal.length))];
    },
  };
}
