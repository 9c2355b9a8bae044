import type { CommentDoc } from '../storage/comment-schema.ts';
import type { Answered, CommentStore } from '../storage/comments.ts';
import { recipientsOf, type Recipient, type Skipped } from './recipients.ts';

/** What a comment stands below, and whom that and its text have told without asking. */
export interface Line {
  /** Comments in sight above it, the nearest first. */
  above: Answered[];
  recipients: Recipient[];
  /** Why the author of what was answered is not among them. */
  skipped: Skipped | null;
}

export interface LineDeps {
  comments: Pick<CommentStore, 'answered'>;
}

/** How far up a branch is looked for those who follow it; the top of the branch is always looked at. */
const ABOVE_MAX = 50;

/** Looks up what a comment stands below, one level after the other: most answer what stands by itself. */
export async function lineOf({ comments }: LineDeps, comment: CommentDoc): Promise<Line> {
  const line: Answered[] = [];
  let next = comment.parentId;
  while (next !== null && line.length < ABOVE_MAX) {
    const answered = await comments.answered(next);
    if (answered === null) break;
    line.push(answered);
    next = answered.parentId;
  }
  const top = next === null ? null : await comments.answered(comment.rootId);
  const above = [...line, ...(top === null ? [] : [top])].filter(({ mod }) => mod.vis === 'visible');
  return { above, ...recipientsOf(comment, line[0] ?? null) };
}
