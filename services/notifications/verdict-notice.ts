import type { VerdictOutcome } from '../../shared/notification.ts';
import type { EventBus } from '../events.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { NotificationStore, VerdictNoticeDoc } from '../storage/notifications.ts';

export interface VerdictNoticeDeps {
  notifications: Pick<NotificationStore, 'putVerdicts' | 'verdictsTold' | 'takeBackAll'>;
  bus: EventBus;
}

/** What an author is told of their comment as it stands, since when, and the event that made it so. */
export interface AuthorNews {
  outcome: VerdictOutcome;
  eventId: string;
  at: Date;
}

/**
 * What has become of a comment since it was posted, as far as its author did not read it with an answer of the service: somebody
 * refused it, let it through after it had been out of sight, or reports have hidden it until somebody looks. Null for all else.
 */
export function newsOf({ mod }: Pick<CommentDoc, 'mod'>): AuthorNews | null {
  const { vis, outcome, flagged } = mod;
  if (outcome?.kind === 'refused' && vis === 'hidden')
    return { outcome: 'refused', eventId: outcome.eventId, at: outcome.at };
  if (outcome?.kind === 'approved' && outcome.waited === true && vis === 'visible')
    return { outcome: 'published', eventId: outcome.eventId, at: outcome.at };
  if (outcome === undefined && flagged?.hidden === true && vis === 'hidden')
    return { outcome: 'held', eventId: `flagged-${flagged.at.getTime()}`, at: flagged.at };
  return null;
}

/**
 * Tells authors what became of their comments, in place of what they were told of them before, and takes that back where it holds
 * no more; no two comments of one author. It may be cut off anywhere and done again: what was not said to everybody who mails and
 * rings is said again.
 */
export async function noticeVerdicts(
  { notifications, bus }: VerdictNoticeDeps,
  comments: readonly CommentDoc[],
): Promise<void> {
  const rows = comments.map(rowOf);
  const gone = comments.filter((_, i) => rows[i] === null).map(noticeId);
  const [news, recounted] = await Promise.all([
    notifications.putVerdicts(rows.filter((row) => row !== null)),
    notifications.takeBackAll(gone),
  ]);
  if (recounted.length > 0) await bus.publish({ type: 'notification.recounted', personIds: recounted });
  if (news.length === 0) return;
  await bus.publish({ type: 'notification.rows', told: news.map((row) => ({ row, byMail: false })) });
  await notifications.verdictsTold(news);
}

function noticeId({ _id, authorId }: CommentDoc): string {
  return `${authorId}:verdict:${_id}`;
}

/** Null where there is nothing to be told. */
function rowOf(comment: CommentDoc): VerdictNoticeDoc | null {
  const news = newsOf(comment);
  if (news === null) return null;
  const { _id: commentId, authorId: personId, siteId, threadId } = comment;
  const { outcome, eventId, at } = news;
  return {
    ...{ _id: noticeId(comment), personId, siteId, threadId, commentId, createdAt: at },
    ...{ kind: 'verdict', outcome, eventId },
  };
}
