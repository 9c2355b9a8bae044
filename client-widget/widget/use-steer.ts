import { useMemo, useState } from 'preact/hooks';
import { safeShelf } from '../kit/storage.ts';
import type { Config } from './config.ts';
import type { Steer } from './hands.ts';
import { usePart } from './use-part.ts';

/** The end of an address with which the console leads its moderators here. It is taken off, as it is nobody else's. */
const WISH = '&moderate';

/**
 * The way from a comment to the console, for browsers that were told to show it. A convenience and no right: whoever has it
 * drawn without being a moderator finds the door. Nobody else loads it.
 */
export function useSteer({ base, site }: Config): Steer | null {
  const [shelf] = useState(() => {
    const kept = safeShelf(() => localStorage);
    const name = `tribune:${base}/${site}:moderate`;
    const { hash } = location;
    if (hash.startsWith('#tribune') && hash.endsWith(WISH)) {
      history.replaceState(history.state, '', hash.slice(0, -WISH.length));
      kept.setItem(name, '1');
    }
    return { isOn: kept.getItem(name) !== null, clear: () => kept.removeItem(name) };
  });
  const [on, setOn] = useState(shelf.isOn);
  // Missed until the next page; the console is where it was.
  const part = usePart(on, () => import('./steer.tsx'));
  const stop = () => {
    shelf.clear();
    setOn(false);
  };
  return useMemo(() => (on && part ? { ...part, stop } : null), [on, part]);
}
