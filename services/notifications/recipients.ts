import type { CommentDoc } from '../storage/comment-schema.ts';

/** Why nobody is told; null if somebody is. */
export type Skipped = 'no parent' | 'answers themselves' | 'parent out of sight';

/**
 * Who is told of a comment that came into sight: the author of the comment it answers, unless they answer themselves or
 * cannot see what was answered any more.
 */
export function recipientsOf(
  comment: CommentDoc,
  parent: CommentDoc | null,
): { personIds: CommentDoc['authorId'][]; skipped: Skipped | null } {
  const skipped = whyNobody(comment, parent);
  return { personIds: parent === null || skipped !== null ? [] : [parent.authorId], skipped };
}

function whyNobody(comment: CommentDoc, parent: CommentDoc | null): Skipped | null {
  if (parent === null) return 'no parent';
  if (parent.authorId === comment.authorId) return 'answers themselves';
  return parent.mod.vis === 'visible' ? null : 'parent out of sight';
}
