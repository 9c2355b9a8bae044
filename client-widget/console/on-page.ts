import type { SiteId } from '../../shared/ids.ts';
import type { ReviewCard } from '../../shared/review.ts';

/** What the small window beside an article is about: a discussion, and perhaps one comment of it. */
export interface OnPageAbout {
  site: SiteId;
  thread: string;
  comment: string | null;
}

/** What an address asks the small window for, `#moderate=&site=…&thread=…&comment=…`; null for any other address. */
export function onPageIn(hash: string): OnPageAbout | null {
  const params = new URLSearchParams(hash.slice(1));
  const [site, thread] = [params.get('site'), params.get('thread')];
  if (!params.has('moderate') || site === null || thread === null) return null;
  return { site: site as SiteId, thread, comment: params.get('comment') };
}

/**
 * The address of a comment on its article, in a form that has that browser show the way back from there; of the discussion where
 * readers do not see the comment. Null where the article's address is not known.
 */
export function pageAddressOf({ id, vis, thread }: Pick<ReviewCard, 'id' | 'vis' | 'thread'>): string | null {
  if (thread.url === null) return null;
  const url = new URL(thread.url);
  url.hash = vis === 'visible' ? `tribune-${id}&moderate` : 'tribune&moderate';
  return url.href;
}
