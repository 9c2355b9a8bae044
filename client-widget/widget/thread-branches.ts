import type { Branch, CommentView } from '../../shared/comment.ts';
import type { CommentId } from '../../shared/ids.ts';
import { merged, place, type ThreadChange } from './thread-reduce.ts';
import type { Remainders, ThreadState } from './thread-state.ts';

/** More replies of a branch. */
export const withReplies =
  (rootId: CommentId, { items, next }: { items: CommentView[]; next: string | null }): ThreadChange =>
  (state) => {
    const fresh = items.filter(({ id }) => !state.comments.has(id)).length;
    return {
      ...state,
      comments: merged(state.comments, items),
      more: withRemainder(state.more, rootId, { next, left: (state.more.get(rootId)?.left ?? 0) - fresh }),
    };
  };

/** A branch that is drawn first, if it is on no loaded page. */
export const withBranch =
  ({ root, replies, next, more }: Branch): ThreadChange =>
  (state) => {
    const loaded = state.roots.includes(root.id);
    return {
      ...state,
      comments: merged(state.comments, [root, ...replies]),
      more: loaded ? state.more : withRemainder(state.more, root.id, { next, left: more }),
      waiting: state.waiting.filter((id) => id !== root.id),
      linked: loaded ? state.linked : root.id,
    };
  };

/** A branch that has come back into sight; drawn if its place is on the loaded part of the list. */
export const returned =
  ({ root, replies, next, more }: Branch): ThreadChange =>
  (state) => {
    const known = { ...state, comments: merged(state.comments, [root, ...replies]) };
    const drawn = place(known, root.id, false);
    if (!drawn.roots.includes(root.id)) return state;
    return { ...drawn, more: withRemainder(state.more, root.id, { next, left: more }) };
  };

function withRemainder(more: Remainders, rootId: CommentId, rest: { next: string | null; left: number }): Remainders {
  const remainders = new Map(more);
  const { next, left } = rest;
  if (next === null) remainders.delete(rootId);
  // Some that were counted may be gone meanwhile; a page that follows has at least one.
  else remainders.set(rootId, { next, left: Math.max(1, left) });
  return remainders;
}

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
