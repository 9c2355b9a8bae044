import { useEffect, useState } from 'preact/hooks';
import { safeShelf } from '../kit/storage.ts';
import type { Config } from './config.ts';
import type { Steer } from './hands.ts';

/** The end of an address with which the console leads its moderators here. It is taken off, as it is nobody else's. */
const WISH = /^#(tribune(?:-[\w-]+)?)&moderate$/;

/**
 * The way from a comment to the console, for browsers that were told to show it. A convenience and no right: whoever has it
 * drawn without being a moderator finds the door. Nobody else loads it.
 */
export function useSteer({ base, site, lang }: Config, root: ShadowRoot): Steer | null {
  const name = `tribune:${base}/${site}:moderate`;
  const [shelf] = useState(() => safeShelf(() => localStorage));
  const [on, setOn] = useState(() => shelf.getItem(name) !== null);
  const [steer, setSteer] = useState<Steer | null>(null);
  useEffect(() => {
    const [, place] = WISH.exec(location.hash) ?? [];
    if (place === undefined) return;
    history.replaceState(history.state, '', `#${place}`);
    shelf.setItem(name, '1');
    setOn(true);
  }, []);
  useEffect(() => {
    if (!on) return setSteer(null);
    const stop = () => {
      shelf.removeItem(name);
      setOn(false);
    };
    // Missed until the next page; the console is where it was.
    import('./steer.tsx').then(({ load }) => load(root, lang, stop)).then(setSteer, () => undefined);
  }, [on, lang]);
  return steer;
}
