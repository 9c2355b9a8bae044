import type { CommentId, PersonId, SiteId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';

/** Who says it is their comment, and of which site. */
export interface Claimed {
  siteId: SiteId;
  personId: PersonId;
  commentId: CommentId;
}

/**
 * One of the caller's own comments.
 * @throws Problem `not-found`, also for somebody else's: whether it exists is not told
 */
export async function ownComment(
  { comments }: { comments: Pick<CommentStore, 'byId'> },
  { siteId, personId, commentId }: Claimed,
): Promise<CommentDoc> {
  const doc = await comments.byId(commentId);
  if (doc?.siteId !== siteId || doc.authorId !== personId || doc.mod.vis === 'erased') throw new Problem('not-found');
  return doc;
}
