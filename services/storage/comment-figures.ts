import type { Connection } from 'mongoose';
import type { PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { ReasonCode } from '../../shared/moderation.ts';
import { commentSchema, type CommentDoc } from './comment-schema.ts';

/** A comment that may say nearly the same. */
export type LikeText = Pick<CommentDoc, '_id' | 'authorId' | 'threadId' | 'text'>;

/**
 * What the rules ask about other comments. Everything is counted anew by an index and up to a limit, so that it can neither
 * drift nor take longer the more there is.
 */
export function commentFigures(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  const between = (from: Date, to?: Date) => ({ $gte: from, ...(to === undefined ? {} : { $lt: to }) });
  return {
    /** Comments of a site since a moment that share a band of the signature, but for those that are the same to the letter. */
    likeText: (
      siteId: SiteId,
      bands: number[],
      { since, not, limit }: { since: Date; not: string; limit: number },
    ): Promise<LikeText[]> =>
      Comment.find(
        { siteId, shingle: { $exists: true, $in: bands }, createdAt: between(since), textHash: { $ne: not } },
        { authorId: 1, threadId: 1, text: 1 },
      )
        .limit(limit)
        .lean<LikeText[]>()
        .exec(),

    /** For what a moderator refused a person's comments since a moment, newest first. */
    refusalsOf: async (authorId: PersonId, { since, limit }: { since: Date; limit: number }) => {
      const refused = await Comment.find(
        { authorId, 'mod.outcome.kind': 'refused', 'mod.outcome.at': between(since) },
        { 'mod.outcome.code': 1 },
      )
        .sort({ 'mod.outcome.at': -1 })
        .limit(limit)
        .lean<{ mod: { outcome: { code: ReasonCode | null } } }[]>()
        .exec();
      return refused.map(({ mod }) => mod.outcome.code);
    },
    countApproved: (authorId: PersonId, since: Date): Promise<number> =>
      Comment.countDocuments({ authorId, 'mod.outcome.kind': 'approved', 'mod.outcome.at': between(since) }).exec(),

    /** How many comments a thread got in a time, whatever became of them. */
    countPosted: (threadId: ThreadId, { since, until, limit }: { since: Date; until?: Date; limit: number }) =>
      Comment.countDocuments(
        { threadId, 'mod.vis': { $in: ['visible', 'hidden', 'erased'] }, createdAt: between(since, until) },
        { limit },
      ).exec(),
    /** How many of them are in sight. */
    countShown: (threadId: ThreadId, since: Date): Promise<number> =>
      Comment.countDocuments({ threadId, 'mod.vis': 'visible', createdAt: between(since) }).exec(),
    /** How many of them are out of sight for what they say: held by a rule of content, or refused by a person. */
    countTroubling: (threadId: ThreadId, since: Date, limit: number): Promise<number> =>
      Comment.countDocuments(
        {
          threadId,
          'mod.vis': 'hidden',
          createdAt: between(since),
          $or: [{ 'mod.troubling': true }, { 'mod.outcome.kind': 'refused' }],
        },
        { limit },
      ).exec(),
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
