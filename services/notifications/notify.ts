import type { EventBus, EventOf } from '../events.ts';
import type { Logger } from '../logger.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { NotificationDoc } from '../storage/notifications.ts';
import { toViews, type InboxDeps } from './inbox.ts';
import { recipientsOf, type Recipient } from './recipients.ts';

export interface NotifyDeps extends InboxDeps {
  comments: Pick<CommentStore, 'byId' | 'byIds'>;
  notifications: InboxDeps['notifications'] & {
    insert(doc: NotificationDoc): Promise<boolean>;
    setHidden(commentId: string, hidden: boolean): Promise<string[]>;
  };
  bus: EventBus;
  log: Pick<Logger, 'debug'>;
}

/**
 * Fills inboxes when a comment comes into sight, however that came about, and empties them when it leaves. The row's id
 * makes a repeated event harmless.
 */
export async function notify(deps: NotifyDeps, { comment, event }: EventOf<'thread.changed'>): Promise<void> {
  // Nobody is told of what answers and names nobody: for most comments nothing is asked.
  if (comment.parentId === null && comment.mentions === undefined) return;
  if (event.after.vis !== 'visible' || comment.mod.vis !== 'visible') {
    await tellAgain(deps, await deps.notifications.setHidden(comment._id, true));
    return;
  }
  // Edited in sight: who was told of it reads the new words with it. Only whom it did not name before is told of it now.
  const isEdit = event.before?.vis === 'visible';
  if (isEdit && event.type !== 'edited') return;
  // Nobody was told of a comment's very first event before.
  const shownAgain = event.seq === 1 || isEdit ? [] : await deps.notifications.setHidden(comment._id, false);
  await tellAgain(deps, shownAgain);
  const parent = comment.parentId === null ? null : await deps.comments.byId(comment.parentId);
  const { recipients, skipped } = recipientsOf(comment, parent);
  if (skipped !== null) deps.log.debug({ comment: comment._id, why: skipped }, 'not told of an answer');
  for (const recipient of recipients) {
    const { personId } = recipient;
    // Their notice is back as it was, whichever of the reasons it gave.
    if (shownAgain.includes(personId)) continue;
    if (isEdit && recipient.kind !== 'mention') continue;
    const row = rowOf(comment, recipient, event.at);
    const isNews = await deps.notifications.insert(row);
    if (isEdit && !isNews) continue;
    const [item] = await toViews(deps, [row]);
    // A repeated event tells again: the same item with an absolute count, which a client cannot count twice.
    if (item === undefined) {
      deps.log.debug({ comment: comment._id, person: personId }, 'not announced: out of sight again');
      continue;
    }
    const unread = await deps.notifications.unread(personId);
    await deps.bus.publish({ type: 'notification.created', personId, item, unread });
  }
}

/** The count behind a bell changed without a new item. */
async function tellAgain(deps: NotifyDeps, personIds: string[]): Promise<void> {
  for (const personId of personIds) {
    const unread = await deps.notifications.unread(personId);
    await deps.bus.publish({ type: 'notification.read', personId, ids: [], unread });
  }
}

function rowOf(comment: CommentDoc, { personId, kind, mentioned }: Recipient, at: Date): NotificationDoc {
  const row = {
    _id: `${personId}:${kind}:${comment._id}`,
    personId,
    siteId: comment.siteId,
    threadId: comment.threadId,
    commentId: comment._id,
    createdAt: at,
  };
  if (kind === 'mention') return { ...row, kind };
  return { ...row, kind, parentId: comment.parentId ?? comment._id, ...(mentioned ? { mentioned } : {}) };
}
