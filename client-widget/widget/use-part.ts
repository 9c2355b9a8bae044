import { useEffect, useState } from 'preact/hooks';
import type { Config } from './config.ts';
import { useWidget } from './context.ts';

/** A module that is loaded later: what it has is asked for with the root that it is to dress, and in the page's language. */
export interface Later<Part> {
  summon: (root: ShadowRoot, config: Config) => Part | Promise<Part>;
}

/**
 * What is loaded once it is wanted, and anew for another language; null until it is here.
 * @param close takes the wish back when it could not be loaded, which is said then; the next wish tries again
 */
export function usePart<Part>(isWanted: boolean, load: () => Promise<Later<Part>>, close?: () => void): Part | null {
  const { config, hands, root } = useWidget();
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    load()
      .then(({ summon }) => summon(root, config))
      .then(
        (found) => isCurrent && setPart(found),
        () => {
          if (!isCurrent || !close) return;
          close();
          hands?.failed();
        },
      );
    return () => void (isCurrent = false);
  }, [isWanted, config.lang, config.messages]);
  return part;
}
