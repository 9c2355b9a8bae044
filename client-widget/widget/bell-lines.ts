import type { Inbox, NotificationView } from '../../shared/notification.ts';
import { isHere } from './bell-told.ts';
import type { Config } from './config.ts';

/** What is known of the reader's notifications, newest first, and where they go on. */
export type Lines = Pick<Inbox, 'items' | 'next'>;

/** Notifications about one article. */
export interface ArticleLines {
  thread: NotificationView['thread'];
  items: NotificationView[];
}

/** Article by article, the one with the newest notification first. */
export function byArticle(items: readonly NotificationView[]): ArticleLines[] {
  const groups = new Map<string, ArticleLines>();
  for (const item of items) {
    const key = `${item.site}/${item.thread.key}`;
    const group = groups.get(key) ?? { thread: item.thread, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * What is known after the first page was read again. Further pages stay only where it goes on into them: if its last line was not
 * known, lines may be missing between the two.
 */
export function withFirstPage(known: Lines, page: Lines): Lines {
  const last = page.items.at(-1);
  const at = known.items.findIndex(({ id, createdAt }) => id === last?.id && createdAt === last.createdAt);
  if (page.next === null || at < 0) return page;
  return withNextPage(page, { items: known.items.slice(at + 1), next: known.next });
}

/** The same after the next page came; a line that has moved up meanwhile stands once, where it is now. */
export function withNextPage(known: Lines, page: Lines): Lines {
  const ids = new Set(known.items.map(({ id }) => id));
  return { items: [...known.items, ...page.items.filter(({ id }) => !ids.has(id))], next: page.next };
}

/**
 * Whether there is a way to what it is about. The address of another article may never have been told, and what was reported with
 * success is gone.
 */
export const leads = (item: NotificationView, config: Config): boolean =>
  !(item.kind === 'report' && item.outcome === 'upheld') && (isHere(item, config) || item.thread.url !== null);
