import type { Connection } from 'mongoose';
import type { PersonId } from '../../shared/ids.ts';
import { WAS_REFUSED } from './comment-figures.ts';
import { commentSchema, type CommentDoc } from './comment-schema.ts';
import { behind, type Place } from './place.ts';

/** What is asked about one author, whatever became of their comments. */
export function authorQueries(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  return {
    /** All comments of a person, newest first. */
    ofAuthor: (authorId: PersonId, { place, limit }: { place: Place | null; limit: number }): Promise<CommentDoc[]> =>
      Comment.find({ authorId, ...behind<CommentDoc>('createdAt', place) })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** How many comments a person has not taken back. */
    async countStanding(authorId: PersonId): Promise<number> {
      const [all, withdrawn] = await Promise.all([
        Comment.countDocuments({ authorId }).exec(),
        Comment.countDocuments({ authorId, 'mod.outcome.kind': 'withdrawn' }).exec(),
      ]);
      return all - withdrawn;
    },
    /** Those that people refused, the latest refusal first. */
    refusedOf: (authorId: PersonId, { place, limit }: { place: Place | null; limit: number }): Promise<CommentDoc[]> =>
      Comment.find({
        authorId,
        ...WAS_REFUSED,
        'mod.outcome.decidedAt': { $exists: true },
        ...behind<CommentDoc>('mod.outcome.decidedAt', place),
      })
        .sort({ 'mod.outcome.decidedAt': -1, _id: -1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** The newest comment of a person that is in sight; null if none is. */
    lastSeenOf: (authorId: PersonId): Promise<Pick<CommentDoc, 'siteId' | 'authorName'> | null> =>
      Comment.findOne({ authorId, 'mod.vis': 'visible' }, { siteId: 1, authorName: 1 })
        .sort({ createdAt: -1, _id: -1 })
        .lean<Pick<CommentDoc, 'siteId' | 'authorName'>>()
        .exec(),
    /** When a person last wrote, whatever became of it; null if they never did. */
    lastWrote: async (authorId: PersonId): Promise<Date | null> => {
      const last = await Comment.findOne({ authorId }, { createdAt: 1 })
        .sort({ createdAt: -1, _id: -1 })
        .lean<Pick<CommentDoc, 'createdAt'>>()
        .exec();
      return last?.createdAt ?? null;
    },
    /** How many of a person's comments wait out of sight. */
    countHeld: (authorId: PersonId): Promise<number> =>
      Comment.countDocuments({ authorId, 'mod.vis': 'hidden', 'mod.review': { $in: ['open', 'escalated'] } }).exec(),
  };
}
