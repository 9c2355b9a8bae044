import { useEffect, useRef, useState } from 'preact/hooks';
import type { Inbox, MarkRead, Unread } from '../../shared/notification.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import { withFirstPage, withNextPage, type Lines } from './bell-lines.ts';
import { useHands } from './hands.ts';

/**
 * The reader's notifications: the first page is read as the list is opened, and while it is open after everything that may have
 * changed it. What is unread is told by the service all the same.
 */
export function useInbox(open: boolean) {
  const { hands } = useHands();
  const { services, bell } = hands;
  const { api, identity } = services;
  const { revision, onUnread } = bell;
  const [lines, setLines] = useState<Lines>({ items: [], next: null });
  const [status, setStatus] = useState<'loading' | 'ready' | 'failed'>('loading');
  const isReading = useRef(false);
  const isStale = useRef(false);
  const page = (cursor?: string) =>
    identity.as((token) => api<Inbox>(path(readerRoutes.notifications, {}, { cursor }), { token }));
  const failed = () => setStatus('failed');
  /** One request at a time: what changes meanwhile is asked for when it is answered. */
  const read = async (): Promise<void> => {
    isStale.current = true;
    if (isReading.current) return;
    isReading.current = true;
    try {
      while (isStale.current) {
        isStale.current = false;
        const inbox = await page();
        setLines((known) => withFirstPage(known, inbox));
        onUnread(inbox.unread);
      }
      setStatus('ready');
    } catch {
      failed();
    }
    isReading.current = false;
  };
  useEffect(() => {
    if (open) void read();
  }, [revision, identity.token, open]);
  const more = async () => {
    const { next } = lines;
    if (next === null || status === 'loading') return;
    setStatus('loading');
    try {
      const further = await page(next);
      // The first page may have been read again, and no longer goes on there.
      setLines((known) => (known.next === next ? withNextPage(known, further) : known));
      setStatus('ready');
    } catch {
      failed();
    }
  };
  const mark = (what: MarkRead) => {
    const at = new Date().toISOString();
    setLines(({ items, next }) => ({
      items: items.map((item) =>
        !('commentId' in what) || what.commentId === item.commentId ? { ...item, readAt: item.readAt ?? at } : item,
      ),
      next,
    }));
    const post = (current: string) =>
      api<Unread>(readerRoutes.notificationsRead, { method: 'POST', body: what, token: current });
    identity.as(post).then(
      (answer) => onUnread(answer.unread),
      () => hands.failed(),
    );
  };
  return { lines, status, read, more, mark };
}
