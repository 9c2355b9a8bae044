import type { Connection } from 'mongoose';
import type { PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { ReasonCode } from '../../shared/moderation.ts';
import { commentSchema, type CommentDoc } from './comment-schema.ts';

/** A comment that may say the same or nearly the same. */
export type LikeText = Pick<CommentDoc, '_id' | 'authorId' | 'threadId' | 'parentId' | 'idem' | 'text' | 'textHash'>;

/** Refused by a person; so it stays when its author takes it back afterwards. */
export const WAS_REFUSED = {
  'mod.outcome.kind': { $in: ['refused', 'withdrawn'] as const },
  'mod.outcome.codes.0': { $exists: true },
};

/**
 * What the rules ask about other comments. Everything is counted anew by an index and up to a limit, so that it can neither
 * drift nor take longer the more there is.
 */
export function commentFigures(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  const between = (from: Date, to?: Date) => ({ $gte: from, ...(to === undefined ? {} : { $lt: to }) });
  return {
    /**
     * Comments of a site since a moment that share a mark of the text; in no order. Past Mongoose's casting, since it is asked
     * with every comment and by values this service has just made.
     */
    recentLike: async (siteId: SiteId, marks: number[], { since, limit }: { since: Date; limit: number }) =>
      Comment.collection
        .find<LikeText>(
          { siteId, shingle: { $exists: true, $in: marks }, createdAt: between(since) },
          {
            projection: { authorId: 1, threadId: 1, parentId: 1, idem: 1, text: 1, textHash: 1 },
            ...{ limit, singleBatch: true },
          },
        )
        .toArray(),

    /** For what a moderator refused a person's comments since a moment, newest first. */
    refusalsOf: async (authorId: PersonId, { since, limit }: { since: Date; limit: number }) => {
      const refused = await Comment.find(
        { authorId, ...WAS_REFUSED, 'mod.outcome.decidedAt': between(since) },
        { 'mod.outcome.codes': 1 },
      )
        .sort({ 'mod.outcome.decidedAt': -1 })
        .limit(limit)
        .lean<{ mod: { outcome: { codes: ReasonCode[] } } }[]>()
        .exec();
      return refused.map(({ mod }) => mod.outcome.codes);
    },
    countApproved: (authorId: PersonId, since: Date): Promise<number> =>
      Comment.countDocuments({
        authorId,
        'mod.outcome.kind': 'approved',
        'mod.outcome.decidedAt': between(since),
      }).exec(),

    /** How many comments a thread got in a time, whatever became of them. */
    countPosted: (threadId: ThreadId, { since, until, limit }: { since: Date; until?: Date; limit: number }) =>
      Comment.countDocuments({ threadId, createdAt: between(since, until) }, { limit }).exec(),
    /** How many of them are in sight. */
    countShown: (threadId: ThreadId, since: Date): Promise<number> =>
      Comment.countDocuments({ threadId, 'mod.vis': 'visible', createdAt: between(since) }).exec(),
    /** How many of them are out of sight for what they say, held by a rule of content or refused by a person; and of how many people. */
    countTroubling: async (
      threadId: ThreadId,
      since: Date,
      limit: number,
    ): Promise<{ comments: number; people: number }> => {
      const byAuthor = await Comment.aggregate<{ n: number }>([
        {
          $match: {
            threadId,
            'mod.vis': 'hidden',
            createdAt: between(since),
            $or: [{ 'mod.troubling': true }, { 'mod.outcome.kind': 'refused' }],
          },
        },
        { $limit: limit },
        { $group: { _id: '$authorId', n: { $sum: 1 } } },
      ]).exec();
      return { comments: byAuthor.reduce((sum, { n }) => sum + n, 0), people: byAuthor.length };
    },
    /** When a person last wrote in a thread. */
    lastPosted: async (authorId: PersonId, threadId: ThreadId): Promise<Date | null> => {
      const last = await Comment.findOne({ authorId, threadId }, { createdAt: 1 })
        .sort({ createdAt: -1 })
        .lean<Pick<CommentDoc, 'createdAt'>>()
        .exec();
      return last?.createdAt ?? null;
    },
  };
}
