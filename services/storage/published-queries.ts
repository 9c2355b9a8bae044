import type { Connection } from 'mongoose';
import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { commentSchema, type CommentDoc } from './comment-schema.ts';

export type Posted = Pick<CommentDoc, '_id' | 'threadId' | 'createdAt' | 'tally'>;

const NEWEST = { createdAt: -1, _id: -1 } as const;

/** What everybody can see of a site, read from its newest end: as fast among a million comments as among ten thousand. */
export function publishedQueries(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  return {
    /** The newest comments in sight of a site, or of one discussion. */
    published: (of: { siteId: SiteId } | { threadId: ThreadId }, limit: number): Promise<CommentDoc[]> =>
      Comment.find({ ...of, 'mod.vis': 'visible' })
        .sort(NEWEST)
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** Where and when comments in sight were posted since a moment, and what readers have said about them; newest first. */
    activity: (siteId: SiteId, { since, limit }: { since: Date; limit: number }): Promise<Posted[]> =>
      Comment.find(
        { siteId, 'mod.vis': 'visible', createdAt: { $gte: since } },
        { threadId: 1, createdAt: 1, tally: 1 },
      )
        .sort(NEWEST)
        .limit(limit)
        .lean<Posted[]>()
        .exec(),
  };
}
