import { useMemo, useState } from 'preact/hooks';
import { safeShelf } from '../kit/storage.ts';
import type { Config } from './config.ts';
import type { Steer } from './hands.ts';
import { keptAs, WISH } from './steer-wish.ts';
import { usePart } from './use-part.ts';

/**
 * The way from a comment to the console, for browsers that were told to show it. A convenience and no right: whoever has it
 * drawn without being a moderator finds the door. Nobody else loads it.
 */
export function useSteer(config: Config): Steer | null {
  const [on, setOn] = useState(
    () => location.hash.endsWith(WISH) || safeShelf(() => localStorage).getItem(keptAs(config)) !== null,
  );
  // Missed until the next page; the console is where it was.
  const part = usePart(on, () => import('./steer.tsx'));
  return useMemo(() => (on && part ? { ...part, stop: () => (part.forget(), setOn(false)) } : null), [on, part]);
}
