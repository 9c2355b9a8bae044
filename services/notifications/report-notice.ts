import type { ReportOutcome } from '../../shared/moderation.ts';
import type { EventBus } from '../events.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { ReportNoticeDoc } from '../storage/notifications.ts';

export interface ReportNoticeDeps {
  notifications: {
    putReport(doc: ReportNoticeDoc, outcome: ReportOutcome | null): Promise<boolean>;
  };
  bus: EventBus;
  now: () => Date;
}

/**
 * Tells a reader what became of their report, and puts right what was told before; null when the decision was taken back. One
 * line per person and comment, however often it is said.
 */
export async function noticeReport(
  deps: ReportNoticeDeps,
  comment: CommentDoc,
  { personId, outcome }: { personId: string; outcome: ReportOutcome | null },
): Promise<void> {
  const row: ReportNoticeDoc = {
    ...{ _id: `${personId}:report:${comment._id}`, personId, kind: 'report', outcome: outcome ?? 'dismissed' },
    ...{ siteId: comment.siteId, threadId: comment.threadId, commentId: comment._id, createdAt: deps.now() },
  };
  if (!(await deps.notifications.putReport(row, outcome))) return;
  await deps.bus.publish(
    outcome === null
      ? { type: 'notification.recounted', personIds: [personId] }
      : { type: 'notification.rows', told: [{ row, byMail: false }] },
  );
}
