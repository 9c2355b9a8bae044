import { useEffect, useState } from 'preact/hooks';
import type { Config } from './config.ts';
import type { OfferParts } from './hands.ts';
import type { PaceLines } from './pace-line.ts';
import type { ThreadView } from './thread-view.ts';

export interface Extras {
  offers: OfferParts | null;
  pace: PaceLines | null;
}

/** Loads what only some sites offer and some discussions need, where they do, and tells search engines about the article. */
export function useExtras(config: Config, view: ThreadView, root: ShadowRoot): Extras {
  const [offers, setOffers] = useState<OfferParts | null>(null);
  const [pace, setPace] = useState<PaceLines | null>(null);
  const { count, offers: offered, pace: now, rating, reactions, threadId } = view.state;
  const isOffering = rating !== null || offered.emojis.length > 0;
  useEffect(() => {
    if (!isOffering) return setOffers(null);
    import('./offers.tsx').then(({ summon }) => summon(root, config)).then(setOffers, () => undefined);
  }, [isOffering, config.lang, config.messages]);
  const isHot = now.closed || now.premod || now.everySeconds !== null;
  useEffect(() => {
    if (isHot) import('./pace-line.ts').then(({ paceLines }) => paceLines(config)).then(setPace, () => undefined);
  }, [isHot, config.lang, config.messages]);
  useEffect(() => {
    if (threadId === null || config.jsonLd === null) return;
    const { state } = view;
    import('./json-ld.ts')
      .then(({ describeArticle }) => describeArticle(root.host, { config, state }))
      .catch(() => undefined);
  }, [threadId, config.jsonLd, config.url, config.title, count, rating, reactions]);
  return { offers, pace };
}
