import { useEffect, useState } from 'preact/hooks';
import type { Config } from './config.ts';
import { useWidget } from './context.ts';

/**
 * What is loaded once it is wanted, and anew for another language; null until it is here.
 * @param failed hears that it could not be loaded; the next time it is wanted tries again
 */
export function usePart<Part>(
  isWanted: boolean,
  load: (root: ShadowRoot, config: Config) => Promise<Part>,
  failed: () => void = () => undefined,
): Part | null {
  const { config, root } = useWidget();
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    load(root, config).then(
      (found) => isCurrent && setPart(found),
      () => isCurrent && failed(),
    );
    return () => void (isCurrent = false);
  }, [isWanted, config.lang, config.messages]);
  return part;
}
