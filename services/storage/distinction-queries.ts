import type { Connection } from 'mongoose';
import type { CommentId, ThreadId } from '../../shared/ids.ts';
import type { DistinctionKind } from '../../shared/moderation.ts';
import { commentSchema, type CommentDoc } from './comment-schema.ts';

type Apart = Pick<CommentDoc, '_id'> & { mod: Pick<CommentDoc['mod'], DistinctionKind> };

const since = (kind: DistinctionKind, { mod }: Apart): number => mod[kind]?.at.getTime() ?? 0;

/** What is asked of the comments that are set apart in a thread. The slot is named only because the indexes are of those that have one. */
export function distinctionQueries(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  const apart = (threadId: ThreadId, kind: DistinctionKind) => ({
    threadId,
    [`mod.${kind}.slot`]: { $exists: true, $gte: 1 },
  });
  return {
    /** Comments that stand before all others, in order. */
    async pinned(threadId: ThreadId): Promise<CommentDoc[]> {
      const found = await Comment.find(apart(threadId, 'pin')).lean<CommentDoc[]>().exec();
      return found.sort((a, b) => since('pin', a) - since('pin', b));
    },
    /** The editor's picks, what was featured last first. */
    async featured(threadId: ThreadId): Promise<CommentDoc[]> {
      const found = await Comment.find(apart(threadId, 'feature')).lean<CommentDoc[]>().exec();
      return found.sort((a, b) => since('feature', b) - since('feature', a));
    },
    /** Their ids alone, in no order. */
    async featuredIds(threadId: ThreadId): Promise<CommentId[]> {
      const found = await Comment.find(apart(threadId, 'feature'), { _id: 1 }).lean<Pick<CommentDoc, '_id'>[]>().exec();
      return found.map(({ _id }) => _id);
    },
    /** The slots of a thread that are somebody's. */
    async slotsTaken(threadId: ThreadId, kind: DistinctionKind): Promise<number[]> {
      const found = await Comment.find(apart(threadId, kind), { [`mod.${kind}.slot`]: 1 })
        .lean<Apart[]>()
        .exec();
      return found.map(({ mod }) => mod[kind]?.slot ?? 0);
    },
  };
}
