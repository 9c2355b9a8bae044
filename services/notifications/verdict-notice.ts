import type { VerdictOutcome } from '../../shared/notification.ts';
import type { EventBus } from '../events.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { NotificationStore, VerdictNoticeDoc } from '../storage/notifications.ts';

export interface VerdictNoticeDeps {
  notifications: Pick<NotificationStore, 'putVerdict' | 'verdictTold' | 'takeBack'>;
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
 * Tells an author what became of their comment, in place of what they were told of it before, and takes that back where it holds
 * no more. It may be cut off anywhere and done again: what was not said to everybody who mails and rings is said again.
 */
export async function noticeVerdict({ notifications, bus }: VerdictNoticeDeps, comment: CommentDoc): Promise<void> {
  const { _id: commentId, authorId: personId, siteId, threadId } = comment;
  const _id = `${personId}:verdict:${commentId}`;
  const news = newsOf(comment);
  if (news === null) {
    if (await notifications.takeBack(_id)) await bus.publish({ type: 'notification.recounted', personIds: [personId] });
    return;
  }
  const { outcome, eventId, at } = news;
  const row: VerdictNoticeDoc = {
    ...{ _id, personId, siteId, threadId, commentId, createdAt: at },
    ...{ kind: 'verdict', outcome, eventId },
  };
  if (!(await notifications.putVerdict(row))) return;
  await bus.publish({ type: 'notification.rows', told: [{ row, byMail: false }] });
  await notifications.verdictTold(row);
}
