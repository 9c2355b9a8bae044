import type { NoticeReason } from '../../shared/notification.ts';
import { standingMentions } from '../comments/mentions.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { Answered } from '../storage/comments.ts';

/** Why the author of what was answered is not told; null if they are, or nothing was answered. */
export type Skipped = 'no parent' | 'answers themselves' | 'parent out of sight';

/** Somebody who is told without having asked, and why: they are answered, named, or both, which is one notice. */
export interface Recipient {
  personId: CommentDoc['authorId'];
  reasons: NoticeReason[];
}

/**
 * Who is told of a comment that came into sight, whether they asked for it or not: the author of the comment it answers, unless
 * they cannot see what was answered any more, and whoever its text names. Nobody is told of what they wrote themselves.
 */
export function recipientsOf(
  comment: CommentDoc,
  parent: Answered | null,
): { recipients: Recipient[]; skipped: Skipped | null } {
  const named = new Set(standingMentions(comment.body, comment.mentions).map(({ personId }) => personId));
  named.delete(comment.authorId);
  const skipped = whyNobody(comment, parent);
  const answered = parent === null || skipped !== null ? null : parent.authorId;
  const recipients: Recipient[] = [];
  if (answered !== null)
    recipients.push({ personId: answered, reasons: named.delete(answered) ? ['reply', 'mention'] : ['reply'] });
  for (const personId of named) recipients.push({ personId, reasons: ['mention'] });
  return { recipients, skipped };
}

function whyNobody(comment: CommentDoc, parent: Answered | null): Skipped | null {
  if (comment.parentId === null) return null;
  if (parent === null) return 'no parent';
  if (parent.authorId === comment.authorId) return 'answers themselves';
  return parent.mod.vis === 'visible' ? null : 'parent out of sight';
}
