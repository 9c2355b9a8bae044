import { useEffect, useState } from 'preact/hooks';
import type { Config } from './config.ts';
import type { PickParts } from './hands.ts';

/** What draws the editor's picks, where there are any. Nobody else loads it. */
export function usePicks(wanted: boolean, config: Config, root: ShadowRoot): PickParts | null {
  const [picks, setPicks] = useState<PickParts | null>(null);
  useEffect(() => {
    // Missed, the picks stand in the discussion without their mark.
    if (wanted) import('./picks.tsx').then(({ summon }) => summon(root, config)).then(setPicks, () => undefined);
  }, [wanted, config.lang, config.messages]);
  return picks;
}
