import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Widget } from './context.ts';
import type { Hands } from './hands.ts';

/** Holds the hands once they are given; what readers do before that waits for them instead of being lost. */
export function useAct(): { hands: Hands | null; act: Widget['act']; give: (hands: Hands) => void } {
  const [hands, give] = useState<Hands | null>(null);
  const waiting = useRef<((hands: Hands) => void)[]>([]);
  useEffect(() => {
    if (hands) waiting.current.splice(0).forEach((use) => use(hands));
  }, [hands]);
  const act = useCallback<Widget['act']>(
    (use) =>
      hands
        ? use(hands)
        : new Promise((resolve, reject) => {
            waiting.current.push((given) => void use(given).then(resolve, reject));
          }),
    [hands],
  );
  return { hands, act, give };
}
