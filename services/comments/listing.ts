import type { CommentId } from '../../shared/ids.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';

export interface ListingDeps {
  comments: Pick<CommentStore, 'byId' | 'byIds' | 'list' | 'unlistHidden' | 'withListedChild'>;
}

/**
 * A removed comment stays listed, without its text, while replies in sight hang below it; a comment in sight needs its
 * ancestors listed. Worked out anew each time, so that repeating it is harmless.
 */
export async function keepListed(deps: ListingDeps, comments: readonly CommentDoc[]): Promise<void> {
  const shown = comments.filter(({ mod }) => mod.vis === 'visible');
  const ancestors = (await Promise.all(shown.map((comment) => hiddenAncestors(deps, comment)))).flat();
  if (ancestors.length > 0) await deps.comments.list(ancestors);
  await unlist(
    deps,
    comments.filter(({ mod }) => mod.vis !== 'visible'),
  );
}

/** Level after level: what is taken from the list may have been all that kept the one above it there. */
async function unlist(deps: ListingDeps, removed: readonly CommentDoc[]): Promise<void> {
  if (removed.length === 0) return;
  const needed = await deps.comments.withListedChild(removed.map(({ _id }) => _id));
  const gone = removed.filter(({ _id }) => !needed.has(_id));
  if (gone.length === 0) return;
  await deps.comments.unlistHidden(gone.map(({ _id }) => _id));
  const above = [...new Set(gone.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])))];
  if (above.length === 0) return;
  const parents = await deps.comments.byIds(above);
  await unlist(
    deps,
    parents.filter(({ mod, listed }) => mod.vis !== 'visible' && listed),
  );
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
