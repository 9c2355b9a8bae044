import type { CommentId } from '../../shared/ids.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';

export interface ListingDeps {
  comments: Pick<CommentStore, 'byId' | 'list' | 'unlistHidden' | 'hasListedChild'>;
}

/**
 * A removed comment stays listed, without its text, while replies in sight hang below it; a comment in sight needs its
 * ancestors listed. Worked out anew each time, so that repeating it is harmless.
 */
export async function keepListed(deps: ListingDeps, comment: CommentDoc): Promise<void> {
  if (comment.mod.vis === 'visible') {
    const ancestors = await hiddenAncestors(deps, comment);
    if (ancestors.length > 0) await deps.comments.list(ancestors);
  } else if (!(await deps.comments.hasListedChild(comment._id))) {
    await deps.comments.unlistHidden(comment._id);
    const parent = comment.parentId === null ? null : await deps.comments.byId(comment.parentId);
    if (parent !== null && parent.mod.vis !== 'visible' && parent.listed) await keepListed(deps, parent);
  }
}

/** Ids of hidden ancestors that must be listed again; the walk ends at the first one in sight. */
async function hiddenAncestors(deps: ListingDeps, comment: CommentDoc): Promise<CommentId[]> {
  const hidden: CommentId[] = [];
  let parentId = comment.parentId;
  while (parentId !== null) {
    const parent: CommentDoc | null = await deps.comments.byId(parentId);
    if (parent === null || parent.mod.vis === 'visible') break;
    if (!parent.listed) hidden.push(parent._id);
    parentId = parent.parentId;
  }
  return hidden;
}
