import { DEPTH_MAX } from '../../shared/limits.ts';
import type { CommentId } from '../../shared/ids.ts';
import { isOlder, type Comments, type Remainder, type ShownComment, type ThreadState } from './thread-state.ts';

/** A comment with what is drawn below it. */
export interface TreeNode {
  comment: ShownComment;
  children: TreeNode[];
  /** Comments drawn below, all levels. */
  size: number;
  /** Replies that are not here yet. */
  rest: Remainder | undefined;
  /** Name of the answered author, where the drawing no longer shows whom a reply answers. */
  answers: string | null;
}

/** Level of the deepest drawn column; the root is on level 0. */
const LAST_LEVEL = DEPTH_MAX - 1;

/** The nodes that were drawn last, by comment. */
export type Drawn = Map<CommentId, TreeNode>;

/**
 * The branches to draw, in order: a linked one first, then the list's. Removed comments stay only above replies. A node with
 * nothing new in it or below is the same object as in `drawn`, so that it need not be drawn again.
 */
export function branchesOf(state: ThreadState, drawn: Drawn = new Map()): TreeNode[] {
  const below = childrenOf(state.comments);
  const grow = (comment: ShownComment): TreeNode | null => {
    const children = (below.get(comment.id) ?? []).flatMap((child) => grow(child) ?? []);
    if (comment.state === 'removed' && children.length === 0) return null;
    const rest = state.more.get(comment.id);
    const size = children.reduce((sum, child) => sum + 1 + child.size, rest?.left ?? 0);
    const node = { comment, children, size, rest, answers: answersOf(state.comments, comment) };
    const before = drawn.get(comment.id);
    if (before && isSame(before, node)) return before;
    drawn.set(comment.id, node);
    return node;
  };
  const roots =
    state.linked === null ? state.roots : [state.linked, ...state.roots.filter((id) => id !== state.linked)];
  return roots.flatMap((id) => {
    const root = state.comments.get(id);
    return root === undefined ? [] : (grow(root) ?? []);
  });
}

function isSame(a: TreeNode, b: TreeNode): boolean {
  return (
    a.comment === b.comment &&
    a.rest === b.rest &&
    a.answers === b.answers &&
    a.children.length === b.children.length &&
    a.children.every((child, i) => child === b.children[i])
  );
}

function childrenOf(comments: Comments): Map<CommentId, ShownComment[]> {
  const below = new Map<CommentId, ShownComment[]>();
  for (const comment of comments.values()) {
    if (comment.parentId === null) continue;
    const key = hangsOn(comments, comment);
    const replies = below.get(key);
    if (replies) replies.push(comment);
    else below.set(key, [comment]);
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
