import { COUNTED } from './config.ts';

/**
 * Shows how much is unread where it is seen from other tabs: before the page's title and, where the page is installed as an
 * application, as the badge of its icon. The answer takes it back.
 */
export function countOnPage(unread: number): () => void {
  const title = (prefix: string) => {
    document.title = prefix + document.title.replace(COUNTED, '');
  };
  // A browser that knows badges may still refuse them.
  const badge = (count: number) => void navigator.setAppBadge?.(count).catch(() => undefined);
  title(unread > 0 ? `(${unread})\u00a0` : '');
  badge(unread);
  return () => {
    title('');
    badge(0);
  };
}
