import { useEffect, useState } from 'preact/hooks';

/** Either fragment of `shared/sign-in-fragments.ts`, in one. */
const FRAGMENT = /^#tribune-sign-in(-failed)?=([^=]+)/;

/** Why somebody is about to sign in: they want to; they come back to the article with what signs them in, or with what kept them from it. */
export type Arrived = 'wanted' | { secret: string } | { failed: string };

/**
 * Whether somebody is about to sign in, as the address says of who comes back for it. That is taken out of the address at once, so that
 * nobody is shown or sent it by mistake.
 */
export function useArrival() {
  const [arrived, setArrived] = useState<Arrived | null>(null);
  useEffect(() => {
    const look = () => {
      const [, failed, value] = FRAGMENT.exec(location.hash) ?? [];
      if (!value) return;
      history.replaceState(history.state, '', location.pathname + location.search);
      setArrived(failed ? { failed: value } : { secret: value });
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return [arrived, setArrived] as const;
}
