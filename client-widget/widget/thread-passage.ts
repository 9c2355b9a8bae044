import type { ShownComment, ThreadState } from './thread-state.ts';

/** Whether a comment is about another part of the article than what is shown. */
export const isElsewhere = ({ passage }: ThreadState, comment: ShownComment): boolean =>
  passage !== null && comment.passage !== passage;

/**
 * How many comments are in sight after a change: as the stream says, which counts the whole thread; of a passage, as many as have
 * come into sight here or left it. One that was never loaded leaves unnoticed, until the list is loaded again.
 */
export function countAfter(before: ThreadState, after: ThreadState, told: number): number {
  return before.passage === null ? told : Math.max(0, before.count + published(after) - published(before));
}

function published({ comments }: ThreadState): number {
  let count = 0;
  for (const { state } of comments.values()) if (state === 'published') count += 1;
  return count;
}
