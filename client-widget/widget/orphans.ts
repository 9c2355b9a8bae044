import type { CommentView } from '../../shared/comment.ts';
import type { CommentId } from '../../shared/ids.ts';
import type { ThreadState } from './thread-state.ts';

/**
 * Replies below a top-level comment that the page left out: removed, with nothing in sight below it until now. Ids grow with
 * time, so those whose root is only on a later page are told apart without asking the service.
 */
export function orphansOf(state: ThreadState, news: readonly CommentView[]): CommentView[] {
  const last = state.roots.at(-1);
  const loaded = (root: CommentId) =>
    state.next === null ||
    last === undefined ||
    (state.sort === 'newest' ? root > last : state.sort === 'oldest' && root < last);
  return news.filter(
    ({ parentId, rootId, state: is }) =>
      parentId !== null && is === 'published' && !state.comments.has(rootId) && loaded(rootId),
  );
}

/** What was pinned on a page that is not loaded: it is drawn from now on, and nobody knows its replies. */
export function pinnedElsewhere(before: ThreadState, news: readonly CommentView[]): CommentView[] {
  return news.filter(({ id, pinnedAt }) => pinnedAt !== null && !before.comments.has(id));
}
