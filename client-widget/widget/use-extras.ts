import { useEffect } from 'preact/hooks';
import type { Config } from './config.ts';
import type { Hands } from './hands.ts';
import type { ThreadView } from './thread-view.ts';
import { usePart } from './use-part.ts';

/** Loads what only some sites offer and some discussions need, where they do, and tells search engines about the article. */
export function useExtras(
  config: Config,
  view: ThreadView,
  root: ShadowRoot,
): Pick<Hands, 'offers' | 'pace' | 'picks'> {
  const { count, featured, offers: offered, pace: now, rating, reactions, threadId } = view.state;
  const isOffering = rating !== null || offered.emojis.length > 0;
  const offers = usePart(isOffering, () => import('./offers.tsx'));
  const pace = usePart(now.closed || now.premod || now.everySeconds !== null, () => import('./pace-line.ts'));
  // Missed, the picks stand in the discussion without their mark.
  const picks = usePart(featured.length > 0, () => import('./picks.tsx'));
  useEffect(() => {
    if (threadId === null || config.jsonLd === null) return;
    const { state } = view;
    import('./json-ld.ts')
      .then(({ describeArticle }) => describeArticle(root.host, { config, state }))
      .catch(() => undefined);
  }, [threadId, config.jsonLd, config.url, config.title, count, rating, reactions]);
  return { offers: isOffering ? offers : null, pace, picks };
}
