import type { CommentDoc } from '../storage/comment-schema.ts';

/**
 * Who is told of a comment that came into sight: the author of the comment it answers, unless they answer themselves or
 * cannot see what was answered any more.
 */
export function recipientsOf(comment: CommentDoc, parent: CommentDoc | null): CommentDoc['authorId'][] {
  if (parent === null || parent.authorId === comment.authorId || parent.mod.vis !== 'visible') return [];
  return [parent.authorId];
}
