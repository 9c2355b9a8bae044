import type { Connection } from 'mongoose';
import type { CommentId, PersonId, ThreadId } from '../../shared/ids.ts';
import { searchPattern } from '../search-pattern.ts';
import { commentSchema, type CommentDoc } from './comment-schema.ts';
import { behind, type Place } from './place.ts';

/** An author of a thread, by a name that readers saw there. */
export type Participant = Pick<CommentDoc, 'authorId' | 'authorName'>;

/** What is asked of the comments of one passage, and of those who wrote in a thread. */
export function passageQueries(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  return {
    /** Top-level comments in sight about a passage, from `place` on, without those that stand before all others. */
    rootsOfPassage: (
      threadId: ThreadId,
      passage: string,
      { older, place, limit }: { older: boolean; place: Place<CommentId> | null; limit: number },
    ): Promise<CommentDoc[]> =>
      Comment.find({
        ...{ threadId, 'passage.key': passage, listed: true, depth: 0, 'mod.pin': { $exists: false } },
        ...behind<CommentDoc>('createdAt', place, older),
      })
        .sort({ createdAt: older ? 1 : -1, _id: older ? 1 : -1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    countOfPassage: (threadId: ThreadId, passage: string): Promise<number> =>
      Comment.countDocuments({ threadId, 'passage.key': passage, 'mod.vis': 'visible' }).exec(),
    /** How many comments everyone sees about each passage of a thread, the most first. */
    passagesOf: (threadId: ThreadId, limit: number): Promise<{ _id: string; n: number }[]> =>
      Comment.aggregate<{ _id: string; n: number }>([
        // No key is less than the empty one; it is named only because the index is of those that have one.
        { $match: { threadId, 'passage.key': { $exists: true, $gte: '' }, 'mod.vis': 'visible' } },
        { $group: { _id: '$passage.key', n: { $sum: 1 } } },
        { $sort: { n: -1, _id: 1 } },
        { $limit: limit },
      ]).exec(),
    /** The latest comments in sight of one author in a thread, for the names they go by there. */
    namesIn: (threadId: ThreadId, authorId: PersonId, limit: number): Promise<Participant[]> =>
      Comment.find({ threadId, authorId, 'mod.vis': 'visible' }, { authorId: 1, authorName: 1 })
        .sort({ createdAt: -1 })
        .limit(limit)
        .lean<Participant[]>()
        .exec(),
    /**
     * Authors with comments in sight in a part of a thread, of whose name a word begins so, by the newest name of each; whoever wrote
     * last comes first.
     */
    async namesWithin(
      threadId: ThreadId,
      begin: string,
      { from, downTo, limit }: { from: Date | undefined; downTo: Date | undefined; limit: number },
    ): Promise<Participant[]> {
      const found = await Comment.aggregate<{ _id: PersonId; name: string }>([
        {
          $match: {
            ...{ threadId, 'mod.vis': 'visible' },
            createdAt: { $gte: downTo ?? new Date(0), ...(from === undefined ? {} : { $lte: from }) },
            authorName: { $regex: `(?:^|[\\s\u00a0-])${searchPattern(begin)}`, $options: 'i' },
          },
        },
        { $sort: { createdAt: -1, _id: -1 } },
        { $group: { _id: '$authorId', name: { $first: '$authorName' }, at: { $first: '$createdAt' } } },
        { $sort: { at: -1, _id: 1 } },
        { $limit: limit },
      ]).exec();
      return found.map(({ _id, name }) => ({ authorId: _id, authorName: name }));
    },
  };
}
