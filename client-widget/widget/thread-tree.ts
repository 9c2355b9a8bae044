import { DEPTH_MAX } from '../../shared/limits.ts';
import type { CommentId } from '../../shared/ids.ts';
import { isOlder, type Comments, type ShownComment, type ThreadState } from './thread-state.ts';

/** A comment with what is drawn below it. */
export interface TreeNode {
  comment: ShownComment;
  children: TreeNode[];
  /** Comments drawn below, all levels. */
  size: number;
  /** Name of the answered author, where the drawing no longer shows whom a reply answers. */
  answers: string | null;
}

/** Level of the deepest drawn column; the root is on level 0. */
const LAST_LEVEL = DEPTH_MAX - 1;

/** The branches to draw, in order: a linked one first, then the list's. Removed comments stay only above replies. */
export function branchesOf(state: ThreadState): TreeNode[] {
  const below = childrenOf(state.comments);
  const grow = (comment: ShownComment): TreeNode | null => {
    const children = (below.get(comment.id) ?? []).flatMap((child) => grow(child) ?? []);
    if (comment.state === 'removed' && children.length === 0) return null;
    const size = children.reduce((sum, child) => sum + 1 + child.size, 0);
    return { comment, children, size, answers: answersOf(state.comments, comment) };
  };
  const roots =
    state.linked === null ? state.roots : [state.linked, ...state.roots.filter((id) => id !== state.linked)];
  return roots.flatMap((id) => {
    const root = state.comments.get(id);
    return root === undefined ? [] : (grow(root) ?? []);
  });
}

function childrenOf(comments: Comments): Map<CommentId, ShownComment[]> {
  const below = new Map<CommentId, ShownComment[]>();
  for (const comment of comments.values()) {
    if (comment.parentId === null) continue;
    const key = hangsOn(comments, comment);
    below.set(key, [...(below.get(key) ?? []), comment]);
  }
  for (const replies of below.values()) replies.sort((a, b) => (isOlder(a, b) ? -1 : 1));
  return below;
}

/** The comment a reply is drawn below: its parent, or the nearest ancestor that is known and not too deep. */
function hangsOn(comments: Comments, comment: ShownComment): CommentId {
  let above = parentOf(comments, comment);
  while (above !== undefined && above.depth >= LAST_LEVEL) above = parentOf(comments, above);
  return above?.id ?? comment.rootId;
}

function answersOf(comments: Comments, comment: ShownComment): string | null {
  if (comment.depth <= LAST_LEVEL) return null;
  return parentOf(comments, comment)?.author?.name ?? null;
}

function parentOf(comments: Comments, { parentId }: ShownComment): ShownComment | undefined {
  return parentId === null ? undefined : comments.get(parentId);
}
