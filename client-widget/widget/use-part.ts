import { useEffect, useState } from 'preact/hooks';
import type { Config } from './config.ts';
import { useWidget } from './context.ts';

/** A module that is loaded later: what it has is asked for with the root that it is to dress, and in the page's language. */
export interface Later<Part> {
  summon: (root: ShadowRoot, config: Config) => Part | Promise<Part>;
}

type Load<Part> = () => Promise<Later<Part>>;

/** Loads a part. Whoever wants it from then on by the same function has it at once, so that nothing moves by its coming late. */
export async function summonPart<Part>(load: Load<Part>, root: ShadowRoot, config: Config): Promise<Part> {
  const part = (config.parts.get(load) as Part) ?? (await (await load()).summon(root, config));
  config.parts.set(load, part);
  return part;
}

/**
 * What is loaded once it is wanted, and anew for another language; null until it is here.
 * @param close takes the wish back when it could not be loaded, which is said then; the next wish tries again
 */
export function usePart<Part>(isWanted: boolean, load: Load<Part>, close?: () => void): Part | null {
  const { config, hands, root } = useWidget();
  const [part, setPart] = useState<Part | null>(() => (isWanted && (config.parts.get(load) as Part)) || null);
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    summonPart(load, root, config).then(
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
