import type { CommentId, PersonId } from '../../shared/ids.ts';
import { INBOX_SIZE } from '../../shared/limits.ts';
import { plainText } from '../../shared/markdown.ts';
import type { Inbox, MarkRead, NotificationView, Unread } from '../../shared/notification.ts';
import { excerpt } from '../comments/text.ts';
import { pageOf, placeOf, readCursor } from '../cursor.ts';
import type { EventBus } from '../events.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { NotificationDoc, VerdictNoticeDoc } from '../storage/notifications.ts';
import type { Place } from '../storage/place.ts';
import { threadsOf, type NamedThreads } from '../threads/named-threads.ts';

const EXCERPT_LENGTH = 140;

type VerdictView = Extract<NotificationView, { kind: 'verdict' }>;

export interface InboxDeps {
  notifications: {
    page(personId: string, at: { place: Place | null; limit: number }): Promise<NotificationDoc[]>;
    unread(personId: string): Promise<number>;
    markRead(personId: string, which: MarkRead, at: Date): Promise<string[]>;
  };
  comments: Pick<CommentStore, 'byIds'>;
  threads: NamedThreads;
}

/** What stands behind a person's bell, newest first. */
export async function readInbox(deps: InboxDeps, personId: PersonId, cursor: string | undefined): Promise<Inbox> {
  const place = readCursor<string>(cursor);
  const [rows, unread] = await Promise.all([
    deps.notifications.page(personId, { place, limit: INBOX_SIZE + 1 }),
    deps.notifications.unread(personId),
  ]);
  const { docs, next } = pageOf(rows, INBOX_SIZE, placeOf);
  return { unread, items: await toViews(deps, docs), next };
}

/** Marks items as read, in every tab of the person. */
export async function markRead(
  deps: InboxDeps & { bus: EventBus; now: () => Date },
  personId: PersonId,
  which: MarkRead,
): Promise<Unread> {
  const ids = await deps.notifications.markRead(personId, which, deps.now());
  const unread = await deps.notifications.unread(personId);
  if (ids.length > 0) await deps.bus.publish({ type: 'notification.read', personId, ids, unread });
  return { unread };
}

/** Rows with the words of their comments as they are now. What somebody else wrote and is out of sight is left out. */
export async function toViews(
  deps: Pick<InboxDeps, 'comments' | 'threads'>,
  rows: NotificationDoc[],
): Promise<NotificationView[]> {
  if (rows.length === 0) return [];
  const [comments, threadOf] = await Promise.all([
    deps.comments.byIds([...new Set(rows.map((row) => row.commentId as CommentId))]),
    threadsOf(deps.threads, rows),
  ]);
  // Many rows may be about one comment, whose text is read once.
  const about = new Map(
    comments.map((comment) => [
      comment._id as string,
      { comment, said: excerpt(plainText(comment.body), EXCERPT_LENGTH) },
    ]),
  );
  return rows.flatMap((row): NotificationView[] => {
    const item = {
      id: row._id,
      site: row.siteId,
      thread: threadOf(row.threadId),
      commentId: row.commentId,
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    };
    if (row.kind === 'report') return [{ ...item, kind: row.kind, outcome: row.outcome }];
    const found = about.get(row.commentId);
    if (found === undefined) return [];
    const { comment, said } = found;
    if (row.kind === 'verdict') return [{ ...item, kind: row.kind, ...verdictOf(row, comment), excerpt: said }];
    if (comment.mod.vis !== 'visible') return [];
    const { kind, parentId, reasons } = row;
    return [{ ...item, kind, parentId, reasons, actorName: comment.authorName, excerpt: said }];
  });
}

/** What became of a comment, with what its author is told of why. */
function verdictOf(
  { outcome }: VerdictNoticeDoc,
  { mod }: CommentDoc,
): Pick<VerdictView, 'outcome' | 'codes' | 'note'> {
  const refusal = outcome === 'refused' ? mod.outcome : undefined;
  return { outcome, codes: refusal?.codes ?? [], note: refusal?.note ?? null };
}
